"""Two values that one article gives side by side are of two facts: then no other pair of outlets contradicts by them.

A fact-checker's first look is whether an outlet knows both figures. One that prints 75 000 and 108 900 employees does not
contradict itself: it speaks of two dates or two scopes, though the words that part them were not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from claimcheck.judge.comparators import compare
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.judge.parties import one_source, partisan, sides
from claimcheck.judge.readings import Reading
from claimcheck.judge.weigh import POSITIVE, Weighed
from claimcheck.model import Claim, DateValue, Value

PARTING = ("state", "group")
"""Slots that a topic cannot owe to a slip of reading: they are there only where they are written."""
BASIS = "basis"
BOUNDS = frozenset({"since", "until"})
"""Since when a thing is so is another fact than when it happened: only others that say since are told apart from it."""
CHRONICLE = 3
"""Times that one article gives for one thing, from which on they are of several."""
FAR_BOUND = "far-bound"
"""A bound so far from a value that it hardly speaks of it: "at most twenty" does not stand for five."""
Outcomes = Mapping[tuple[Value, Value], Outcome]
"""What the comparators say of every two values."""


def tell_apart(
    weighed: Mapping[tuple[Reading, Reading], Weighed],
    everything: Mapping[Reading, Sequence[Claim]],
    ground: Ground,
    slot: Mapping[str, str],
) -> dict[tuple[Reading, Reading], Weighed]:
    """Turn contradictions between values that some article gives both into `not_comparable`.

    `everything` holds the readings of the subject and attribute, of other slots than the topic's `slot` too. Values that an article
    credits to one source stay a contradiction: there the article contradicts itself. So do those of which it credits one to a partisan.
    """
    if not any(pair.outcome.verdict == "contradiction" for pair in weighed.values()):
        return dict(weighed)
    if slot.get(BASIS) in BOUNDS:
        everything = {
            reading: own for reading, claims in everything.items() if (own := [c for c in claims if c.slots.get(BASIS) == slot[BASIS]])
        }
    values = dict.fromkeys(reading.value for reading in everything)
    outcomes = {(a, b): compare(a, b, ground) for a, b in combinations(values, 2)}
    parted = _side_by_side(outcomes, everything, slot, ground.root)
    like = _likes(outcomes)
    partners: dict[Value, set[Value]] = defaultdict(set)
    for p, q in parted:
        partners[p].add(q)
        partners[q].add(p)
    reach = {value: set().union(*(partners[other] for other in others if other in partners)) for value, others in like.items()}
    found = dict(weighed)
    chronicle = _is_chronicle(parted, everything)
    for (a, b), pair in weighed.items():
        if pair.outcome.verdict != "contradiction":
            continue
        if chronicle or not reach.get(a.value, set()).isdisjoint(like.get(b.value, ())):
            outcome = Outcome("not_comparable", "told-apart", "told-apart", pair.outcome.notes)
            found[a, b] = replace(pair, outcome=outcome, same_source=False)
    return found


def _is_chronicle(parted: AbstractSet[tuple[Value, Value]], everything: Mapping[Reading, Sequence[Claim]]) -> bool:
    """Whether some article tells of one thing at several times, each apart from all others: then it happened again and again."""
    given: dict[str, set[Value]] = defaultdict(set)
    for reading, claims in everything.items():
        if isinstance(reading.value, DateValue):
            for claim in claims:
                given[claim.article].add(reading.value)
    return any(
        sum(all((a, b) in parted or (b, a) in parted for b in dates if b != a) for a in dates) >= CHRONICLE for dates in given.values()
    )


def _side_by_side(
    outcomes: Outcomes, everything: Mapping[Reading, Sequence[Claim]], slot: Mapping[str, str], root: Path | None
) -> set[tuple[Value, Value]]:
    """List the values that exclude each other and stand in one article, asserted by it or by two sources."""
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for reading, claims in everything.items():
        if reading.modality not in {"withdrawn", "denied"}:
            for article in {claim.article for claim in claims}:
                by_article[article].append(reading)
    return {
        (a.value, b.value)
        for article, told in by_article.items()
        for a, b in combinations(told, 2)
        if _excludes(outcomes, a.value, b.value)
        and (not _of_parties(a, b, root) or _in_one_breath(a, b, everything, root))
        and not _parted_by_words(*([claim for claim in everything[one] if claim.article == article] for one in (a, b)), slot=slot)
    }


def _parted_by_words(mine: Sequence[Claim], theirs: Sequence[Claim], *, slot: Mapping[str, str]) -> bool:
    """Whether words that the topic has too part two figures: who gives the total as one group's, or what is sought as offered, errs."""
    return any(
        {claim.slots.get(name) for claim in mine}.isdisjoint(claim.slots.get(name) for claim in theirs) for name in PARTING if name in slot
    )


def _in_one_breath(a: Reading, b: Reading, everything: Mapping[Reading, Sequence[Claim]], root: Path | None) -> bool:
    """Whether one source gives both in one sentence: "from 99,500 to 75,000" is no slip."""
    if not (a.party and b.party and one_source(a.party, b.party, root)):
        return False
    sentences = {(claim.article, claim.sentence) for claim in everything[a]}
    return any((claim.article, claim.sentence) in sentences for claim in everything[b])


def _of_parties(a: Reading, b: Reading, root: Path | None) -> bool:
    """Whether two readings are of one fact by their credits: one source's both, a partisan's beside another, or two parties'."""
    if a.party and b.party and (one_source(a.party, b.party, root) or sides(a.party, b.party, root)):
        return True
    return partisan(a.party, root) != partisan(b.party, root)


def _excludes(outcomes: Outcomes, a: Value, b: Value) -> bool:
    outcome = outcomes.get((a, b)) or outcomes.get((b, a))
    return outcome is not None and outcome.verdict == "contradiction"


def _likes(outcomes: Outcomes) -> dict[Value, set[Value]]:
    """Map each value to those that can stand for it, itself among them."""
    like: dict[Value, set[Value]] = defaultdict(set)
    for (a, b), outcome in outcomes.items():
        like[a].add(a)
        like[b].add(b)
        if outcome.verdict in POSITIVE and outcome.level != FAR_BOUND:
            like[a].add(b)
            like[b].add(a)
    return like
