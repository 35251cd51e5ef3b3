"""Things done or not done → claims: "a signé" against "n'a rien signé"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene
from claimcheck.model import Fact

NEGATION_REACH = 3
"""Words between "ne", *not* and the verb."""
CONFIDENCE = 0.75


def read_facts(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each predicate that the lexicon marks as a fact."""
    hits = [hit for hit in scene.cues("predicate") if hit.key.name in desk.vocabulary.facts]
    if not hits:
        return
    ruler = desk.ruler(scene)
    negations = [hit for hit in scene.cues("clause") if hit.key.name == "negation"]
    for hit in hits:
        holds = not any(0 <= hit.first - no.last <= NEGATION_REACH or 0 <= no.first - hit.last < 1 for no in negations)
        subject = desk.subjects.find(
            scene, ruler, (hit.first, hit.last), "any" if hit.key.name not in desk.vocabulary.unique_events else "event"
        )
        start, end = scene.tokens[hit.first].start, scene.tokens[hit.last - 1].end
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
            derivation=(f"fact ← {scene.text(start, end)!r} · {desk.vocabulary.language}/lexicon/predicates",),
        )
