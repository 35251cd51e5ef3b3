"""Quotations of the same words: they meet by a run of words, whoever is said to have spoken them."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align.identity import words_of
from claimcheck.model import Claim, Names

RUN = 4
"""Consecutive words that two quotations of one statement share."""
LONG_RUN = 6
"""The same where two people are held to have spoken them: fewer words are anybody's."""
QUOTATION, SPOKEN_BY = "quotation", "spoken-by"
RUNS = {QUOTATION: RUN, SPOKEN_BY: LONG_RUN}
"""By attribute."""
SHORT = 3
"""A quotation of this length must stand whole in the other."""


def same_words(claims: Sequence[Claim]) -> dict[str, str]:
    """Map each claim of a quotation to the id of the first of its attribute that shares a run of its words."""
    return {
        id_: owner
        for attribute, run in RUNS.items()
        for id_, owner in _joined([c for c in claims if c.attribute == attribute], run).items()
    }


def _joined(claims: Sequence[Claim], run: int) -> dict[str, str]:
    owner: dict[tuple[str, ...], str] = {}
    root: dict[str, str] = {claim.id: claim.id for claim in claims}

    def find(claim: str) -> str:
        while root[claim] != claim:
            root[claim] = root[root[claim]]
            claim = root[claim]
        return claim

    for claim in claims:
        words = _words(claim)
        size = min(run, len(words))
        for i in range(len(words) - size + 1):
            first = owner.setdefault(words[i : i + size], claim.id)
            one, other = find(first), find(claim.id)
            root[max(one, other)] = min(one, other)
    for claim in claims:
        words = _words(claim)
        for i in range(len(words) - SHORT + 1):
            whole = owner.get(words[i : i + SHORT])
            if whole is not None:
                one, other = find(whole), find(claim.id)
                root[max(one, other)] = min(one, other)
    return {claim.id: find(claim.id) for claim in claims}


def _words(claim: Claim) -> tuple[str, ...]:
    """Give the words of a quotation: the value of what was said, the subject of who said it."""
    if claim.attribute == SPOKEN_BY:
        return words_of(claim.subject)
    return tuple(claim.value.names[0].split()) if isinstance(claim.value, Names) else ()
