"""The command line: parse, call, print, exit code. One module a command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from claimcheck.cli.app import run

    sys.exit(run(sys.argv[1:]))
