"""Parts against their whole: "120 injured, of whom 45 badly and 90 slightly", "27 people: 12 men, 10 women and 3 children"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.judge.basis import is_currency
from claimcheck.judge.clash import Clash, Side
from claimcheck.judge.extent import extent
from claimcheck.judge.nouns import alike, is_outcome
from claimcheck.judge.page import Line, Page, either
from claimcheck.model import Mention, Quantity
from claimcheck.ruleset import Lexicons, build

DOC = "the parts against the whole"
LARGER, SUMMED = 0.9, 0.8
"""Confidence where one part is larger than the whole, and where a sum does not come out."""
Part = tuple[Mention, Quantity]


class Forms(NamedTuple):
    """The words of a language, compiled; but for `total` and `exclusive`, each fits all that stands between two figures."""

    among: re.Pattern[str]
    """Between a whole and its first part."""
    listed: re.Pattern[str]
    """Between a whole and the first item of the list that makes it up."""
    joined: re.Pattern[str]
    """Between two parts."""
    total: re.Pattern[str]
    """Between the last part and the whole that they make: ", that is "."""
    one: re.Pattern[str]
    """A single one, told without a figure."""
    unless: re.Pattern[str]
    """Behind a whole: it is a difference."""
    balance: re.Pattern[str]
    """Before an amount of money: what is set off in it may be larger."""
    exclusive: tuple[dict[str, int], ...]
    """Families of words, of which nobody fits two: word → its side."""

    @classmethod
    def of(cls, lexicons: Lexicons) -> Forms:
        """Compile `lexicon/checks`."""
        table = lexicons.get("checks")
        total = either(table["total"])
        told = rf"(?:\s{either(table['told'])})?(?:\s[^\W\d][\w'-]*)?"
        return cls(
            re.compile(rf"{told},?\s\(?{either(table['among'])}\s"),
            re.compile(rf"{told}(?:\s?:\s|\s\()"),
            re.compile(rf"(?:\s[^\W\d][\w'-]*){{0,2}}(?:,\s|,?\s{either(table['and'])}\s)"),
            re.compile(rf",?\s\(?(?:{either(table['restated'])}\s(?:{total}\s)?|{total}\s)"),
            re.compile(rf"(?<!\w){either(table['one'])}(?!\w)"),
            re.compile(rf"\s(?:\w+\s)?{either(table['unless'])}(?!\w)"),
            re.compile(rf"(?<!\w){either(table['balance'])}(?!\w)"),
            tuple({word: side for side, words in enumerate(family) for word in words} for family in table["exclusive"]),
        )


@cache
def _forms(lexicons: Lexicons) -> Forms:
    return build(Forms.of, lexicons)


def find(page: Page) -> Iterator[Clash]:
    """Give the parts that are larger than their whole, or do not make it up."""
    forms = _forms(page.lexicons)
    for line, at in page.pairs():
        first, second = line.mentions[at], line.mentions[at + 1]
        gap = page.between(first, second)
        if isinstance(first.value, Quantity):
            if forms.among.fullmatch(gap):
                yield from _among(first, first.value, _parts(first.value, line, at + 1, page, forms), line, page, forms)
            elif forms.listed.fullmatch(gap):
                parts = _parts(first.value, line, at + 1, page, forms)
                told = gap.strip(" :(")
                if _closed(parts, gap, line, page) and not (told and any(is_outcome(part, page.lexicons) for _, part in parts)):
                    yield from _summed(first, first.value, parts)
        made = forms.total.match(page.folded, first.end, second.end)
        whole = made is not None and made.end() >= second.start and not forms.unless.match(page.after(second, line))
        if isinstance(second.value, Quantity) and whole:
            yield from _made_up(second, second.value, line, at, page, forms)


def _parts(whole: Quantity, line: Line, first: int, page: Page, forms: Forms) -> list[Part]:
    """Give the figures of a list, as far as they are of the same sort as the whole."""
    parts: list[Part] = []
    for at in range(first, len(line.mentions)):
        mention = line.mentions[at]
        joined = not parts or forms.joined.fullmatch(page.between(parts[-1][0], mention))
        if not joined or not isinstance(mention.value, Quantity) or not alike(whole, mention, page.after(mention, line), page.lexicons):
            break
        parts.append((mention, mention.value))
    return parts


def _among(whole: Mention, value: Quantity, parts: Sequence[Part], line: Line, page: Page, forms: Forms) -> Iterator[Clash]:
    if is_currency(value.unit) and forms.balance.search(page.before(whole, line)):
        return
    for mention, part in parts[:1]:  # what follows may be of something else: "six injured, two of them officers, 16 arrested"
        if _above(part, value):
            facts = (("part", part), ("whole", value))
            yield Clash("parts", Side(value, (whole,)), Side(part, (mention,)), "part", facts, LARGER)
            return
    if any(len(_sides(parts, page, family)) == len(parts) for family in forms.exclusive) and len(parts) > 1:
        total = _sum(parts, value)
        if total and _above(total, value):
            yield _clash(whole, value, parts, total, "parts-over")


def _summed(whole: Mention, value: Quantity, parts: Sequence[Part]) -> Iterator[Clash]:
    total = _sum(parts, value)
    if total and _exact(value) and (_above(total, value) or _above(value, total)):
        yield _clash(whole, value, parts, total, "parts")


def _made_up(whole: Mention, value: Quantity, line: Line, last: int, page: Page, forms: Forms) -> Iterator[Clash]:
    """Hold a whole against the figures listed before it; where one may be told in words alone, only against a sum above it."""
    parts: list[Part] = []
    for at in range(last, -1, -1):
        mention = line.mentions[at]
        joined = not parts or forms.joined.fullmatch(page.between(mention, parts[0][0]))
        if not joined or not isinstance(mention.value, Quantity) or not alike(value, mention, page.after(mention, line), page.lexicons):
            break
        parts.insert(0, (mention, mention.value))
    total = _sum(parts, value) if len(parts) > 1 else None
    if total is None or not _exact(value):
        return
    lone = forms.one.search(page.before(parts[0][0], line))
    if _above(total, value) or (_above(value, total) and not lone):
        yield _clash(whole, value, parts, total, "parts")


def _clash(whole: Mention, value: Quantity, parts: Sequence[Part], total: Quantity, reason: str) -> Clash:
    terms = " + ".join(f"{part.low:f}" for _, part in parts)
    facts = (("terms", terms), ("total", total), ("whole", value))
    return Clash("parts", Side(value, (whole,)), Side(total, tuple(mention for mention, _ in parts)), reason, facts, SUMMED)


def _sides(parts: Sequence[Part], page: Page, family: dict[str, int]) -> set[int]:
    """Give the sides of a family that parts stand on, by the word behind each number."""
    found = set()
    for mention, _ in parts:
        words = re.findall(r"[^\W\d][\w-]*", page.folded[mention.start : mention.end + 30])
        found |= {family[word] for word in words[:1] if word in family}
    return found


def _closed(parts: Sequence[Part], gap: str, line: Line, page: Page) -> bool:
    """Whether a list is all there is: two items at least, up to its bracket or the end of its sentence."""
    if len(parts) < 2:
        return False
    rest = page.folded[parts[-1][0].end : line.sentence.end].strip()
    return rest.startswith(")") if gap.endswith("(") else rest in ("", ".")


def _sum(parts: Sequence[Part], whole: Quantity) -> Quantity | None:
    """Add exact figures up; none where one is no plain number."""
    numbers = [part.low for _, part in parts if part.low is not None and _exact(part)]
    if len(numbers) < len(parts):
        return None
    total = sum(numbers[1:], numbers[0])
    return Quantity(
        total, total, unit=whole.unit, per=whole.per, precision=max((part.precision for _, part in parts if part.precision), default=None)
    )


def _exact(value: Quantity) -> bool:
    """Whether a figure is a plain number."""
    return value.low is not None and value.low == value.high and not value.approximate


def _above(a: Quantity, b: Quantity) -> bool:
    """Whether one figure is surely larger than another."""
    mine, theirs = extent(a), extent(b)
    if mine.low is None or theirs.high is None:
        return False
    return mine.low - mine.slack > theirs.high + theirs.slack
