"""What a confidence is weighed from, and with what."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.judge.confidence import FILE, evidence, features, parts, probability, weights
from claimcheck.judge.outcome import Outcome
from claimcheck.model import UsageError


def test_evidence_is_that_of_the_weakest_link() -> None:
    """What had to be done to compare lowers it further, and a doubt whether both are of one fact."""
    assert evidence(0.9, Outcome("contradiction", "disjoint", "disjoint"), None) == 0.9
    assert evidence(0.9, Outcome("contradiction", "disjoint", "disjoint"), "both-sides") < 0.9
    assert evidence(0.9, Outcome("contradiction", "disjoint", "disjoint", (("exchanged", ""),)), None) < 0.9


def test_features_that_are_absent_are_left_out() -> None:
    found = features(Outcome("agree", "rounding", "rounding"), claims=0.9, topic=0.8, generic=True, doubt=None, same_source=False)
    assert found == (("base", 1.0), ("claims", 0.9), ("generic", 1.0), ("loose", 1.0), ("said-agree", 1.0), ("topic", 0.8))


def test_a_feature_without_a_weight_adds_nothing() -> None:
    found = (("base", 1.0), ("topic", 0.5))
    assert parts(found, {"topic": 2.0}) == (("base", 0.0), ("topic", 1.0))
    assert probability(found, {}) == 0.5


@pytest.mark.parametrize("text", ["", "weights:", "weights: [1]", "weights: {base: high}", "other: {base: 1}"])
def test_broken_weights_are_refused(tmp_path: Path, text: str) -> None:
    """The message names the file and what was found."""
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=FILE):
        weights(tmp_path)
