"""Things done or not done → claims: "a signé" against "n'a rien signé"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.phrases import Hit
from claimcheck.extract.claims.scene import Scene
from claimcheck.extract.claims.things import opening
from claimcheck.extract.claims.vocabulary import Cue
from claimcheck.model import Fact, Span

NEGATION_REACH = 3
"""Words between "ne", *not* and the verb."""
CONFIDENCE = 0.75


def read_facts(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each predicate that the lexicon marks as a fact; what is not yet done is none, it may be done tomorrow."""
    hits = _longest([hit for hit in scene.cues("predicate") if hit.key.name in desk.vocabulary.facts])
    if not hits or scene.clause("not-yet"):
        return
    ruler = desk.ruler(scene)
    negations = scene.clause("negation")
    for hit in hits:
        start, end = scene.starts[hit.first], scene.ends[hit.last - 1]
        negated = any(0 <= hit.first - no.last <= NEGATION_REACH or 0 <= no.first - hit.last < 1 for no in negations)
        holds = not negated or desk.stances.modality(Span(start, end)) == "denied"  # "il assure n'avoir rien signé" denies having signed
        subject = desk.subjects.find(
            scene, ruler, (hit.first, hit.last), "any" if hit.key.name not in desk.vocabulary.unique_events else "event"
        )
        yield Draft(
            type="event",
            subject=subject.name,
            attribute="fact",
            start=start,
            end=end,
            sentence=scene.sentence.span,
            value=Fact(hit.key.name, holds),
            rule="fact",
            slot={"event": hit.key.name},
            confidence=min(CONFIDENCE, subject.confidence),
            thing=None if subject.name else opening(scene, (hit.first, hit.last)),
            derivation=(f"fact ← {scene.text(start, end)!r} · {desk.vocabulary.language}/lexicon/predicates",),
        )


def _longest(hits: Sequence[Hit[Cue]]) -> list[Hit[Cue]]:
    """Leave out what stands inside a longer phrase for the same deed: "signé" in "a signé"."""
    kept: list[Hit[Cue]] = []
    reached: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.last > reached.get(hit.key.name, 0):
            reached[hit.key.name] = hit.last
            kept.append(hit)
    return kept
