"""Topics in, findings out."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.judge import judge
from claimcheck.model import Finding
from tests.judge.build import claims_of, documents_of, rules, topic_of

SPECS = yaml.safe_load((Path(__file__).parent / "stage.yaml").read_text(encoding="utf-8"))


def run(spec: dict[str, Any], language: str = "fr") -> tuple[Finding, ...]:
    claims = claims_of(spec["claims"])
    topics = [topic_of(claims, spec.get("apart", ()), spec.get("slot"))]
    findings, problems = judge(
        topics,
        documents=documents_of(claims, spec.get("published"), spec.get("headings", ())),
        ruleset=rules(**spec.get("kind", {})),
        language=language,
    )
    assert problems == ()
    return findings


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec["name"])
def test_topic(spec: dict[str, Any]) -> None:
    """A topic gives the finding of its spec, and nothing else."""
    findings = run(spec)
    assert len(findings) == spec.get("findings", 1)
    for finding in findings:
        assert finding.verdict == spec["verdict"], finding.explanation
        assert finding.severity == spec.get("severity", finding.severity)
        assert finding.same_source == spec.get("same_source", False)
        assert finding.internal == spec.get("internal", False)
        assert finding.explanation
        if "states" in spec:
            assert finding.timeline
            told = [f"{state.label} {state.change}".replace("\u00a0", " ") for state in finding.timeline.states]
            at = finding.timeline.latest
            assert told == spec["states"]
            assert (None if at is None else told[at]) == spec["latest"]
            assert [standing.outlet for standing in finding.timeline.outlets if standing.behind] == spec.get("behind", [])
        if "call" in spec:
            assert finding.call
            assert [finding.call.form, *(f"{contact.role} {contact.name}" for contact in finding.call.ask)] == spec["call"]
        if "positions" in spec:
            assert [position.label.replace("\u00a0", " ") for position in finding.positions] == spec["positions"]
        for passage in spec.get("explained", ()):
            assert passage in finding.explanation.replace("\u00a0", " ")
        pairs = {frozenset((pair.a, pair.b)): pair.verdict for pair in finding.pairs}
        for names, verdict in spec.get("pairs", {}).items():
            ids = frozenset(f"{name[0]}:{name[1:] or 1}" for name in names.split())
            assert pairs[ids] == verdict, names


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec["name"])
def test_reasons_are_written(spec: dict[str, Any], language: str) -> None:
    """Every pair has a reason with both quotes and no placeholder left."""
    for finding in run(spec, language):
        for pair in finding.pairs:
            assert pair.reason.count("wording") == 2
            assert "{" not in pair.reason + finding.explanation


def test_findings_are_numbered_from_the_most_severe() -> None:
    """What needs a human comes first."""
    calm, loud = claims_of([["a", "1 km"], ["b", "1 km"]]), claims_of([["a", "1 km"], ["b", "9 km"]])
    loud = tuple(replace(claim, id=claim.id + "0") for claim in loud)
    topics = [
        replace(topic_of(calm), subject="Calm"),
        replace(topic_of(loud), subject="Loud"),
        replace(topic_of(loud), story="s10", subject="Late"),
    ]
    findings, _ = judge(topics, documents=documents_of(calm), ruleset=rules(), language="fr")
    assert [(finding.id, finding.subject) for finding in findings] == [("f1", "Loud"), ("f2", "Calm"), ("f3", "Late")]


def test_one_source_with_two_values_comes_first() -> None:
    """Before any other contradiction, however grave and sure; one source whose values can both hold waits its turn."""
    credited = {"upstream": "Agence Alpha"}
    plain = claims_of([["a", "1 km"], ["b", "9 km"]])
    shared = claims_of([["a", "1 km", credited | {"confidence": 0.6}], ["b", "9 km", credited]])
    scaled = claims_of([["a", "4M USD/year", credited], ["b", "20M USD", credited]])
    topics = [
        replace(topic_of(tuple(replace(claim, id=f"{claim.id}{number}") for claim in claims)), subject=subject)
        for number, (subject, claims) in enumerate((("Plain", plain), ("Shared", shared), ("Scaled", scaled)))
    ]
    findings, _ = judge(topics, documents=documents_of(plain), ruleset=rules(), language="fr")
    found = [(finding.subject, finding.verdict, finding.same_source) for finding in findings]
    assert found == [("Shared", "contradiction", True), ("Plain", "contradiction", False), ("Scaled", "compatible", True)]


def test_key_is_of_the_fact_alone() -> None:
    """Another story, other articles, other letters' case and accents: the same key."""
    one, other = claims_of([["a", "1 km"], ["b", "1 km"]]), claims_of([["c", "2 km"], ["d", "5 km"]])
    topics = [replace(topic_of(one), subject="Éva Noël"), replace(topic_of(other), story="s2", subject="eva noel")]
    findings, _ = judge(topics, documents=documents_of(one + other), ruleset=rules(), language="fr")
    assert len({finding.key for finding in findings}) == 1
    assert all(len(finding.key) == 12 for finding in findings)


def test_a_less_sure_reading_is_less_sure_a_verdict() -> None:
    """The confidence of a finding grows with that of the weaker claim, and is what its weights add up to."""
    sure = [judged_at(confidence) for confidence in (0.6, 0.8, 0.95)]
    assert sorted(finding.confidence for finding in sure) == [finding.confidence for finding in sure]
    for finding in sure:
        assert finding.confidence == pytest.approx(1 / (1 + exp(-sum(weight for _, weight in finding.weights))), abs=1e-4)


def test_too_little_evidence_keeps_a_contradiction_back() -> None:
    """What is then not comparable is not weighed; its pair still tells what it would have been."""
    finding = judged_at(0.4)
    assert (finding.verdict, finding.confidence, finding.weights) == ("not_comparable", 0.4, ())
    assert ("said-contradiction", 1.0) in finding.pairs[0].features


def judged_at(confidence: float) -> Finding:
    """Judge two lengths that exclude each other, one of them read with some confidence."""
    claims = claims_of([["a", "1 km", {"confidence": confidence}], ["b", "9 km"]])
    findings, _ = judge([topic_of(claims)], documents=documents_of(claims), ruleset=rules(), language="fr")
    return findings[0]


def test_a_kind_without_rules_is_judged_too() -> None:
    """The general counted-noun claim has no kind of its own."""
    claims = claims_of([["a", "12 store"], ["b", "15 store"]])
    topic = replace(topic_of(claims), attribute="store")
    findings, _ = judge([topic], documents=documents_of(claims), ruleset=rules(), language="en")
    assert findings[0].verdict == "contradiction"


def test_many_articles_share_their_reasons() -> None:
    """Every pair is listed; what is said of pairs that read alike is written and kept once."""
    told = [[f"{number:03}", ("100", "120")[number % 2]] for number in range(200)]
    (finding,) = run({"claims": told})
    assert len(finding.pairs) == 200 * 199 / 2
    assert len({id(pair.reason) for pair in finding.pairs}) == len({pair.reason for pair in finding.pairs}) == 4
