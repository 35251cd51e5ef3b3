"""Calendars: holidays on days that history knows, and arithmetic at its edges."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from claimcheck.extract.values.dates.absolute import roman
from claimcheck.extract.values.dates.holidays import easter, orthodox_easter
from claimcheck.extract.values.dates.intervals import midnight, month_of, nth_weekday, season_of, shift, unit_of
from claimcheck.extract.values.dates.moons import hebrew, islamic, tabled


@pytest.mark.parametrize(
    ("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    """Easter falls where almanacs put it, from its earliest to its latest day."""
    assert (easter(year).month, easter(year).day) == day


@pytest.mark.parametrize(("year", "day"), [(2010, (4, 4)), (2013, (5, 5)), (2018, (4, 8)), (2024, (5, 5))])
def test_orthodox_easter(year: int, day: tuple[int, int]) -> None:
    """The Orthodox churches keep the Julian reckoning."""
    assert (orthodox_easter(year).month, orthodox_easter(year).day) == day


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2023, 7, 1, "2023-09-16"),
        (2024, 7, 10, "2024-10-12"),
        (2024, 9, 25, "2024-12-26"),
        (2024, 1, 15, "2024-04-23"),
        (2016, 12, 14, "2016-03-24"),
    ],
)
def test_hebrew(year: int, month: int, day: int, expected: str) -> None:
    """New Year, the Day of Atonement, Hanukkah, Passover and Purim of a leap year."""
    assert hebrew(year, month, day).date().isoformat() == expected


def test_hebrew_years_join() -> None:
    """A Hebrew year lasts 353 to 385 days and never begins on a Sunday, Wednesday or Friday."""
    starts = [hebrew(year, 7, 1) for year in range(1900, 2100)]
    assert {(after - start).days for start, after in pairwise(starts)} <= {353, 354, 355, 383, 384, 385}
    assert not {start.weekday() for start in starts} & {6, 2, 4}


def test_islamic() -> None:
    """A lunar date can come twice in one common year, and not at all outside its table."""
    assert [moment.date() for moment in islamic(2030, 9, 1)] == [date(2030, 1, 5), date(2030, 12, 26)]
    assert [moment.date() for moment in islamic(2018, 10, 1)] == [date(2018, 6, 15)]
    assert islamic(1700, 9, 1) == []


def test_tables_end() -> None:
    """A table answers inside its years only."""
    found = tabled("chinese-new-year", 2025)
    assert found is not None
    assert found.date() == date(2025, 1, 29)
    assert tabled("diwali", 1999) is None


@pytest.mark.parametrize(("figures", "number"), [("i", 1), ("iv", 4), ("xix", 19), ("xxi", 21), ("xiv", 14)])
def test_roman(figures: str, number: int) -> None:
    """Roman figures are read."""
    assert roman(figures) == number


def test_shift_clamps() -> None:
    """A month later than the 31st is the month's last day."""
    last = midnight(date(2024, 1, 31))
    assert shift(last, 1, "month").date() == date(2024, 2, 29)
    assert shift(last, -1, "year").date() == date(2023, 1, 31)
    assert shift(last, 2, "week") - last == timedelta(days=14)


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [
        ("week", "2025-07-14", "2025-07-21"),
        ("weekend", "2025-07-19", "2025-07-21"),
        ("quarter", "2025-07-01", "2025-10-01"),
        ("half", "2025-07-01", "2026-01-01"),
        ("decade", "2020-01-01", "2030-01-01"),
        ("century", "2000-01-01", "2100-01-01"),
    ],
)
def test_unit_of(unit: str, start: str, end: str) -> None:
    """Calendar units hold their moment."""
    found = unit_of(midnight(date(2025, 7, 16)), unit)
    assert tuple(moment.date().isoformat() for moment in found) == (start, end)


def test_winter_joins_two_years() -> None:
    """Winter ends in the year after it began."""
    start, end = season_of(2024, 4)
    assert (start.year, end.year) == (2024, 2025)


def test_nth_weekday_from_the_end() -> None:
    """A negative rank counts from the end of the stretch."""
    assert nth_weekday(month_of(2025, 10), 4, -1)[0].date() == date(2025, 10, 31)
    assert nth_weekday(month_of(2025, 10), 4, 1)[0].date() == date(2025, 10, 3)


def test_last_year_of_the_calendar() -> None:
    """What lies past the calendar is an error that the reader catches."""
    with pytest.raises(ValueError, match="year"):
        shift(midnight(date.max), 1, "year")
