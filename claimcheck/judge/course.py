"""The course of a count that evolves: which figures were stages of it, which were withdrawn, which are rivals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from claimcheck.judge.extent import extent
from claimcheck.judge.parties import one_source, sides
from claimcheck.judge.readings import Reading, day
from claimcheck.model import Claim, Quantity, Value

PLURAL = 2
"""A bound no higher is a mere plural ("some Germans"), not an earlier state of a count."""
STAGE = 2
"""A figure needs this many articles to count as a stage; one that a single article has may just be wrong."""


FIRST = "first"
"""Stage of a figure that is put as a first count."""


@dataclass(frozen=True, slots=True)
class Course:
    """What a topic as a whole says of the figures in it."""

    withdrawn: frozenset[Decimal] = frozenset()
    """Figures that an outlet takes back ("16 and not 17")."""
    provisional: frozenset[Decimal] = frozenset()
    """Figures that nobody gives but as a first count."""
    stages: Mapping[Decimal, tuple[date, date]] = field(default_factory=dict)
    """First and last day of each figure that several articles have."""
    rivals: frozenset[frozenset[Decimal]] = frozenset()
    """Figures that one article gives as those of two sides: neither replaces the other."""
    owners: Mapping[Decimal, frozenset[str]] = field(default_factory=dict)
    """Parties that some article credits with a figure."""
    loose_tense: bool = False
    """One outlet has as done what another has as planned: in this topic the tense decides nothing."""

    def rival(self, a: Value, b: Value) -> bool:
        """Whether two figures are those of two parties."""
        return frozenset(number for value in (a, b) if (number := stated(value)) is not None) in self.rivals

    def owns(self, party: str, value: Value, root: Path | None = None) -> bool:
        """Whether some article credits a party with a figure."""
        number = stated(value)
        return number is not None and any(one_source(party, owner, root) for owner in self.owners.get(number, ()))

    def superseded(self, a: Value, b: Value) -> bool:
        """Whether one of two figures of the same day had been taken back, or was on its way out everywhere."""
        first, second = stated(a), stated(b)
        if first is None or second is None or first == second:
            return False
        return bool({first, second} & self.withdrawn) or self._left_behind(first) or self._left_behind(second)

    def _left_behind(self, figure: Decimal) -> bool:
        """Whether another widely given figure came up no earlier and stayed longer, or came up later and stayed as long."""
        if figure not in self.stages:
            return False
        first, last = self.stages[figure]
        return any(
            start >= first and end >= last and (start, end) != (first, last)
            for other, (start, end) in self.stages.items()
            if other != figure and frozenset((figure, other)) not in self.rivals
        )


def stated(value: Value) -> Decimal | None:
    """Give the number that a quantity names; none for a range, an order of magnitude or a mere plural."""
    if not isinstance(value, Quantity):
        return None
    found = extent(value)
    if found.form == "bound" and value.approximate and abs(found.nominal) <= PLURAL:
        return None
    return found.nominal if found.form in {"exact", "bound", "near"} else None


def course(grouped: Mapping[Reading, Sequence[Claim]], root: Path | None = None) -> Course:
    """Read the course off the readings of one topic."""
    withdrawn: set[Decimal] = set()
    settled: set[Decimal] = set()
    articles: dict[Decimal, set[str]] = {}
    days: dict[Decimal, list[date]] = {}
    credited: dict[str, set[tuple[Decimal, str | None]]] = {}
    for reading, claims in grouped.items():
        number = stated(reading.value)
        if number is None:
            continue
        if reading.modality == "withdrawn":
            withdrawn.add(number)
            continue
        if reading.stage != FIRST:
            settled.add(number)
        for claim in claims:
            articles.setdefault(number, set()).add(claim.article)
            credited.setdefault(claim.article, set()).add((number, reading.party))
        if reading.time is not None:
            days.setdefault(number, []).append(day(reading.time))
    loose = bool(_held(grouped, planned=True) & _held(grouped, planned=False))
    stages = {number: (min(times), max(times)) for number, times in days.items() if len(articles[number]) >= STAGE}
    owners: dict[Decimal, frozenset[str]] = {}
    for number, party in {pair for figures in credited.values() for pair in figures}:
        if party is not None:
            owners[number] = owners.get(number, frozenset()) | {party}
    return Course(
        frozenset(withdrawn), frozenset(articles.keys() - settled), stages, frozenset(_rivals(credited.values(), root)), owners, loose
    )


def _held(grouped: Iterable[Reading], *, planned: bool) -> set[object]:
    """Collect the figures, or values, that are put as a plan, or not."""
    modalities = {"planned"} if planned else {"asserted", "hedged"}
    return {stated(reading.value) or reading.value for reading in grouped if reading.modality in modalities}


def _rivals(credited: Iterable[set[tuple[Decimal, str | None]]], root: Path | None) -> set[frozenset[Decimal]]:
    """Find figures that one article gives as those of two sides."""
    return {
        frozenset((number, other))
        for figures in credited
        for number, party in figures
        if party is not None
        for other, whose in figures
        if other != number and sides(party, whose, root) and (other, party) not in figures
    }
