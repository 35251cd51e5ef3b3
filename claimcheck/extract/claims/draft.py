"""A claim before it is numbered, and the tools that every claim reader shares."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.scene import Scene, Stage, value_kind
from claimcheck.extract.claims.slots import SlotReader
from claimcheck.extract.claims.stance import Stances
from claimcheck.extract.claims.subjects import Subjects
from claimcheck.extract.claims.vocabulary import Vocabulary
from claimcheck.model import Claim, ClaimType, Kind, Modality, Quantity, Span, Value
from claimcheck.model.record import record

CHRONICLE = 3
"""Sentences that an hour opens, from which on an article tells hour by hour."""


@record
class Draft:
    """What a reader found; the stage adds stance, number and article."""

    type: ClaimType
    subject: str
    attribute: str
    start: int
    end: int
    sentence: Span
    value: Value
    rule: str
    slot: dict[str, str] = field(default_factory=dict)
    asof: date | None = None
    confidence: float = 0.9
    derivation: tuple[str, ...] = ()
    thing: str | None = None


class Reading(NamedTuple):
    """A kind that a value can fill, and how far-fetched that is."""

    cost: float
    kind: Kind
    step: str
    phrase: tuple[int, int] | None = None
    """The words that gave the attribute, as a range of tokens."""


class Figure(NamedTuple):
    """A figure with its attribute and the party that gives it."""

    value: Quantity
    sort: str
    """What it measures, a bare number taken for a count."""
    party: str
    reading: Reading


@dataclass(slots=True)
class Desk:
    """One article on the desk: its scenes and everything that claim readers ask."""

    stage: Stage
    vocabulary: Vocabulary
    subjects: Subjects
    stances: Stances
    main_places: frozenset[str]
    main_event: str | None
    """The event that happens once and that the article tells most."""
    _hours: int | None = None
    """How many sentences an hour opens."""
    _ruled: tuple[Scene, Ruler] | None = None
    _counted: tuple[int, Reading] | None = None
    """The last count of people, with its paragraph."""
    _staged: tuple[int, str] | None = None
    """The stage of the count that a sentence opened with, with its paragraph."""
    _told: tuple[int, Figure] | None = None
    """The last figure that a party was credited with, with its paragraph."""

    def told(self, scene: Scene, figure: Figure) -> None:
        """Keep a party's figure, for another party's in the same paragraph."""
        self._told = (scene.sentence.paragraph, figure)

    def told_before(self, scene: Scene) -> Figure | None:
        """Give the last figure of a party in this paragraph."""
        return self._told[1] if self._told and self._told[0] == scene.sentence.paragraph else None

    def open_stage(self, scene: Scene) -> None:
        """Keep the stage of the counts that a sentence opens with, for its paragraph."""
        if opened := SlotReader.opened(scene):
            self._staged = (scene.sentence.paragraph, opened)

    def staged(self, scene: Scene, place: tuple[int, int]) -> str | None:
        """Give the stage of the counts of a paragraph; what a clause sets against it is of another."""
        if self._staged is None or self._staged[0] != scene.sentence.paragraph:
            return None
        return None if any(hit.first < place[0] for hit in scene.clause("break")) else self._staged[1]

    def remember(self, scene: Scene, reading: Reading | None) -> None:
        """Keep what people were counted for, for a list that goes on in the next sentence."""
        if reading is not None:
            self._counted = (scene.sentence.paragraph, reading)

    def counted_before(self, scene: Scene) -> Reading | None:
        """Give what people were last counted for in this paragraph."""
        return self._counted[1] if self._counted and self._counted[0] == scene.sentence.paragraph else None

    @property
    def is_chronicle(self) -> bool:
        """Whether an article tells hour by hour, so that an hour says when its sentence was written; counted once."""
        if self._hours is None:
            opening = (
                scene.mentions[0] for scene in self.stage.scenes if scene.mentions and scene.mentions[0].start == scene.sentence.start
            )
            self._hours = sum(value_kind(mention) == "clock" for mention in opening)
        return self._hours >= CHRONICLE

    @property
    def published(self) -> date | None:
        """When the article came out."""
        return self.stage.view.article.published

    def name(self, entity: str) -> str:
        """Give an entity's fullest name."""
        return self.stage.entities[entity].name

    def ruler(self, scene: Scene) -> Ruler:
        """Give the ruler of a sentence; the readers come to one sentence after the other."""
        if self._ruled is None or self._ruled[0] is not scene:
            self._ruled = (scene, Ruler(scene))
        return self._ruled[1]

    def scene_at(self, offset: int) -> Scene | None:
        """Give the sentence that holds an offset."""
        at = bisect_right(self.stage.scenes, offset, key=lambda scene: scene.sentence.start) - 1
        return self.stage.scenes[at] if at >= 0 and offset < self.stage.scenes[at].sentence.end else None

    def nearest_event(self, scene: Scene, place: tuple[int, int]) -> str | None:
        """Name the event that stands nearest to a range of words."""
        return self.slots(scene, self.ruler(scene)).event(place)

    def slots(self, scene: Scene, ruler: Ruler) -> SlotReader:
        """Give the reader of a sentence's slots."""
        return SlotReader(scene, ruler, self.vocabulary, published=self.published, main_event=self.main_event)

    def _modality(self, draft: Draft, span: Span) -> Modality:
        """Say how a claim is put; a figure of a period that is over is no plan: "from 5,000 last year to 4,000"."""
        modality = self.stances.modality(span)
        if modality != "planned":
            return modality
        _, _, end = draft.slot.get("time", "").partition("/")
        past = bool(end) and self.published is not None and end <= self.published.isoformat()[:10]
        return "asserted" if past else modality

    def claim(self, draft: Draft, number: int) -> Claim:
        """Number a draft and read its stance."""
        article = self.stage.view.article
        span = Span(draft.start, draft.end)
        return Claim(
            id=f"{article.id}:{number}",
            article=article.id,
            type=draft.type,
            subject=draft.subject,
            attribute=draft.attribute,
            slot=tuple(sorted(draft.slot.items())),
            text=article.text[draft.start : draft.end],
            start=draft.start,
            end=draft.end,
            sentence=draft.sentence,
            value=draft.value,
            rule=draft.rule,
            modality=self._modality(draft, span),
            attribution=self.stances.attribution(span),
            asof=draft.asof,
            confidence=round(draft.confidence, 3),
            derivation=draft.derivation,
            thing=draft.thing,
        )
