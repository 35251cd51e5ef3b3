"""Quotations of the same words: they meet by a run of words, whoever is said to have spoken them."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Claim, Names

RUN = 4
"""Consecutive words that two quotations of one statement share."""
SHORT = 3
"""A quotation of this length must stand whole in the other."""


def same_words(claims: Sequence[Claim]) -> dict[str, str]:
    """Map each quotation's claim id to the id of the first quotation that shares a run of its words."""
    owner: dict[tuple[str, ...], str] = {}
    root: dict[str, str] = {claim.id: claim.id for claim in claims}

    def find(claim: str) -> str:
        while root[claim] != claim:
            root[claim] = root[root[claim]]
            claim = root[claim]
        return claim

    for claim in claims:
        words = tuple(claim.value.names[0].split()) if isinstance(claim.value, Names) else ()
        size = min(RUN, len(words))
        for i in range(len(words) - size + 1):
            first = owner.setdefault(words[i : i + size], claim.id)
            one, other = find(first), find(claim.id)
            root[max(one, other)] = min(one, other)
    for claim in claims:
        words = tuple(claim.value.names[0].split()) if isinstance(claim.value, Names) else ()
        for i in range(len(words) - SHORT + 1):
            whole = owner.get(words[i : i + SHORT])
            if whole is not None:
                one, other = find(whole), find(claim.id)
                root[max(one, other)] = min(one, other)
    return {claim.id: find(claim.id) for claim in claims}
