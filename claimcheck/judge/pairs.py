"""Pairs of claims with their verdicts: distinct readings are weighed once, then expanded to the claims that share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations_with_replacement

from claimcheck.judge.bench import Bench
from claimcheck.judge.comparators import compare
from claimcheck.judge.confidence import MIN_CONTRADICTION, SAME_THING, Doubt, evidence, features, probability
from claimcheck.judge.course import Course, course
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.judge.positions import place
from claimcheck.judge.readings import Reading, reading
from claimcheck.judge.sourcing import Drop
from claimcheck.judge.weigh import POSITIVE, Weighed, weigh
from claimcheck.model import OPEN, Claim, Features, Kind, Pair, Topic, Value, Verdict

SAID_ALIKE = POSITIVE | {"certainty"}


@dataclass(frozen=True, slots=True)
class Held:
    """What is made of two claims; all pairs that read alike share it."""

    outcome: Outcome
    reason: str
    shown: tuple[Value, Value]
    """The values as they are written in labels."""
    evidence: float
    """What is left of the least sure of topic and claims; the pair with the most is the one to tell."""
    confidence: float
    same_source: bool
    explain: Callable[[Claim, Claim, int], str]
    """Says it of two claims in short, given how many other pairs are like it."""
    features: Features = ()
    """What the confidence is weighed from, as `Pair.features`."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Two claims with what is made of them; `a` comes first in the order of articles."""

    a: Claim
    b: Claim
    held: Held

    @property
    def verdict(self) -> Verdict:
        """The verdict on the pair."""
        return self.held.outcome.verdict

    @property
    def pair(self) -> Pair:
        """The pair as a finding lists it."""
        return Pair(self.a.id, self.b.id, self.verdict, self.held.reason, self.held.outcome.level, self.held.features)


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
    giving: dict[Value, set[str]] = {}
    for told_as, claims in grouped.items():
        giving.setdefault(told_as.value, set()).update(claim.article for claim in claims)
    voices = {claim.id: _voice(claim) for claims in grouped.values() for claim in claims}
    for (first, second), found in weighed.items():
        alike: dict[tuple[object, ...], Held] = {}
        differ, firsts, seconds = first.value != second.value, giving[first.value], giving[second.value]
        for at, one in enumerate(grouped[first]):
            for other in grouped[second][at + 1 :] if first is second else grouped[second]:
                if one.article == other.article:
                    continue
                a, b, mine, theirs = (one, other, first, second) if one.article < other.article else (other, one, second, first)
                both = differ and (one.article in seconds or other.article in firsts)
                drop = next((drop for drop in dropped if drop.between(a, b)), None)
                elsewhere = found.outcome.verdict == "contradiction" and bench.witnesses.whereabouts.elsewhere(a, b)
                like = (a is one, both, elsewhere, id(drop), voices[a.id], voices[b.id])
                if like not in alike:
                    told = bench.uncredited(drop, found) if drop else found
                    alike[like] = judge_pair(a, b, mine, theirs, told, topic, bench, doubt="both-sides" if both else None)
                judged.append(Judged(a, b, alike[like]))
    return judged


def _voice(claim: Claim) -> tuple[object, ...]:
    """Give what the verdict and the reason of a pair take from a claim beside its reading."""
    return (claim.text, claim.confidence, claim.attribution.name, claim.slots.get("scope"), claim.thing)


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
        reason = bench.reasons.apart(a, b, key, slot)
        sure = min(topic.confidence, a.confidence, b.confidence)
        explain = partial(bench.explain_apart, key, slot)
        outcome = Outcome("not_comparable", "apart", key)
        apart.append(Judged(a, b, Held(outcome, reason, (a.value, b.value), sure, sure, same_source=False, explain=explain)))
    return alike, apart


def _alike(a: Claim, b: Claim, kind: Kind | None, ground: Ground, topic: Topic, bench: Bench) -> Judged | None:
    """Judge two claims that may be of one fact; nothing where their values differ."""
    mine, theirs = (reading(claim, bench.articles.get(claim.article), bench.parties) for claim in (a, b))
    found = weigh(mine, theirs, compare(mine.value, theirs.value, ground), kind, ground, Course())
    if found.outcome.verdict not in SAID_ALIKE:
        return None
    return Judged(a, b, judge_pair(a, b, mine, theirs, found, topic, bench, doubt="open"))


def judge_pair(
    a: Claim, b: Claim, mine: Reading, theirs: Reading, found: Weighed, topic: Topic, bench: Bench, *, doubt: Doubt | None = None
) -> Held:
    """Say what is made of two claims; `doubt` is why they may speak of two things."""
    outcome = found.outcome
    claims = min(a.confidence, b.confidence)
    weakest = min(topic.confidence, claims)
    sure = evidence(max(weakest, SAME_THING) if a.thing and a.thing == b.thing else weakest, outcome, doubt)
    if outcome.verdict == "contradiction" and a.slots.get("scope") != b.slots.get("scope"):
        outcome = Outcome("not_comparable", "apart", "one-scope", outcome.notes)
    if outcome.verdict == "contradiction" and bench.witnesses.whereabouts.elsewhere(a, b):
        outcome = Outcome("not_comparable", "apart", "elsewhere", outcome.notes)
    weighed: Features = ()
    if outcome.verdict != "not_comparable" and doubt != "inside":
        generic = topic.attribute not in bench.ruleset.kinds
        weighed = features(outcome, claims=claims, topic=topic.confidence, generic=generic, doubt=doubt, same_source=found.same_source)
    if outcome.verdict == "contradiction" and sure < MIN_CONTRADICTION:
        outcome = Outcome("not_comparable", "unsure", "unsure", outcome.notes)
    reason = bench.reasons.pair(a, b, outcome, mine, theirs)
    chance = probability(weighed, bench.weights) if weighed and outcome.verdict != "not_comparable" else sure
    explain = partial(bench.explain, outcome, mine, theirs)
    return Held(outcome, reason, (mine.shown, theirs.shown), sure, round(chance, 4), found.same_source, explain, weighed)
