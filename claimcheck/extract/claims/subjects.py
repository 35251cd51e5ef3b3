"""Of whom or what a claim is: the entity that stands nearest, else the one the article is about."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.scene import Scene, Stage
from claimcheck.model import EntityMention, Span
from claimcheck.model.rule import SubjectKind

NEAR = 0.95
CARRIED = 0.8
DOMINANT = 0.7
UNKNOWN = 0.5
EVENT = 0.95
AFTER_TOLL = 3.0
"""What stands after the value is less often its subject than what stands before it."""
REACH = 30.0
WANTED: dict[SubjectKind, frozenset[str]] = {
    "person": frozenset({"person"}),
    "organisation": frozenset({"organisation", "outlet", "agency"}),
    "place": frozenset({"place"}),
    "any": frozenset({"person", "organisation", "product", "outlet"}),
}


class Subject(NamedTuple):
    """A subject's name, the entity's id, and how surely it was found."""

    name: str
    entity: str | None
    confidence: float


class Subjects:
    """Finds subjects in one article."""

    def __init__(self, stage: Stage) -> None:
        self.entities = stage.entities
        self._credited = [Span(credit.start, credit.end) for credit in stage.layers.credits if credit.role != "party"]
        counts: Counter[str] = Counter(mention.entity for scene in stage.scenes for mention in scene.names if not self._is_credit(mention))
        order = {entity.id: i for i, entity in enumerate(stage.layers.entities)}
        self._ranked = sorted(counts, key=lambda entity: (-counts[entity], order.get(entity, 0)))
        self._counts = counts
        self._carried: dict[SubjectKind, str] = {}

    def _is_credit(self, mention: EntityMention) -> bool:
        return any(span.overlaps(mention.span) for span in self._credited)

    def dominant(self, kind: SubjectKind) -> str | None:
        """Give the entity that the article names most; none where nothing is named twice."""
        for entity in self._ranked:
            if self.entities[entity].type in WANTED[kind]:
                return entity if self._counts[entity] > 1 else None
        return None

    def find(self, scene: Scene, ruler: Ruler, place: tuple[int, int], kind: SubjectKind) -> Subject:
        """Find the subject of what stands at a range of tokens."""
        if kind == "event":
            return Subject("", None, EVENT)
        best: tuple[float, EntityMention] | None = None
        for mention in scene.names:
            if mention.type not in WANTED[kind] or self._is_credit(mention):
                continue
            at = scene.tokens_of(mention.start, mention.end)
            cost = ruler.apart(at, place) + (AFTER_TOLL if at[0] > place[0] else 0.0)
            if cost <= REACH and (best is None or cost < best[0]):
                best = (cost, mention)
        if best:
            entity = self.entities[best[1].entity]
            self._carried[kind] = entity.id
            return Subject(entity.name, entity.id, NEAR)
        if kind == "person":
            return Subject("", None, UNKNOWN)
        for found, confidence in ((self.dominant(kind), DOMINANT), (self._carried.get(kind), DOMINANT)):
            if found:
                return Subject(self.entities[found].name, found, confidence)
        return Subject("", None, UNKNOWN)
