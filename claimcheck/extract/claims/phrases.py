"""Words of a sentence, and an index that finds many phrases in them in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from claimcheck.extract.recall import Recall
from claimcheck.model.record import record

K = TypeVar("K")
_TOKEN = re.compile(r"\d++(?=-[^\W\d_])|\w++(?:'(?=\w)|(?:-\w++)*+)|[^\w\s«»“”\"]")
"""Quotation marks are no words: they never part a phrase. A number before a hyphen is a word of its own: "19-year-old"."""
_PLAIN = re.compile(r"[^*_']*")
"""A phrase without a stem, an open place or an elided article, as nearly all are."""
MIN_PREFIX = 2
"""Shortest stem before a `*`: shorter ones would meet half the dictionary."""


class Words(NamedTuple):
    """Words and marks of punctuation in order, with their offsets into the article."""

    texts: list[str]
    starts: list[int]
    ends: list[int]


@record
class Hit(Generic[K]):
    """A phrase found: the half-open range of its words, and what it stands for."""

    first: int
    last: int
    key: K


class _Node(Generic[K]):
    """The phrases that share their first words, by the word that comes next."""

    __slots__ = ("ends", "free", "stems", "words")

    def __init__(self) -> None:
        self.ends: list[tuple[int, K]] = []
        """Phrases that end here: (rank, key) each."""
        self.words: dict[str, _Node[K]] = {}
        self.stems: dict[str, dict[str, _Node[K]]] = {}
        """By the first letters of the stem, and the stem."""
        self.free: _Node[K] | None = None
        """Where any word may follow."""

    def add(self, rest: Sequence[str], rank: int, key: K) -> None:
        """Take in a phrase without the words that led here."""
        if not rest:
            self.ends.append((rank, key))
            return
        word, *further = rest
        if word == "_":
            self.free = self.free or _Node()
            node = self.free
        elif word.endswith("*"):
            node = self.stems.setdefault(word[:MIN_PREFIX], {}).setdefault(word[:-1], _Node())
        else:
            node = self.words.setdefault(word, _Node())
        node.add(further, rank, key)

    def gather(self, words: Sequence[str], at: int, found: list[tuple[int, int, K]]) -> None:
        """Add rank, end and key of the phrases that go on with the words from a place on."""
        if at == len(words):
            return
        word, at = words[at], at + 1
        nodes = [self.words[word]] if word in self.words else []
        if self.stems:
            nodes += [node for stem, node in self.stems.get(word[:MIN_PREFIX], {}).items() if word.startswith(stem)]
        if self.free is not None:
            nodes.append(self.free)
        for node in nodes:
            found += [(rank, at, key) for rank, key in node.ends]
            node.gather(words, at, found)


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
        if _PLAIN.fullmatch(phrase):
            yield from _TOKEN.findall(phrase)
            return
        for word in phrase.split():
            if word == "_" or word.endswith("'") or (word.endswith("*") and len(word) > MIN_PREFIX):
                yield word
            else:
                yield from (m.group() for m in _TOKEN.finditer(word))

    def find(self, words: Sequence[str]) -> list[Hit[K]]:
        """Give every phrase that stands in the words, in order of their first word."""
        hits: list[Hit[K]] = []
        longer: list[tuple[int, int, K]] = []
        known, last = self._known, len(words) - 1
        for i, word in enumerate(words):
            node = known[word]
            if node is None:
                continue
            for _, key in node.ends:
                hits.append(Hit(i, i + 1, key))
            if i < last:
                second = words[i + 1]
                if second in node.words or second[:MIN_PREFIX] in node.stems or node.free is not None:
                    node.gather(words, i + 1, longer)
            if longer:
                hits += [Hit(i, end, key) for _, end, key in sorted(longer, key=_rank)]
                longer.clear()
        return hits

    def _look_up(self, word: str) -> _Node[K] | None:
        """Gather the phrases that begin with a word, none where there are none."""
        phrases = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            phrases += self._stems.get(word[:length], ())
        if not phrases:
            return None
        node: _Node[K] = _Node()
        exact = [phrase for phrase in phrases if not _is_loose(phrase[0])]
        for rank, (rest, key) in enumerate([*exact, *(phrase for phrase in phrases if _is_loose(phrase[0]))]):
            node.add(rest, rank, key)
        return node


def _is_loose(rest: Sequence[str]) -> bool:
    """Whether the word that comes next is not written out."""
    return bool(rest) and (rest[0] == "_" or rest[0].endswith("*"))


def _rank(found: tuple[int, int, object]) -> int:
    """Phrases that begin together come in the order of the rules, those with a word written out before the others."""
    return found[0]
