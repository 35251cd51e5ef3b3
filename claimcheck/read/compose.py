"""An article's text put together from its parts, as a reader would copy it: headline, standfirst, then one paragraph after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_BREAK = re.compile(r"[ \t\r\n\f\v]*\x1e[ \t\r\n\f\v\x1e]*")
BREAK = "\x1e"
"""Stands for a line break inside a paragraph, where white space means nothing."""
BULLET = "• "
CUT = 60
"""Letters from which on a text that another one starts with is a shortened copy of it."""
SHORT = 3
"""Most letters of a word that says little."""
MAX_HEADLINE = 160
"""Most characters of a headline."""


def paragraph(text: str) -> str:
    """Give a paragraph with single spaces; no-break spaces, which belong to figures and quotation marks, stay."""
    return _BREAK.sub("\n", _SPACE.sub(" ", text).strip(f" {BREAK}"))


def compose(blocks: Iterable[str], *, title: str | None = None, standfirst: str | None = None) -> str:
    """Join paragraphs with an empty line between them; headline and standfirst go first unless the paragraphs begin with them."""
    kept = [block for block in map(paragraph, blocks) if block]
    if not kept:
        return ""
    headed = title is not None and (_same(title, kept[0]) or _alike(title, kept[0]))
    lead = paragraph(standfirst or "")
    if lead and not any(_same(lead, block) for block in kept[:3]):
        kept.insert(int(headed), lead)
    if title and not headed:
        kept.insert(0, paragraph(title))
    return "\n\n".join(kept)


def shows(page: str, text: str) -> bool:
    """Whether the words of a page hold a text, whatever its spaces and quotation marks."""
    return _bare(text) in _bare(page)


def _same(text: str, block: str) -> bool:
    """Whether two paragraphs say the same, or the first is the other one's start, cut off."""
    bare, other = _bare(text), _bare(block)
    return bare == other or (len(bare) > CUT and other.startswith(bare))


def _alike(title: str, block: str) -> bool:
    """Whether a block is the headline in other words, as pages have one to show and one to share."""
    words = {word for word in title.casefold().split() if len(word) > SHORT}
    shared = words & set(block.casefold().split())
    return len(block) <= MAX_HEADLINE and 2 * len(shared) > len(words)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
