"""Pairs of claims with their verdicts: distinct readings are weighed once, then expanded to the claims that share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations_with_replacement

from claimcheck.judge.bench import Bench
from claimcheck.judge.comparators import compare
from claimcheck.judge.confidence import BOTH_SIDES, MIN_CONTRADICTION, ONE_FACT, confidence
from claimcheck.judge.course import Course, course
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.judge.positions import place
from claimcheck.judge.readings import Reading, reading
from claimcheck.judge.sourcing import Drop
from claimcheck.judge.weigh import POSITIVE, Weighed, weigh
from claimcheck.model import OPEN, Claim, Kind, Pair, Topic, Value

SAID_ALIKE = POSITIVE | {"certainty"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what the finding takes from it."""

    pair: Pair
    claims: tuple[Claim, Claim]
    shown: tuple[Value, Value]
    """Their values as they are written in labels."""
    outcome: Outcome
    confidence: float
    same_source: bool
    explain: Callable[[int], str]
    """Says it in short, given how many other pairs are like it."""


def weigh_readings(
    grouped: Mapping[Reading, Sequence[Claim]], kind: Kind | None, bench: Bench, claims: Sequence[Claim]
) -> dict[tuple[Reading, Reading], Weighed]:
    """Judge every two distinct readings once, and every reading that several claims share against itself."""
    ground = bench.ground(kind, claims)
    path = course(grouped, bench.ruleset.root)
    articles: dict[Value, set[str]] = {}
    for one, held in grouped.items():
        articles.setdefault(one.value, set()).update(claim.article for claim in held)
    outcomes: dict[tuple[Value, Value], Outcome] = {}
    weighed: dict[tuple[Reading, Reading], Weighed] = {}
    for a, b in combinations_with_replacement(grouped, 2):
        if a is b and len(grouped[a]) == 1:
            continue
        values = (a.value, b.value)
        if values not in outcomes:
            outcomes[values] = compare(*values, ground)
        weighed[a, b] = weigh(a, b, outcomes[values], kind, ground, path)
        if weighed[a, b].outcome.verdict == "spelling" and articles[a.value] & articles[b.value]:
            weighed[a, b] = Weighed(Outcome("compatible", "overlap", "both-spellings"))
    return weighed


def across(
    topic: Topic,
    grouped: Mapping[Reading, Sequence[Claim]],
    weighed: Mapping[tuple[Reading, Reading], Weighed],
    dropped: Sequence[Drop],
    bench: Bench,
) -> list[Judged]:
    """Expand readings to the pairs of claims across articles."""
    judged: list[Judged] = []
    values: dict[str, set[Value]] = {}
    for held, claims in grouped.items():
        for claim in claims:
            values.setdefault(claim.article, set()).add(held.value)
    for (first, second), found in weighed.items():
        for at, one in enumerate(grouped[first]):
            for other in grouped[second][at + 1 :] if first == second else grouped[second]:
                if one.article == other.article:
                    continue
                a, b = (one, other) if place(one) <= place(other) else (other, one)
                mine, theirs = (first, second) if a is one else (second, first)
                both = mine.value != theirs.value and (theirs.value in values[a.article] or mine.value in values[b.article])
                drop = next((drop for drop in dropped if drop.between(a, b)), None)
                told = bench.uncredited(drop, found) if drop else found
                judged.append(judge_pair(a, b, mine, theirs, told, topic, bench, BOTH_SIDES if both else 1.0))
    return judged


def kept_apart(topic: Topic, known: Mapping[str, Claim], kind: Kind | None, bench: Bench) -> tuple[list[Judged], list[Judged]]:
    """Judge the pairs that alignment kept apart: those that agree though it was left open whether they are one fact, and the rest."""
    slot = ", ".join(value for _, value in topic.slot)
    ground = bench.ground(kind, topic.claims)
    alike: list[Judged] = []
    apart: list[Judged] = []
    for left, right, key in topic.apart:
        if left not in known or right not in known or known[left].article == known[right].article:
            continue
        a, b = sorted((known[left], known[right]), key=place)
        if key == OPEN and (agreed := _alike(a, b, kind, ground, topic, bench)):
            alike.append(agreed)
            continue
        pair = Pair(a.id, b.id, "not_comparable", bench.reasons.apart(a, b, key, slot), "apart")
        sure = min(topic.confidence, a.confidence, b.confidence)
        explain = partial(bench.explain_apart, a, b, key, slot)
        outcome = Outcome("not_comparable", "apart", key)
        apart.append(Judged(pair, (a, b), (a.value, b.value), outcome, sure, same_source=False, explain=explain))
    return alike, apart


def _alike(a: Claim, b: Claim, kind: Kind | None, ground: Ground, topic: Topic, bench: Bench) -> Judged | None:
    """Judge two claims that may be of one fact; nothing where their values differ."""
    mine, theirs = (reading(claim, bench.articles.get(claim.article), bench.parties) for claim in (a, b))
    found = weigh(mine, theirs, compare(mine.value, theirs.value, ground), kind, ground, Course())
    return judge_pair(a, b, mine, theirs, found, topic, bench, ONE_FACT) if found.outcome.verdict in SAID_ALIKE else None


def judge_pair(a: Claim, b: Claim, mine: Reading, theirs: Reading, found: Weighed, topic: Topic, bench: Bench, factor: float) -> Judged:
    """Say what is made of two claims; `factor` is what their places leave of the confidence."""
    outcome = found.outcome
    sure = confidence(min(topic.confidence, a.confidence, b.confidence), outcome, factor)
    if outcome.verdict == "contradiction" and a.slots.get("scope") != b.slots.get("scope"):
        outcome = Outcome("not_comparable", "apart", "one-scope", outcome.notes)
    elif outcome.verdict == "contradiction" and sure < MIN_CONTRADICTION:
        outcome = Outcome("not_comparable", "unsure", "unsure", outcome.notes)
    reason = bench.reasons.pair(a, b, outcome, mine, theirs)
    pair = Pair(a.id, b.id, outcome.verdict, reason, outcome.level)
    explain = partial(bench.explain, a, b, outcome, mine, theirs)
    return Judged(pair, (a, b), (mine.shown, theirs.shown), outcome, round(sure, 4), found.same_source, explain)
