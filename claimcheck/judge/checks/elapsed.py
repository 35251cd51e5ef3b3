"""A stretch of time against the dates it lies between: "25 years ago, in 1998", "from 2008 to 2020, that is 15 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claimcheck.judge.clash import Clash, Side
from claimcheck.judge.extent import extent
from claimcheck.judge.page import Line, Page, either
from claimcheck.model import DateValue, Mention, Quantity
from claimcheck.model.fold import fold
from claimcheck.ruleset import Lexicons, build

DOC = "the time elapsed against the two dates"
SURE = 0.85
ROUND = 5
"""Multiples of it are round figures …"""
ROUGH = 0.1
"""… and stand for what lies this share beside them: an event of 27 years ago is told as one of 25."""
NEXT = 20
"""Characters beside a duration that may say of what it is, or how roughly."""
GRAINS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30.436875), "year": timedelta(days=365.2425)}
"""Length of what dates and durations are counted in; Gregorian means."""
SHORT = GRAINS["week"]
"""Times counted in longer units are held against dates with a written year only: "two years ago, on 7 October"."""
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


class Plain(NamedTuple):
    """A date written as one, in figures: `[start, end)`."""

    start: datetime
    end: datetime
    grain: timedelta
    year: bool
    """Whether its year is written."""


class Forms(NamedTuple):
    """The words of a language, compiled; but for `counted` and `unless`, each fits all that stands between two figures."""

    counted: re.Pattern[str]
    """What makes a date one that is counted: "ago", "later"."""
    vague: re.Pattern[str]
    """What makes it one that is not meant to the unit: "nearly", "more than", "a score"."""
    beside: re.Pattern[str]
    comma: re.Pattern[str]
    after: re.Pattern[str]
    """Between a duration and the date that it is counted from: " after the fire of "."""
    restated: re.Pattern[str]
    unless: re.Pattern[str]
    """Behind a duration: not all of its days count."""

    @classmethod
    def of(cls, lexicons: Lexicons) -> Forms:
        """Compile `lexicon/checks`."""
        table = lexicons.get("checks")
        return cls(
            re.compile(rf"(?<!\w){either(table['counted'])}(?!\w)"),
            re.compile(rf"(?<!\w){either([*table['vague'], *lexicons.get('numbers')['collectives']])}(?!\w)"),
            re.compile(rf",?\s\(?(?:{either(table['on'])}\s)?"),
            re.compile(r",\s|\s\("),
            re.compile(rf"\s{either(table['after'])}\s(?:[^\W\d][\w'-]*\s){{1,6}}"),
            re.compile(rf",?\s\(?{either(table['restated'])}\s|\s\("),
            re.compile(rf"\s{either(table['unless_time'])}(?!\w)"),
        )


@cache
def _forms(lexicons: Lexicons) -> Forms:
    return build(Forms.of, lexicons)


def find(page: Page) -> Iterator[Clash]:
    """Give the times elapsed that the dates beside them do not bear out."""
    forms = _forms(page.lexicons)
    for line, at in page.pairs():
        a, b = line.mentions[at], line.mentions[at + 1]
        gap = page.between(a, b)
        if isinstance(b.value, DateValue):
            if forms.beside.fullmatch(gap):
                yield from _counted(a, b, line, page, forms)
            continue
        length = _length(b.value)
        if length is None or not isinstance(a.value, DateValue):
            continue
        if forms.restated.fullmatch(gap) and not forms.unless.search(b.text + page.after(b, line)[:NEXT]):
            yield from _range(a, a.value, b, length)
        if at + 2 < len(line.mentions) and forms.comma.fullmatch(gap):
            third = line.mentions[at + 2]
            if forms.after.fullmatch(page.between(b, third)):
                yield from _between(a, third, b, length, forms)


def _length(value: Quantity) -> tuple[float, float, timedelta] | None:
    """Give the least and the most units that a duration stands for, and its unit."""
    found = extent(value)
    if value.unit not in GRAINS or value.per or found.low is None or found.high is None:
        return None
    return _rounded(float(found.low), float(found.high), GRAINS[value.unit], exact=found.form == "exact")


def _rounded(low: float, high: float, unit: timedelta, *, exact: bool = True) -> tuple[float, float, timedelta]:
    """Grant a unit on both sides, and more to round figures."""
    round_figure = not exact or low % ROUND == 0
    return low - max(1, round_figure * ROUGH * low), high + max(1, round_figure * ROUGH * high), unit


def _plain(mention: Mention, forms: Forms) -> Plain | None:
    """Give a date that is written as one."""
    value = mention.value
    if not isinstance(value, DateValue) or value.start is None or value.end is None or value.relative or value.approximate:
        return None
    written = any(letter.isdigit() for letter in mention.text) and not forms.counted.search(fold(mention.text))
    if not written or value.granularity not in GRAINS:
        return None
    return Plain(value.start, value.end, GRAINS[value.granularity], _YEAR.search(mention.text) is not None)


def _of_one_time(a: Plain, b: Plain) -> bool:
    """Whether a year that only one of two dates has may be the other's too."""
    return a.year == b.year or a.start.year == b.start.year


def _counted(a: Mention, b: Mention, line: Line, page: Page, forms: Forms) -> Iterator[Clash]:
    """Hold a date that is counted, from now or from the one date before it, against the date beside it."""
    for told, beside in ((a, b), (b, a)):
        plain, value = _plain(beside, forms), told.value
        if plain is None or not isinstance(value, DateValue) or not forms.counted.search(fold(told.text)):
            continue
        if forms.vague.search(page.before(told, line)[-NEXT:] + fold(told.text)):
            continue
        origin = _origin(told, value, plain, line, page, forms)
        if origin is None or value.start is None or value.end is None or value.granularity not in GRAINS:
            continue
        unit = GRAINS[value.granularity]
        if unit > SHORT and not plain.year:
            continue
        years = unit == GRAINS["year"]
        count = abs(value.start.year - origin.year) if years else round(abs(value.start - origin) / unit)
        slack = (_rounded(count, count, unit)[1] - count) * unit
        if plain.start >= value.start + unit + slack or plain.end <= value.start - slack:
            reached = replace(value, approximate=False)
            facts = (("said", told.text), ("reached", reached), ("date", beside.value))
            yield Clash("elapsed", Side(reached, (told,)), Side(beside.value, (beside,)), "counted", facts, SURE)


def _origin(told: Mention, value: DateValue, plain: Plain, line: Line, page: Page, forms: Forms) -> datetime | None:
    """Give the day that a time is counted from: the publication, or the only date that stands before "four days later"."""
    if value.relative is None:
        published = page.article.published
        return datetime(published.year, published.month, published.day) if published else None  # noqa: DTZ001 - naive throughout
    before = (found for mention in line.mentions if mention.end <= told.start and (found := _plain(mention, forms)))
    first, second = next(before, None), next(before, None)
    if first is None or second is not None or first.grain != GRAINS["day"] or not _of_one_time(first, plain):
        return None
    return first.start


def _range(a: Mention, value: DateValue, b: Mention, length: tuple[float, float, timedelta]) -> Iterator[Clash]:
    """Hold a range of dates against the duration that restates it; either end may count or not."""
    if value.granularity != "range" or value.start is None or value.end is None or value.approximate:
        return
    low, high, unit = length
    whole_years = (value.start.month, value.start.day, value.end.month, value.end.day) == (1, 1, 1, 1)
    whole_months = (value.start.day, value.end.day) == (1, 1)
    grain = max(unit, GRAINS["year" if whole_years else "month" if whole_months else "day"])
    span = value.end - value.start
    yield from _judged((a,), b, (span - 2 * grain, span), (low * unit, high * unit), value.end - grain - value.start)


def _between(a: Mention, b: Mention, duration: Mention, length: tuple[float, float, timedelta], forms: Forms) -> Iterator[Clash]:
    """Hold "on the 14th, four days after the fire of the 8th" against its dates."""
    late, early = _plain(a, forms), _plain(b, forms)
    low, high, unit = length
    if late is None or early is None or not _of_one_time(early, late) or (unit > SHORT and not late.year):
        return
    vague = max(late.grain, early.grain, unit) - unit  # dates as fine as the duration are counted from one to the other
    span = late.start - early.start
    yield from _judged((a, b), duration, (span - vague, span + vague), (low * unit, high * unit), span)


def _judged(
    dates: tuple[Mention, ...],
    duration: Mention,
    reckoned: tuple[timedelta, timedelta],
    said: tuple[timedelta, timedelta],
    span: timedelta,
) -> Iterator[Clash]:
    """Clash where what was reckoned and what is said have nothing in common."""
    if reckoned[1] >= said[0] and reckoned[0] <= said[1]:
        return
    unit = duration.value.unit if isinstance(duration.value, Quantity) else None
    count = Decimal(round(span / GRAINS[str(unit)]))
    value = Quantity(count, count, unit=unit)
    facts = (("dates", ", ".join(mention.text for mention in dates)), ("reckoned", value), ("said", duration.value))
    yield Clash("elapsed", Side(value, dates), Side(duration.value, (duration,)), "elapsed", facts, SURE)
