"""Holidays: fixed days, weekdays of a month, days counted from Easter, and the calendars of the moon."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from claimcheck.extract.values.dates.absolute import full_year, side_year
from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.env import Env
from claimcheck.extract.values.dates.intervals import DAY, Stretch, month_of, naive, nth_weekday, value
from claimcheck.extract.values.dates.moons import hebrew, islamic, tabled
from claimcheck.model import DateValue, Granularity


def easter(year: int) -> datetime:
    """Compute Western Easter Sunday (the anonymous Gregorian algorithm, Nature, 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, odd = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - moon - odd) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return naive(year, month, day + 1)


def orthodox_easter(year: int) -> datetime:
    """Compute Orthodox Easter Sunday in the Gregorian calendar (Meeus, valid from 1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return naive(year, month, day + 1) + 13 * DAY


def _starts(entry: Mapping[str, Any], year: int) -> list[datetime]:
    if "date" in entry:
        return [naive(year, *entry["date"])]
    if "easter" in entry:
        return [easter(year) + timedelta(days=entry["easter"])]
    if "orthodox" in entry:
        return [orthodox_easter(year) + timedelta(days=entry["orthodox"])]
    if "hebrew" in entry:
        return [hebrew(year, *entry["hebrew"])]
    if "islamic" in entry:
        return islamic(year, *entry["islamic"])
    if "moon" in entry:
        start = tabled(entry["moon"], year)
        return [] if start is None else [start]
    month, weekday, rank = entry["nth"]
    return [nth_weekday(month_of(year, month), weekday, rank)[0]]


def holiday_in(entry: Mapping[str, Any], year: int) -> Stretch | None:
    """Give a holiday's days in a year, the first time it comes; none where its calendar does not reach."""
    starts = _starts(entry, year)
    if not starts:
        return None
    start = starts[0] + timedelta(days=entry.get("offset", 0))
    if "toward" in entry:  # moved off the weekend
        start += {5: -DAY, 6: DAY}.get(start.weekday(), timedelta())
    if "sunday" in entry and start.weekday() == 6:  # moved off the Sunday
        start += timedelta(days=entry["sunday"])
    ends = islamic(year, *entry["until"]) if "until" in entry else []
    return start, next((end for end in ends if end > start), start + timedelta(days=entry.get("days", 1)))


def holiday(atom: Atom, env: Env) -> DateValue | None:
    """Read a holiday by its name, with or without its year."""
    entry = env.words.holidays[env.words.look("holiday", atom.given["holiday"])]

    def build(year: int) -> Stretch | None:
        return holiday_in(entry, year)

    grain: Granularity = "range" if entry.get("days", 1) > 1 else "day"
    year = full_year(atom)
    if year is not None:
        stretch = build(year)
        return value(stretch, grain) if stretch else None
    side = env.words.look("side", atom.given["side"]) if atom.word("side") else None
    if side in ("last", "next") and env.now is not None:
        around = (build(env.now.year + n) for n in range(-2, 3))
        return value(side_year(env, side, [stretch for stretch in around if stretch]), grain)
    return value(env.yearly(build), grain)
