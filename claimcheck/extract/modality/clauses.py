"""Where the clause around a word ends."""

from __future__ import annotations

from claimcheck.extract.quotations.words import Words
from claimcheck.model import Span

_ENDS = frozenset(';:«»“”"()—–')


REACH = 80
"""Words of a clause on either side of the word it is looked up for."""


def clause(tape: Words, index: int, low: int, high: int, joints: frozenset[str]) -> Span:
    """Give the clause around a word of a sentence `[low, high)` in word numbers.

    It ends at strong signs, and at a comma that a joining word follows (`joints`: and, but, while…).
    """
    low, high = max(low, index - REACH), min(high, index + REACH)
    first = index
    while first > low and not _ends(tape, first - 1, joints):
        first -= 1
    last = index
    while last + 1 < high and not _ends(tape, last + 1, joints):
        last += 1
    return tape.span(first, last)


def _ends(tape: Words, index: int, joints: frozenset[str]) -> bool:
    word = tape.texts[index]
    if word in _ENDS:
        return True
    return word == "," and index + 1 < len(tape) and tape.texts[index + 1] in joints
