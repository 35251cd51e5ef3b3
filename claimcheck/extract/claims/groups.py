"""Counted people with their names → claims: "trois chercheurs, A, B et C", "quatre ingénieurs, dont A", "un quatrième, D"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.people import COUNT_GAP, name_lists
from claimcheck.extract.claims.scene import Scene, value_kind
from claimcheck.model import Mention, Names, Quantity, Span

GROUP_NAMED = "group-named"
BEHIND = 1
"""Words between a list and the count behind it: "A, B et C, trois chercheurs"."""
CONFIDENCE = 0.8


def read_groups(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each counted group of people of which a sentence names all or some."""
    counted = [mention for mention in scene.mentions if _concept(desk, scene, mention)]
    for names, _, _, is_open in name_lists(scene) if counted else ():
        people = Span(names[0].start, names[-1].end)
        whole = next((mention for mention in reversed(counted) if _tells(scene, mention, people, is_open=is_open)), None)
        if whole is None or not isinstance(whole.value, Quantity) or whole.value.low is None or whole.value.low != whole.value.high:
            continue
        concept, count = str(_concept(desk, scene, whole)), int(whole.value.low)
        event = desk.nearest_event(scene, scene.tokens_of(whole.start, whole.end))
        yield Draft(
            type="name",
            subject="",
            attribute=GROUP_NAMED,
            start=min(whole.start, people.start),
            end=max(whole.end, people.end),
            sentence=scene.sentence.span,
            value=Names(tuple(desk.name(name.entity) for name in names), count, is_open or len(names) < count),
            rule=GROUP_NAMED,
            slot={"group": desk.vocabulary.group(concept) or concept} | ({"event": event} if event else {}),
            confidence=CONFIDENCE,
            derivation=(f"{GROUP_NAMED} ← {len(names)} of {scene.text(whole.start, whole.end)!r} are named",),
        )


def _concept(desk: Desk, scene: Scene, mention: Mention) -> str | None:
    """Give the noun of people that a mention counts; of an ordinal, the noun behind it where the group was not known before."""
    if not isinstance(mention.value, Quantity):
        return None
    unit = mention.value.unit
    if value_kind(mention) == "count":
        return unit if unit and desk.vocabulary.classes.get(unit) == "person" else None
    first, last = scene.tokens_of(mention.start, mention.end)
    if unit != "ordinal" or not scene.is_role(first - 1, "one"):
        return None
    return dict(scene.nouns).get(last)


def _tells(scene: Scene, mention: Mention, people: Span, *, is_open: bool) -> bool:
    """Whether a count is of some people: before their names where these are examples or behind a colon, else right beside them."""
    first, last = scene.tokens_of(*people)
    start, end = scene.tokens_of(mention.start, mention.end)
    if end <= first:
        return is_open or first - end <= COUNT_GAP or scene.text(mention.end, people.start).rstrip().endswith(":")
    return 0 <= start - last <= BEHIND
