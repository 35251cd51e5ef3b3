"""An article's text put together from its parts, as a reader would copy it: headline, standfirst, then one paragraph after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BREAK = re.compile(r"[ \t\r\n\f\v]*\x1e[ \t\r\n\f\v\x1e]*")
BREAK = "\x1e"
"""Stands for a line break inside a paragraph, where white space means nothing."""
BULLET = "• "


def paragraph(text: str) -> str:
    """Give a paragraph with single spaces; no-break spaces, which belong to figures and quotation marks, stay."""
    return _BREAK.sub("\n", _SPACE.sub(" ", text).strip(f" {BREAK}"))


def compose(blocks: Iterable[str], *, title: str | None = None, standfirst: str | None = None) -> str:
    """Join paragraphs with an empty line between them; headline and standfirst go first unless the paragraphs begin with them."""
    kept = [block for block in map(paragraph, blocks) if block]
    if not kept:
        return ""
    for head in (standfirst, title):
        text = paragraph(head or "")
        if text and not any(_same(text, block) for block in kept[:3]):
            kept.insert(1 if head is standfirst and _same(kept[0], title or "") else 0, text)
    return "\n\n".join(kept)


def shows(page: str, text: str) -> bool:
    """Whether the words of a page hold a text, whatever its spaces and quotation marks."""
    return _bare(text) in _bare(page)


def _same(text: str, block: str) -> bool:
    """Whether two paragraphs say the same, or the first is the other one's start, cut off."""
    bare, other = _bare(text), _bare(block)
    return bare == other or (len(bare) > CUT and other.startswith(bare))


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


CUT = 60
"""Letters from which on a text that another one starts with is a shortened copy of it."""
