"""Words of a sentence, and an index that finds many phrases in them in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from claimcheck.extract.recall import Recall

K = TypeVar("K")
_TOKEN = re.compile(r"\d++(?=-[^\W\d_])|\w++(?:'(?=\w)|(?:-\w++)*+)|[^\w\s«»“”\"]")
"""Quotation marks are no words: they never part a phrase. A number before a hyphen is a word of its own: "19-year-old"."""
MIN_PREFIX = 2
"""Shortest stem before a `*`: shorter ones would meet half the dictionary."""


class Words(NamedTuple):
    """Words and marks of punctuation in order, with their offsets into the article."""

    texts: list[str]
    starts: list[int]
    ends: list[int]


class Hit(NamedTuple, Generic[K]):
    """A phrase found: the half-open range of its words, and what it stands for."""

    first: int
    last: int
    key: K


class _Entry(Generic[K]):
    """The phrases that begin with one word: (further words, key) each."""

    __slots__ = ("alone", "followed", "free", "stems")

    def __init__(self) -> None:
        self.alone: list[K] = []
        """Phrases of that word alone."""
        self.followed: dict[str, list[tuple[tuple[str, ...], K]]] = {}
        """Those of more words, by the second one."""
        self.stems: dict[str, list[tuple[tuple[str, ...], K]]] = {}
        """Those whose second word is a stem, by its first letters, with those whose second word is any."""
        self.free: list[tuple[tuple[str, ...], K]] = []
        """Those whose second word is any."""

    def add(self, rest: tuple[str, ...], key: K) -> None:
        """Take in a phrase without its first word."""
        if not rest:
            self.alone.append(key)
        elif rest[0] == "_":
            for known in (self.free, *self.stems.values()):
                known.append((rest, key))
        elif rest[0].endswith("*"):
            self.stems.setdefault(rest[0][:MIN_PREFIX], self.free.copy()).append((rest, key))
        else:
            self.followed.setdefault(rest[0], []).append((rest, key))


def tokenize(folded: str, start: int, end: int) -> Words:
    """Cut a stretch of folded text into words: an elided article ("l'") is a word of its own."""
    found = list(_TOKEN.finditer(folded, start, end))
    return Words([match[0] for match in found], [match.start() for match in found], [match.end() for match in found])


class PhraseIndex(Generic[K]):
    """Finds phrases of whole words; `licenci*` stands for any word with that beginning, `_` for any one word."""

    def __init__(self, phrases: Iterable[tuple[str, K]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], K]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[tuple[str, ...], K]]] = defaultdict(list)
        for phrase, key in phrases:
            words = tuple(self._words(phrase))
            if not words:
                continue
            head = words[0]
            if head.endswith("*"):
                self._stems[head[:-1]].append((words[1:], key))
            else:
                self._exact[head].append((words[1:], key))
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._known = Recall(self._look_up)

    @staticmethod
    def _words(phrase: str) -> Iterable[str]:
        for word in phrase.split():
            if word == "_" or word.endswith("'") or (word.endswith("*") and len(word) > MIN_PREFIX):
                yield word
            else:
                yield from (m.group() for m in _TOKEN.finditer(word))

    def find(self, words: Sequence[str]) -> list[Hit[K]]:
        """Give every phrase that stands in the words, in order of their first word."""
        hits: list[Hit[K]] = []
        known, last = self._known, len(words) - 1
        for i, word in enumerate(words):
            entry = known[word]
            if entry is None:
                continue
            hits += [Hit(i, i + 1, key) for key in entry.alone]
            if i == last:
                break
            second = words[i + 1]
            for rest, key in entry.followed.get(second, ()):
                if len(rest) == 1 or self._follows(rest, words, i + 1):
                    hits.append(Hit(i, i + 1 + len(rest), key))
            for rest, key in entry.stems.get(second[:MIN_PREFIX], entry.free):
                if self._follows(rest, words, i + 1):
                    hits.append(Hit(i, i + 1 + len(rest), key))
        return hits

    def _look_up(self, word: str) -> _Entry[K] | None:
        """Gather the phrases that begin with a word, none where there are none."""
        phrases = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            phrases += self._stems.get(word[:length], ())
        entry: _Entry[K] = _Entry()
        for rest, key in phrases:
            entry.add(rest, key)
        return entry if phrases else None

    @staticmethod
    def _follows(rest: tuple[str, ...], words: Sequence[str], at: int) -> bool:
        if at + len(rest) > len(words):
            return False
        for word, wanted in zip(words[at : at + len(rest)], rest, strict=True):
            if wanted in (word, "_"):
                continue
            if not (wanted[-1] == "*" and word.startswith(wanted[:-1])):
                return False
        return True
