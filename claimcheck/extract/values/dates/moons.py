"""Calendars of the moon: when their days fall in a year of the common calendar."""

from __future__ import annotations

from datetime import datetime, timedelta

from claimcheck.extract.values.dates.intervals import naive

HEBREW_FIRST = -1373428
"""The day number, as `date.toordinal` counts, before 1 Tishri of the year 1."""
ISLAMIC_FIRST = naive(1945, 12, 5)
ISLAMIC_MONTHS = (
    "d55555555d556d5555ea5d2aaaacd5655572da9555aaa55552da6d55a55574dd53d54556d552d5d55d54d4565552da5d55aad56aad4b52aa574ae976"
    "56cb55aaaa554ad95d2da5d9db2ba4b4aa552b5575b6abd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a"
    "92e26e55dada6d46a554ba9754eaae5acba9d92b2564bcab55ab556d2ea5e4aa9552daad36c7596d269552da5b4ba9ba3b4b69b52aa64b696d2ec6d9"
    "eb2d54d2aa564ae96dd6ab54b29a9352ba57536ab56aae93"
)
"""Which months have thirty days, twelve bits a year from 1365 to 1500, the first month lowest (Umm al-Qura calendar)."""
TABLES: dict[str, tuple[int, tuple[int, int], str]] = {
    "chinese-new-year": (
        1950,
        (1, 20),
        "sh7pe4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8rg4nc2k9ti6pe3lbuj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3",
    ),
    "holi": (2001, (2, 28), "ati8qf4nb1k9rh6pd2lbti8qe4mc1k9sg5o"),
    "diwali": (2001, (10, 16), "tj9rg5oc1kasi7qe3mbtj8rf4nd1kath6pe"),
    "makar-sankranti": (2001, (1, 11), "33343344334433443344333333443344334"),
    "dussehra": (2001, (9, 26), "uj9qg6pd2lash7qf4nctj9sg6od1kati7qf"),
    "janmashtami": (2001, (8, 7), "5odvk9sh7qf3lbti8rh5ncvj9si6pe3lauj"),
    "ganesh-chaturthi": (2001, (8, 19), "3mcuj8rf4ndvlath6pe3mcvj8qg4ndwk9sh"),
    "ram-navami": (2001, (3, 21), "cvl9sg5od3mbti7pe4ncvk9rg5pdwmbth7q"),
    "maha-shivaratri": (2001, (2, 8), "dwlasi8rf4mcuj9sg5odvlati7qf3mcvj9s"),
    "raksha-bandhan": (2001, (7, 30), "5ndukath6pe3lbuj8rg4ncvkati6oe3lbuj"),
    "onam": (2001, (8, 17), "e4mbtj9qg6nculbsi8pe4mctj9qf5nd3kbs"),
    "ugadi": (2001, (3, 13), "dvk8rh6oe3mati8qf5ocvk9rh6pewlbti8r"),
    "basant-panchami": (2001, (1, 16), "dwlash7qf4nctj8rg6odvkath7qf3mbuj8r"),
    "mahavir-jayanti": (2001, (3, 26), "buk8rg5ncxlati7pe3mbuj9qf5ncvlash6p"),
    "ravidas-jayanti": (2001, (1, 27), "cvkash6pd3mbti7qe4ndvk9sg5oe3mbui7q"),
    "valmiki-jayanti": (2001, (9, 30), "wlash7qe4mbti8rg5odvk9sh7qf3mbui8rh"),
    "rath-yatra": (2001, (6, 16), "7qf3mbui8rh5odwk9si7qf4lbuj8rg6ncvl"),
    "karva-chauth": (2001, (10, 4), "vk9rg6pd3mbti7qf4ndvk9sg6pe3mbth7qg"),
    "buddha-purnima": (2001, (4, 27), "3mbtqg5nbuk9sh7od3latj8qf4nbukash6p"),
}
"""First year, base day, and days after it year by year in base 36 (India's and Singapore's published holidays)."""


def tabled(name: str, year: int) -> datetime | None:
    """Look a day up; none outside its table."""
    first, (month, day), days = TABLES[name]
    if not 0 <= year - first < len(days):
        return None
    return naive(year, month, day) + timedelta(days=int(days[year - first], 36))


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
