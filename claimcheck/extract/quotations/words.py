"""A text cut into words and signs once, so that readers look words up instead of scanning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.model import Span

_WORD = re.compile(r"[^\W\d_]{1,2}'(?= ?[\w«])|\w+|[^\w\s]")
Phrase = tuple[str, ...]
MAX_SENTENCE = 400
"""Words: what is longer is read piece by piece, so that no look around a word depends on the length of the text."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a folded text, in order."""

    texts: list[str]
    starts: list[int]
    """Offsets of the words; one more than `texts`: the last is the text's length."""

    def __len__(self) -> int:
        return len(self.texts)

    def end(self, index: int) -> int:
        """Give the offset behind a word."""
        return self.starts[index] + len(self.texts[index])

    def at(self, offset: int) -> int:
        """Find the first word that starts at an offset or behind it."""
        return bisect_left(self.starts, offset, 0, len(self.texts))

    def span(self, first: int, last: int) -> Span:
        """Give the stretch from one word through another."""
        return Span(self.starts[first], self.starts[last] + len(self.texts[last]))

    def places(self, wanted: AbstractSet[str], low: int, high: int) -> list[int]:
        """Give the places of some words in a stretch: what begins no phrase needs no look."""
        return [index for index, word in enumerate(self.texts[low:high], low) if word in wanted]

    def follows(self, phrase: Phrase, index: int) -> bool:
        """Tell whether a phrase stands at a word."""
        return tuple(self.texts[index : index + len(phrase)]) == phrase


@lru_cache(maxsize=4)
def words(folded: str) -> Words:
    """Cut a folded text; the last few texts are remembered, since several readers ask for the same one."""
    found = list(_WORD.finditer(folded))
    return Words([word.group() for word in found], [*(word.start() for word in found), len(folded)])


def stretches(tape: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a sentence `[start, end)` of the text in word numbers, in pieces of at most `MAX_SENTENCE` words."""
    low, high = tape.at(start), tape.at(end)
    for first in range(low, high, MAX_SENTENCE):
        yield first, min(first + MAX_SENTENCE, high)


def phrase(text: str) -> Phrase:
    """Cut a lexicon entry the way texts are cut, as if a word followed."""
    return tuple(_WORD.findall(f"{text} x")[:-1])


class PhraseTable:
    """Phrases found by their first word or their last, the longest first."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        self._by_last: dict[str, list[Phrase]] = {}
        for cut in {phrase(entry) for entry in entries} - {()}:
            self._by_first.setdefault(cut[0], []).append(cut)
            self._by_last.setdefault(cut[-1], []).append(cut)
        for known in (*self._by_first.values(), *self._by_last.values()):
            known.sort(key=len, reverse=True)

    @property
    def openers(self) -> AbstractSet[str]:
        """The words that phrases begin with."""
        return self._by_first.keys()

    def length(self, tape: Words, index: int) -> int:
        """Give how many words the longest phrase at a word takes; 0 where none stands there."""
        for known in self._by_first.get(tape.texts[index], ()):
            if len(known) == 1 or tape.follows(known, index):
                return len(known)
        return 0

    def ending(self, tape: Words, index: int) -> int:
        """Give how many words the longest phrase takes that ends at a word; 0 where none does."""
        for known in self._by_last.get(tape.texts[index], ()):
            first = index - len(known) + 1
            if len(known) == 1 or (first >= 0 and tape.follows(known, first)):
                return len(known)
        return 0
