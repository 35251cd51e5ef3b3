"""Calendars of the moon: when their days fall in a year of the common calendar."""

from __future__ import annotations

from datetime import datetime, timedelta

HEBREW_FIRST = -1373428
"""The day number, as `date.toordinal` counts, before 1 Tishri of the year 1."""
ISLAMIC_FIRST_YEAR = 1345
ISLAMIC_FIRST = datetime(1926, 7, 11)
ISLAMIC_MONTHS = (
    "b4566c36c0d59d5b4ab155559ad56ab554d4d5564b497d55555555d55755d55555555d556d5555ea5d2aaaacd5655572da9555aaa55552da6d55a55574dd53d5"
    "4556d552d5d55d54d4565552da5d55aad56aad4b52aa574ae97656cb55aaaa554ad95d2da5d9db2ba4b4aa552b5575b6abd2bc4b89a9552d5adb6a6d4dc9d92a"
    "a69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a554ba9754eaae5acba9d92b2564bcab55ab556d2ea5e4aa9552daad36c7596d2695"
    "52da5b4ba9ba3b4b69b52aa64b696d2ec6d9eb2d54d2aa564ae96dd6ab54b29a9352ba57536ab56aae93"
)
"""Which months have thirty days, twelve bits a year from 1345 to 1500, the first month lowest (Umm al-Qura calendar)."""
TABLES: dict[str, tuple[int, tuple[int, int], str]] = {
    "chinese-new-year": (
        1950,
        (1, 20),
        "sh7pe4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8rg4nc2k9ti6pe3lbuj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3",
    ),
    "holi": (2001, (2, 28), "ati8qf4nb1k9rh6pd2lbti8qe4mc1k9sg5o"),
    "diwali": (2001, (10, 16), "tj9rg5oc1kasi7qe3mbtj8rf4nd1kath6pe"),
    "dussehra": (2001, (9, 26), "uj9qg6pd2lash7qf4nctj9sg6od1kati7qf"),
}
"""First year, base day, and days after it year by year in base 36 (India's and Singapore's published holidays)."""


def tabled(name: str, year: int) -> datetime | None:
    """Look a day up; none outside its table."""
    first, (month, day), days = TABLES[name]
    if not 0 <= year - first < len(days):
        return None
    return datetime(year, month, day) + timedelta(days=int(days[year - first], 36))


def islamic(year: int, month: int, day: int) -> list[datetime]:
    """Give the days of a common year on which an Islamic date falls: none, one or two."""
    found = []
    start = ISLAMIC_FIRST
    for position in range(0, len(ISLAMIC_MONTHS), 3):
        lengths = int(ISLAMIC_MONTHS[position : position + 3], 16)
        months = [29 + (lengths >> number & 1) for number in range(12)]
        moment = start + timedelta(days=sum(months[: month - 1]) + day - 1)
        if moment.year == year:
            found.append(moment)
        start += timedelta(days=sum(months))
        if start.year > year + 1:
            break
    return found


def _hebrew_year(year: int) -> int:
    """Number the first day of a Hebrew year: the new moon of Tishri with its four postponements."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _hebrew_start(year: int) -> int:
    last, present, following = _hebrew_year(year - 1), _hebrew_year(year), _hebrew_year(year + 1)
    delay = 2 if following - present == 356 else 1 if present - last == 382 else 0
    return HEBREW_FIRST + present + delay + 1


def hebrew(year: int, month: int, day: int) -> datetime:
    """Give the common date of a Hebrew date, months counted from Nisan (1), in the Hebrew year that ends or begins in `year`."""
    hebrew_year = year + 3761 if 7 <= month <= 9 else year + 3760
    start, after = _hebrew_start(hebrew_year), _hebrew_start(hebrew_year + 1)
    length = after - start
    long_second, short_third = length % 10 == 5, length % 10 == 3
    leap = length > 380
    autumn = [30, 30 if long_second else 29, 29 if short_third else 30, 29, 30, *([30, 29] if leap else [29])]
    spring = [30, 29, 30, 29, 30, 29]
    offset = sum(autumn[: month - 7]) if month >= 7 else sum(autumn) + sum(spring[: month - 1])
    if leap and month == 12:
        offset += 30
    return datetime.fromordinal(start + offset + day - 1)
