"""Quantities: intervals on one basis, as precise as their wording."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.judge.basis import bring
from claimcheck.judge.extent import Extent
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import Quantity

FAR = 2
"""A bound is far from the value that meets it, and a value from an order of magnitude, beyond this factor."""


def compare(a: Quantity, b: Quantity, ground: Ground) -> Outcome:
    """Climb the ladder: same, rounding, overlap, far-bound, disjoint."""
    brought = bring(a, b, ground)
    if isinstance(brought, str):
        return Outcome("not_comparable", "never", brought)
    outcome = _ladder(brought.a, brought.b, ground).noted(*brought.notes)
    total = a if a.per is None else b
    if outcome.verdict == "contradiction" and (a.per is None) != (b.per is None) and total.over is None:
        plain = compare(replace(a, per=None, over=None), replace(b, per=None, over=None), ground)
        return Outcome("compatible", "overlap", "period-missing") if plain.verdict in {"agree", "compatible"} else outcome
    return outcome


def _ladder(a: Extent, b: Extent, ground: Ground) -> Outcome:
    if _same(a, b):
        return Outcome("agree", "same", "same")
    if {a.form, b.form} <= {"exact", "about"} and a.nominal == b.nominal:
        return Outcome("agree", "same", "same-about")
    lower, upper = (a, b) if _key(a) <= _key(b) else (b, a)
    gap = None if lower.high is None or upper.low is None else upper.low - lower.high
    if gap is None or gap < 0 or (gap == 0 and not _opposite(lower, upper)):
        return _overlap(a, b, ground)
    if gap > 0 and _rounds(lower, upper, gap, ground):
        return Outcome("compatible", "rounding", "rounding")
    if gap == 0 and "rounding" in ground.ladder and ground.tolerance > 1:
        return Outcome("compatible", "rounding", "rounding")
    return ground.disjoint("disjoint")


def _same(a: Extent, b: Extent) -> bool:
    return (a.low, a.high, a.low_open, a.high_open, a.form) == (b.low, b.high, b.low_open, b.high_open, b.form)


def _key(value: Extent) -> tuple[bool, Decimal, bool, Decimal]:
    """Order extents from low to high; an absent end is the outermost."""
    return (
        value.low is not None,
        value.low if value.low is not None else Decimal(0),
        value.high is None,
        value.high if value.high is not None else Decimal(0),
    )


def _opposite(lower: Extent, upper: Extent) -> bool:
    """Whether two wordings put themselves on either side of one number: "fewer than 200", "more than 200"."""
    sided = {"bound", "near"}
    return lower.form in sided and upper.form in sided and (lower.high_open or upper.low_open)


def _rounds(lower: Extent, upper: Extent, gap: Decimal, ground: Ground) -> bool:
    """Whether the gap is no wider than what the wording leaves open."""
    if "rounding" not in ground.ladder:
        return False
    if "magnitude" in {lower.form, upper.form} and lower.high is not None and upper.low is not None and lower.high > 0:
        return upper.low < lower.high * FAR * ground.tolerance
    return gap <= max(lower.slack, upper.slack) * ground.tolerance


def _overlap(a: Extent, b: Extent, ground: Ground) -> Outcome:
    if "far-bound" in ground.ladder and (_far(a, b) or _far(b, a)):
        return Outcome("compatible", "far-bound", "far-bound")
    if "bound" in {a.form, b.form}:
        return Outcome("compatible", "overlap", "bound")
    return Outcome("compatible", "overlap", "overlap")


def _far(bound: Extent, other: Extent) -> bool:
    """Whether a one-sided bound says next to nothing of a value so far from it."""
    if bound.form != "bound" or other.form == "bound" or bound.nominal <= 0 or other.nominal <= 0:
        return False
    if bound.high is None:
        return other.low is not None and other.low > bound.nominal * FAR
    return other.high is not None and other.high * FAR < bound.nominal
