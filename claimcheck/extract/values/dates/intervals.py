"""Calendar arithmetic: stretches of time as pairs of datetimes, half-open."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from claimcheck.model import DateValue, Granularity

Stretch = tuple[datetime, datetime]
DAY = timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
CLOCK = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
SEASON_STARTS = {1: (3, 20), 2: (6, 21), 3: (9, 23), 4: (12, 21)}
"""First day of spring, summer, autumn and winter in the north."""


def naive(year: int, month: int = 1, day: int = 1) -> datetime:
    """Give the first moment of a day in the outlet's own time; `ValueError` for a day that is none."""
    return datetime(year, month, day)  # noqa: DTZ001 - zones are kept as written


def midnight(moment: date) -> datetime:
    """Give the first moment of a day."""
    return naive(moment.year, moment.month, moment.day)


def day_of(moment: date) -> Stretch:
    """Give the day that holds a moment."""
    start = midnight(moment)
    return start, start + DAY


def month_of(year: int, month: int, months: int = 1) -> Stretch:
    """Give one or more calendar months; `ValueError` for a month that is none."""
    after = year * 12 + month - 1 + months
    return naive(year, month, 1), naive(after // 12, after % 12 + 1, 1)


def year_of(year: int, years: int = 1) -> Stretch:
    """Give one or more calendar years."""
    return naive(year, 1, 1), naive(year + years, 1, 1)


def season_of(year: int, season: int) -> Stretch:
    """Give a season by the year in which it begins."""
    start = naive(year, *SEASON_STARTS[season])
    following = season % 4 + 1
    return start, naive(year + (season == 4), *SEASON_STARTS[following]) + DAY


def unit_of(moment: datetime, unit: str) -> Stretch:
    """Give the calendar unit that holds a moment; a week begins on Monday, a weekend is its Saturday and Sunday."""
    if unit in CLOCK:
        start = moment.replace(microsecond=0)
        if unit != "second":
            start = start.replace(second=0) if unit == "minute" else start.replace(minute=0, second=0)
        return start, start + CLOCK[unit]
    if unit == "day":
        return day_of(moment)
    if unit in DAYS:
        monday = midnight(moment) - timedelta(days=moment.weekday())
        return (monday + 5 * DAY, monday + 7 * DAY) if unit == "weekend" else (monday, monday + DAYS[unit] * DAY)
    if unit == "season":
        starts = [season_of(year, season) for year in (moment.year - 1, moment.year) for season in (1, 2, 3, 4)]
        return next(stretch for stretch in starts if stretch[0] <= moment < stretch[1])
    months = MONTHS[unit]
    if months < 12:
        return month_of(moment.year, (moment.month - 1) // months * months + 1, months)
    years = months // 12
    return year_of(max(1, moment.year // years * years), years)


def shift(moment: datetime, count: int, unit: str) -> datetime:
    """Move a moment by whole units; the day is clamped to the month's last."""
    if unit in CLOCK:
        return moment + count * CLOCK[unit]
    if unit in DAYS:
        return moment + count * DAYS[unit] * DAY
    if unit == "season":
        unit = "quarter"
    total = moment.year * 12 + moment.month - 1 + count * MONTHS[unit]
    year, month = total // 12, total % 12 + 1
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))


def nth_weekday(stretch: Stretch, weekday: int, rank: int) -> Stretch:
    """Give the rank-th such weekday that begins in a stretch, from its end where the rank is negative."""
    if rank > 0:
        first = stretch[0] + timedelta(days=(weekday - stretch[0].weekday()) % 7)
        return day_of(first + timedelta(weeks=rank - 1))
    last = stretch[1] - DAY
    last -= timedelta(days=(last.weekday() - weekday) % 7)
    return day_of(last + timedelta(weeks=rank + 1))


def value(stretch: Stretch | None, granularity: Granularity, *, approximate: bool = False, clock: bool = False) -> DateValue:
    """Make the value of a stretch; without one it stays relative."""
    start, end = stretch or (None, None)
    return DateValue(start, end, granularity, approximate, clock=clock)
