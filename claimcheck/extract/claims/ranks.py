"""Ordinals → claims: *the sixth signing*, "la 23e minute"; a sixth quarter in a row makes six of them."""

from __future__ import annotations

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene
from claimcheck.extract.claims.words import content_word
from claimcheck.model import ClaimType, Mention, Quantity

RANK = "rank"
CONFIDENCE = 0.45
"""Enough to agree, too little to contradict: what is counted is one word."""
REACH = 3
"""Words from an ordinal to its noun: *the sixth consecutive quarter*."""


def read_rank(desk: Desk, scene: Scene, place: tuple[int, int], mention: Mention) -> Draft | None:
    """Read an ordinal with the noun behind it."""
    value = mention.value
    at = content_word(desk.vocabulary, scene, range(place[1], min(place[1] + REACH, len(scene.words))))
    if isinstance(value, Quantity) and value.low == 1:
        return None  # "pour la première fois", *in the first instance*: seldom a rank
    if at is None or "," in scene.words[place[1] : at] or not isinstance(value, Quantity):
        return None
    word = scene.words[at]
    in_a_row = any(place[1] <= cue.first <= at + 1 for cue in scene.clause("in-a-row"))
    last = max([at + 1, *(cue.last for cue in scene.clause("in-a-row") if cue.first == at + 1)])
    unit = desk.vocabulary.durations.get(word)
    if in_a_row and unit:
        return _draft(desk, scene, mention, last, "duration", "duration", {}, Quantity(value.low, value.high, unit=unit))
    return _draft(desk, scene, mention, last, RANK, "count", {"group": desk.vocabulary.concept(word)}, value)


def _draft(
    desk: Desk, scene: Scene, mention: Mention, last: int, attribute: str, claim_type: ClaimType, slot: dict[str, str], value: Quantity
) -> Draft:
    end = max(mention.end, scene.ends[last - 1])
    subject = desk.subjects.find(scene, desk.ruler(scene), scene.tokens_of(mention.start, end), "organisation")
    return Draft(
        type=claim_type,
        subject=subject.name if attribute != RANK else "",
        attribute=attribute,
        start=mention.start,
        end=end,
        sentence=scene.sentence.span,
        value=value,
        rule="general",
        slot=slot,
        confidence=CONFIDENCE,
        derivation=(f"{attribute} ← {scene.text(mention.start, end)!r}", *mention.derivation),
    )
