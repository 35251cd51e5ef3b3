"""The command line: parse, call, print, exit code. One module a command."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

from claimcheck.cli.exits import Exit

if TYPE_CHECKING:
    from claimcheck.cli.program import app, run

__all__ = ["app", "main", "run"]


def main() -> None:
    """Run the command line and leave with its exit code; an interruption is one from the first import on."""
    gc.set_threshold(50_000)  # compiled rules are many objects that live to the end: looking through them costs a tenth of a run
    try:
        from claimcheck.cli.program import main as start

        start()
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from claimcheck.cli import program

    return getattr(program, name)
