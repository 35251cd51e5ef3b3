"""A weekday against the date beside it: "Tuesday 9 July 2025" was a Wednesday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from claimcheck.judge.clash import Clash, Side
from claimcheck.judge.page import Page, either
from claimcheck.judge.readings import day
from claimcheck.model import HOURLY, DateValue, Mention
from claimcheck.model.fold import fold
from claimcheck.ruleset import Lexicons, build

DOC = "a weekday against its date"
FIRST_YEAR = 1924
"""Before it parts of Europe still kept the Julian calendar."""
CLOSE = timedelta(days=10)
"""A date without a year this near to the publication is of that very year."""
NEAR = timedelta(days=200)
"""One this near is taken for it only where its weekday is wrong in the years before and after too."""
WRITTEN, NEARBY = 0.95, 0.85
"""Confidence where the year is written, and where the publication gives it."""
SINGLE = HOURLY | {"day"}
"""Granularities of one day; a night is of either of its two."""
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = timedelta(days=1)


class Forms(NamedTuple):
    """The words of a language, compiled."""

    weekday: re.Pattern[str]
    """A weekday with the number of a day behind it, at most one word between; all in figures, day and month may be swapped."""
    numbers: dict[str, int]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Forms:
        """Compile the calendar's weekdays."""
        numbers = {fold(word): int(number) for number, words in lexicons.get("dates")["tables"]["weekday"].items() for word in words}
        return cls(re.compile(rf"(?<!\w)({either(numbers)})(?!\w)[.,]?\s(?:[^\W\d]+\.?\s)?(?=\d\d?(?![\d/.]))"), numbers)


@cache
def _forms(lexicons: Lexicons) -> Forms:
    return build(Forms.of, lexicons)


def find(page: Page) -> Iterator[Clash]:
    """Give the dates whose weekday is another one.

    A date without a year counts only near the publication, and where no other year was written last.
    """
    forms = _forms(page.lexicons)
    last_year: int | None = None
    for line in page.lines:
        years = {int(text) for mention, _ in line.dates for text in _YEAR.findall(mention.text)}
        for mention, value in line.dates:
            written = _YEAR.search(mention.text)
            last_year = int(written[0]) if written else last_year
            for word, number, told in _days(mention, value, forms):
                if told.weekday() == number or told.year < FIRST_YEAR:
                    continue
                if written:
                    yield _clash(mention, word, number, told, page, reason="weekday", confidence=WRITTEN)
                elif years | ({last_year} if last_year else set()) <= {told.year}:
                    reason = _unwritten(told, number, page.article.published)
                    if reason:
                        yield _clash(mention, word, number, told, page, reason=reason, confidence=NEARBY)


def _days(mention: Mention, value: DateValue, forms: Forms) -> Iterator[tuple[re.Match[str], int, date]]:
    """Give each weekday of a date with its number and the day that it names: of a range its first or its last."""
    if value.start is None or value.end is None or value.relative is not None:
        return
    first, last = value.start.date(), (value.end - _DAY).date() if value.granularity == "range" else value.end.date()
    found = [(word, forms.numbers[word[1]]) for word in forms.weekday.finditer(fold(mention.text))]
    if value.granularity == "range" and len(found) == 2:
        yield from ((word, number, told) for (word, number), told in zip(found, (first, last), strict=True))
    elif len(found) == 1 and value.granularity in SINGLE and (value.granularity != "daypart" or last.weekday() != found[0][1]):
        yield (*found[0], first)


def _unwritten(told: date, number: int, published: date | None) -> str | None:
    """Give the reason for a date without a year, where it is of no other year than it was read in."""
    away = abs(told - day(published)) if published else None
    if away is None or away > NEAR:
        return None
    if away <= CLOSE:
        return "weekday"
    around = [_moved(told, years) for years in (-1, 1)]
    return None if any(other is None or other.weekday() == number for other in around) else "weekday-any-year"


def _moved(told: date, years: int) -> date | None:
    try:
        return told.replace(year=told.year + years)
    except ValueError:  # 29 February
        return None


def _clash(mention: Mention, word: re.Match[str], number: int, told: date, page: Page, *, reason: str, confidence: float) -> Clash:
    start, end = mention.start + word.start(1), mention.start + word.end(1)
    text = page.article.text[start:end]
    named = Mention(start, end, text, DateValue(None, None, "day", relative=text))
    midnight = datetime(told.year, told.month, told.day)  # noqa: DTZ001 - naive throughout
    value = DateValue(midnight, midnight + _DAY, "day")
    at = mention.start + word.end()
    dated = replace(mention, start=at, text=page.article.text[at : mention.end], value=value)
    facts = (("date", value), ("said", number), ("day", told.weekday()), ("before", str(told.year - 1)), ("after", str(told.year + 1)))
    return Clash("weekday", Side(named.value, (named,)), Side(value, (dated,)), reason, facts, confidence)
