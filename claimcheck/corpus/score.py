"""How well a report fits an answer key. What each figure means stands in docs/accuracy.md."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from claimcheck.corpus.key import Comparison, Key, KeyClaim
from claimcheck.model import Claim, DateValue, Report, Span, Value, Verdict
from claimcheck.model.fold import fold

POSITIVE = frozenset({"agree", "compatible"})
SAID_POSITIVE = POSITIVE | {"certainty", "spelling"}
"""One side hedged, or one name in two spellings, still agree."""
TOLERANCE = 0.3
"""A bound within 30 % of the key's fits: readers of "une vingtaine" differ that much."""
CELL = 40
"""Characters; claims that start in the same cell of an article are one place, so that two readings of a phrase count once."""

PairIds = frozenset[str]
NoteKind = Literal["missed claim", "wrong value", "missed", "unaligned", "false alarm", "unjudged"]


@dataclass(frozen=True, slots=True)
class Note:
    """One miss or alarm, to be read by eye."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many out of how many."""

    got: float = 0
    of: float = 0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.got + other.got, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.got / self.of:.2f}" if self.of else "-"


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one story, or of several taken together."""

    claims: Ratio = Ratio()
    values: Ratio = Ratio()
    contradictions: Ratio = Ratio()
    groups: Ratio = Ratio()
    agree: Ratio = Ratio()
    updates: Ratio = Ratio()
    right: int = 0
    """Places reported as a contradiction that the key calls one."""
    false_alarms: int = 0
    unjudged: int = 0
    notes: tuple[Note, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            claims=self.claims + other.claims,
            values=self.values + other.values,
            contradictions=self.contradictions + other.contradictions,
            groups=self.groups + other.groups,
            agree=self.agree + other.agree,
            updates=self.updates + other.updates,
            right=self.right + other.right,
            false_alarms=self.false_alarms + other.false_alarms,
            unjudged=self.unjudged + other.unjudged,
        )

    @property
    def precision(self) -> float:
        """Of the reported contradictions that the key judges, the share that is right; 0 where none is."""
        judged = self.right + self.false_alarms
        return self.right / judged if judged else 0.0

    @property
    def recall(self) -> float:
        """Of the key's contradictions, the share that is reported; 1 where there is none."""
        return self.contradictions.got / self.contradictions.of if self.contradictions.of else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"claims R={self.claims}  values R={self.values}  contradictions P={self.precision:.2f} R={self.recall:.2f} F1={self.f1:.2f} "
            f"(groups R={self.groups})  agree R={self.agree}  updates R={self.updates}  "
            f"false_alarms={self.false_alarms}  unjudged={self.unjudged}"
        )


class _Run:
    """A report, looked up by the words of the key."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._folded = {article.id: fold(article.text) for article in report.articles}
        self._claims_of: dict[str, list[Claim]] = defaultdict(list)
        for claim in report.claims:
            self._claims_of[claim.article].append(claim)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self._report.claims}

    @cached_property
    def verdicts(self) -> Mapping[PairIds, Verdict]:
        """What was said of each pair of claims."""
        return {frozenset((pair.a, pair.b)): pair.verdict for finding in self._report.findings for pair in finding.pairs}

    def matches(self, article: str, value_text: str) -> list[Claim]:
        """Give the claims whose quote overlaps an occurrence of the words."""
        text, wanted = self._folded.get(article, ""), fold(value_text)
        spans = []
        at = text.find(wanted)
        while at >= 0:
            spans.append(Span(at, at + len(wanted)))
            at = text.find(wanted, at + 1)
        return [claim for claim in self._claims_of[article] if any(claim.span.overlaps(span) for span in spans)]

    def between(self, comparison: Comparison) -> list[PairIds]:
        """Give the judged pairs of claims that stand where a comparison of the key does."""
        here = [claim.id for claim in self.matches(*comparison.a)]
        there = [claim.id for claim in self.matches(*comparison.b)]
        pairs = dict.fromkeys(frozenset((a, b)) for a in here for b in there if a != b)
        return [pair for pair in pairs if pair in self.verdicts]

    def articles(self, pair: PairIds) -> frozenset[str]:
        """Give the articles of a pair."""
        return frozenset(self.claims[claim].article for claim in pair)

    def place(self, pair: PairIds) -> frozenset[tuple[str, int]]:
        """Say where a pair stands, coarsely."""
        return frozenset((self.claims[claim].article, self.claims[claim].start // CELL) for claim in pair)

    def label(self, pair: PairIds) -> str:
        """The pair in words."""
        return " / ".join(f"{self.claims[claim].article} {self.claims[claim].text!r}" for claim in sorted(pair))


def score(key: Key, report: Report) -> Score:
    """Hold a report against an answer key; the report's articles carry the key's ids."""
    run = _Run(report)
    notes: list[Note] = []
    claims, values, annotated = _score_claims(key, run, notes)
    contradictions, groups, agree, updates = _score_comparisons(key, run, notes)
    right, alarms, unjudged = _score_alarms(key, run, annotated, notes)
    return Score(claims, values, contradictions, groups, agree, updates, right, alarms, unjudged, tuple(notes))


def _score_claims(key: Key, run: _Run, notes: list[Note]) -> tuple[Ratio, Ratio, frozenset[str]]:
    hit = valued = fitting = 0
    annotated: set[str] = set()
    for claim in key.claims:
        found = run.matches(claim.article, claim.value_text)
        annotated.update(other.id for other in found)
        hit += bool(found)
        if not found:
            notes.append(Note("missed claim", f"{claim.article}: {claim.value_text!r} ({claim.type})"))
        if not {"low", "high", "date"} & claim.normalised.keys():
            continue
        valued += 1
        good = any(fits(claim, other.value) for other in found)
        fitting += good
        if found and not good:
            notes.append(Note("wrong value", f"{claim.article}: {claim.value_text!r} -> {found[0].value}"))
    return Ratio(hit, len(key.claims)), Ratio(fitting, valued), frozenset(annotated)


def fits(claim: KeyClaim, value: Value) -> bool:
    """Whether a value is what the key's reader noted: both bounds near, or one date inside the other."""
    wanted = claim.normalised
    if {"low", "high"} & wanted.keys():
        return all(_near(wanted.get(end), getattr(value, end, None)) for end in ("low", "high"))
    have = value.start.isoformat() if isinstance(value, DateValue) and value.start else ""
    date = str(wanted["date"])
    return bool(have) and (have.startswith(date[:10]) or date.startswith(have[:10]))


def _near(wanted: Any, got: Any) -> bool:
    if wanted is None or got is None:
        return wanted is None and got is None
    return math.isclose(float(wanted), float(got), rel_tol=TOLERANCE, abs_tol=1e-9)


def _score_comparisons(key: Key, run: _Run, notes: list[Note]) -> tuple[Ratio, Ratio, Ratio, Ratio]:
    slots = {claim.id: claim.slot for claim in key.claims}
    hits = {"contradiction": Ratio(), "update": Ratio()}
    groups: dict[str, bool] = {}
    facts: dict[str, Ratio] = defaultdict(Ratio)
    for comparison in key.comparisons:
        if comparison.same_article or not comparison.scored:
            continue
        said = sorted({run.verdicts[pair] for pair in run.between(comparison)})
        told = ", ".join(said) or "nothing"
        slot = slots.get(comparison.a_id) if comparison.a_id else None
        if comparison.verdict in POSITIVE:
            seen = bool(SAID_POSITIVE.intersection(said))
            facts[slot or comparison.group or comparison.label] += Ratio(seen, 1)
            if not seen:
                notes.append(Note("unaligned", f"{comparison.label}: said {told}, key says {comparison.verdict}"))
        elif comparison.verdict in hits:
            seen = bool(_accepted(comparison).intersection(said))
            hits[comparison.verdict] += Ratio(seen, 1)
            if comparison.verdict == "contradiction":
                group = comparison.group or slot or comparison.label
                groups[group] = groups.get(group, False) or seen
            if not seen and comparison.verdict == "contradiction":
                notes.append(Note("missed", f"{comparison.label}: said {told} ({comparison.why})"))
    agree = Ratio(sum(fact.got / fact.of for fact in facts.values()), len(facts))
    return hits["contradiction"], Ratio(sum(groups.values()), len(groups)), agree, hits["update"]


def _accepted(comparison: Comparison) -> frozenset[str]:
    also = {"dispute": comparison.by_source, "spelling": comparison.by_spelling}
    more = {verdict for verdict, holds in also.items() if holds and comparison.verdict == "contradiction"}
    return frozenset({comparison.verdict, *more})


def verdicts(key: Key, report: Report) -> dict[PairIds, str]:
    """Give what a key says of the pairs of claims that a report judges; `optional` where a careful reader could judge otherwise."""
    run = _Run(report)
    annotated = _score_claims(key, run, [])[2] if key.exhaustive else frozenset()
    unlisted = {pair: "not_comparable" for pair in run.verdicts if pair <= annotated and len(run.articles(pair)) > 1}
    return unlisted | _truth(key, run)


def _truth(key: Key, run: _Run) -> dict[PairIds, str]:
    truth: dict[PairIds, str] = {}
    for comparison in key.comparisons:
        if comparison.same_article:
            continue
        for pair in run.between(comparison):
            if not comparison.scored:
                truth.setdefault(pair, "optional")
            elif truth.get(pair) != "contradiction":
                truth[pair] = comparison.verdict
    return truth


def _score_alarms(key: Key, run: _Run, annotated: frozenset[str], notes: list[Note]) -> tuple[int, int, int]:
    truth = _truth(key, run)
    right, alarms, unjudged = set(), set(), set()
    for pair, said in run.verdicts.items():
        if said != "contradiction" or len(run.articles(pair)) < 2:
            continue
        verdict = truth.get(pair)
        if verdict == "contradiction":
            right.add(run.place(pair))
        elif verdict == "optional":
            continue
        elif verdict or (key.exhaustive and pair <= annotated):
            alarms.add(run.place(pair))
            notes.append(Note("false alarm", f"{run.label(pair)}: key says {verdict or 'not comparable'}"))
        else:
            unjudged.add(run.place(pair))
            notes.append(Note("unjudged", run.label(pair)))
    alarms -= right
    unjudged -= right | alarms
    return len(right), len(alarms), len(unjudged)
