"""The two examples that the project was asked for come out as contradictions, each with its sentences and a reason."""

from __future__ import annotations

import pytest

from claimcheck.model import Claim, Pair, Report
from tests.quality.floors import run

STORY = "pang-apple-meta"
EXAMPLES = [
    ("gizmodo", "une centaine d'ingénieurs", "01net", "une vingtaine de personnes"),
    ("iphonesoft", "une centaine d\u2019ingénieurs", "01net", "une vingtaine de personnes"),
    ("01net", "dépassant les 200 millions de dollars", "next", "plusieurs dizaines de millions de dollars"),
    ("mondetech", "dépassant les 200 millions de dollars", "next", "plusieurs dizaines de millions de dollars"),
]


def claims_at(report: Report, article: str, words: str) -> list[Claim]:
    """Give the claims of an article whose quote overlaps some words."""
    start = next(found for found in report.articles if found.id == article).text.index(words)
    return [claim for claim in report.claims if claim.article == article and claim.start < start + len(words) and start < claim.end]


@pytest.mark.parametrize(("one", "words", "other", "others"), EXAMPLES)
def test_contradiction(one: str, words: str, other: str, others: str) -> None:
    """The pair is called a contradiction, and the reason quotes both."""
    report = run(STORY)[1]
    ends = {claim.id for claim in claims_at(report, one, words)}, {claim.id for claim in claims_at(report, other, others)}
    pairs: list[Pair] = [pair for finding in report.findings for pair in finding.pairs]
    held = [pair for pair in pairs if (pair.a in ends[0] and pair.b in ends[1]) or (pair.b in ends[0] and pair.a in ends[1])]
    assert [pair.verdict for pair in held] == ["contradiction"]
    assert held[0].reason
