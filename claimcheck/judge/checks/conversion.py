"""One figure against its conversion: "100 million dollars (150 million euros)", "50 miles (120 km)", "24,000 a year, or 3,000 a month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.judge.basis import bring, is_currency, rates, scale
from claimcheck.judge.clash import Clash, Side
from claimcheck.judge.extent import extent
from claimcheck.judge.outcome import Ground
from claimcheck.judge.page import Line, Page, either
from claimcheck.model import Mention, Quantity, Value
from claimcheck.ruleset import Lexicons, build

DOC = "an amount or a measure against its conversion"
EXCHANGED, CONVERTED = 0.75, 0.85
LOOSE = Decimal("0.1")
"""What is granted beside rounding, as a share of the figure: "50 miles (80 km)"."""
NEXT = 20
"""Characters behind a figure that may say on what basis it is reckoned."""
SPANS = ("year", "quarter", "month")
"""Periods of which one always holds as much of another: a month's wage is not thirty days' wages."""
CLOCK = frozenset({"hour", "minute", "second"})
DEGREE = Decimal(9) / 5
FREEZING = Decimal(32)


class Forms(NamedTuple):
    """The words of a language, compiled; but for `unless` and `basis`, each fits all that stands between two figures."""

    restated: re.Pattern[str]
    alternative: re.Pattern[str]
    """The same, by a word that also parts alternatives."""
    bracket: re.Pattern[str]
    unless: re.Pattern[str]
    """Behind a figure: it is a difference, or of another time."""
    basis: re.Pattern[str]
    """Around a figure: before or after tax."""
    thing: re.Pattern[str]
    """Behind a duration: it measures a thing, as in "three months of rain"."""
    choice: re.Pattern[str]
    """Before the first figure: both are alternatives."""

    @classmethod
    def of(cls, lexicons: Lexicons) -> Forms:
        """Compile `lexicon/checks`."""
        table = lexicons.get("checks")
        opening = r"(?:,\s|\s\(|\s[–—-]\s)"
        return cls(
            re.compile(rf"{opening}{either(table['restated'])}\s"),
            re.compile(rf"{opening}{either(table['or'])}\s"),
            re.compile(r"\s\("),
            re.compile(rf"\s(?:\w+\s)?{either(table['unless'])}(?!\w)"),
            re.compile(rf"(?<!\w){either(table['basis'])}(?!\w)"),
            re.compile(rf"\s{either(table['of'])}(?:\s|(?<='))"),
            re.compile(rf"(?<!\w){either(table['restated'])}\s$"),
        )


@cache
def _forms(lexicons: Lexicons) -> Forms:
    return build(Forms.of, lexicons)


def find(page: Page) -> Iterator[Clash]:
    """Give the conversions that do not come out."""
    forms = _forms(page.lexicons)
    for line, at in page.pairs():
        a, b = line.mentions[at], line.mentions[at + 1]
        if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity) or not _one_thing(a.value, b.value, page.root):
            continue
        if not _restates(a, b, line, page, forms):
            continue
        if _money(a.value, b.value) and _of_old(line, page):
            continue
        found = _exchanged(a.value, b.value, page.root) if _money(a.value, b.value) else _converted(a.value, b.value, page.root)
        if found:
            reason, facts, confidence = found
            facts = (("said", a.value), ("given", b.value), *facts)
            yield Clash("conversion", Side(a.value, (a,)), Side(b.value, (b,)), reason, facts, confidence)


def _money(a: Quantity, b: Quantity) -> bool:
    return is_currency(a.unit) and is_currency(b.unit) and a.unit != b.unit


def _one_thing(a: Quantity, b: Quantity, root: Path) -> bool:
    """Whether two units measure one thing, and are not the same: what differs in nothing restates nothing."""
    if a.unit is None or b.unit is None or (a.unit, a.per, a.over) == (b.unit, b.per, b.over):
        return False
    families = {scale(a.unit, root).family, scale(b.unit, root).family}
    if families & {"count", "%", "point", "times", "ordinal"}:
        return False
    if _money(a, b):
        return a.per == b.per and a.over == b.over
    if {a.per, b.per} - {None} and a.per != b.per and not {a.per, b.per} <= {None, *SPANS}:
        return False
    if "time" in families:
        return {a.unit, b.unit} <= CLOCK  # a week may have five days, a day eight hours
    return len(families) == 1 or families == {"celsius", "fahrenheit"}


def _of_old(line: Line, page: Page) -> bool:
    """Whether a sentence may tell of a time from before the first rates."""
    first = min(rates(page.root).years)
    published = page.article.published
    return (published is not None and published.year < first) or any(value.start and value.start.year < first for _, value in line.dates)


def _restates(a: Mention, b: Mention, line: Line, page: Page, forms: Forms) -> bool:
    """Whether the second figure says the first one again."""
    gap, behind = page.between(a, b), page.after(b, line)
    length = isinstance(a.value, Quantity) and scale(a.value.unit, page.root).family in ("time", "calendar")
    if forms.unless.match(behind) or forms.basis.search(page.folded, a.start, min(b.end + NEXT, line.sentence.end)):
        return False
    if (length and forms.thing.match(behind)) or forms.choice.search(page.before(a, line)):
        return False
    if forms.bracket.fullmatch(gap):
        return behind.startswith(")")
    if forms.restated.fullmatch(gap):
        return True
    return forms.alternative.fullmatch(gap) is not None and not length


Failure = tuple[str, tuple[tuple[str, Value | str], ...], float]


def _converted(a: Quantity, b: Quantity, root: Path) -> Failure | None:
    """Bring two measures to one unit; none where they meet or cannot be brought there."""
    brought = bring(_celsius(a), _celsius(b), Ground(root=root))
    if isinstance(brought, str) or any(key == "scaled-unknown" for key, _ in brought.notes):
        return None
    mine, theirs = brought.a.widened(LOOSE), brought.b
    if mine.meets(theirs):
        return None
    ratio = extent(b).nominal / theirs.nominal if theirs.nominal else Decimal(1)
    reckoned = brought.a.nominal * ratio
    value = Quantity(reckoned, reckoned, unit=b.unit, per=b.per, over=b.over, approximate=True)
    return "conversion", (("reckoned", value),), CONVERTED


def _celsius(value: Quantity) -> Quantity:
    """Bring degrees Fahrenheit to Celsius; any other quantity stays."""
    if value.unit != "°F":
        return value
    low, high = (None if end is None else (end - FREEZING) / DEGREE for end in (value.low, value.high))
    return replace(value, low=low, high=high, unit="°C", precision=Decimal(1))


def _exchanged(a: Quantity, b: Quantity, root: Path) -> Failure | None:
    """Hold an amount against another currency, at every yearly rate there is: the text may tell of any year."""
    table = rates(root)
    mine, theirs = extent(a), extent(b)
    worth: list[Decimal] = []
    for unit in (str(a.unit), *table.namesakes.get(str(a.unit), ())):
        for other in (str(b.unit), *table.namesakes.get(str(b.unit), ())):
            for year in table.years:
                first, second = table.euro(unit, date(year, 7, 1)), table.euro(other, date(year, 7, 1))
                if first and second:
                    worth.append(second[0] / first[0])
    if not worth:
        return None
    low, high = min(worth) * (1 - table.tolerance), max(worth) * (1 + table.tolerance)
    if mine.scaled(low, high).meets(theirs):
        return None
    least, most = (Decimal(f"{mine.nominal * rate:.2g}") for rate in (min(worth), max(worth)))
    value = Quantity(least, most, unit=b.unit, per=b.per)
    return "exchange", (("reckoned", value), ("first", str(min(table.years))), ("last", str(max(table.years)))), EXCHANGED
