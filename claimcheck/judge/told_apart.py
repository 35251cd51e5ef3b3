"""Two values that one article gives side by side are of two facts: then no other pair of outlets contradicts by them.

A fact-checker's first look is whether an outlet knows both figures. One that prints 75 000 and 108 900 employees does not
contradict itself: it speaks of two dates or two scopes, though the words that part them were not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.judge.outcome import Outcome
from claimcheck.judge.readings import Reading
from claimcheck.judge.weigh import POSITIVE, Weighed
from claimcheck.model import Claim

LIKE = POSITIVE | {"certainty", "update"}
"""Verdicts under which one reading can stand for another."""
Pairs = Mapping[tuple[Reading, Reading], Weighed]


def tell_apart(weighed: Pairs, grouped: Mapping[Reading, Sequence[Claim]]) -> dict[tuple[Reading, Reading], Weighed]:
    """Turn contradictions between values that some article gives both into `not_comparable`.

    Values that an article credits to one source stay a contradiction: there the article contradicts itself.
    """
    parted = _side_by_side(weighed, grouped)
    if not parted:
        return dict(weighed)
    like = _likes(weighed)
    found = dict(weighed)
    for (a, b), pair in weighed.items():
        if pair.outcome.verdict != "contradiction":
            continue
        if any((p in like[a] and q in like[b]) or (p in like[b] and q in like[a]) for p, q in parted):
            outcome = Outcome("not_comparable", "told-apart", "told-apart", pair.outcome.notes)
            found[a, b] = replace(pair, outcome=outcome, same_source=False)
    return found


def _side_by_side(weighed: Pairs, grouped: Mapping[Reading, Sequence[Claim]]) -> list[tuple[Reading, Reading]]:
    """List the pairs that exclude each other and stand in one article."""
    articles = {reading: {claim.article for claim in claims} for reading, claims in grouped.items()}
    return [
        (a, b)
        for (a, b), pair in weighed.items()
        if pair.outcome.verdict == "contradiction" and articles[a] & articles[b] and not pair.same_source
    ]


def _likes(weighed: Pairs) -> dict[Reading, set[Reading]]:
    like: dict[Reading, set[Reading]] = defaultdict(set)
    for (a, b), pair in weighed.items():
        like[a].add(a)
        like[b].add(b)
        if pair.outcome.verdict in LIKE:
            like[a].add(b)
            like[b].add(a)
    return like
