"""How alike two written names are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from claimcheck.model.fold import bare

Likeness = Literal["same", "part", "spelling", "other"]

SLIPS = 2
"""Letters that may be missing, added, swapped or wrong in a name of two words or more."""
SHORTEST = 5
"""A word needs this many letters for two slips, and a name of one word for any."""
_WORD = re.compile(r"\w+")


def words(name: str) -> tuple[str, ...]:
    """Cut a name into its folded words; "l'", "d'" and initials' dots fall away."""
    return tuple(_WORD.findall(bare(name)))


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> Likeness:
    """Tell whether two names are one: in any order and case, one inside the other, slips of the pen apart, or not."""
    mine, theirs = words(a), words(b)
    if not mine or not theirs:
        return "same" if bare(a).strip() == bare(b).strip() else "other"
    if sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs):
        return "same"
    if set(mine) <= set(theirs) or set(theirs) <= set(mine) or _initials(mine, theirs):
        return "part"
    return "spelling" if _slipped(mine, theirs) else "other"


def _initials(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one is the other's acronym, or has initials where the other has first names."""
    for short, long in ((mine, theirs), (theirs, mine)):
        if len(short) == 1 and 2 <= len(short[0]) == len(long) and short[0] == "".join(word[0] for word in long):
            return True
    if len(mine) != len(theirs) or len(mine) < 2 or mine[-1] != theirs[-1]:
        return False
    return all(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in zip(mine, theirs, strict=True))


def _slipped(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if len(mine) == len(theirs) == 1:
        return min(len(mine[0]), len(theirs[0])) >= SHORTEST and OSA.distance(mine[0], theirs[0]) == 1
    if len(mine) != len(theirs):
        left, right = "".join(mine), "".join(theirs)
        return OSA.distance(left, right, score_cutoff=SLIPS) <= SLIPS and min(len(left), len(right)) > SHORTEST * 2
    left_words, right_words = sorted(mine), sorted(theirs)
    pairs = zip(mine, theirs, strict=True) if mine[0][0] == theirs[0][0] else zip(left_words, right_words, strict=True)
    slips = [(OSA.distance(a, b), min(len(a), len(b))) for a, b in pairs]
    if not any(slip == 0 for slip, _ in slips):
        return False
    return all(slip <= (SLIPS if size >= SHORTEST else 1) for slip, size in slips) and sum(slip for slip, _ in slips) <= SLIPS
