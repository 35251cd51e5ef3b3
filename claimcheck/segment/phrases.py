"""Phrases of `boilerplate.yaml` → regular expressions over plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from claimcheck.model.fold import bare

_HOLE = re.compile(r"\\\{([nw])\\\}")
_HOLES = {"n": r"\d[\d .]*", "w": r"\w+(?: \w+){0,3}"}
_NOT_WORDS = re.compile(r"[^\w©(#@+]+")
_SPACES = re.compile(r"\s+")
_NEVER = re.compile(r"(?!)")


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


def whole(phrases: Phrases) -> re.Pattern[str]:
    """Match a plain line that is one of the phrases."""
    sources = _any(phrases)
    return re.compile(rf"(?:{sources})\Z") if sources else _NEVER


def opening(phrases: Phrases) -> re.Pattern[str]:
    """Match a plain line that starts with one of the phrases, no comma behind it: an imperative with one is somebody's words."""
    sources = _any(phrases)
    return re.compile(rf"(?:{sources})(?![\w,])") if sources else _NEVER


def inside(phrases: Phrases) -> re.Pattern[str]:
    """Find one of the phrases in a plain line."""
    sources = _any(phrases)
    return re.compile(rf"(?<!\w)(?:{sources})(?!\w)") if sources else _NEVER
