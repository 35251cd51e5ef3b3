"""The course of a count that evolves: which figures were stages of it, which were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from claimcheck.judge.extent import extent
from claimcheck.judge.readings import Reading, day
from claimcheck.model import Claim, Quantity, Value

STAGE = 2
"""A figure needs this many outlets to count as a stage; one that a single outlet has may just be wrong."""


@dataclass(frozen=True, slots=True)
class Course:
    """What a topic as a whole says of the figures in it."""

    withdrawn: frozenset[Decimal] = frozenset()
    """Figures that an outlet takes back ("16 and not 17")."""
    days: Mapping[Decimal, tuple[date, date]] = field(default_factory=dict)
    """First and last day of each figure that several outlets have."""

    def superseded(self, a: Value, b: Value) -> bool:
        """Whether two figures of one day were stages: one was taken back, or both were widely given on other days too."""
        first, second = stated(a), stated(b)
        if first is None or second is None or first == second:
            return False
        if {first, second} & self.withdrawn:
            return True
        return first in self.days and second in self.days and self.days[first] != self.days[second]


def stated(value: Value) -> Decimal | None:
    """Give the number that a quantity names; none for a range or an order of magnitude."""
    if not isinstance(value, Quantity):
        return None
    found = extent(value)
    return found.nominal if found.form in {"exact", "bound", "near"} else None


def course(grouped: Iterable[tuple[Reading, Sequence[Claim]]]) -> Course:
    """Read the course off the readings of one topic."""
    withdrawn: set[Decimal] = set()
    outlets: dict[Decimal, set[str]] = {}
    seen: dict[Decimal, list[date]] = {}
    for reading, claims in grouped:
        number = stated(reading.value)
        if number is None:
            continue
        if reading.modality == "withdrawn":
            withdrawn.add(number)
        elif reading.time is not None:
            outlets.setdefault(number, set()).update(claim.article for claim in claims)
            seen.setdefault(number, []).append(day(reading.time))
    days = {number: (min(times), max(times)) for number, times in seen.items() if len(outlets[number]) >= STAGE}
    return Course(frozenset(withdrawn), days)
