"""One sentence with everything that was read in it, as the claim readers see it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimcheck.extract.claims.cues import Cues
from claimcheck.extract.claims.ones import lone_people, woven
from claimcheck.extract.claims.phrases import Hit, Words, tokenize
from claimcheck.extract.claims.vocabulary import Cue, Side, Vocabulary
from claimcheck.extract.recall import Recall
from claimcheck.extract.view import View
from claimcheck.model import DateValue, Entity, EntityMention, Layers, Mention, Post, Quantity, Sentence

MONEY = re.compile(r"[A-Z]{3}|KR|cent")
DURATIONS = frozenset({"year", "quarter", "month", "week", "day", "hour", "minute", "second"})
UNCOUNTED = frozenset({"%", "times", "ordinal"})
Spanned = TypeVar("Spanned", Mention, EntityMention, Post)


def value_kind(mention: Mention) -> str:
    """Name what a mention measures, in the words of `ValueKind`."""
    value = mention.value
    if isinstance(value, DateValue):
        return "clock" if value.clock else "date"
    unit = value.unit
    if mention.noun is not None and unit not in UNCOUNTED:
        return "count"
    return "number" if unit is None else _kind_of[unit]


def _unit_kind(unit: str) -> str:
    if unit in ("ordinal", "times"):
        return unit
    if unit in ("%", "point"):
        return "share"
    if unit in DURATIONS:
        return "duration"
    return "money" if MONEY.fullmatch(unit) else "measure"


_kind_of = Recall(_unit_kind)


@dataclass(slots=True)
class Scene:
    """A sentence: its words, mentions, names and posts, and the phrases of the vocabulary that stand in it."""

    view: View
    sentence: Sentence
    words: list[str]
    starts: list[int]
    ends: list[int]
    """Offsets of the words into the article."""
    mentions: Sequence[Mention]
    names: Sequence[EntityMention]
    posts: Sequence[Post]
    found: Cues
    nouns: list[tuple[int, str]]
    """First word of each counted noun of the lexicon, with its concept."""

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open range of tokens that a stretch of text covers."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.ends[first] <= start:
            first += 1
        return first, bisect_left(self.starts, end)

    def cues(self, side: Side) -> Sequence[Hit[Cue]]:
        """Give the phrases of one side."""
        return self.found.of(side)

    def clause(self, role: str) -> Sequence[Hit[Cue]]:
        """Give the clause words of a role."""
        return self.found.roles.get(role, ())

    def is_and(self, token: int) -> bool:
        """Whether a word joins the members of a list."""
        return self.is_role(token, "and")

    def is_role(self, token: int, role: str) -> bool:
        """Whether a clause word of a role begins at a token."""
        return any(hit.first == token for hit in self.clause(role))

    def is_light(self, token: int) -> bool:
        """Whether a word is an article or has a capital, as a name before a noun has: *the Lisbon crash*."""
        capital = self.view.text[self.starts[token]].isupper()
        return capital or self.is_role(token, "definite") or self.is_role(token, "one")

    def text(self, start: int, end: int) -> str:
        """Quote the article."""
        return self.view.text[start:end]


@dataclass(slots=True)
class Stage:
    """A whole article's scenes with the entities they speak of."""

    layers: Layers
    view: View
    scenes: list[Scene]
    entities: dict[str, Entity]


def _within(items: Sequence[Spanned], starts: list[int], start: int, end: int) -> Sequence[Spanned]:
    return items[bisect_left(starts, start) : bisect_left(starts, end)]


def _is_of_date(hit: Hit[Cue], words: Words, dates: Sequence[Mention]) -> bool:
    """Whether what looks like something that happens is a word of a date: "on March 11" is no march."""
    if hit.key.side not in ("predicate", "unless"):
        return False
    at = bisect_right(dates, words.starts[hit.first], key=lambda mention: mention.start) - 1
    return at >= 0 and words.ends[hit.last - 1] <= dates[at].end


def set_stage(layers: Layers, view: View, vocabulary: Vocabulary) -> Stage:
    """Cut a document's layers into scenes, one a sentence, each read once."""
    mention_starts = [m.start for m in layers.mentions]
    name_starts = [n.start for n in layers.names]
    post_starts = [p.start for p in layers.posts]
    scenes = []
    for sentence in layers.document.sentences:
        words = tokenize(view.folded, sentence.start, sentence.end)
        hits = vocabulary.index.find(words.texts)
        mentions = _within(layers.mentions, mention_starts, sentence.start, sentence.end)
        if dates := [mention for mention in mentions if isinstance(mention.value, DateValue)]:
            hits = [hit for hit in hits if not _is_of_date(hit, words, dates)]
        found = Cues(hits)
        nouns = [(hit.first, hit.key.name) for hit in found.of("noun")]
        scenes.append(
            Scene(
                view=view,
                sentence=sentence,
                words=words.texts,
                starts=words.starts,
                ends=words.ends,
                mentions=woven(mentions, lone_people(view, words, found, nouns, vocabulary)),
                names=_within(layers.names, name_starts, sentence.start, sentence.end),
                posts=_within(layers.posts, post_starts, sentence.start, sentence.end),
                found=found,
                nouns=nouns,
            ),
        )
    return Stage(layers, view, scenes, {entity.id: entity for entity in layers.entities})


def is_count(mention: Mention) -> bool:
    """Whether a mention is a number of things, with or without its noun."""
    return isinstance(mention.value, Quantity) and value_kind(mention) in ("count", "number")
