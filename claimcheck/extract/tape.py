"""A text cut into words and signs once, so that readers look words up instead of scanning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from claimcheck.model import Span
from claimcheck.model.record import record

_WORD = re.compile(r"[^\W\d_]{1,2}'(?= ?[\w«])|\w++|[^\w\s]")
Phrase = tuple[str, ...]
MAX_SENTENCE = 400
"""Words: what is longer is read piece by piece, so that no look around a word depends on the length of the text."""


@record
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

    def follows(self, phrase: Phrase, index: int) -> bool:
        """Tell whether a phrase stands at a word."""
        return tuple(self.texts[index : index + len(phrase)]) == phrase


def words(folded: str) -> Words:
    """Cut a folded text."""
    found = list(_WORD.finditer(folded))
    return Words([word[0] for word in found], [*[word.start() for word in found], len(folded)])


def stretches(tape: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a sentence `[start, end)` of the text in word numbers, in pieces of at most `MAX_SENTENCE` words."""
    low, high = tape.at(start), tape.at(end)
    for first in range(low, high, MAX_SENTENCE):
        yield first, min(first + MAX_SENTENCE, high)


def phrase(text: str) -> Phrase:
    """Cut a lexicon entry the way texts are cut, as if a word followed."""
    return tuple(_WORD.findall(f"{text} x")[:-1])


class PhraseTable:
    """Phrases found by their first words or their last, the longest first."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.alone: set[str] = set()
        """Phrases of one word."""
        self.followed: dict[str, dict[str, list[Phrase]]] = {}
        """Longer ones by their first word and their second."""
        self._by_last: dict[str, list[Phrase]] = {}
        for cut in sorted({phrase(entry) for entry in entries} - {()}, key=len, reverse=True):
            self._by_last.setdefault(cut[-1], []).append(cut)
            if len(cut) == 1:
                self.alone.add(cut[0])
            else:
                self.followed.setdefault(cut[0], {}).setdefault(cut[1], []).append(cut)

    def length(self, tape: Words, index: int) -> int:
        """Give how many words the longest phrase at a word takes; 0 where none stands there."""
        word = tape.texts[index]
        longer = self.followed.get(word)
        if longer is not None and index + 1 < len(tape.texts):
            for known in longer.get(tape.texts[index + 1], ()):
                if len(known) == 2 or tape.follows(known, index):
                    return len(known)
        return 1 if word in self.alone else 0

    def ending(self, tape: Words, index: int) -> int:
        """Give how many words the longest phrase takes that ends at a word; 0 where none does."""
        for known in self._by_last.get(tape.texts[index], ()):
            first = index - len(known) + 1
            if len(known) == 1 or (first >= 0 and tape.follows(known, first)):
                return len(known)
        return 0


class Openings:
    """Where a phrase of some tables, or one of some words, may begin: a word and the one behind it tell."""

    def __init__(self, tables: Iterable[PhraseTable], words: Iterable[str] = ()) -> None:
        self._alone = set(words)
        self._pairs: dict[str, set[str]] = {}
        for table in tables:
            self._alone |= table.alone
            for first, followed in table.followed.items():
                self._pairs.setdefault(first, set()).update(followed)
        self._first = self._alone | self._pairs.keys()
        self._last: tuple[Words | None, list[int]] = (None, [])

    def places(self, tape: Words, low: int, high: int) -> list[int]:
        """Give the places in a stretch, in order; the whole text is looked through once, when its first stretch is asked for."""
        if self._last[0] is not tape:
            self._last = tape, self._find(tape.texts)
        found = self._last[1]
        return found[bisect_left(found, low) : bisect_left(found, high)] if found else found

    def _find(self, texts: list[str]) -> list[int]:
        opening, alone, pairs, last = self._first, self._alone, self._pairs, len(texts) - 1
        return [
            index
            for index, word in enumerate(texts)
            if word in opening and (word in alone or (index < last and texts[index + 1] in pairs[word]))
        ]
