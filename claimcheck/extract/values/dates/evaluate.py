"""From the tree of atoms to a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from claimcheck.extract.values.dates import absolute, holidays, relative
from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.clocks import clock, part_of_day
from claimcheck.extract.values.dates.env import Env
from claimcheck.extract.values.dates.intervals import DAY, midnight, shift
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
    tense = atom.given.get("tense")
    if tense == "future" and env.prefer is None:
        env = env._replace(prefer="future")
    elif tense in ("past", "done"):
        env = env._replace(past=True, prefer=env.prefer or ("past" if tense == "done" else None))
    if atom.bound == "since":
        env = env._replace(prefer="past")
    try:
        value = _evaluate(atom, env, day)
    except (ValueError, OverflowError, KeyError):
        return None
    upside_down = value is not None and value.start is not None and value.end is not None and value.start >= value.end
    return None if upside_down else value


def _evaluate(atom: Atom, env: Env, day: datetime | None) -> DateValue | None:
    if atom.until is not None:
        return _range(atom, atom.until, env, day)
    value = _single(atom, env, day)
    if value is not None and atom.bound == "from" and value.granularity in COARSE and not env.alone and atom.given.get("tense") != "future":
        return value  # where something comes from
    if value is None or atom.bound is None:
        return value
    ends = atom.bound == "before" and atom.part == "late"  # before the end is any time up to it
    return bounded(value, "until" if ends else atom.bound, env)


def _single(atom: Atom, env: Env, day: datetime | None) -> DateValue | None:
    if atom.op == "clocks":
        return _hours(atom, env, day)
    if atom.role == "clock":
        return clock(atom, env, day)
    if atom.role == "daypart":
        return part_of_day(atom, env, day)
    if atom.of is not None:
        env = env.inside(evaluate(atom.of, env))
    value = OPERATIONS[atom.op](atom, env)
    if value is None:
        return None
    part = atom.part or atom.word("cut")
    if part and not atom.daypart:
        value = parted(value, part, env.words.data["parts"])
    if value.start is not None and atom.clock is not None:
        return _timed(atom, atom.clock, env, midnight(value.start))
    if value.start is not None and atom.daypart is not None:
        return part_of_day(atom.daypart, env, midnight(value.start))
    return value if value.approximate or not atom.approximate else replace(value, approximate=True)


def _timed(atom: Atom, hour: Atom, env: Env, day: datetime) -> DateValue | None:
    """Read the hour, or the hours, that hang on a day."""
    if hour.op == "clocks":
        return _hours(hour, env, day)
    if hour.until is not None:
        return _range(hour, hour.until, env, day)
    if atom.daypart is not None or atom.approximate:
        hour = hour._replace(daypart=hour.daypart or atom.daypart, approximate=hour.approximate or atom.approximate)
    timed = clock(hour, env, day)
    if timed is None or hour.bound is None:
        return timed
    return replace(timed, start=day) if hour.bound == "until" else bounded(timed, hour.bound, env)


def parted(value: DateValue, part: str, parts: Mapping[str, Any]) -> DateValue:
    """Give the early, middle or late part of a stretch, as the lexicon cuts it: `[first, last)` days, months or thirds."""
    if value.start is None or value.end is None:
        return value
    unit = value.granularity if value.granularity in parts else "other"
    if value.granularity == "day":
        return value
    low, high = parts[unit][part]
    if unit in ("week", "month"):
        bounds = value.start + low * DAY, value.end if high is None else value.start + high * DAY
    elif unit == "year":
        bounds = shift(value.start, low, "month"), shift(value.start, high, "month")
    else:
        length = (value.end.year - value.start.year) * 12 + value.end.month - value.start.month
        if length < 3:
            return value
        step = 12 if length >= 60 else 1  # whole years of a decade
        bounds = (
            shift(value.start, length * low // 3 // step * step, "month"),
            shift(value.start, length * high // 3 // step * step, "month"),
        )
    grain: Granularity = "part-month" if unit == "month" else "range"
    return DateValue(*bounds, grain, approximate=True, relative=value.relative)


def bounded(value: DateValue, bound: str, env: Env) -> DateValue | None:
    """Open a value on one side, as "since", "until", "by", "before" and "after" say."""
    if value.start is None and value.end is None:
        return value
    exact = value.granularity in ("second", "minute", "hour")
    if (value.granularity == "range" and bound in ("from", "between")) or (bound == "from" and value.granularity == "daypart"):
        return value
    if bound in ("since", "starting", "from", "after"):
        return replace(value, end=None)
    if bound == "before":
        return replace(value, start=None, end=value.start)
    if bound == "until":
        return replace(value, start=None, end=value.start if exact else value.end)
    if bound == "by":
        end = value.start if exact else value.end
        return replace(value, start=env.now if env.now and end and env.now < end else None, end=end)
    if bound == "night":
        start = value.start and value.start.replace(hour=0) + timedelta(hours=20)
        end = value.end and value.end.replace(hour=0) - DAY + timedelta(hours=8)
        if value.granularity == "day":
            end = start and start + timedelta(hours=12)
        return replace(value, start=start, end=end, granularity="daypart", approximate=True)
    return value


def _hours(atom: Atom, env: Env, day: datetime | None) -> DateValue | None:
    """Read two hours that share what follows them: "3-4pm"."""
    words = {name: word for name, word in atom.given.items() if name not in ("hour2", "minute2")}
    last = {**words, "hour": atom.given["hour2"], "minute": atom.given.get("minute2")}
    first = {**words, "half": None, "half2": None} if "minute2" in atom.given and not words.get("half") else {**words, "shared": "half"}
    return _range(atom._replace(op="clock", given=first), atom._replace(op="clock", given=last), env, day)


def _range(atom: Atom, until: Atom, env: Env, day: datetime | None) -> DateValue | None:
    first = atom._replace(until=None, bound=None)
    if atom.role == "clock":
        start, end = clock(first, env, day), clock(until, env, day)
        if start is None or end is None or start.start is None or end.start is None:
            return None
        stop = end.start
        if first.given.get("shared") and first.given.get("half") and start.start > stop:
            start = replace(start, start=start.start - timedelta(hours=12))
        if start is None or start.start is None:
            return None
        told = until.word("half") or until.word("half2") or until.daypart
        while stop <= start.start:
            stop += timedelta(hours=12 if not told and stop + timedelta(hours=12) > start.start and stop.hour < 12 else 24)
        return replace(start, end=stop, granularity="range", zone=until.zone or start.zone)
    if "year" in first.given or "year" in until.given:
        late = evaluate(until, env) if "year" in until.given else None
        early = evaluate(first, env.count_from(late.start, "past") if late and late.start else env)
        if late is None and early is not None:
            late = evaluate(until, env.count_from(early.start, "future"))
    else:
        early = evaluate(first, env)
        fixed = until.of is not None or "side" in until.given
        late = early and evaluate(until, env.count_from(early.start, "future") if early.start and not fixed else env)
    if early is None or late is None:
        return None
    if early.start is None or late.end is None:
        return replace(early, start=None, end=None, granularity="range")
    if late.end <= early.start:
        return None
    value = DateValue(early.start, late.end, "range", early.approximate or late.approximate)
    return bounded(value, atom.bound, env) if atom.bound == "night" else value
