"""A date against the time that has passed since: founded in 1984, 38 years old."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from claimcheck.judge.basis import scale
from claimcheck.judge.extent import extent
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import DateValue, Quantity

_MONTH = timedelta(days=30.436875)
"""Gregorian mean."""
LONGEST = Decimal(24_000)
"""Months that can be counted back from a publication."""


def compare(date_value: DateValue, elapsed: Quantity, ground: Ground) -> Outcome:
    """Count back from the publication, give or take one unit; where the two do not meet, nothing is said."""
    window = _window(elapsed, ground)
    if window is None or (date_value.start is None and date_value.end is None):
        return Outcome("not_comparable", "never", "types")
    start, end = (value.replace(tzinfo=None) if value else None for value in (date_value.start, date_value.end))
    if (end is None or end > window[0]) and (start is None or start < window[1]):
        return Outcome("compatible", "overlap", "elapsed")
    return Outcome("not_comparable", "never", "types")


def _window(elapsed: Quantity, ground: Ground) -> tuple[datetime, datetime] | None:
    """Give when a stretch that ends with the publication may have begun."""
    family, factor = scale(elapsed.unit, ground.root)
    found = extent(elapsed)
    if ground.when is None or family not in {"calendar", "time"} or found.low is None or found.high is None or elapsed.per:
        return None
    months = factor if family == "calendar" else factor / Decimal(_MONTH.total_seconds())
    least, most = (found.low - 1) * months, (found.high + 1) * months
    if not 0 <= most <= LONGEST or most * _MONTH.days > (ground.when - date.min).days:
        return None
    now = datetime.combine(ground.when, time())
    return now - float(most) * _MONTH, now - float(max(least, Decimal(0))) * _MONTH + timedelta(days=1)
