"""Exit codes, the same for every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the program says to the shell."""

    OK = 0
    """Nothing at or above `--fail-on`."""
    FOUND = 1
    """Something is."""
    USAGE = 2
    """The command line, the configuration or a rule file cannot be used."""
    UNREAD = 3
    """An input could not be read; the rest is reported."""
    ALONE = 4
    """Fewer than two outlets to compare."""
    INTERNAL = 70
    """The program itself is at fault."""
    INTERRUPTED = 130
