"""From the tree of atoms to a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from claimcheck.extract.values.dates import absolute, holidays, relative
from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.clocks import clock, part_of_day
from claimcheck.extract.values.dates.env import Env
from claimcheck.extract.values.dates.intervals import DAY, shift
from claimcheck.model import DateValue, Granularity

Operation = Callable[[Atom, Env], DateValue | None]
OPERATIONS: dict[str, Operation] = {
    "day": absolute.day,
    "days": absolute.days,
    "month": absolute.month,
    "weekday": absolute.weekday,
    "dom": absolute.dom,
    "numeric": absolute.numeric,
    "iso": absolute.iso,
    "year": absolute.year,
    "decade": absolute.decade,
    "century": absolute.century,
    "season": absolute.season,
    "block": absolute.block,
    "holiday": holidays.holiday,
    "today": relative.today,
    "now": relative.now,
    "nearby": relative.nearby,
    "period": relative.period,
    "series": relative.series,
    "moved": relative.moved,
    "weekdays": relative.weekdays,
    "nth": relative.nth,
    "week_of": relative.week_of,
}
COARSE = ("month", "quarter", "half", "season", "year", "decade", "century", "range")


def evaluate(atom: Atom, env: Env, day: datetime | None = None) -> DateValue | None:
    """Resolve an atom with all that hangs on it; none where it is no date. `day` is the sentence's, for a bare clock."""
    try:
        return _evaluate(atom, env, day)
    except (ValueError, OverflowError, KeyError):
        return None


def _evaluate(atom: Atom, env: Env, day: datetime | None) -> DateValue | None:
    if atom.until is not None:
        return _range(atom, atom.until, env, day)
    value = _single(atom, env, day)
    return value if value is None or atom.bound is None else bounded(value, atom.bound, env)


def _single(atom: Atom, env: Env, day: datetime | None) -> DateValue | None:
    if atom.role == "clock":
        return clock(atom, env, day)
    if atom.role == "daypart":
        return part_of_day(atom, env, day)
    if atom.of is not None:
        held = evaluate(atom.of, env)
        env = env.inside(held)
    value = OPERATIONS[atom.op](atom, env)
    if value is None:
        return None
    if atom.part and not atom.daypart:
        value = parted(value, atom.part)
    if atom.daypart is not None and value is not None and value.start is not None:
        within = part_of_day(atom.daypart, env, value.start)
        value = within if within is not None else value
        if atom.clock is not None and value is not None and value.start is not None:
            hour = replace(atom.clock, daypart=atom.daypart)
            return clock(hour, env, value.start.replace(hour=0))
    elif atom.clock is not None:
        if atom.clock.until is not None:
            return value and _range(atom.clock, atom.clock.until, env, value.start)
        timed = clock(replace(atom.clock, approximate=atom.clock.approximate or atom.approximate), env, value.start)
        if timed is None or atom.clock.bound is None or value.start is None:
            return timed
        return bounded(timed, atom.clock.bound, env) if atom.clock.bound != "until" else replace(timed, start=value.start)
    return value and replace(value, approximate=value.approximate or atom.approximate)


def parted(value: DateValue, part: str) -> DateValue | None:
    """Give the early, middle or late part of a stretch: thirds of a month, of a year, of a week."""
    if value.start is None or value.end is None:
        return value
    start, end = value.start, value.end
    grain: Granularity = "range"
    if value.granularity == "month":
        first, second = start + 10 * DAY, start + 20 * DAY
        grain = "part-month"
        if part == "mid":
            first, second = start + 9 * DAY, start + 20 * DAY
    elif value.granularity in ("week", "day"):
        if value.granularity == "day":
            return value
        first, second = start + 2 * DAY, start + 4 * DAY
        grain = "part-month"
    else:
        length = (end.year - start.year) * 12 + end.month - start.month
        if length < 3:
            return value
        third = max(1, length // 3)
        first, second = shift(start, third, "month"), shift(end, -third, "month")
    bounds = {"early": (start, first), "mid": (first, second), "late": (second, end)}[part]
    return DateValue(*bounds, grain, approximate=True, relative=value.relative)


def bounded(value: DateValue, bound: str, env: Env) -> DateValue | None:
    """Open a value on one side, as "since", "until", "by", "before" and "after" say."""
    if value.start is None and value.end is None:
        return value
    exact = value.granularity in ("second", "minute", "hour")
    if bound == "from" and value.granularity == "daypart":
        return value
    if bound in ("since", "from", "after"):
        return replace(value, end=None)
    if bound == "before":
        return replace(value, start=None, end=value.start)
    if bound == "until":
        return replace(value, start=None, end=value.start if exact else value.end)
    if bound == "by":
        return replace(value, start=env.now, end=value.start if exact else value.end)
    if bound == "night":
        start = value.start and value.start.replace(hour=0) + timedelta(hours=20)
        end = value.end and value.end.replace(hour=0) - DAY + timedelta(hours=8)
        if value.granularity == "day":
            end = start and start + timedelta(hours=12)
        return replace(value, start=start, end=end, granularity="daypart", approximate=True)
    return value


def _range(atom: Atom, until: Atom, env: Env, day: datetime | None) -> DateValue | None:
    first = replace(atom, until=None, bound=None)
    if atom.role == "clock":
        start, end = clock(first, env, day), clock(until, env, day)
        if start is None or end is None or start.start is None or end.start is None:
            return None
        stop = end.start
        while stop <= start.start:
            stop += timedelta(hours=12 if stop + timedelta(hours=12) > start.start and stop.hour < 12 else 24)
        return replace(start, end=stop, granularity="range", zone=until.zone or start.zone)
    if "year" in first.given or "year" in until.given:
        late = evaluate(until, env) if "year" in until.given else None
        early = evaluate(first, env.count_from(late.start, "past") if late and late.start else env)
        if late is None and early is not None:
            late = evaluate(until, env.count_from(early.start, "future"))
    else:
        early = evaluate(first, env)
        late = early and evaluate(until, env.count_from(early.start, "future") if early.start else env)
    if early is None or late is None:
        return None
    if early.start is None or late.end is None:
        return replace(early, start=None, end=None, granularity="range")
    if late.end <= early.start:
        return None
    value = DateValue(early.start, late.end, "range", early.approximate or late.approximate)
    return bounded(value, atom.bound, env) if atom.bound == "night" else value
