"""The stage: topics → findings."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import combinations_with_replacement

from claimcheck.judge.comparators import compare
from claimcheck.judge.course import course
from claimcheck.judge.inside import inside
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.judge.positions import place, positions
from claimcheck.judge.readings import VALUES, Reading, first_of, readings, uncrowded
from claimcheck.judge.reasons import Reasons, Said
from claimcheck.judge.told_apart import tell_apart
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
    Pair,
    Position,
    Problem,
    Severity,
    Topic,
    Value,
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
MERGED = frozenset({"agree", "certainty"})
INSIDE = 0.7
"""What is left of a contradiction inside one article: its writer saw both, and may speak of two things."""
BOTH_SIDES = 0.85
"""What is left where one of the two articles also gives the other's value: it may speak of two things."""
MIN_CONTRADICTION = 0.5
"""Below it too little is known of what is counted to speak of a contradiction."""
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A pair with what the finding takes from it."""

    pair: Pair
    outcome: Outcome
    confidence: float
    same_source: bool
    explain: Callable[[int], str]
    """Says it in short, given how many other pairs are like it."""


class _Bench:
    """What all topics of a run are judged with."""

    def __init__(self, documents: Sequence[Document], ruleset: RuleSet, language: str, witnesses: Witnesses) -> None:
        self.articles: dict[str, Article] = {document.article.id: document.article for document in documents}
        self.witnesses = witnesses
        self.headings = {document.article.id: [s.span for s in document.sentences if s.kind == "heading"] for document in documents}
        self.parties = frozenset(ruleset.lexicons(language).get("parties"))
        self.reasons = Reasons(language, ruleset.root)
        self.ruleset = ruleset

    def said(self, claim: Claim) -> Said:
        """Name the outlet that makes a claim."""
        article = self.articles.get(claim.article)
        return Said(claim, article.outlet if article else claim.article)

    def explain(self, a: Claim, b: Claim, outcome: Outcome, mine: Reading, theirs: Reading, others: int) -> str:
        """Say a pair in short."""
        internal = a.article == b.article
        return self.reasons.brief(self.said(a), self.said(b), outcome, mine, theirs, others=others, internal=internal)

    def explain_apart(self, a: Claim, b: Claim, key: str, slot: str, others: int) -> str:
        """Say in short why a pair was kept apart."""
        return self.reasons.brief_apart(self.said(a), self.said(b), key, slot, others=others)

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
    witnesses: Witnesses | None = None,
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Compare the claims of every topic across articles, and inside each; give findings numbered from the most severe.

    A topic that one article alone speaks of yields no finding unless that article contradicts itself. `witnesses` knows
    the layers too; without it, copies and credits are told from the documents.
    """
    bench = _Bench(documents, ruleset, language, witnesses or Witnesses(documents))
    topics = list(topics)
    known = {claim.id: claim for topic in topics for claim in topic.claims}
    found: list[Finding] = []
    problems: list[Problem] = []
    for topic in topics:
        where = f"{topic.story}: {topic.attribute} · {topic.subject}"
        claims = uncrowded(sorted(topic.claims, key=place))
        if left := len(topic.claims) - len(claims):
            message = f"an article gives more than {VALUES} values of it; {left} claim(s) beyond them are not compared"
            problems.append(Problem("crowded-topic", where, message, "warning"))
        try:
            found.extend(_findings(replace(topic, claims=claims, context=uncrowded(topic.context)), known, bench))
        except (ArithmeticError, ValueError, KeyError, OverflowError) as error:
            problems.append(Problem("unjudged-topic", where, repr(error), "warning"))
    found.sort(key=_rank)
    return tuple(replace(finding, id=f"f{at}") for at, finding in enumerate(found, 1)), tuple(problems)


def _findings(topic: Topic, known: Mapping[str, Claim], bench: _Bench) -> Iterator[Finding]:
    kind = bench.ruleset.kinds.get(topic.attribute)
    claims = topic.claims
    if topic.apart:
        apart = _apart(topic, known, bench)
        ids = {claim for judged in apart for claim in (judged.pair.a, judged.pair.b)}
        grouped = readings((claim for claim in claims if claim.id in ids), bench.articles, bench.parties)
        if apart:
            yield _finding(topic, kind, apart, positions(grouped, (), bench.reasons.describe, bench.witnesses), claims)
        return
    grouped = readings(claims, bench.articles, bench.parties)
    weighed = _weighed(grouped, kind, bench, claims)
    agreeing = [pair for pair, found in weighed.items() if found.outcome.level == "same" and found.outcome.verdict in MERGED]
    everything = readings([*claims, *topic.context], bench.articles, bench.parties)
    first = {reading: first_of(held) for reading, held in grouped.items()}
    across = _pairs(topic, first, tell_apart(weighed, everything, bench.ground(kind, claims)), bench)
    if across:
        yield _finding(topic, kind, across, positions(grouped, agreeing, bench.reasons.describe, bench.witnesses), claims)
    within: dict[str, list[_Judged]] = {}
    for a, b, mine, theirs, found in inside(first, weighed, bench.headings):
        within.setdefault(a.article, []).append(_judged(a, b, mine, theirs, found, topic, bench, INSIDE))
    for article, own in within.items():
        ids = {claim for judged in own for claim in (judged.pair.a, judged.pair.b)}
        held = readings((claim for claim in claims if claim.id in ids), bench.articles, bench.parties)
        places = positions(held, (), bench.reasons.describe, bench.witnesses)
        yield _finding(topic, kind, own, places, claims, internal=article)


def _weighed(
    grouped: Mapping[Reading, Sequence[Claim]], kind: Kind | None, bench: _Bench, claims: Sequence[Claim]
) -> dict[tuple[Reading, Reading], Weighed]:
    """Judge every two distinct readings once, and every reading that several claims share against itself."""
    ground = bench.ground(kind, claims)
    path = course(grouped, bench.ruleset.root)
    articles: dict[Value, set[str]] = {}
    for reading, held in grouped.items():
        articles.setdefault(reading.value, set()).update(claim.article for claim in held)
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


def _pairs(
    topic: Topic, grouped: Mapping[Reading, Sequence[Claim]], weighed: Mapping[tuple[Reading, Reading], Weighed], bench: _Bench
) -> list[_Judged]:
    """Expand readings to the pairs of claims across articles."""
    judged: list[_Judged] = []
    values: dict[str, set[Value]] = {}
    for reading, claims in grouped.items():
        for claim in claims:
            values.setdefault(claim.article, set()).add(reading.value)
    for (first, second), found in weighed.items():
        for at, one in enumerate(grouped[first]):
            for other in grouped[second][at + 1 :] if first == second else grouped[second]:
                if one.article == other.article:
                    continue
                a, b = (one, other) if place(one) <= place(other) else (other, one)
                mine, theirs = (first, second) if a is one else (second, first)
                both = mine.value != theirs.value and (theirs.value in values[a.article] or mine.value in values[b.article])
                judged.append(_judged(a, b, mine, theirs, found, topic, bench, BOTH_SIDES if both else 1.0))
    return judged


def _apart(topic: Topic, known: Mapping[str, Claim], bench: _Bench) -> list[_Judged]:
    """List the pairs that alignment kept apart, with its reason."""
    slot = ", ".join(value for _, value in topic.slot)
    judged = []
    for left, right, key in topic.apart:
        if left in known and right in known and known[left].article != known[right].article:
            a, b = sorted((known[left], known[right]), key=place)
            pair = Pair(a.id, b.id, "not_comparable", bench.reasons.apart(a, b, key, slot), "apart")
            sure = min(topic.confidence, a.confidence, b.confidence)
            explain = partial(bench.explain_apart, a, b, key, slot)
            judged.append(_Judged(pair, Outcome("not_comparable", "apart", key), sure, same_source=False, explain=explain))
    return judged


def _judged(a: Claim, b: Claim, mine: Reading, theirs: Reading, found: Weighed, topic: Topic, bench: _Bench, factor: float) -> _Judged:
    outcome = found.outcome
    sure = min(topic.confidence, a.confidence, b.confidence) * SURE.get(outcome.level, 1.0) * factor
    for key, _ in outcome.notes:
        sure *= NOTED.get(key, 1.0)
    if outcome.verdict == "contradiction" and a.slots.get("scope") != b.slots.get("scope"):
        outcome = Outcome("not_comparable", "apart", "one-scope", outcome.notes)
    elif outcome.verdict == "contradiction" and sure < MIN_CONTRADICTION:
        outcome = Outcome("not_comparable", "unsure", "unsure", outcome.notes)
    reason = bench.reasons.pair(a, b, outcome, mine, theirs)
    pair = Pair(a.id, b.id, outcome.verdict, reason, outcome.level)
    return _Judged(pair, outcome, round(sure, 4), found.same_source, partial(bench.explain, a, b, outcome, mine, theirs))


def _finding(
    topic: Topic,
    kind: Kind | None,
    judged: Sequence[_Judged],
    places: tuple[Position, ...],
    claims: Sequence[Claim],
    *,
    internal: str = "",
) -> Finding:
    """Put a finding together; `internal` is the id of the article that contradicts itself."""
    at = {claim.id: number for number, claim in enumerate(claims)}
    judged = sorted(judged, key=lambda item: (at.get(item.pair.a, -1), at.get(item.pair.b, -1), item.pair.a, item.pair.b))
    verdict = min((item.pair.verdict for item in judged), key=VERDICTS.index)
    deciding = [item for item in judged if item.pair.verdict == verdict]
    lead = min(deciding, key=lambda item: (not item.same_source, -item.confidence))
    decided_by_one = any(item.same_source for item in deciding)
    return Finding(
        id="",
        key=_key(topic, internal=internal),
        story=topic.story,
        type=kind.type if kind else claims[0].type,
        subject=topic.subject,
        attribute=topic.attribute,
        slot=topic.slot,
        verdict=verdict,
        severity=_severity(verdict, kind, raised=decided_by_one and not internal),
        confidence=round(max(item.confidence for item in deciding), 4),
        same_source=any(item.same_source for item in judged),
        internal=bool(internal),
        explanation=lead.explain(len(deciding) - 1),
        positions=places,
        pairs=tuple(item.pair for item in judged),
    )


def _severity(verdict: Verdict, kind: Kind | None, *, raised: bool) -> Severity:
    severity = (kind.severity if kind else "error") if verdict == "contradiction" else SEVERITY.get(verdict, "none")
    return SEVERITIES[min(SEVERITIES.index(severity) + 1, len(SEVERITIES) - 1)] if raised else severity


def _key(topic: Topic, *, internal: str) -> str:
    slot = ";".join(f"{name}={value}" for name, value in topic.slot)
    extra = [f"internal={internal}"] if internal else ["apart"] if topic.apart else []
    parts = [topic.attribute, bare(topic.subject).strip(), slot, *extra]
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
