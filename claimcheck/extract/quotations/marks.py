"""Stretches between quotation marks, marks included."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model import Span

_MARK = re.compile(r"""[«»“”„"‘’]|(?<![\w.,!?…%)])'(?=\w)|(?<=[\w.,!?…])'(?!\w)|\n\s*\n""")
_PAIRS = {"«": "»", "“": "”", "„": "“”", "‘": "’"}
MAX_MARKED = 4000
"""Characters: beyond this an opening mark was never closed."""


@lru_cache(maxsize=4)
def marked(text: str) -> tuple[Span, ...]:
    """Find quoted stretches, outermost only, in order; a mark without its partner in the paragraph opens nothing.

    A paragraph that opens with a mark while the one before it is still open continues the same words. The last few texts are
    remembered, since several readers ask for the same one.
    """
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    depth = inner = 0
    for match in _MARK.finditer(text):
        sign, place = match.group(), match.start()
        if opened and place - opened[0] > MAX_MARKED:
            opened = None
        if sign[0] == "\n" or sign[0].isspace():
            if opened and not _continues(text, match.end(), opened[1]):
                if inner:
                    found.append(Span(opened[0], inner))
                opened, inner = None, 0
            continue
        if opened is None:
            if sign in "«“„‘" or (sign in "\"'" and _opens(text, place)):
                opened, depth, inner = (place, sign), 0, 0
            continue
        begin, left = opened
        if sign in _PAIRS.get(left, left) and (left not in "\"'" or _closes(text, place)) and not _apostrophe(text, place, sign):
            if depth:
                depth, inner = depth - 1, place + 1
                continue
            if left not in "'‘" or text[begin + 1 : place].count(" "):
                found.append(Span(begin, place + 1))
            opened, inner = None, 0
        elif sign == left and left in "«“" and not _at_paragraph(text, place):
            depth += 1
        elif left in "'‘" and sign in '«“"':
            opened, depth = (place, sign), 0
    return tuple(found)


def _opens(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (not before or before.isspace() or before in "([—–-'’:/«") and bool(after) and not after.isspace()


def _closes(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    return not after or not after.isalnum()


def _apostrophe(text: str, place: int, sign: str) -> bool:
    return sign in "’'" and text[place + 1 : place + 2].isalnum()


def _at_paragraph(text: str, place: int) -> bool:
    return text[:place][-40:].rstrip(" \t\u00a0").endswith("\n")


def _continues(text: str, place: int, left: str) -> bool:
    return text.startswith(left, place) or (left == "«" and text.startswith("»", place))
