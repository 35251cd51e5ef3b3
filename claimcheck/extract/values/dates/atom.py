"""Atoms: what one form matched, and the tree that neighbours make together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Role = Literal["date", "clock", "daypart"]


class Atom(NamedTuple):
    """A stretch of text with the operation that reads it and what hangs on it."""

    start: int
    end: int
    op: str
    given: Mapping[str, Any]
    """The words read by slot, with what the form itself says."""
    role: Role = "date"
    of: Atom | None = None
    """What it is a part of, or counted from: the month of "the first Monday of March"."""
    daypart: Atom | None = None
    clock: Atom | None = None
    until: Atom | None = None
    """The other end of a range."""
    bound: str | None = None
    """since, until, by, before, after…"""
    part: str | None = None
    """early, mid or late."""
    approximate: bool = False
    zone: str | None = None

    def word(self, name: str) -> str | None:
        """Give the word that was read in a slot."""
        found = self.given.get(name)
        return found if found is None else str(found)
