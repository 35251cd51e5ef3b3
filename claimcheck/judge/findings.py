"""Findings: one topic's pairs put together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from claimcheck.judge.bench import Bench
from claimcheck.judge.calls import call
from claimcheck.judge.confidence import parts
from claimcheck.judge.pairs import Judged
from claimcheck.model import SEVERITIES, VERDICTS, Claim, Finding, Kind, Position, Severity, Timeline, Topic, Verdict
from claimcheck.model.fold import bare

SEVERITY: dict[Verdict, Severity] = {"dispute": "note", "update": "note", "spelling": "warning", "certainty": "warning"}
"""By verdict; a contradiction is as severe as its kind says, what needs nobody is `none`."""
CONTENT: frozenset[Verdict] = frozenset({"certainty", "compatible", "agree"})
"""Verdicts after which a reader takes it that no outlet differs."""
UNJUDGED = frozenset({"unsure", "unnamed"})
"""Reasons of two values that exclude each other, if only they are of one fact."""
_NUMBER = re.compile(r"(\d+)")


def put_together(
    topic: Topic,
    kind: Kind | None,
    judged: Sequence[Judged],
    places: tuple[Position, ...],
    claims: Sequence[Claim],
    bench: Bench,
    *,
    internal: str = "",
    aside: str = "",
    course: Timeline | None = None,
) -> Finding:
    """Put a finding together.

    `internal` is the id of the article that contradicts itself, `aside` what tells it from its topic's others, `course` what
    its figures went through.
    """
    at = {claim.id: number for number, claim in enumerate(claims)}
    judged = sorted(judged, key=lambda item: (at.get(item.a.id, -1), at.get(item.b.id, -1), item.a.id, item.b.id))
    verdict = min((item.verdict for item in judged), key=VERDICTS.index)
    deciding = [item for item in judged if item.verdict == verdict]
    surest = max((item.held for item in deciding), key=lambda held: held.confidence)
    lead = _lead(deciding, places)
    decided_by_one = any(item.held.same_source for item in deciding)
    return Finding(
        id="",
        key=_key(topic, f"internal={internal}" if internal else aside),
        story=topic.story,
        type=kind.type if kind else claims[0].type,
        subject=topic.subject,
        attribute=topic.attribute,
        slot=topic.slot,
        verdict=verdict,
        severity=_severity(verdict, kind, raised=decided_by_one and not internal),
        confidence=surest.confidence,
        same_source=any(item.held.same_source for item in judged),
        internal=bool(internal),
        explanation="\n".join([_explained(lead, deciding), *_doubts(judged, verdict)]),
        positions=places,
        pairs=tuple(item.pair for item in judged),
        weights=parts(surest.features, bench.weights) if verdict != "not_comparable" else (),
        call=call(topic, kind, deciding, lead, bench, internal=bool(internal)),
        timeline=course,
    )


def _lead(deciding: Sequence[Judged], places: Sequence[Position]) -> Judged:
    """Choose the pair that speaks for a finding: of one source if there is one, else between the values that most outlets give."""
    known = {claim: place.witnesses for place in places for claim in place.claims}
    return min(
        deciding,
        key=lambda item: (not item.held.same_source, -known.get(item.a.id, 0) * known.get(item.b.id, 0), -item.held.evidence),
    )


def _explained(lead: Judged, alike: Sequence[Judged]) -> str:
    """Say one pair in short, and how many others are like it."""
    return lead.held.explain(lead.a, lead.b, len(alike) - 1)


def _doubts(judged: Sequence[Judged], verdict: Verdict) -> list[str]:
    """Say who asserts what others do not, where something graver decides; and what stands beside an agreement unjudged."""
    unequal = [item for item in judged if item.verdict == "certainty"] if verdict != "certainty" else []
    unsure = [item for item in judged if item.held.outcome.reason in UNJUDGED] if verdict in CONTENT else []
    return [_explained(doubts[0], doubts) for doubts in (unequal, unsure) if doubts]


def _severity(verdict: Verdict, kind: Kind | None, *, raised: bool) -> Severity:
    severity = (kind.severity if kind else "error") if verdict == "contradiction" else SEVERITY.get(verdict, "none")
    return SEVERITIES[min(SEVERITIES.index(severity) + 1, len(SEVERITIES) - 1)] if raised else severity


def _key(topic: Topic, extra: str) -> str:
    slot = ";".join(f"{name}={value}" for name, value in topic.slot)
    parts = [topic.attribute, bare(topic.subject).strip(), slot, *([extra] if extra else [])]
    return hashlib.sha1("|".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:12]


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Order names with numbers in them by number: f2 before f10."""
    return tuple((int(part), "") if part.isdigit() and part.isascii() else (-1, part) for part in _NUMBER.split(name))


def rank(finding: Finding) -> tuple[object, ...]:
    """Order findings: by story, contradictions first, of them one source with two values; then what is graver and surer."""
    contradiction = finding.verdict == "contradiction"
    return (
        _natural(finding.story),
        not contradiction,
        not (contradiction and finding.same_source),
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
