"""Facts that no rule names: values that cannot be compared do not stand in one finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.judge import judge
from claimcheck.model import Finding
from tests.judge.build import claims_of, documents_of, rules, topic_of

ROWS = [["a", "30 %"], ["a", "60 %"], ["b", "30 %"], ["c", "60 %"], ["c", "5 %"]]


def run(rows: list[list[str]]) -> tuple[Finding, ...]:
    claims = claims_of(rows)
    topic = replace(topic_of(claims, ()), attribute="share", subject="Velmor")
    found, problems = judge([topic], documents=documents_of(claims, None), ruleset=rules(), language="fr")
    assert problems == ()
    return found


def told(found: tuple[Finding, ...]) -> list[tuple[str, list[str]]]:
    return [(finding.verdict, [position.label.replace("\u00a0", " ") for position in finding.positions]) for finding in found]


def test_unrelated_values_part() -> None:
    """Each value that two outlets have is a finding; the rest is listed as not comparable."""
    agreed = [("agree", ["30 %"]), ("agree", ["60 %"])]
    *both, rest = sorted(told(run(ROWS)))
    assert both == agreed
    assert rest[0] == "not_comparable"


def test_every_part_has_a_key_of_its_own() -> None:
    """Whatever the order of the articles, so that a baseline knows it again."""
    keys = {finding.key for finding in run(ROWS)}
    assert len(keys) == len(run(ROWS)) == len(keys & {finding.key for finding in run(ROWS[::-1])})


@pytest.mark.parametrize("rows", [[["a", "30 %"], ["b", "30 %"]], [["a", "30 %"], ["b", "60 %"]]])
def test_what_is_of_one_kind_stays_together(rows: list[list[str]]) -> None:
    assert len(run(rows)) == 1
