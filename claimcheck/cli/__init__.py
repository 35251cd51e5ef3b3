"""The command line: parse, call, print, exit code. One module a command."""

from claimcheck.cli.program import app, main, run

__all__ = ["app", "main", "run"]
