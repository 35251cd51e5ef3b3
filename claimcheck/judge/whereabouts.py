"""Two sentences that each name a place of which the other article knows nothing tell of two things."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.judge.likeness import words
from claimcheck.model import Claim, Layers

COUNTED = frozenset({"casualties", "count", "money", "measure", "percent", "duration"})
"""Types of claims that a place parts; where something is, and when, outlets may well disagree."""
BEGINNING = 4
"""Letters by which one place's names in two languages are known: Lisbonne, Lisbon."""


class Whereabouts:
    """Knows which places each article names, and where."""

    def __init__(self, layers: Sequence[Layers]) -> None:
        self._spots: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self._known: dict[str, frozenset[str]] = {}
        for layer in layers:
            names = {entity.id: _stems(entity.name) for entity in layer.entities if entity.type == "place"}
            article = layer.document.article.id
            self._spots[article] = [(mention.start, names[mention.entity]) for mention in layer.names if mention.entity in names]
            self._known[article] = frozenset().union(*(_stems(word) for word in layer.document.article.text.split() if word[:1].isupper()))
        self._of: dict[str, frozenset[str]] = {}

    def elsewhere(self, a: Claim, b: Claim) -> bool:
        """Whether two claims stand in sentences of places that only their own articles know."""
        if a.type not in COUNTED:
            return False
        mine, theirs = self._named(a), self._named(b)
        if not mine or not theirs:
            return False
        return mine.isdisjoint(self._known.get(b.article, mine)) and theirs.isdisjoint(self._known.get(a.article, theirs))

    def _named(self, claim: Claim) -> frozenset[str]:
        """Give the places of a claim's sentence."""
        if claim.id not in self._of:
            spots = (stems for at, stems in self._spots.get(claim.article, ()) if claim.sentence.start <= at < claim.sentence.end)
            self._of[claim.id] = frozenset().union(*spots)
        return self._of[claim.id]


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:BEGINNING] for word in words(name) if len(word) >= BEGINNING)
