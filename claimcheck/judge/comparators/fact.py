"""Facts: done, or not done."""

from __future__ import annotations

from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import Fact


def compare(a: Fact, b: Fact, ground: Ground) -> Outcome:
    """Compare two readings of one deed."""
    if a.concept != b.concept:
        return Outcome("not_comparable", "never", "facts")
    if a.holds == b.holds:
        return Outcome("agree", "same", "same")
    return ground.disjoint("fact-denied", level="denied")
