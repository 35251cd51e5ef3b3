"""Exit codes, the same for every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the program says to the shell."""

    OK = 0
    FOUND = 1
    USAGE = 2
    UNREAD = 3
    ALONE = 4
    INTERNAL = 70
    INTERRUPTED = 130


MEANINGS = {
    Exit.OK: "nothing at or above `--fail-on`",
    Exit.FOUND: "something is",
    Exit.USAGE: "the command line, the configuration or a rule file cannot be used",
    Exit.UNREAD: "an input could not be read; the rest is still reported",
    Exit.ALONE: "fewer than two outlets to compare",
    Exit.INTERNAL: "internal error",
    Exit.INTERRUPTED: "interrupted",
}
"""When each code is given; where several hold, the first of 2, 3, 4, 1."""
