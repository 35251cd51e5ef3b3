"""What a comparator says of two values, before modality, source and time are weighed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from claimcheck.model import Kind, Verdict

DEFAULT_LADDER = ("same", "rounding", "overlap", "far-bound", "disjoint")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with the level that held and what to say of it."""

    verdict: Verdict
    level: str
    """Name of the comparison level: same, rounding, overlap, far-bound, disjoint, status…"""
    reason: str
    """Key of the sentence in `messages/judge.yaml`, under `reasons`."""
    notes: tuple[tuple[str, str], ...] = ()
    """Further sentences: (key under `notes`, parameter)."""

    def noted(self, *notes: tuple[str, str]) -> Outcome:
        """Give it with more notes."""
        return replace(self, notes=self.notes + notes) if notes else self


@dataclass(frozen=True, slots=True)
class Ground:
    """What a comparison rests on beside the two values; read-only."""

    ladder: tuple[str, ...] = DEFAULT_LADDER
    """Levels that may be given; without `disjoint` nothing contradicts, without `rounding` every digit counts."""
    exclusive: bool = False
    """Only one holder at a time."""
    when: date | None = None
    """For what day currencies are exchanged: the later of the two publications."""
    root: Path | None = None
    """Where the rules are; absent: those that ship with the program."""
    tolerance: Decimal = Decimal(1)
    """How many times the usual tolerances are granted; a larger one never makes a contradiction."""

    @classmethod
    def of(cls, kind: Kind | None, *, when: date | None = None, root: Path | None = None) -> Ground:
        """Take what a kind says; the defaults where no kind names the attribute."""
        if kind is None:
            return cls(when=when, root=root)
        return cls(ladder=kind.ladder or DEFAULT_LADDER, exclusive=kind.exclusive, when=when, root=root)

    def disjoint(self, reason: str, *, level: str = "disjoint") -> Outcome:
        """Both cannot hold; where the kind's ladder does not end in `disjoint`, that cannot be told."""
        if "disjoint" in self.ladder:
            return Outcome("contradiction", level, reason)
        return Outcome("not_comparable", "never", "never")
