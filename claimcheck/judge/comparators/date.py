"""Dates: half-open intervals of time, as sharp as their granularity; times of day on the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import HOURLY, DateValue
from claimcheck.model.fold import bare

DAILY = HOURLY | {"day"}
WEEK = 7
"""Days between two resolutions of one weekday's name."""
ZONE = timedelta(minutes=30)
"""How far two zones are apart, at least."""
PERIODS = frozenset({"quarter", "half", "season"})
"""Granularities that mostly name the period of a figure, not the time of an event: they contradict only their own kind."""
VAGUE = frozenset({"range", "part-month"})
"""Granularities of "late 2026", "early April"."""
SOFT = {"daypart": 0.5, "part-month": 0.5, "season": 0.25}
"""How far a granularity without sharp ends reaches beyond them, as a share of its length."""
APPROXIMATE = 0.5
"""The same for "towards", "about", "around"."""
CLOCK = timedelta(minutes=2)
"""What two clocks may differ by."""
SHORTLY = timedelta(minutes=5)
"""The least that "shortly" before or after an hour covers; "about six" is read as a shorter stretch from six on."""
QUARTER = timedelta(minutes=10)
"""What a time on the quarter of an hour may stand for."""
HOUR = timedelta(minutes=30)
"""What a full hour without minutes may stand for, against a finer time."""
_DAY = timedelta(days=1)
BEGINNING = {"month": timedelta(days=31), "year": timedelta(days=366)}
"""How long a beginning that is told by its month or year may take; any other takes a day."""


def compare(a: DateValue, b: DateValue, ground: Ground) -> Outcome:
    """Equal, one inside the other, overlapping, within the wording's margin, or disjoint."""
    if _unresolved(a) or _unresolved(b):
        if a.relative is not None and b.relative is not None and bare(a.relative) == bare(b.relative):
            return Outcome("agree", "same", "same-wording")
        return Outcome("not_comparable", "never", "relative")
    if (a.clock or b.clock) and not {a.granularity, b.granularity} <= HOURLY:
        return Outcome("not_comparable", "never", "clock")
    if a.end is None and b.end is None:
        a, b = _begun(a), _begun(b)
    outcome = _compare(*_on_one_day(a, b), a, b, ground)
    if outcome.verdict == "contradiction" and _week_apart(a, b, ground.when):
        return Outcome("not_comparable", "never", "week")
    of_figure = a.granularity != b.granularity and {a.granularity, b.granularity} & PERIODS and not _ahead(a, b, ground.when)
    if outcome.verdict == "contradiction" and of_figure:
        return Outcome("not_comparable", "never", "period-of-figure")
    return Outcome("not_comparable", "never", "zone") if outcome.verdict == "contradiction" and _zones(a, b) else outcome


def _unresolved(value: DateValue) -> bool:
    return value.start is None and value.end is None


def _week_apart(a: DateValue, b: DateValue, today: date | None) -> bool:
    """Whether two days are one weekday of two weeks: a bare "Saturday", this near to today, may be the last or the next."""
    if a.start is None or b.start is None or not {a.granularity, b.granularity} <= DAILY:
        return False
    bare_weekday = today is None or any(abs((moment.date() - today).days) <= WEEK for moment in (a.start, b.start))
    return bare_weekday and abs((a.start.date() - b.start.date()).days) == WEEK


def _ahead(a: DateValue, b: DateValue, today: date | None) -> bool:
    """Whether both lie ahead, where no figure of a period is known yet: a sale is to close "in the first quarter"."""
    return today is not None and all(value.end is not None and value.end.date() > today for value in (a, b))


def _zones(a: DateValue, b: DateValue) -> bool:
    """Whether two times of day may be one, counted in zones that differ, or that only one names: zones are half an hour apart at least."""
    if not {a.granularity, b.granularity} <= HOURLY - {"daypart"}:
        return False
    one_zone = (bare(a.zone) if a.zone else None) == (bare(b.zone) if b.zone else None)
    first, second = _on_one_day(a, b)
    return not one_zone and abs(first[0] - second[0]) >= ZONE


def _begun(value: DateValue) -> DateValue:
    """Read "since Thursday" as the day it began."""
    if value.start is None or value.end is not None:
        return value
    return replace(value, end=value.start + BEGINNING.get(value.granularity, _DAY))


def _ends(value: DateValue) -> tuple[datetime, datetime]:
    return (
        value.start.replace(tzinfo=None) if value.start else datetime.min,  # noqa: DTZ901 - naive throughout
        value.end.replace(tzinfo=None) if value.end else datetime.max,  # noqa: DTZ901
    )


def _on_one_day(a: DateValue, b: DateValue) -> tuple[tuple[datetime, datetime], tuple[datetime, datetime]]:
    """Move a time of day without a date next to the other."""
    first, second = _ends(a), _ends(b)
    if not (a.clock or b.clock) or None in (a.start, a.end, b.start, b.end):
        return first, second
    shift = timedelta(days=round((first[0] - second[0]) / _DAY))
    try:
        return first, (second[0] + shift, second[1] + shift)
    except OverflowError:  # times without a date stand on the first day that there is
        return first, second


def _compare(first: tuple[datetime, datetime], second: tuple[datetime, datetime], a: DateValue, b: DateValue, ground: Ground) -> Outcome:
    if first == second:
        return Outcome("agree", "same", "same")
    lower, upper = sorted((first, second))
    gap = upper[0] - lower[1]
    if gap < timedelta(0):
        inside = (lower[0] <= upper[0] and upper[1] <= lower[1]) or lower[0] == upper[0]
        return Outcome("compatible", "overlap", "coarser" if inside else "overlap")
    if gap == timedelta(0) and _either_side(a, b, lower[1]):
        return ground.disjoint("disjoint-date")
    if "rounding" in ground.ladder and gap < _margin(a, b) * float(ground.tolerance):
        return Outcome("compatible", "rounding", "rounding-date")
    return ground.disjoint("disjoint-date")


def _either_side(a: DateValue, b: DateValue, mark: datetime) -> bool:
    """Whether two wordings put themselves on either side of one hour: "shortly before six", "shortly after six"."""
    return mark.minute % 30 == 0 and all(
        value.approximate and value.granularity == "minute" and value.start and value.end and value.end - value.start >= SHORTLY
        for value in (a, b)
    )


def _margin(a: DateValue, b: DateValue) -> timedelta:
    """Give how far apart two wordings may lie and still mean one time."""
    margins = [_reach(value) for value in (a, b) if a.approximate == b.approximate or not _closed(value, b if value is a else a)]
    if {a.granularity, b.granularity} <= HOURLY:
        if {a.granularity, b.granularity} <= {"second", "minute"}:
            margins.append(CLOCK)
        if a.granularity != b.granularity and "hour" in {a.granularity, b.granularity}:
            margins.append(HOUR)
        if a.granularity == b.granularity == "minute" and _on_quarter(a) != _on_quarter(b):
            margins.append(QUARTER)
    return max(margins, default=timedelta(0))


def _closed(value: DateValue, other: DateValue) -> bool:
    """Whether a vague wording ends sharply on the side of the other: the end of 2026 ends with the year, early April starts with April."""
    if value.granularity not in VAGUE or value.start is None or value.end is None or other.start is None:
        return False
    near, far = (value.end, value.start) if value.start < other.start else (value.start, value.end)
    return _roundness(near) > _roundness(far)


def _roundness(moment: datetime) -> int:
    return 0 if moment.day > 1 else 2 if moment.month == 1 else 1


def _on_quarter(value: DateValue) -> bool:
    return value.start is not None and value.start.minute % 15 == 0


def _reach(value: DateValue) -> timedelta:
    if value.start is None or value.end is None:
        return timedelta(0)
    share = max(SOFT.get(value.granularity, 0.0), APPROXIMATE if value.approximate else 0.0)
    return (value.end - value.start) * share
