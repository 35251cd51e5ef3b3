"""Phrases of `boilerplate.yaml` → regular expressions over plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from claimcheck.model.fold import bare

_HOLE = re.compile(r"\\\{([nw])\\\}")
_HOLES = {"n": r"\d[\d .]*", "w": r"\w+(?: \w+){0,3}"}
_NOT_WORDS = re.compile(r"[^\w©(#@+]+")
_SPACES = re.compile(r"\s+")
_NEVER = re.compile(r"(?!)")
_OPENING = re.compile(r"\w+|\{[nw]\}")
"""The word that a phrase or a line begins with."""
_GOES_ON, _APART = re.compile(r"[\w,]"), r"(?![\w,])"


class _Letters(dict[int, str]):
    """Letters in plain form, each worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = bare(chr(code))
        self[code] = "" if letter in "()[]" else " " if letter.isspace() else letter
        return self[code]


_LETTERS = _Letters()


def plain(line: str) -> str:
    """Bring a line to the form that phrases are compared in: bare, single spaces, no brackets, no marks or emoji at either end."""
    text = line.translate(_LETTERS)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    start = _NOT_WORDS.match(text)
    return text[start.end() if start else 0 :].rstrip(" .!?…:;,»”\"')>→›*-–—|")


def _source(phrase: str) -> str:
    escaped = re.escape(_SPACES.sub(" ", bare(phrase)).strip()).replace(r"\ :", r"\s?:").replace(r"\ ", " ")
    return _HOLE.sub(lambda match: _HOLES[match[1]], escaped)


Phrases = Iterable[str] | Mapping[str, Iterable[str]]
"""Phrases, or phrases by name: then `lastgroup` of a match says under which name it stands."""


def _any(phrases: Phrases) -> str:
    """Give an alternative of phrases, the longest first; a mapping gives each key's phrases a group of its name."""
    if isinstance(phrases, Mapping):
        return "|".join(f"(?P<{name}>{_any(under)})" for name, under in phrases.items())
    return "|".join(sorted((_source(phrase) for phrase in phrases), key=lambda source: (-len(source), source)))


class Found(NamedTuple):
    """A phrase at the head of a line."""

    reason: str
    """The name under which it stands; empty where there are no names."""
    end: int


class _Entry(NamedTuple):
    """A phrase; where several match, the smallest counts."""

    rank: tuple[int, int, str]
    """The first name goes before the others, a longer phrase before a shorter one."""
    reason: str
    texts: tuple[str, ...]
    """How it may be written; none where it has holes."""

    def end(self, line: str, *, whole: bool) -> int | None:
        """Give where it ends that opens a line, or is the whole of it."""
        if not self.texts:
            found = _compiled(self.rank[2] + (r"\Z" if whole else _APART)).match(line)
            return found.end() if found else None
        for text in self.texts:
            if line == text if whole else line.startswith(text) and not _GOES_ON.match(line, len(text)):
                return len(text)
        return None


class Listed:
    """Phrases that a plain line is, or opens with; found by their first word, for there are a thousand of them.

    Behind an opening no comma stands: an imperative with one is somebody's words.
    """

    def __init__(self, phrases: Phrases, *, whole: bool = False) -> None:
        self._whole = whole
        self._by_first: dict[str, list[_Entry]] = {}
        names = phrases if isinstance(phrases, Mapping) else {"": phrases}
        for order, (reason, under) in enumerate(names.items()):
            for phrase in under:
                source = _source(phrase)
                written = _SPACES.sub(" ", bare(phrase)).strip()
                texts = () if "{" in written else tuple(dict.fromkeys((written, written.replace(" :", ":"))))
                opening = _OPENING.match(written)
                entry = _Entry((order, -len(source), source), reason, texts)
                self._by_first.setdefault(opening.group() if opening else "", []).append(entry)

    def match(self, line: str) -> Found | None:
        """Give the phrase that a plain line is or opens with."""
        opening = _OPENING.match(line)
        first = opening.group() if opening else ""
        best: _Entry | None = None
        stop = 0
        for key in (first, "{n}", "{w}") if first[:1].isdecimal() else (first, "{w}"):
            for entry in self._by_first.get(key, ()):
                if best is None or entry.rank < best.rank:
                    end = entry.end(line, whole=self._whole)
                    if end is not None:
                        best, stop = entry, end
        return Found(best.reason, stop) if best else None


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """Compile a phrase with holes when a line first may be one."""
    return re.compile(source)


def inside(phrases: Phrases) -> re.Pattern[str]:
    """Find one of the phrases in a plain line."""
    sources = _any(phrases)
    return re.compile(rf"(?<!\w)(?:{sources})(?!\w)") if sources else _NEVER
