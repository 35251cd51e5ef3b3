"""The scene: where a whole story happens, and what, pins no single fact down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from claimcheck.align.identity import same_organisation, words_of
from claimcheck.model import Claim, Names

HAPPENED_AT = "happened-at"
HAPPENED_ON = "happened-on"
GENERAL = "general"
LASTED = "lasted"
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


def event_of(claims: Sequence[Claim]) -> str | None:
    """Name the event that the story is of: the one that most articles date."""
    articles: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.attribute == HAPPENED_ON and "event" in claim.slots:
            articles[claim.slots["event"]].add(claim.article)
    best = max(sorted(articles), key=lambda event: len(articles[event]), default=None)
    return best if best and len(articles[best]) >= MIN_ARTICLES else None


def without_scene(claims: Sequence[Claim]) -> list[Claim]:
    """Take the slot `place` off claims that only name where the story happens, and `event` off figures that only name what."""
    scene, event = scene_of(claims), event_of(claims)
    found = []
    for claim in claims:
        slots = claim.slots
        if scene and "place" in slots and same_place(slots["place"], scene):
            del slots["place"]
        if event and slots.get("event") == event and (claim.rule == GENERAL or claim.attribute == LASTED):
            del slots["event"]
        found.append(replace(claim, slot=tuple(slots.items())) if len(slots) < len(claim.slot) else claim)
    return found
