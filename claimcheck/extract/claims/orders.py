"""What came first → claims: "a démissionné avant la signature", "after the merger, Duval left"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.phrases import Hit
from claimcheck.extract.claims.scene import Scene
from claimcheck.extract.claims.slots import OCCURRENCE, SAYING
from claimcheck.extract.claims.subjects import NEAR
from claimcheck.extract.claims.vocabulary import Cue
from claimcheck.model import Order

ORDER = "order"
EARLIER, LATER = "earlier", "later"
"""Roles of the clause words that set one event before or after another."""
BEHIND = 5
"""Words between "après" and its event: "après que le tribunal de Brenne a prononcé"."""
AHEAD = 10
"""Words between an event and the "avant" that dates it."""
NEGATION_REACH = 3
ACTOR_REACH = 3
"""Words between an event noun and its actor: "la démission de la ministre Duval"."""
STOPS = frozenset({";", ":", "(", ")"})
CONFIDENCE = 0.75


class Told(NamedTuple):
    """An event of the sentence: its concept, and who is named for it."""

    concept: str
    actor: str


def read_orders(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for every two events that a sentence puts in order.

    What can happen again and again needs its actor's name, else two tellings may be of two events; two events of one
    concept (two departures) are left alone. What is denied is in no order.
    """
    cues = sorted((*scene.clause(EARLIER), *scene.clause(LATER)), key=lambda hit: hit.first)
    if not cues:
        return
    events = [hit for hit in scene.cues("predicate") if hit.key.name not in (SAYING, OCCURRENCE)]
    firsts = [hit.first for hit in events]
    seen: set[tuple[int, int]] = set()
    for cue in cues:
        other = _behind(scene, cue, events, firsts)
        main = other and (_opened(scene, cue, other, events) or _ahead(scene, cue, events))
        if not other or not main or (main.first, other.first) in seen or _negated(scene, main, cue):
            continue
        seen.add((main.first, other.first))  # "avant" stands in "avant de" too
        draft = _draft(desk, scene, cue, main, other)
        if draft:
            yield draft


def _behind(scene: Scene, cue: Hit[Cue], events: Sequence[Hit[Cue]], firsts: Sequence[int]) -> Hit[Cue] | None:
    """Give the event that "avant" or "after" introduces; a date or a figure in between is what it introduces instead."""
    at = bisect_left(firsts, cue.last)
    if at == len(events) or events[at].first - cue.last > BEHIND:
        return None
    if any(word in STOPS or word == "," for word in scene.words[cue.last : events[at].first]):
        return None
    start, end = scene.starts[cue.first], scene.starts[events[at].first]
    if any(start <= mention.start < end for mention in scene.mentions):
        return None
    return _fullest(hit for hit in events[at:] if hit.first == events[at].first)


def _opened(scene: Scene, cue: Hit[Cue], other: Hit[Cue], events: Sequence[Hit[Cue]]) -> Hit[Cue] | None:
    """Give the main event where the sentence or clause opens with the other: "Après la signature, Duval a démissionné"."""
    if cue.first > 1 and scene.words[cue.first - 1] != ",":
        return None
    comma = next((i for i in range(other.last, len(scene.words)) if scene.words[i] == ","), None)
    if comma is None:
        return None
    later = [hit for hit in events if 0 < hit.first - comma <= AHEAD]
    return _fullest(hit for hit in later if hit.first == later[0].first) if later else None


def _ahead(scene: Scene, cue: Hit[Cue], events: Sequence[Hit[Cue]]) -> Hit[Cue] | None:
    """Give the event right before "avant" or "after", in the same clause."""
    earlier = [hit for hit in events if 0 <= cue.first - hit.last <= AHEAD]
    if not earlier:
        return None
    nearest = max(hit.last for hit in earlier)
    if any(word in STOPS for word in scene.words[nearest : cue.first]):
        return None
    return _fullest(hit for hit in earlier if hit.last == nearest)


def _fullest(hits: Iterator[Hit[Cue]]) -> Hit[Cue]:
    """Choose the longest phrase; of two concepts with one word, the same one in every sentence."""
    return min(hits, key=lambda hit: (hit.first - hit.last, hit.key.name))


def _negated(scene: Scene, main: Hit[Cue], cue: Hit[Cue]) -> bool:
    return any(
        main.first - NEGATION_REACH <= hit.first and hit.last <= cue.first
        for role in ("negation", "not-yet")
        for hit in scene.clause(role)
        if hit.last <= main.first or hit.first >= main.last
    )


def _draft(desk: Desk, scene: Scene, cue: Hit[Cue], main: Hit[Cue], other: Hit[Cue]) -> Draft | None:
    """Write the claim; none where nobody is named for what may happen again."""
    mine = _told(desk, scene, main, _main_actor(desk, scene, main))
    theirs = _told(desk, scene, other, _own_actor(desk, scene, cue, other))
    if mine.concept == theirs.concept:
        return None
    first, then = (mine, theirs) if cue.key.name == EARLIER else (theirs, mine)
    one, two = sorted((first, then), key=lambda told: told.concept)
    actors = list(dict.fromkeys(told.actor for told in (one, two) if told.actor))
    if not actors and not {one.concept, two.concept} <= desk.vocabulary.impersonal:
        return None
    start, end = min(main.first, other.first, cue.first), max(main.last, other.last, cue.last) - 1
    of = {"of": actors[1]} if len(actors) > 1 else {}
    return Draft(
        type="event",
        subject=actors[0] if actors else "",
        attribute=ORDER,
        start=scene.starts[start],
        end=scene.ends[end],
        sentence=scene.sentence.span,
        value=Order(first.concept, then.concept),
        rule=ORDER,
        slot={"event": one.concept, "than": two.concept, **of},
        confidence=CONFIDENCE,
        derivation=(f"{ORDER} ← {scene.words[cue.first]!r} sets {first.concept} before {then.concept}",),
    )


def _told(desk: Desk, scene: Scene, hit: Hit[Cue], actor: str) -> Told:
    concept = desk.slots(scene, desk.ruler(scene)).concept(hit)
    return Told(concept, "" if concept in desk.vocabulary.impersonal else actor)


def _main_actor(desk: Desk, scene: Scene, main: Hit[Cue]) -> str:
    """Name whom the main event is of: a person, else an organisation of its own sentence."""
    place, ruler = (main.first, main.last), desk.ruler(scene)
    person = desk.subjects.find(scene, ruler, place, "person")
    found = person if person.name else desk.subjects.find(scene, ruler, place, "organisation")
    return found.name if found.confidence >= NEAR else ""


def _own_actor(desk: Desk, scene: Scene, cue: Hit[Cue], other: Hit[Cue]) -> str:
    """Name who the introduced event is of, where it says so: "avant la démission de Duval", *before Duval resigned*."""
    for name in scene.names:
        first, _ = scene.tokens_of(name.start, name.end)
        if name.type == "person" and cue.last <= first <= other.last + ACTOR_REACH:
            return desk.name(name.entity)
    return ""
