"""An age against the birth beside it: "born in 1950, aged 72" in 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimcheck.judge.clash import Clash, Side
from claimcheck.judge.page import Line, Page, either
from claimcheck.model import DateValue, Mention, Quantity
from claimcheck.ruleset import Lexicons, build

DOC = "an age against the year of birth"
SURE = 0.85
SLACK = 1
"""Years: whether the birthday has come is not known."""
OLDEST = 115
LIFE = ("day", "month", "year")
"""Granularities of a birth."""


class Forms(NamedTuple):
    """The words of a language, compiled."""

    born: re.Pattern[str]
    """Ends where a date of birth begins."""
    aged: re.Pattern[str]
    """All that stands between a birth and an age in apposition."""
    back: re.Pattern[str]
    """All that stands between an age in apposition and a birth."""
    lived: re.Pattern[str]
    """All that stands between a life in brackets and an age at death."""
    died_at: re.Pattern[str]
    """Ends where the age of somebody who died begins."""
    kin: re.Pattern[str]
    """Somebody else, of whom a death may be told."""
    then: re.Pattern[str]
    """Says that an age is of another time."""
    career: re.Pattern[str]
    """Behind years: they are no age."""

    @classmethod
    def of(cls, lexicons: Lexicons) -> Forms:
        """Compile `lexicon/checks`."""
        table = lexicons.get("checks")
        born, on, place = either(table["born"]), either(table["on"]), rf"(?:\s{either(table['in'])}\s[\w'-]+(?:\s\([\w\s'-]+\))?,?)?"
        now, aged = either(table["now"]), either(table["aged"])
        told = r"(?:\s[^,;:.]{1,50}?,?)?"
        birth = rf"(?<!\w){born}{place}(?:\s{on})?\s"
        dead = either([*table["dead"], *table["died"]])
        return cls(
            re.compile(rf"{birth}$"),
            re.compile(rf"{place}(?:,|\)|\s\(|,?\s{either(table['and'])})?(?:\s(?:{either(table['is'])}\s)?(?:{now}\s)?)?(?:{aged}\s)?"),
            re.compile(rf"(?:\s{either(table['old'])})?,?\s\(?(?:{either(table['and'])}\s)?{birth}"),
            re.compile(rf"\),?\s(?:{either(table['who'])}\s)?{dead}{told}\s{either(table['died_at'])}\s"),
            re.compile(rf"(?<!\w){either(table['died'])}{told}\s{either(table['died_at'])}\s$"),
            re.compile(rf"(?<!\w){either(table['kin'])}(?!\w)"),
            re.compile(rf"(?<!\w){either(table['then'])}(?!\w)"),
            re.compile(
                rf"\s?{either([*table['of'], *table['after'], *table['counted'], *table['no_age']])}(?!\w)|\s?{either(table['elided'])}"
            ),
        )


@cache
def _forms(lexicons: Lexicons) -> Forms:
    return build(Forms.of, lexicons)


def find(page: Page) -> Iterator[Clash]:
    """Give the ages that fit neither the publication nor any other date of their sentence.

    Only where a sentence tells one birth and one age, side by side or of somebody who died.
    """
    forms = _forms(page.lexicons)
    for line in page.lines:
        births = [(mention, value) for mention, value in line.dates if _is_birth(mention, value, line, page, forms)]
        ages = [(mention, value) for mention, value in line.quantities if _is_age(value)]
        if len(births) != 1 or len(ages) != 1:
            continue
        (birth, born), (age, years) = births[0], ages[0]
        if not _of_one(birth, age, line, page, forms):
            continue
        assert born.start is not None  # noqa: S101 - `_is_birth` has looked
        assert years.low is not None  # noqa: S101 - `_is_age` has looked
        moments = {moment.year for mention, value in line.dates if mention is not birth for moment in (value.start, value.end) if moment}
        if born.granularity == "range" and born.end:
            moments.add(born.end.year - 1)
        elif page.article.published:
            moments.add(page.article.published.year)
        off = {abs(moment - born.start.year - int(years.low)): moment for moment in sorted(moments)}
        if off and min(off) > SLACK:
            when = off[min(off)]
            reached = when - born.start.year
            facts = (("birth", str(born.start.year)), ("ages", f"{reached - 1}–{reached}"), ("when", str(when)), ("said", years))
            yield Clash("lifespan", Side(born, (birth,)), Side(years, (age,)), "lifespan", facts, SURE)


def _is_birth(mention: Mention, value: DateValue, line: Line, page: Page, forms: Forms) -> bool:
    """Whether a date is one of birth, or a life from birth to death in brackets."""
    if value.start is None or value.end is None or value.relative or value.approximate or not any(c.isdigit() for c in mention.text):
        return False
    before = page.before(mention, line)
    if value.granularity == "range":
        return before.endswith("(") and page.after(mention, line).startswith(")")
    return value.granularity in LIFE and forms.born.search(before) is not None


def _is_age(value: Quantity) -> bool:
    """Whether a quantity can be somebody's age."""
    plain = value.unit == "year" and value.low == value.high and not value.approximate and value.per is None
    return plain and value.low is not None and 0 < value.low <= OLDEST and value.low == value.low.to_integral_value()


def _of_one(birth: Mention, age: Mention, line: Line, page: Page, forms: Forms) -> bool:
    """Whether birth and age are told of one person, and the age is of now or of death."""
    if forms.career.match(page.after(age, line)):
        return False
    if birth.end > age.start:
        return forms.back.fullmatch(page.between(age, birth)) is not None and not _of_then(line, page, forms)
    if forms.aged.fullmatch(page.between(birth, age)):
        return not _of_then(line, page, forms)
    told = page.folded[birth.end : age.start]
    return forms.lived.fullmatch(told) is not None or (forms.died_at.search(told) is not None and not forms.kin.search(told))


def _of_then(line: Line, page: Page, forms: Forms) -> bool:
    """Whether a sentence tells of another time: "born in 1950, he was 20 when"."""
    return forms.then.search(page.folded, line.sentence.start, line.sentence.end) is not None
