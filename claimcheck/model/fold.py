"""Folding of letters: the same length in, the same length out, so that offsets survive."""

from __future__ import annotations

import unicodedata
from functools import cache

SPACES = "\u00a0\u2009\u202f\u2007\u2002\u2003\u2060\t"
APOSTROPHES = "\u2019\u2018\u02bc\u2032\u00b4`"
HYPHENS = "\u2010\u2011"
_TABLE = {ord(c): " " for c in SPACES} | {ord(c): "'" for c in APOSTROPHES} | {ord(c): "-" for c in HYPHENS}


def fold(text: str) -> str:
    """Lower the letters and plain out spaces, apostrophes and hyphens; accents stay; `len` is kept."""
    lowered = text.translate(_TABLE).lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_TABLE))


@cache
def _bare_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isalpha() else letter


def bare(text: str) -> str:
    """`fold`, and take the accents off; `len` is kept."""
    folded = fold(text)
    return folded if folded.isascii() else "".join(c if c < "\x80" else _bare_letter(c) for c in folded)
