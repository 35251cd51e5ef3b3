"""One article as the checks see it: sentences with their figures, and the words that stand between two figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claimcheck.model import DateValue, Layers, Mention, Quantity, Sentence
from claimcheck.model.fold import fold
from claimcheck.ruleset import Lexicons

REACH = 60
"""Characters between two figures that are told of each other; further apart they are of two things."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its figures, in order."""

    sentence: Sentence
    mentions: Sequence[Mention]

    @property
    def quantities(self) -> list[tuple[Mention, Quantity]]:
        """The figures that are no dates."""
        return [(mention, mention.value) for mention in self.mentions if isinstance(mention.value, Quantity)]

    @property
    def dates(self) -> list[tuple[Mention, DateValue]]:
        """The dates, times of day left out."""
        return [(mention, mention.value) for mention in self.mentions if isinstance(mention.value, DateValue) and not mention.value.clock]


class Page:
    """An article with its figures; `folded` has the length of the text."""

    def __init__(self, layers: Layers, lexicons: Lexicons, root: Path) -> None:
        self.layers = layers
        self.article = layers.document.article
        self.folded = fold(self.article.text)
        self.lexicons = lexicons
        self.root = root

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Give the sentences that hold a figure."""
        mentions, at, found = self.layers.mentions, 0, []
        for sentence in self.layers.document.sentences:
            while at < len(mentions) and mentions[at].start < sentence.start:
                at += 1
            first = at
            while at < len(mentions) and mentions[at].end <= sentence.end:
                at += 1
            if at > first:
                found.append(Line(sentence, mentions[first:at]))
        return tuple(found)

    def pairs(self) -> Iterator[tuple[Line, int]]:
        """Give every figure that another one follows in its sentence: the sentence and the first one's place."""
        for line in self.lines:
            for at in range(len(line.mentions) - 1):
                yield line, at

    def between(self, a: Mention, b: Mention) -> str:
        """Give the folded words between two figures; far apart, they are cut: no pattern fits them then."""
        return self.folded[a.end : min(b.start, a.end + REACH)]

    def before(self, mention: Mention, line: Line) -> str:
        """Give the folded words of the sentence that lead to a figure."""
        return self.folded[max(line.sentence.start, mention.start - REACH) : mention.start]

    def after(self, mention: Mention, line: Line) -> str:
        """Give the folded words of the sentence that follow a figure."""
        return self.folded[mention.end : min(line.sentence.end, mention.end + REACH)]


def either(phrases: Iterable[str]) -> str:
    """Give the pattern of any of some phrases, the longest first; a space in them is any white space."""
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(phrases, key=lambda p: (-len(p), p))) + ")"
