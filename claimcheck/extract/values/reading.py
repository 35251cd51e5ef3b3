"""What is read of one amount, and the stretch of text it is read in."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model import Quantity


class Reading(NamedTuple):
    """One quantity `[start, end)`, with how it was read."""

    start: int
    end: int
    quantity: Quantity
    steps: tuple[str, ...]
    noun: tuple[int, int] | None = None
    """Where the counted noun stands."""
    known: bool = True
    """Whether the lexicon has the noun."""
    person: bool = False
    """Whether it counts people."""
    sure: bool = False
    """Whether it beats a date of the same stretch."""
    clock: bool = False
    """Whether it is a time of day rather than a duration."""
    minor: bool = False
    """Whether it is hundredths of a currency that is not named."""
    part: tuple[int, Quantity] | None = None
    """The count that a share was read from, with where it ends; it starts where the share does."""


class Scene:
    """A stretch of text, folded, with the reading that came last in it."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.stretches: set[int] = set()
        """Where durations start that an amount before them was found to stretch over."""
        self.end = 0
        """Where the last reading ends: words before it belong to it."""
