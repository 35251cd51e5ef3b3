"""Paragraph → sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from claimcheck.model.fold import fold
from claimcheck.ruleset import Lexicons, build, lexicons

# A stop, what closes behind it (quotation marks, brackets, note numbers), then space; or a stop that lost its space.
_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>(?:[ \u00a0\u202f]?[»”]|[\"’')\]]|\[\d{1,3}\])*)"
    r"(?P<space>\s+|(?<=[^\W_][^\W_][^\W_]\.)(?=[^\W\d_a-z]))"
)
_LAST = re.compile(r"[^\s«“\"(\[/]{1,20}\Z")
_NEXT = re.compile(r"(?P<open>[«“„\"‘'(\[–—-]?[ \u00a0\u202f]?[«“\"‘'(\[]?[ \u00a0\u202f]?)(?P<word>[^\W_]+)(?P<after>['’ \u00a0]+[^\W_])?")
_INITIAL = re.compile(r"(?:[^\W\d_][.-]{1,2})*[^\W\d_]\Z")
_PAIRS = re.compile(r"[«»“”\"()\[\]]")
_CLOSING = {"«": "»", "“": "”", "(": ")", "[": "]"}
MAX_QUOTATION = 400
"""Longest quotation that is kept in one sentence with the words around it."""
MAX_BRACKET = 250
"""Longest bracket that is kept in one sentence."""
MAX_SENTENCE = 1200
"""Longest sentence; the longest of the annotated articles has 333. What looks at all of a sentence for each of its words stays
linear in the text."""
_BREAKS = (re.compile(r"[;:](?=\s)"), re.compile(r"\s"), re.compile(r"\W"))
"""Where a longer one is cut, the best places first."""
_BEFORE = 24
"""Characters before a stop in which an abbreviation is looked for."""


class Splitter:
    """The sentences of one language."""

    def __init__(self, words: Lexicons) -> None:
        table = words.get("abbreviations")
        self._never = frozenset(map(str, table["never"]))
        self._number = frozenset(map(str, table["number"]))
        self._maybe = frozenset(map(str, table["maybe"]))
        self._hour = frozenset(map(str, table["hour"]))
        self._zone = frozenset(map(str, table["zone"]))
        self._starters = words.words("stopwords")

    def split(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give the sentences of a paragraph, half-open, without the space between them; one too long comes in pieces."""
        for low, high in self._sentences(text, start, end):
            yield from _pieces(text, low, high)

    def _sentences(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        closed = _kept_together(text, start, end)
        starts = [low for low, _ in closed]
        begin = start
        for match in _STOP.finditer(text, start, end):
            at = bisect_right(starts, match.start()) - 1
            if (at >= 0 and match.end("close") <= closed[at][1]) or not self._ends(text, match, begin, end):
                continue
            yield begin, match.end("close")
            begin = match.end()
        if begin < end:
            yield begin, end

    def _ends(self, text: str, match: re.Match[str], begin: int, end: int) -> bool:
        """Whether the stop ends its sentence."""
        following = _NEXT.match(text, match.end(), end)
        if not following:
            return match.end() < end and text[match.end()] not in ",;:)]»”%"
        word = following["word"]
        if not match["space"]:
            return not any(map(str.isupper, text[match.start() - 3 : match.start()])) and word[0].isupper() and fold(word) in self._starters
        if not (word[0].isupper() or word[0].isdigit()):
            return bool(following["open"].strip()) and word[0].isalpha() and following["open"][0] in "«“" and not match["close"]
        return match["stop"] != "." or bool(match["close"]) or not self._abbreviated(text, match.start(), begin, following)

    def _abbreviated(self, text: str, stop: int, begin: int, following: re.Match[str]) -> bool:
        last = _LAST.search(text, max(begin, stop - _BEFORE), stop)
        if not last:
            return False
        written = last.group()
        if written.isdigit():
            return last.start() == begin
        token = fold(written)
        short = token.rpartition("'")[2]
        word = following["word"]
        if token in self._never or short in self._never:
            return True
        if word[0].isdigit() and (token in self._number or short in self._number):
            return True
        if token in self._hour:
            return word[0].isdigit() or (len(word) > 1 and word.isupper()) or fold(word) in self._zone
        if token in self._maybe or (_INITIAL.match(written) and written[-1].isupper()):
            starts = fold(word) in self._starters
            after = following["after"]
            surname = len(written) == 1 and after is not None and after[-1].isupper()
            return not starts or surname
        return False


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence of more than `MAX_SENTENCE` characters between words, however long a word is."""
    while end - start > MAX_SENTENCE:
        low, high = start + MAX_SENTENCE // 2, start + MAX_SENTENCE
        places = (match.end() for mark in _BREAKS for match in mark.finditer(text, low, high))
        at = next(places, None)
        if at is None:
            later = _BREAKS[-1].search(text, high, end)
            at = later.end() if later else end
        yield start, at
        start = at
    if start < end:
        yield start, end


def _kept_together(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the quotations and brackets inside which no sentence ends, sorted, never nested."""
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    straight = -1
    for match in _PAIRS.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark == '"':
            if straight < 0:
                straight = at
                continue
            pair, straight = (straight, at), -1
        elif mark in _CLOSING:
            opened.append((mark, at))
            continue
        elif opened and _CLOSING[opened[-1][0]] == mark:
            pair = opened.pop()[1], at
        else:
            continue
        limit = MAX_BRACKET if mark in ")]" else MAX_QUOTATION
        if pair[1] - pair[0] <= limit and not (mark not in ")]" and _stands_alone(text, pair, start, end)):
            while spans and spans[-1][0] > pair[0]:
                spans.pop()
            spans.append(pair)
    return spans


def _stands_alone(text: str, pair: tuple[int, int], start: int, end: int) -> bool:
    """Whether a quotation is made of whole sentences, with no words around it in the first or the last."""
    before = text[max(start, pair[0] - 4) : pair[0]].rstrip()
    if before and before[-1] not in ".!?…":
        return False
    inner = text[pair[0] + 1 : pair[1]].rstrip()
    after = text[pair[1] + 1 : min(end, pair[1] + 6)]
    ended = inner[-1:] in (".", "!", "?", "…")
    following = after.lstrip()
    if not ended:
        return following[:1] in (".", "!", "?", "…") and bool(following)
    return not following or (after[:1].isspace() and (following[0].isupper() or following[0] in '«“"('))


@cache
def splitter(language: str, root: Path | None = None) -> Splitter:
    """Give the splitter of a language, compiled once; `UsageError` for lexicons that cannot be used."""
    return build(Splitter, lexicons(language, root))
