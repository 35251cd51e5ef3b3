"""Times of day and parts of a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.env import Env
from claimcheck.extract.values.dates.intervals import CLOCK, DAY, Stretch, midnight, naive, value
from claimcheck.model import DateValue, Granularity

NO_DAY = naive(1, 1, 1)
"""The day of a time whose day is unknown."""
AROUND = timedelta(minutes=15)
"""How long "shortly before" and "just after" last."""
LATER_PARTS = ("afternoon", "evening", "night", "tonight")


def time_of(atom: Atom, env: Env) -> tuple[timedelta, Granularity] | None:
    """Give the time since midnight that was read, and how exactly; none where it is no time."""
    given = atom.given
    if "noon" in given:
        hour = int(env.words.look("noon", given["noon"]))
    else:
        read = env.words.count(given["hour"])
        if read is None:
            return None
        hour = read
    minute = _minute(atom, env)
    second = int(given["second"]) if atom.word("second") else 0
    half_day = atom.word("half") or atom.word("half2")
    if half_day:
        half = env.words.look("half", half_day)
        if hour > 12 and minute == 0 and half == "am":
            return None
        if hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
    elif atom.daypart is not None and hour <= 12 and "noon" not in given:
        part = env.words.look("daypart", atom.daypart.given["daypart"])
        if part in LATER_PARTS and not (part == "night" and hour < 6):
            hour = 24 if hour == 12 and part != "afternoon" else hour % 12 + 12
        elif part == "morning" and hour == 12:
            hour = 0
    if hour > 24 or minute is None or minute >= 60 or second >= 60:
        return None
    grain: Granularity = "second" if atom.word("second") else "hour" if minute == 0 and not atom.word("minute") else "minute"
    return timedelta(hours=hour, minutes=minute, seconds=second), grain


def _minute(atom: Atom, env: Env) -> int | None:
    given = atom.given
    minutes = env.words.count(given["minute"]) if atom.word("minute") else int(given.get("minute_is", 0))
    return minutes if minutes is None or "sign" not in given else int(given["sign"]) * minutes


def clock(atom: Atom, env: Env, day: datetime | None) -> DateValue | None:
    """Read a time of day on a day, else on the anchor's."""
    read = time_of(atom, env)
    if read is None:
        return None
    time, grain = read
    base = day or (env.now and midnight(env.now)) or NO_DAY
    start = base + time
    if day is None and env.alone and env.now is not None:
        if _open(atom, env) and start < env.now:
            start += timedelta(hours=12)
        if start < env.now:
            start += DAY
    stretch: Stretch = (start, start + CLOCK[grain])
    if atom.bound == "just-before":
        stretch = (start - AROUND, start)
    elif atom.bound == "just-after":
        stretch = (start, start + AROUND)
    return DateValue(
        *stretch,
        "minute" if atom.bound in ("just-before", "just-after") else grain,
        approximate=atom.approximate or atom.bound in ("just-before", "just-after"),
        zone=atom.zone,
        clock=day is None,
    )


def _open(atom: Atom, env: Env) -> bool:
    """Whether a time may be of the morning or the afternoon."""
    if (
        not env.words.data.get("twelve-hours")
        or atom.daypart is not None
        or atom.word("half")
        or atom.word("half2")
        or atom.given.get("exact")
    ):
        return False
    hour = atom.word("hour")
    return hour is not None and not hour.startswith("0") and (env.words.count(hour) or 13) <= 12


def hours_of(atom: Atom, env: Env) -> tuple[int, int]:
    """Give the hours of a part of the day, counted from its midnight; early, mid or late narrow them."""
    name = env.words.look("daypart", atom.given["daypart"])
    start, end = env.words.data["dayparts"][name]
    part = atom.part or atom.word("cut")
    if part:
        narrowed = env.words.data["dayparts"].get(f"{part}-{name}")
        if narrowed:
            start, end = narrowed
    return start, end


def part_of_day(atom: Atom, env: Env, day: datetime | None) -> DateValue | None:
    """Read a part of a day: "ce matin", "mardi soir"."""
    base = day or (env.now and midnight(env.now))
    if base is None:
        return value(None, "daypart")
    offset = int(atom.given.get("offset", 0))
    start, end = hours_of(atom, env)
    if env.words.look("daypart", atom.given["daypart"]) == "night" and day is None and not env.alone and env.prefer != "future":
        offset = -1  # the night that the reader comes from
    first = base + offset * DAY
    assumed = day is None and "offset" not in atom.given
    return value((first + timedelta(hours=start), first + timedelta(hours=end)), "daypart", approximate=True, clock=assumed)
