"""Orders: one event before another, or the other way round."""

from __future__ import annotations

from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import Order


def compare(a: Order, b: Order, ground: Ground) -> Outcome:
    """Compare which of two events came first."""
    if {a.first, a.then} != {b.first, b.then}:
        return Outcome("not_comparable", "never", "facts")
    return Outcome("agree", "same", "same") if a == b else ground.disjoint("order-reversed", level="reversed")
