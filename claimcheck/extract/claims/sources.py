"""Credits, places and actors → claims: who is credited with what, where it happened and who did it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene
from claimcheck.model import ClaimType, EntityMention, Names, Span

PLACE_REACH = 20.0
"""Words between an event and its place."""
ACTOR_REACH = 7.0
"""Words between who acts and the event."""
MOST = 50
"""Claims of one scope that are looked at for what a credit is about."""
FACT = "fact"
ACTORS = frozenset({"organisation"})


def read_sources(desk: Desk, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give a claim for each credit: the source of what its stretch says."""
    ordered = sorted(drafts, key=lambda draft: draft.start)
    starts = [draft.start for draft in ordered]
    for credit in desk.stage.layers.credits:
        if credit.role == "venue":
            continue
        covered = [
            draft for scope in credit.scope for draft in ordered[bisect_left(starts, scope.start) : bisect_left(starts, scope.end)][:MOST]
        ]
        best = max(covered, key=lambda draft: (draft.rule not in ("general", "name"), draft.confidence, -draft.start), default=None)
        # An upstream outlet is credited with the story; a party with one fact of it.
        subject, of = (best.subject, best.attribute) if best and credit.role == "party" else ("", "")
        event = {"event": best.slot["event"]} if of == FACT and best else {}  # the source of one fact, not of all that has no figure
        sentence = best.sentence if best else Span(credit.start, credit.end)
        yield Draft(
            type="source",
            subject=subject,
            attribute="source",
            start=credit.start,
            end=credit.end,
            sentence=sentence,
            value=Names((credit.name,), open=True),
            rule="source",
            slot={"of": of, "group": credit.role, **event} if of else {"group": credit.role},
            derivation=(f"source ← {desk.stage.view.text[credit.start : credit.end]!r} is credited",),
        )


def read_places(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for the place that stands nearest to an event that happens once."""
    events = [hit for hit in scene.cues("predicate") if hit.key.name in desk.vocabulary.unique_events]
    places = [name for name in scene.names if name.type == "place" and name.form == "name"]
    if not events or not places:
        return
    ruler = desk.ruler(scene)
    done: set[str] = set()
    for hit in events:
        cost, place = min(
            ((ruler.apart((hit.first, hit.last), scene.tokens_of(name.start, name.end)), name) for name in places),
            key=lambda pair: (pair[0], pair[1].start),
        )
        if cost > PLACE_REACH or hit.key.name in done:
            continue
        done.add(hit.key.name)
        how = f"place ← event {hit.key.name!r} stands nearest"
        yield _of_event(desk, scene, hit.key.name, place, kind="place", attribute="happened-at", confidence=0.8, how=how)


def read_actors(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for the organisation that stands right before an event that happens once: who did it."""
    events = [hit for hit in scene.cues("predicate") if hit.key.name in desk.vocabulary.unique_events]
    actors = [name for name in scene.names if name.type in ACTORS and name.form == "name"]
    if not events or not actors:
        return
    ruler = desk.ruler(scene)
    done: set[str] = set()
    for hit in events:
        near = [
            (ruler.between(scene.tokens_of(name.start, name.end), (hit.first, hit.last)), name)
            for name in actors
            if scene.tokens_of(name.start, name.end)[1] <= hit.first
        ]
        cost, actor = min(near, key=lambda pair: (pair[0], pair[1].start), default=(ACTOR_REACH + 1, None))
        if actor is None or cost > ACTOR_REACH or hit.key.name in done:
            continue
        done.add(hit.key.name)
        how = f"done-by ← stands before event {hit.key.name!r}"
        yield _of_event(desk, scene, hit.key.name, actor, kind="name", attribute="done-by", confidence=0.7, how=how)


def _of_event(
    desk: Desk, scene: Scene, event: str, name: EntityMention, *, kind: ClaimType, attribute: str, confidence: float, how: str
) -> Draft:
    """Claim that a name belongs to an event, which tells the claim's fact from those of other events."""
    return Draft(
        type=kind,
        subject="",
        attribute=attribute,
        start=name.start,
        end=name.end,
        sentence=scene.sentence.span,
        value=Names((desk.name(name.entity),), open=True),
        rule=attribute,
        slot={"event": desk.vocabulary.family(event)},
        confidence=confidence,
        derivation=(how,),
    )
