"""All claims of one article, in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimcheck.extract.claims.called import read_called
from claimcheck.extract.claims.countries import read_countries
from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.elliptic import complete
from claimcheck.extract.claims.facts import read_facts
from claimcheck.extract.claims.groups import read_groups
from claimcheck.extract.claims.orders import read_orders
from claimcheck.extract.claims.people import read_leaders, read_lists, read_names, read_posts
from claimcheck.extract.claims.quantities import HAPPENED, read_values
from claimcheck.extract.claims.quotes import read_quotes
from claimcheck.extract.claims.related import read_related
from claimcheck.extract.claims.scene import Scene, Stage, set_stage
from claimcheck.extract.claims.slots import OCCURRENCE
from claimcheck.extract.claims.sources import read_actors, read_places, read_sources
from claimcheck.extract.claims.stance import Stances
from claimcheck.extract.claims.subjects import Subjects
from claimcheck.extract.claims.vocabulary import Vocabulary
from claimcheck.extract.claims.voices import voices
from claimcheck.extract.view import View
from claimcheck.model import Claim, DateValue, Layers, Span

MAIN_PLACE_SHARE = 0.4
"""A place that takes this share of all places named is where the story happens, not a slot of a value."""


def read_claims(layers: Layers, view: View, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Read every claim of a document from its layers."""
    stage = set_stage(layers, view, vocabulary)
    complete(stage.scenes, vocabulary)
    desk = Desk(
        stage, vocabulary, Subjects(stage, voices(stage, vocabulary)), Stances(layers), _main_places(stage), _main_event(stage, vocabulary)
    )
    drafts: list[Draft] = []
    for scene in stage.scenes:
        drafts += _of_scene(desk, scene)
    drafts += read_names(desk)
    drafts += read_quotes(desk)
    drafts += read_sources(desk, drafts)
    drafts.sort(key=lambda draft: (draft.start, draft.end, draft.attribute))
    return _as_printed([desk.claim(draft, number) for number, draft in enumerate(drafts, 1)], layers, vocabulary)


def _of_scene(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Read the claims of one sentence; a reader is asked where something stands that it could read, no further."""
    if scene.mentions:
        yield from read_values(desk, scene)
    if scene.posts:
        yield from read_posts(desk, scene)
    if scene.found.triggers:
        yield from read_leaders(desk, scene)
        yield from read_called(desk, scene)
        yield from read_countries(desk, scene)
    if scene.names:
        yield from read_groups(desk, scene)
        yield from read_lists(desk, scene)
        yield from read_places(desk, scene)
        yield from read_actors(desk, scene)
        yield from read_related(desk, scene)
    yield from read_facts(desk, scene)
    yield from read_orders(desk, scene)


def _as_printed(claims: Sequence[Claim], layers: Layers, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Leave a figure's day to the publication where its sentence only tells the event's own: a toll is not of the day of the crash.

    A headline puts two things side by side ("rise to 23, vaccination to start Monday"): there nothing is told of a date.
    """
    headings = {sentence.span for sentence in layers.document.sentences if sentence.kind == "heading"}
    happened: dict[tuple[Span, date], str] = {
        (claim.sentence, claim.value.start): claim.slots.get("event", "")
        for claim in claims
        if claim.attribute == HAPPENED and isinstance(claim.value, DateValue) and claim.value.start and claim.sentence not in headings
    }

    def of_event(claim: Claim) -> bool:
        kind, event = vocabulary.kinds.get(claim.attribute), happened.get((claim.sentence, claim.asof)) if claim.asof else None
        return event is not None and not (kind and event in kind.nouns)

    return tuple(replace(claim, asof=None) if of_event(claim) else claim for claim in claims)


def _main_places(stage: Stage) -> frozenset[str]:
    counts = Counter(name.entity for scene in stage.scenes for name in scene.names if name.type == "place")
    total = sum(counts.values())
    return frozenset(entity for entity, n in counts.items() if n >= MAIN_PLACE_SHARE * total)


def _main_event(stage: Stage, vocabulary: Vocabulary) -> str | None:
    counts = Counter(
        vocabulary.family(hit.key.name)
        for scene in stage.scenes
        for hit in scene.cues("predicate")
        if hit.key.name in vocabulary.unique_events and hit.key.name != OCCURRENCE
    )
    return min(counts, key=lambda event: (-counts[event], event), default=None)
