"""Words of a sentence, and an index that finds many phrases in them in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
_TOKEN = re.compile(r"\d+(?=-[^\W\d_])|\w+'(?=\w)|\w+(?:-\w+)*|[^\w\s«»“”\"]")
"""Quotation marks are no words: they never part a phrase. A number before a hyphen is a word of its own: "19-year-old"."""
MEMORY = 50_000
"""Words whose phrases are remembered: more than any newspaper uses, few enough for any memory."""
MIN_PREFIX = 2
"""Shortest stem before a `*`: shorter ones would meet half the dictionary."""


class Token(NamedTuple):
    """A word or a mark of punctuation, with offsets into the article."""

    start: int
    end: int
    text: str


class Hit(NamedTuple, Generic[K]):
    """A phrase found: the half-open range of its tokens, and what it stands for."""

    first: int
    last: int
    key: K


class _Entry(NamedTuple, Generic[K]):
    """The phrases that begin with one word: (further words, key) each."""

    alone: list[tuple[tuple[str, ...], K]]
    followed: dict[str, list[tuple[tuple[str, ...], K]]]
    """By the second word."""
    loose: list[tuple[tuple[str, ...], K]]
    """Those whose second word is a stem or any word."""


def tokenize(folded: str, start: int, end: int) -> list[Token]:
    """Cut a stretch of folded text into words: an elided article ("l'") is a word of its own."""
    return [Token(*m.span(), m[0]) for m in _TOKEN.finditer(folded, start, end)]


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
        self._known: dict[str, _Entry[K] | None] = {}

    @staticmethod
    def _words(phrase: str) -> Iterable[str]:
        for word in phrase.split():
            if word == "_" or word.endswith("'") or (word.endswith("*") and len(word) > MIN_PREFIX):
                yield word
            else:
                yield from (m.group() for m in _TOKEN.finditer(word))

    def find(self, tokens: Sequence[Token]) -> list[Hit[K]]:
        """Give every phrase that stands in the words, in order of their first word."""
        hits: list[Hit[K]] = []
        known = self._known
        last = len(tokens) - 1
        for i, token in enumerate(tokens):
            word = token.text
            entry = known[word] if word in known else self._look_up(word)
            if entry is None:
                continue
            for _, key in entry.alone:
                hits.append(Hit(i, i + 1, key))
            if i == last:
                break
            for rest, key in entry.followed.get(tokens[i + 1].text, ()):
                if len(rest) == 1 or self._follows(rest, tokens, i + 1):
                    hits.append(Hit(i, i + 1 + len(rest), key))
            for rest, key in entry.loose:
                if self._follows(rest, tokens, i + 1):
                    hits.append(Hit(i, i + 1 + len(rest), key))
        return hits

    def _look_up(self, word: str) -> _Entry[K] | None:
        """Gather the phrases that begin with a word, none where there are none, and remember them: a text's words repeat."""
        phrases = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            phrases += self._stems.get(word[:length], ())
        entry: _Entry[K] = _Entry([], {}, [])
        for rest, key in phrases:
            if not rest:
                entry.alone.append((rest, key))
            elif rest[0] == "_" or rest[0].endswith("*"):
                entry.loose.append((rest, key))
            else:
                entry.followed.setdefault(rest[0], []).append((rest, key))
        found = entry if phrases else None
        if len(self._known) < MEMORY:
            self._known[word] = found
        return found

    @staticmethod
    def _follows(rest: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
        if at + len(rest) > len(tokens):
            return False
        for k, wanted in enumerate(rest):
            word = tokens[at + k].text
            if wanted in (word, "_"):
                continue
            if not (wanted[-1] == "*" and word.startswith(wanted[:-1])):
                return False
        return True
