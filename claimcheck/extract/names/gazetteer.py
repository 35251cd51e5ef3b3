"""Known names, found at a place of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.model import EntityType
from claimcheck.model.fold import bare

UPPER = "".join(chr(code) for code in range(0x41, 0x250) if chr(code).isupper())
_WORD = re.compile(r"\w+")
_TAIL = 3
"""Letters behind the first word of a known name by which it is found."""
_CAPITAL = re.compile(rf"[{UPPER}]")


class _Choices:
    """Known names that begin with one word, by the letters behind it: there are hundreds that begin with "Saint"."""

    __slots__ = ("_by_tail", "_end", "_short")

    def __init__(self, end: int) -> None:
        self._end = end
        """Length of the word."""
        self._by_tail: dict[str, list[tuple[str, tuple[int, ...], EntityType]]] = {}
        self._short: list[tuple[str, tuple[int, ...], EntityType]] = []
        """Names that are hardly longer than the word."""

    def add(self, name: str, capitals: tuple[int, ...], kind: EntityType) -> None:
        """Take in a name no longer than those before it."""
        tail = name[self._end : self._end + _TAIL]
        if len(tail) == _TAIL:
            self._by_tail.setdefault(tail, []).append((name, capitals, kind))
            return
        for known in (self._short, *self._by_tail.values()):
            known.append((name, capitals, kind))

    def at(self, plain: str, start: int) -> list[tuple[str, tuple[int, ...], EntityType]]:
        """Give the names that may stand at a place, the longest first."""
        tail = plain[start + self._end : start + self._end + _TAIL]
        return self._by_tail.get(tail, self._short)


class Gazetteer:
    """Known names, found at a place of a text; the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, EntityType]], tails: frozenset[str] = frozenset()) -> None:
        self._tails = tails
        known = list(entries)
        self._by_first: dict[str, list[tuple[str, str, EntityType]]] = {}
        """By their first word, bare: as written, bare and type of each name."""
        for (name, kind), plain in zip(known, bare_all(name for name, _ in known), strict=True):
            first = _WORD.match(plain)
            if first is not None:
                self._by_first.setdefault(first.group(), []).append((name, plain, kind))
        self._choices: dict[str, _Choices] = {}

    def _look_up(self, first: str) -> _Choices:
        """Sort the names that begin with a word when a text first has it: most words of most names it never has."""
        best: dict[str, tuple[tuple[int, ...], EntityType]] = {}
        for name, plain, kind in self._by_first[first]:
            capitals = tuple(match.start() for match in _CAPITAL.finditer(name))
            if plain not in best or (kind == best[plain][1] and len(capitals) < len(best[plain][0])):
                best[plain] = capitals, kind
        choices = self._choices[first] = _Choices(len(first))
        for plain in sorted(best, key=len, reverse=True):
            choices.add(plain, *best[plain])
        return choices

    def match(self, text: str, plain: str, start: int, limit: int) -> tuple[int, EntityType] | None:
        """Give end and type of the longest known name at `start`; a capital of the name must be one in the text."""
        found = _WORD.match(plain, start, limit)
        first = found.group() if found is not None else ""
        if first not in self._by_first:
            return None
        choices = self._choices.get(first) or self._look_up(first)
        for name, capitals, kind in choices.at(plain, start):
            end = start + len(name)
            if (
                end <= limit
                and plain.startswith(name, start)
                and self._ends(plain, end)
                and all(text[start + at].isupper() for at in capitals)
            ):
                return end, kind
        return None

    def _ends(self, plain: str, end: int) -> bool:
        """Whether a name may end here: not inside a word, nor before a hyphen, unless "-based" and the like follow."""
        following = plain[end : end + 1]
        if following != "-":
            return not following.isalnum()
        tail = _WORD.match(plain, end + 1)
        return tail is None or tail.group() in self._tails


def bare_all(words: Iterable[str]) -> list[str]:
    """Fold many words at once, which is far cheaper than one by one."""
    joined = "\n".join(map(str, words))
    return bare(joined).split("\n") if joined else []
