"""One somebody across articles and languages: names that differ by accents, order, length or a slip of the pen."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from claimcheck.model.fold import bare

MAX_SLIPS = 2
"""Letters that two spellings of one word may differ by, when it is long."""
LONG_WORD = 6
MIN_WORD = 4
"""Shorter words must be equal: Li is not Lu."""
MIN_INITIALS = 2
SMALL_WORD = 3
"""Words up to this length (du, la, and, of) may be left out of an acronym."""
_WORD = re.compile(r"[^\W_]+")


def words_of(name: str) -> tuple[str, ...]:
    """Cut a name into folded words without accents."""
    return tuple(_WORD.findall(bare(name)))


def slips(one: str, other: str) -> int | None:
    """Count the letters by which two words differ; none where they are too different to be one word."""
    if one == other:
        return 0
    shorter = min(len(one), len(other))
    if shorter < MIN_WORD or one[0] != other[0]:
        return None
    allowed = MAX_SLIPS if shorter >= LONG_WORD else 1
    distance = OSA.distance(one, other, score_cutoff=allowed)
    return distance if distance <= allowed else None


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of a person can be one: all words of the shorter found in the longer, at most one with a slip.

    Two full names that share only the surname are two people.
    """
    if not one or not other:
        return False
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if len(short) == 1:
        return short[0] in long if len(long) > 1 else slips(short[0], long[0]) == 0
    left, slipped = list(long), 0
    for word in short:
        if word in left:
            left.remove(word)
            continue
        near = next((candidate for candidate in left if slips(word, candidate) is not None), None)
        if near is None:
            return False
        slipped += 1
        left.remove(near)
    return slipped <= 1


def same_organisation(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of an organisation or thing can be one: one contains the other, or they differ by a slip."""
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    short, long = sorted((set(one), set(other)), key=len)
    if short <= long:
        return True
    return len(one) == len(other) and sum(slips(a, b) is None for a, b in zip(one, other, strict=True)) == 0 and one[0] == other[0]


def is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word is made of the first letters of a name, small words left out or in: RFP, Réseau ferré du Ponant."""
    if len(short) != 1 or len(long) < MIN_INITIALS or len(short[0]) < MIN_INITIALS:
        return False
    whole = "".join(word[0] for word in long)
    return short[0] in {whole, "".join(word[0] for word in long if len(word) > SMALL_WORD)}


class Identities:
    """Gives every subject of a story one canonical name."""

    def __init__(self, names: Iterable[str]) -> None:
        counts = Counter(names)
        by_word: dict[str, list[str]] = defaultdict(list)
        by_initial: dict[str, list[str]] = defaultdict(list)
        self._canonical: dict[str, str] = {}
        for name in sorted(counts, key=lambda name: (-len(words_of(name)), -counts[name], name)):
            words = words_of(name)
            found = {candidate for word in words for key in (word, word[:2]) for candidate in by_word[key]}
            found.update(by_initial[words[0][:1]] if len(words) == 1 else ())
            same = sorted(candidate for candidate in found if self._same(words, words_of(candidate)))
            owners = {self._canonical[candidate] for candidate in same}
            # A short name that fits two different people names neither of them.
            self._canonical[name] = owners.pop() if len(owners) == 1 else name
            for word in words:
                by_word[word].append(name)
                by_word[word[:2]].append(name)
            if len(words) >= MIN_INITIALS:
                by_initial[words[0][:1]].append(name)

    @staticmethod
    def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return same_name(one, other) or set(one) <= set(other) or set(other) <= set(one) or is_acronym(one, other)

    def of(self, name: str) -> str:
        """Give the canonical name of a subject."""
        return self._canonical.get(name, name)
