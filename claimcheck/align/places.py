"""Places: where a whole story happens pins no single fact down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from claimcheck.align.identity import same_organisation, words_of
from claimcheck.model import Claim, Names

HAPPENED_AT = "happened-at"
MIN_ARTICLES = 2
SHARED_BEGINNING = 4
"""Letters that one town's names in two languages begin with: Lisbonne, Lisbon."""
MAX_CHANGE = 2


def same_place(one: str, other: str) -> bool:
    """Whether two names can be of one place, in two languages too."""
    a, b = words_of(one), words_of(other)
    if same_organisation(a, b):
        return True
    if len(a) != 1 or len(b) != 1 or a[0][:SHARED_BEGINNING] != b[0][:SHARED_BEGINNING]:
        return False
    return OSA.distance(a[0], b[0], score_cutoff=MAX_CHANGE) <= MAX_CHANGE


def scene_of(claims: Sequence[Claim]) -> str | None:
    """Name the place where the story happens: the one that most articles give for its event."""
    articles: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.attribute == HAPPENED_AT and isinstance(claim.value, Names):
            name = next((known for known in articles if same_place(known, claim.value.names[0])), claim.value.names[0])
            articles[name].add(claim.article)
    best = max(sorted(articles), key=lambda name: len(articles[name]), default=None)
    return best if best and len(articles[best]) >= MIN_ARTICLES else None


def without_scene(claims: Sequence[Claim], scene: str | None) -> list[Claim]:
    """Take the slot `place` off claims that only name where the story happens."""
    if scene is None:
        return list(claims)
    found = []
    for claim in claims:
        place = claim.slots.get("place")
        plain = place is not None and same_place(place, scene)
        found.append(replace(claim, slot=tuple(pair for pair in claim.slot if pair[0] != "place")) if plain else claim)
    return found
