"""Of whom or what a claim is: the entity that stands nearest, else the one the article is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.scene import Scene, Stage
from claimcheck.model import EntityMention, Span
from claimcheck.model.rule import SubjectKind

NEAR = 0.95
CARRIED = 0.8
DOMINANT = 0.7
UNKNOWN = 0.5
AMBIGUOUS = 0.45
"""Two organisations are as likely: too unsure to contradict anybody with."""
RIVAL = 0.5
"""An article is about one organisation when the next is named less than this share of its times."""
EVENT = 0.95
AFTER_TOLL = 3.0
"""What stands after the value is less often its subject than what stands before it."""
HANGING = 3.0
"""Words between a value and a subject that hangs behind it."""
REACH = 40.0
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

    def __init__(self, stage: Stage, voices: frozenset[str] = frozenset()) -> None:
        self.entities = stage.entities
        self._sources = _sources(stage)
        counts: Counter[str] = Counter(mention.entity for scene in stage.scenes for mention in scene.names if not self._is_credit(mention))
        order = {entity.id: i for i, entity in enumerate(stage.layers.entities)}
        self._ranked = sorted(counts, key=lambda entity: (-counts[entity], order.get(entity, 0)))
        self._counts = counts
        self._voices = voices
        self._previous = {later.sentence.start: earlier for earlier, later in pairwise(stage.scenes)}

    def _is_credit(self, mention: EntityMention) -> bool:
        """Whether a name stands there only as a source: an outlet, or a party behind "selon"; "Velmor said" names a subject."""
        return mention.start in self._sources

    def _speaks(self, mention: EntityMention) -> bool:
        return mention.entity in self._voices or self._is_credit(mention)

    def dominant(self, kind: SubjectKind) -> str | None:
        """Give the entity that the article names most; none where nothing is named twice."""
        for entity in self._ranked:
            if self.entities[entity].type in WANTED[kind] and entity not in self._voices:
                return entity if self._counts[entity] > 1 else None
        return None

    def sole(self, kind: SubjectKind) -> str | None:
        """Give the entity that the article is clearly about: `dominant`, and nothing named half as often."""
        found = self.dominant(kind)
        return None if found is None or self._has_rival(found, kind) else found

    def behind(self, scene: Scene, phrase: tuple[int, int] | None) -> str | None:
        """Name the organisation that hangs behind a phrase: "a rejoint Velmor"."""
        for mention in scene.names if phrase else ():
            first = scene.tokens_of(mention.start, mention.end)[0]
            if phrase and mention.type in WANTED["organisation"] and 0 <= first - phrase[1] <= HANGING:
                return self.entities[mention.entity].name
        return None

    def find(self, scene: Scene, ruler: Ruler, place: tuple[int, int], kind: SubjectKind, *, skip: Span | None = None) -> Subject:
        """Find the subject of what stands at a range of tokens; what stands in `skip` is not it.

        It stands before the value or hangs right behind it ("… de Velmor"); else it is carried over from the sentence
        before; else it is what the article is about.
        """
        if kind == "event":
            return Subject("", None, EVENT)
        before: tuple[float, EntityMention] | None = None
        after: tuple[float, EntityMention] | None = None
        for mention in scene.names:
            if mention.type not in WANTED[kind] or self._speaks(mention) or (skip and skip.overlaps(mention.span)):
                continue
            at = scene.tokens_of(mention.start, mention.end)
            if scene.is_role(at[1], "provided"):
                continue  # "above Norvik estimates": whose figures they are
            if kind == "person" and _only_related(scene, at):
                continue
            cost = ruler.apart(at, place)
            if at[0] <= place[0]:
                before = min(before or (REACH, mention), (cost, mention), key=lambda pair: pair[0])
            else:
                after = min(after or (REACH, mention), (cost, mention), key=lambda pair: pair[0])
        if after and (after[0] <= HANGING or (before and after[0] + AFTER_TOLL < before[0])):
            before = after
        if before is None and kind == "person":
            before = after
        if before is not None:
            return self._named(before[1].entity, NEAR)
        if kind == "person":
            return Subject("", None, UNKNOWN)
        carried = self._before(scene, kind)
        if carried:
            return self._named(carried[-1], CARRIED if len(set(carried)) == 1 else AMBIGUOUS)
        found = self.dominant(kind)
        if found:
            return self._named(found, AMBIGUOUS if self._has_rival(found, kind) else DOMINANT)
        return self._named(after[1].entity, UNKNOWN) if after else Subject("", None, UNKNOWN)

    def _has_rival(self, entity: str, kind: SubjectKind) -> bool:
        ranked = (other for other in self._ranked if other != entity and other not in self._voices)
        others = [self._counts[other] for other in ranked if self.entities[other].type in WANTED[kind]]
        return bool(others) and others[0] >= RIVAL * self._counts[entity]

    def _named(self, entity: str, confidence: float) -> Subject:
        return Subject(self.entities[entity].name, entity, confidence)

    def _before(self, scene: Scene, kind: SubjectKind) -> list[str]:
        """List the entities of the sentence before, in the same paragraph."""
        earlier = self._previous.get(scene.sentence.start)
        if earlier is None or earlier.sentence.paragraph != scene.sentence.paragraph:
            return []
        return [mention.entity for mention in earlier.names if mention.type in WANTED[kind] and not self._speaks(mention)]


def _only_related(scene: Scene, name: tuple[int, int]) -> bool:
    """Whether a name only says whose brother or lawyer somebody is."""
    return any(hit.last == name[0] or hit.first == name[1] for hit in scene.clause("relative"))


def _sources(stage: Stage) -> frozenset[int]:
    """Give where the names start that stand there as sources."""
    names = sorted((mention for scene in stage.scenes for mention in scene.names), key=lambda mention: mention.start)
    starts = [mention.start for mention in names]
    found: set[int] = set()
    for credit in stage.layers.credits:
        first = credit.start + (credit.role == "party")  # "Velmor said" names a subject, "selon Velmor" does not
        found.update(mention.start for mention in names[bisect_left(starts, first) : bisect_left(starts, credit.end)])
    return frozenset(found)
