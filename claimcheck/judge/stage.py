"""The stage: topics → findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.judge.bench import Bench
from claimcheck.judge.clash import Slip
from claimcheck.judge.findings import put_together, rank
from claimcheck.judge.inside import inside
from claimcheck.judge.pairs import Judged, across, judge_pair, kept_apart, weigh_readings
from claimcheck.judge.parting import part
from claimcheck.judge.positions import place, positions
from claimcheck.judge.readings import VALUES, first_of, readings, uncrowded
from claimcheck.judge.slips import finding
from claimcheck.judge.sourcing import drops
from claimcheck.judge.timeline import timeline
from claimcheck.judge.told_apart import tell_apart
from claimcheck.judge.witnesses import Witnesses
from claimcheck.model import OPEN, Claim, Document, Finding, Problem, Topic
from claimcheck.ruleset.load import RuleSet

MERGED = frozenset({"agree", "certainty"})


def judge(
    topics: Iterable[Topic],
    *,
    documents: Sequence[Document],
    ruleset: RuleSet,
    language: str,
    witnesses: Witnesses | None = None,
    slips: Iterable[Slip] = (),
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Compare the claims of every topic across articles, and inside each; give findings numbered from the most severe.

    A topic that one article alone speaks of yields no finding unless that article contradicts itself; each of `slips` is
    such a finding. `witnesses` knows the layers too; without it, copies and credits are told from the documents.
    """
    bench = Bench(documents, ruleset, language, witnesses or Witnesses(documents))
    topics = list(topics)
    known = {claim.id: claim for topic in topics for claim in topic.claims}
    found = [finding(slip, ruleset.kinds[slip.clash.kind], bench.reasons, bench.witnesses) for slip in slips]
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
    found.sort(key=rank)
    return tuple(replace(one, id=f"f{at}") for at, one in enumerate(found, 1)), tuple(problems)


def _findings(topic: Topic, known: Mapping[str, Claim], bench: Bench) -> Iterator[Finding]:
    kind = bench.ruleset.kinds.get(topic.attribute)
    claims = topic.claims
    if topic.apart:
        for name, pairs in zip((OPEN, "apart"), kept_apart(topic, known, kind, bench), strict=True):
            ids = {claim for judged in pairs for claim in (judged.a.id, judged.b.id)}
            grouped = readings((claim for claim in claims if claim.id in ids), bench.articles, bench.parties)
            if pairs:
                places = positions(grouped, (), bench.reasons.describe, bench.witnesses)
                yield put_together(topic, kind, pairs, places, claims, bench, aside=name)
        return
    grouped = readings(claims, bench.articles, bench.parties)
    weighed = weigh_readings(grouped, kind, bench, claims)
    agreeing = [pair for pair, found in weighed.items() if found.outcome.level == "same" and found.outcome.verdict in MERGED]
    everything = readings([*claims, *topic.context], bench.articles, bench.parties)
    first = {reading: first_of(held) for reading, held in grouped.items()}
    dropped = tuple(drops(grouped, weighed, kind, bench.witnesses, bench.ruleset.root))
    pairs = across(topic, first, tell_apart(weighed, everything, bench.ground(kind, claims), dict(topic.slot)), dropped, bench)
    if pairs and kind is not None:
        places = positions(grouped, agreeing, bench.reasons.describe, bench.witnesses)
        yield put_together(topic, kind, pairs, places, claims, bench, course=timeline(grouped, weighed, bench))
    elif pairs:
        for name, linked in part(pairs):
            ids = {claim for judged in linked for claim in (judged.a.id, judged.b.id)}
            held = {reading: kept for reading, told in grouped.items() if (kept := [claim for claim in told if claim.id in ids])}
            alike = [(a, b) for a, b in agreeing if a in held and b in held]
            slot = {key: value for told in held.values() for claim in told for key, value in claim.slot}
            places = positions(held, alike, bench.reasons.describe, bench.witnesses)
            yield put_together(replace(topic, slot=tuple(sorted(slot.items()))), kind, linked, places, claims, bench, aside=name)
    within: dict[str, list[Judged]] = {}
    for a, b, mine, theirs, found in inside(first, weighed, bench.headings):
        within.setdefault(a.article, []).append(Judged(a, b, judge_pair(a, b, mine, theirs, found, topic, bench, doubt="inside")))
    for article, own in within.items():
        ids = {claim for judged in own for claim in (judged.a.id, judged.b.id)}
        held = readings((claim for claim in claims if claim.id in ids), bench.articles, bench.parties)
        places = positions(held, (), bench.reasons.describe, bench.witnesses)
        yield put_together(topic, kind, own, places, claims, bench, internal=article)
