"""Whether two values can be of one fact at all: figures of other orders, and dates of other times, are of other facts."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from claimcheck.judge.basis import scale
from claimcheck.judge.extent import extent
from claimcheck.model import DateValue, Quantity, Value

FAR = 10
"""Factor from which two figures are taken for two facts, unless a slip of digits parts them; true contradictions on the
annotated stories stay below 5."""
POINTS = frozenset({Decimal(10), Decimal(100)})
"""Factors of a misplaced point or a lost digit."""
MAGNITUDES = frozenset({Decimal(1000), Decimal(10**6)})
"""Factors of a mistaken magnitude: million for billion."""
FAR_DAYS = {"year": timedelta(days=5 * 366), "decade": timedelta(days=20 * 366), "century": timedelta.max}
FAR_MONTHS = timedelta(days=92)
FAR_DATE = timedelta(days=31)
"""How far apart two dates of one event may be stated: in years, in months and seasons, in days."""
_LONG = frozenset({"month", "part-month", "quarter", "season", "half", "range"})


def far_apart(a: Value, b: Value) -> bool:
    """Whether two values that exclude each other lie too far apart to be of one fact."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return (scale(a.unit), a.per, a.over) == (scale(b.unit), b.per, b.over) and _far_figures(a, b)
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return not (a.clock or b.clock) and _far_dates(a, b)
    return False


def _far_figures(a: Quantity, b: Quantity) -> bool:
    first, second = extent(a), extent(b)
    lower, upper = (first, second) if first.nominal <= second.nominal else (second, first)
    if lower.high is None or upper.low is None or lower.high <= 0:
        return False
    if upper.low < lower.high * FAR:
        return False
    return not _slip(lower.nominal, upper.nominal)


def _slip(lower: Decimal, upper: Decimal) -> bool:
    """Whether a slip parts two figures: the same digits, of which a lone one says little unless a magnitude was mistaken."""
    ratio = upper / lower
    return ratio in MAGNITUDES or (ratio in POINTS and len(lower.normalize().as_tuple().digits) > 1)


def _far_dates(a: DateValue, b: DateValue) -> bool:
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    (_, end), (start, _) = sorted(
        ((a.start.replace(tzinfo=None), a.end.replace(tzinfo=None)), (b.start.replace(tzinfo=None), b.end.replace(tzinfo=None)))
    )
    return start - end > max(_reach(a), _reach(b))


def _reach(value: DateValue) -> timedelta:
    return FAR_DAYS.get(value.granularity, FAR_MONTHS if value.granularity in _LONG else FAR_DATE)
