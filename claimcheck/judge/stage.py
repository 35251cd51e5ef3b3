"""The stage: topics → findings."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.judge.course import course
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.judge.positions import place, positions
from claimcheck.judge.readings import Reading, readings
from claimcheck.judge.reasons import Reasons
from claimcheck.judge.weigh import Weighed, weigh
from claimcheck.judge.witnesses import Witnesses
from claimcheck.model import (
    SEVERITIES,
    VERDICTS,
    Article,
    Claim,
    Document,
    Finding,
    Kind,
    Layers,
    Pair,
    Position,
    Problem,
    Severity,
    Topic,
    Verdict,
)
from claimcheck.model.fold import bare
from claimcheck.ruleset.load import RuleSet

SEVERITY: dict[Verdict, Severity] = {"dispute": "note", "update": "note", "spelling": "warning", "certainty": "warning"}
"""By verdict; a contradiction is as severe as its kind says, what needs nobody is `none`."""
SURE = {"rounding": 0.9, "far-bound": 0.8, "overlap": 0.95, "status": 0.9, "count": 0.85, "names": 0.85, "rank": 0.8}
"""What a level leaves of the claims' confidence; levels not named here leave it whole."""
NOTED = {"scaled-unknown": 0.9, "scaled": 0.95, "exchanged": 0.7}
"""The same for what had to be done to compare."""
BOTH_SIDES = 0.85
"""What is left where one of the two articles also gives the other's value: it may speak of two things."""
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A pair with what the finding takes from it."""

    pair: Pair
    outcome: Outcome
    confidence: float
    same_source: bool
    outlets: tuple[str, str]


class _Bench:
    """What all topics of a run are judged with."""

    def __init__(self, documents: Sequence[Document], ruleset: RuleSet, language: str, layers: Sequence[Layers]) -> None:
        self.articles: dict[str, Article] = {document.article.id: document.article for document in documents}
        self.witnesses = Witnesses(documents, layers)
        self.reasons = Reasons(language, ruleset.root)
        self.ruleset = ruleset

    def outlet(self, article: str) -> str:
        """Name the outlet of an article."""
        return self.articles[article].outlet if article in self.articles else article

    def ground(self, kind: Kind | None, claims: Sequence[Claim]) -> Ground:
        """Give what the comparisons of a topic rest on."""
        days = [article.published for claim in claims if (article := self.articles.get(claim.article)) and article.published]
        latest = max((date(day.year, day.month, day.day) for day in days), default=None)
        return Ground.of(kind, when=latest, root=self.ruleset.root)


def judge(
    topics: Iterable[Topic],
    *,
    documents: Sequence[Document],
    ruleset: RuleSet,
    language: str,
    layers: Sequence[Layers] = (),
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Compare the claims of every topic across articles, and inside each; give findings numbered from the most severe.

    A topic that one article alone speaks of yields no finding unless that article contradicts itself.
    """
    bench = _Bench(documents, ruleset, language, layers)
    topics = list(topics)
    known = {claim.id: claim for topic in topics for claim in topic.claims}
    found: list[Finding] = []
    problems: list[Problem] = []
    for topic in topics:
        try:
            found.extend(_findings(topic, known, bench))
        except (ArithmeticError, ValueError, KeyError, OverflowError) as error:
            problems.append(Problem("unjudged-topic", f"{topic.story}: {topic.attribute} · {topic.subject}", repr(error), "warning"))
    found.sort(key=_rank)
    return tuple(replace(finding, id=f"f{at}") for at, finding in enumerate(found, 1)), tuple(problems)


def _findings(topic: Topic, known: Mapping[str, Claim], bench: _Bench) -> Iterator[Finding]:
    kind = bench.ruleset.kinds.get(topic.attribute)
    claims = sorted(topic.claims, key=place)
    grouped = readings(claims, bench.articles)
    ground = bench.ground(kind, claims)
    path = course(grouped.items())
    weighed: dict[tuple[Reading, Reading], Weighed] = {}
    for at, a in enumerate(grouped):
        for b in list(grouped)[at:]:
            weighed[a, b] = weigh(a, b, kind, ground, path)
    agreeing = [
        pair for pair, found in weighed.items() if found.outcome.level == "same" and found.outcome.verdict in {"agree", "certainty"}
    ]
    across, within = _pairs(topic, grouped, weighed, known, bench)
    if across:
        places = positions(grouped, agreeing, describe=bench.reasons.describe, witnesses=bench.witnesses)
        yield _finding(topic, kind, across, places, claims, bench, internal=False)
    for article in sorted({judged.pair.a.rpartition(":")[0] for judged in within}):
        own = [judged for judged in within if judged.pair.a.rpartition(":")[0] == article]
        ids = {claim for judged in own for claim in (judged.pair.a, judged.pair.b)}
        inside = {reading: kept for reading, held in grouped.items() if (kept := [claim for claim in held if claim.id in ids])}
        pairs = [(a, b) for a, b in agreeing if a in inside and b in inside]
        places = positions(inside, pairs, describe=bench.reasons.describe, witnesses=bench.witnesses)
        yield _finding(topic, kind, own, places, [known[claim] for claim in sorted(ids)], bench, internal=True)


def _pairs(
    topic: Topic,
    grouped: Mapping[Reading, Sequence[Claim]],
    weighed: Mapping[tuple[Reading, Reading], Weighed],
    known: Mapping[str, Claim],
    bench: _Bench,
) -> tuple[list[_Judged], list[_Judged]]:
    """Expand readings to pairs of claims: those across articles, and contradictions inside one."""
    across: list[_Judged] = []
    within: list[_Judged] = []
    apart = {frozenset(pair[:2]) for pair in topic.apart}
    values: dict[str, set[object]] = {}
    for reading, claims in grouped.items():
        for claim in claims:
            values.setdefault(claim.article, set()).add(reading.value)
    for (first, second), found in weighed.items():
        for at, one in enumerate(grouped[first]):
            for other in grouped[second][at + 1 :] if first == second else grouped[second]:
                a, b = (one, other) if place(one) <= place(other) else (other, one)
                if frozenset((a.id, b.id)) in apart:
                    continue
                mine, theirs = (first, second) if a is one else (second, first)
                if a.article != b.article:
                    both = mine.value != theirs.value and (theirs.value in values[a.article] or mine.value in values[b.article])
                    across.append(_judged(a, b, mine, theirs, found, topic, bench, BOTH_SIDES if both else 1.0))
                elif found.outcome.verdict == "contradiction" and mine.party == theirs.party:
                    within.append(_judged(a, b, mine, theirs, found, topic, bench, BOTH_SIDES))
    for left, right, key in topic.apart:
        if left in known and right in known and known[left].article != known[right].article:
            a, b = sorted((known[left], known[right]), key=place)
            reason = bench.reasons.apart(a, b, key, ", ".join(value for _, value in topic.slot))
            pair = Pair(a.id, b.id, "not_comparable", reason, "apart")
            outcome = Outcome("not_comparable", "apart", key)
            across.append(
                _Judged(pair, outcome, topic.confidence, same_source=False, outlets=(bench.outlet(a.article), bench.outlet(b.article)))
            )
    return across, within


def _judged(a: Claim, b: Claim, mine: Reading, theirs: Reading, found: Weighed, topic: Topic, bench: _Bench, factor: float) -> _Judged:
    outcome = found.outcome
    reason = bench.reasons.pair(a, b, outcome, mine, theirs)
    sure = min(topic.confidence, a.confidence, b.confidence) * SURE.get(outcome.level, 1.0) * factor
    for key, _ in outcome.notes:
        sure *= NOTED.get(key, 1.0)
    pair = Pair(a.id, b.id, outcome.verdict, reason, outcome.level)
    return _Judged(pair, outcome, round(sure, 4), found.same_source, (bench.outlet(a.article), bench.outlet(b.article)))


def _finding(
    topic: Topic,
    kind: Kind | None,
    judged: list[_Judged],
    places: tuple[Position, ...],
    claims: Sequence[Claim],
    bench: _Bench,
    *,
    internal: bool,
) -> Finding:
    judged = sorted(
        judged,
        key=lambda item: (item.pair.a.rpartition(":")[0], item.pair.b.rpartition(":")[0], _natural(item.pair.a), _natural(item.pair.b)),
    )
    verdict = min((item.pair.verdict for item in judged), key=VERDICTS.index)
    deciding = [item for item in judged if item.pair.verdict == verdict]
    lead = min(deciding, key=lambda item: (not item.same_source, -item.confidence, item.pair.a, item.pair.b))
    same_source = any(item.same_source for item in deciding)
    severity = SEVERITY.get(verdict, "none") if verdict != "contradiction" else (kind.severity if kind else "error")
    if same_source and not internal:
        severity = SEVERITIES[min(SEVERITIES.index(severity) + 1, len(SEVERITIES) - 1)]
    return Finding(
        id="",
        key=_key(topic, internal=internal, article=claims[0].article if internal and claims else ""),
        story=topic.story,
        type=kind.type if kind else claims[0].type,
        subject=topic.subject,
        attribute=topic.attribute,
        slot=topic.slot,
        verdict=verdict,
        severity=severity,
        confidence=round(max(item.confidence for item in deciding), 4),
        same_source=same_source,
        internal=internal,
        explanation=bench.reasons.explain(*lead.outlets, lead.pair.reason, len(deciding) - 1, internal=internal),
        positions=places,
        pairs=tuple(item.pair for item in judged),
    )


def _key(topic: Topic, *, internal: bool, article: str) -> str:
    parts = [topic.attribute, bare(topic.subject).strip(), ";".join(f"{name}={value}" for name, value in topic.slot)]
    if internal:
        parts.append(f"internal={article}")
    return hashlib.sha1("|".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:12]


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Order names with numbers in them by number: f2 before f10."""
    return tuple((int(part), "") if part.isdigit() and part.isascii() else (-1, part) for part in _NUMBER.split(name))


def _rank(finding: Finding) -> tuple[object, ...]:
    return (
        _natural(finding.story),
        -SEVERITIES.index(finding.severity),
        VERDICTS.index(finding.verdict),
        not finding.same_source,
        -finding.confidence,
        finding.attribute,
        bare(finding.subject),
        finding.key,
        finding.slot,
        finding.pairs[0].a,
    )
