"""A share against the two figures it is of: "300 of the 2,000 posts, or 25 %", "15 % of 2,000 posts, that is 450"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claimcheck.judge.clash import Clash, Side
from claimcheck.judge.extent import Extent, extent
from claimcheck.judge.nouns import alike
from claimcheck.judge.page import Line, Page, either
from claimcheck.model import Mention, Quantity, Value
from claimcheck.ruleset import Lexicons, build

DOC = "a share against what it is a share of"
SURE = 0.85
POINT = Decimal(1)
"""Percentage points that a whole-numbered share may be off: many are cut, not rounded."""
FEW = 10
"""Shares below so many points are told with more care."""
LOOSE = Decimal("0.1")
"""What is granted beside rounding, as a share of the figure itself."""
FRACTION = Decimal("0.2")
"""The same for shares in words: "a third" for 30 %."""
HUNDRED = Decimal(100)


class Forms(NamedTuple):
    """The words of a language, compiled; but for `unless` and `base`, each fits all that stands between two figures."""

    restated: re.Pattern[str]
    bracket: re.Pattern[str]
    of: re.Pattern[str]
    base: re.Pattern[str]
    """Behind a share: it is of something else, unless that is the whole."""
    unless: re.Pattern[str]
    """Behind a figure: it is a difference."""

    @classmethod
    def of_lexicons(cls, lexicons: Lexicons) -> Forms:
        """Compile `lexicon/checks`."""
        table = lexicons.get("checks")
        of = either(table["of"])
        return cls(
            re.compile(rf"(?:,\s|\s\(|\s[–—-]\s)(?:{either(table['restated'])}|{either(table['or'])})\s(?:{either(table['total'])}\s)?"),
            re.compile(r"\s\("),
            re.compile(rf"\s{of}(?:\s|(?<='))(?:{either(table['every'])}\s)?"),
            re.compile(rf"\s{of}(?:\s|(?<='))(?!{either(table['every'])}(?!\w))"),
            re.compile(rf"\s(?:\w+\s)?{either(table['unless'])}(?!\w)"),
        )


@cache
def _forms(lexicons: Lexicons) -> Forms:
    return build(Forms.of_lexicons, lexicons)


def find(page: Page) -> Iterator[Clash]:
    """Give the shares that their figures do not bear out."""
    forms = _forms(page.lexicons)
    for line, at in page.pairs():
        first, second = line.mentions[at], line.mentions[at + 1]
        if not isinstance(first.value, Quantity) or not isinstance(second.value, Quantity) or forms.unless.match(page.after(second, line)):
            continue
        gap = page.between(first, second)
        if _is_share(first.value) and _is_share(second.value):
            yield from _restated(first, second, gap, line, page, forms)
        if at + 2 < len(line.mentions):
            yield from _three(first, second, line.mentions[at + 2], line, page, forms)


def _is_share(value: Quantity) -> bool:
    return value.unit == "%" and value.low is not None and value.low > 0


def _restated(first: Mention, second: Mention, gap: str, line: Line, page: Page, forms: Forms) -> Iterator[Clash]:
    """Hold "300 of the 2,000 posts" against the share behind it."""
    closed = forms.bracket.fullmatch(gap) and page.after(second, line).startswith(")")
    told = forms.restated.fullmatch(gap) and not forms.base.match(page.after(second, line))
    if not (closed or told) or "%" in first.text or "%" not in second.text:
        return
    assert isinstance(first.value, Quantity)  # noqa: S101 - the caller has looked
    assert isinstance(second.value, Quantity)  # noqa: S101 - the caller has looked
    reckoned, said = extent(first.value), extent(second.value)
    loose = LOOSE if sum(part[:1].isdigit() for part in first.text.split()) > 1 else FRACTION
    least = POINT if reckoned.nominal > FEW * POINT else Decimal(0)
    if not reckoned.meets(said, max(least, reckoned.nominal * loose)):
        facts: tuple[tuple[str, Value | str], ...] = (("parts", first.text), ("reckoned", first.value), ("said", second.value))
        yield Clash("proportion", Side(first.value, (first,)), Side(second.value, (second,)), "share", facts, SURE)


def _three(first: Mention, second: Mention, third: Mention, line: Line, page: Page, forms: Forms) -> Iterator[Clash]:
    """Hold "300 posts, or 15 % of the 2,000" and "15 % of the 2,000 posts, that is 300" against the product."""
    gaps = page.between(first, second), page.between(second, third)
    if forms.restated.fullmatch(gaps[0]) and forms.of.fullmatch(gaps[1]):
        part, share, whole = first, second, third
    elif forms.of.fullmatch(gaps[0]) and forms.restated.fullmatch(gaps[1]) and not forms.unless.match(page.after(third, line)):
        share, whole, part = first, second, third
    else:
        return
    values = part.value, share.value, whole.value
    if not all(isinstance(value, Quantity) for value in values):
        return
    yield from _product(part, share, whole, line, page)


def _product(part: Mention, share: Mention, whole: Mention, line: Line, page: Page) -> Iterator[Clash]:
    of, rate, all_of = part.value, share.value, whole.value
    assert isinstance(of, Quantity)  # noqa: S101 - the caller has looked
    assert isinstance(rate, Quantity)  # noqa: S101 - the caller has looked
    assert isinstance(all_of, Quantity)  # noqa: S101 - the caller has looked
    if not _is_share(rate) or not alike(all_of, part, page.after(part, line), page.lexicons):
        return
    base, portion = extent(all_of), extent(rate)
    if base.low is None or base.high is None or portion.low is None or portion.high is None:
        return
    count = base.nominal * portion.nominal / HUNDRED
    points = portion.slack + (POINT if portion.nominal > FEW * POINT else 0)
    slack = count * LOOSE + (base.nominal * points + base.slack * portion.nominal) / HUNDRED
    low, high = base.low * portion.low / HUNDRED, base.high * portion.high / HUNDRED
    reckoned = Extent(low, high, low_open=False, high_open=False, form="range", nominal=count, slack=slack)
    if reckoned.meets(extent(of)):
        return
    value = Quantity(count, count, unit=of.unit or all_of.unit)
    facts: tuple[tuple[str, Value | str], ...] = (("share", rate), ("whole", all_of), ("reckoned", value), ("said", of))
    yield Clash("proportion", Side(value, (share, whole)), Side(of, (part,)), "product", facts, SURE)
