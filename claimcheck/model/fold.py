"""Folding of letters: the same length in, the same length out, so that offsets survive."""

from __future__ import annotations

import unicodedata
from functools import cache

SPACES = "\u00a0\u2009\u202f\u2007\u2002\u2003\u2060\t"
APOSTROPHES = "\u2019\u2018\u02bc\u2032\u00b4`"
HYPHENS = "\u2010\u2011"
_PLAIN = (*((c, " ") for c in SPACES), *((c, "'") for c in APOSTROPHES), *((c, "-") for c in HYPHENS))
_ALPHABET = 64
"""More accented letters than a language of ours has: such a text is plained letter by letter."""


def fold(text: str) -> str:
    """Lower the letters and plain out spaces, apostrophes and hyphens; accents stay; `len` is kept."""
    for odd, plain in _PLAIN:  # one search each, far quicker than a look at every letter
        if odd in text:
            text = text.replace(odd, plain)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _bare_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isalpha() else letter


def bare(text: str) -> str:
    """`fold`, and take the accents off; `len` is kept."""
    return unaccented(fold(text))


def unaccented(folded: str) -> str:
    """Take the accents off a folded text; `len` is kept."""
    if folded.isascii():
        return folded
    accented = [c for c in set(folded) if c > "\x7f"]
    if len(accented) > _ALPHABET:
        return "".join(c if c < "\x80" else _bare_letter(c) for c in folded)
    for letter in accented:
        folded = folded.replace(letter, _bare_letter(letter))
    return folded
