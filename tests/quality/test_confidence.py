"""The confidence keeps what it was fitted for."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.confidence import Row, brier, figures, fit, rows, shown, without
from claimcheck.corpus import Ratio, Score, score
from claimcheck.judge.confidence import weights
from tests.quality.floors import run, stories

STALE = 0.01
"""Brier score that a fresh fit may gain before `make confidence` is asked for."""
MOST_FALL = 0.1


@cache
def found() -> tuple[Row, ...]:
    return tuple(row for story in stories() for row in rows(*run(story)))


def test_the_weights_are_not_stale() -> None:
    """Weights fitted now would not do much better."""
    fresh = fit(found())
    assert brier(found(), lambda _: weights()) < brier(found(), lambda _: fresh) + STALE, "run `make confidence`"


def test_no_feature_is_without_a_weight() -> None:
    assert {name for row in found() for name, _ in row.features} == set(weights()), "run `make confidence`"


@pytest.mark.parametrize("figure", ["contradictions P", "R"])
def test_the_contradictions_shown_do_not_hang_on_their_own_story(figure: str) -> None:
    """Each story fitted without itself, as many contradictions of all stories stay above one half."""
    before = after = Score()
    for story, table in without(found()).items():
        key, report = run(story)
        before += score(key, shown(report, weights()))
        after += score(key, shown(report, table))
    assert share(figures(after)[figure]) >= share(figures(before)[figure]) - MOST_FALL


def share(ratio: Ratio) -> float:
    return ratio.got / ratio.of if ratio.of else 1.0
