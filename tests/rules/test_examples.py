"""The examples inside the rule files: sentence in, claim out."""

from __future__ import annotations

import pytest

from claimcheck.extract.examples import Outcome, run
from claimcheck.ruleset import languages, load

OUTCOMES = list(run(load(None, languages())))


@pytest.mark.parametrize(
    "outcome", OUTCOMES, ids=lambda outcome: f"{outcome.rule.language}-{outcome.rule.id}-{outcome.expected}-{outcome.example.line}"
)
def test_example(outcome: Outcome) -> None:
    """A rule reads its `yes` examples and leaves its `no` examples alone."""
    assert outcome.passed, outcome.message
