"""Claims: one atomic assertion each."""

from __future__ import annotations

from datetime import date
from typing import Literal

from claimcheck.model.record import record
from claimcheck.model.text import Span
from claimcheck.model.value import Value

ClaimType = Literal[
    "money", "count", "casualties", "date", "duration", "percent", "measure", "role", "name", "place", "source", "event", "other"
]
Modality = Literal["asserted", "hedged", "planned", "denied", "withdrawn"]


@record
class Attribution:
    """Who is credited, and through whom."""

    party: str | None = None
    """A source in the story ("la préfecture")."""
    upstream: str | None = None
    """The outlet or agency that the article draws on ("Bloomberg")."""

    @property
    def name(self) -> str | None:
        """Whoever is nearest to the fact."""
        return self.party or self.upstream


@record
class Claim:
    """Subject · attribute · value, with its quote."""

    id: str
    """`<article id>:<n>`, numbered in the order of the text from 1."""
    article: str
    type: ClaimType
    subject: str
    """Name of what it is said of, the fullest form in the article; empty where it cannot be told."""
    attribute: str
    """Id of the kind in `rules/kinds/`, or `<noun>` for the general counted-noun claim."""
    slot: tuple[tuple[str, str], ...]
    """What else pins the fact down, sorted by name: time, place, group, part, basis…"""
    text: str
    start: int
    end: int
    sentence: Span
    value: Value
    rule: str
    modality: Modality = "asserted"
    attribution: Attribution = Attribution()
    asof: date | None = None
    """As of when the sentence says the value holds; absent: as of the article's publication."""
    confidence: float = 1.0
    """In [0, 1]: how surely subject, attribute and value were read."""
    derivation: tuple[str, ...] = ()
    thing: str | None = None
    """The noun of what it is said of, folded, where that has no name: `pont`."""

    @property
    def span(self) -> Span:
        """Where its quote stands."""
        return Span(self.start, self.end)

    @property
    def slots(self) -> dict[str, str]:
        """The slot as a mapping."""
        return dict(self.slot)
