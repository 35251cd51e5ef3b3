"""Counted people with their names → claims: "trois chercheurs, A, B et C", "quatre ingénieurs, dont A", "un quatrième, D"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.people import COUNT_GAP, name_lists
from claimcheck.extract.claims.scene import Scene, value_kind
from claimcheck.model import Mention, Names, Quantity, Span

GROUP_NAMED = "group-named"
BEHIND = 1
"""Words between a list and the count behind it: "A, B et C, trois chercheurs"."""
COLON = 2
"""Characters before a list that hold its colon."""
CONFIDENCE = 0.8


def read_groups(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each counted group of people of which a sentence names all or some."""
    counted = _counted(desk, scene)
    for names, _, _, is_open in name_lists(scene) if counted else ():
        people = Span(names[0].start, names[-1].end)
        at = bisect_left(counted, people.start, key=lambda pair: pair[0].start)
        beside = [pair for pair in counted[max(0, at - 1) : at + 1] if _tells(scene, pair[0], people, is_open=is_open)]
        if not beside:
            continue
        whole, concept = beside[0]
        count = _size(whole)
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


def _counted(desk: Desk, scene: Scene) -> list[tuple[Mention, str]]:
    """List the exact counts of people with their noun; an ordinal counts too where "un" says that the group was not known before."""
    nouns = dict(scene.nouns)
    new = {hit.last for hit in scene.clause("one")}
    found = []
    for mention in scene.mentions:
        concept = mention.value.unit if isinstance(mention.value, Quantity) and value_kind(mention) == "count" else None
        if value_kind(mention) == "ordinal":
            first, last = scene.tokens_of(mention.start, mention.end)
            concept = nouns.get(last) if first in new else None
        if concept and desk.vocabulary.classes.get(concept) == "person" and _size(mention):
            found.append((mention, concept))
    return found


def _size(mention: Mention) -> int:
    """Give an exact count; 0 for any other value."""
    value = mention.value
    return int(value.low) if isinstance(value, Quantity) and value.low is not None and value.low == value.high else 0


def _tells(scene: Scene, mention: Mention, people: Span, *, is_open: bool) -> bool:
    """Whether a count is of some people: before their names where these are examples or behind a colon, else right beside them."""
    first, last = scene.tokens_of(*people)
    start, end = scene.tokens_of(mention.start, mention.end)
    if end <= first:
        return is_open or first - end <= COUNT_GAP or scene.text(people.start - COLON, people.start).rstrip().endswith(":")
    return 0 <= start - last <= BEHIND
