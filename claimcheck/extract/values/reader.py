"""All values of a text: quantities and dates, one reading for each stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from claimcheck.extract.values.dates import DateReader
from claimcheck.extract.values.quantities import QuantityReader
from claimcheck.extract.values.reading import Reading
from claimcheck.extract.values.trie import trie
from claimcheck.model import DateValue, Mention, Quantity, Span
from claimcheck.model.fold import fold
from claimcheck.ruleset import Lexicons

AMERICAN = "US"
"""The country whose dates in figures put the month first."""
HUNDREDTH = Decimal("0.01")
PHRASE = 60
"""A text of one line and so few characters is a phrase, not an article: it is read whole, whatever its sentences."""
YEAR = 4
"""How many characters a year has, which may as well be a count."""


class ValueReader:
    """Reads the values of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._quantities = QuantityReader(lexicons)
        self._dates = DateReader(lexicons)
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._joint = re.compile(rf"(?:\s(?:{trie(numbers['and'])})\s|,\s|-)")

    def read(
        self, text: str, *, published: date | None = None, spans: Sequence[Span] | None = None, american: bool = False
    ) -> tuple[Mention, ...]:
        """Read a text, or the given stretches of it (sentences); sorted mentions that never overlap.

        `american` says that figures give the month first ("3/4/2025" is in March).
        """
        folded = fold(text)
        if len(text) <= PHRASE and "\n" not in text.strip():
            spans = None
        dates = list(self._dates.read(folded, published=published, spans=spans, text=text, american=american))
        # "Trois jours après la vente": where even the publication does not tell the day, the duration is what is sure.
        loose = [mention for mention in dates if published is not None and _open(mention)]
        kept = self._read(text, folded, spans, [mention for mention in dates if mention not in loose] if loose else dates)
        return fill(kept, loose) if loose else kept

    def _read(self, text: str, folded: str, spans: Sequence[Span] | None, dates: list[Mention]) -> tuple[Mention, ...]:
        """Read the quantities beside the dates."""
        taken = [mention.span for mention in dates if _firm(mention)]
        readings: list[tuple[int, Reading]] = []
        for start, end in [Span(0, len(text))] if spans is None else spans:
            if spans is None:
                readings = [(0, reading) for reading in self._quantities.read(text, folded, taken)]
            else:
                first, last = bisect_left(taken, (start,)), bisect_left(taken, (end,))
                inside = [Span(one.start - start, one.end - start) for one in taken[first:last]]
                readings.extend((start, reading) for reading in self._quantities.read(text[start:end], folded[start:end], inside))
        if not readings:
            return tuple(dates)
        quantities = [_mention(text, shift, reading) for shift, reading in with_cents(readings)]
        if not dates:
            return tuple(quantities)
        sure = [mention.span for mention, (_, reading) in zip(quantities, readings, strict=True) if reading.sure]
        hours = {mention.start for mention, (_, reading) in zip(quantities, readings, strict=True) if reading.quantity.unit == "hour"}
        dates = apart(dates, sure) if sure else dates
        starts = {mention.start for mention in dates}
        quantities = [mention for mention in quantities if not self._dated(folded, mention, starts)]
        return merge(quantities, dates, hours - {span.start for span in sure})

    def _dated(self, folded: str, mention: Mention, dates: set[int]) -> bool:
        """Tell whether a bare number is the first day of a list of dates ("les 12 et 13 juin")."""
        if not isinstance(mention.value, Quantity) or mention.value.unit is not None:
            return False
        joint = self._joint.match(folded, mention.end)
        return joint is not None and joint.end() in dates


def with_cents(readings: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """Tell hundredths by the currency, where the text has exactly one."""
    if not any(reading.minor for _, reading in readings):
        return readings
    units = {reading.quantity.unit for _, reading in readings if not reading.minor}
    currencies = [unit for unit in units if unit and len(unit) == 3 and unit.isascii() and unit.isupper()]
    if len(currencies) != 1:
        return readings
    told = []
    for shift, reading in readings:
        if reading.minor:
            quantity = scale_ends(reading.quantity, currencies[0])
            told.append((shift, reading._replace(quantity=quantity, steps=(*reading.steps, f"cent → {currencies[0]} of the text"))))
        else:
            told.append((shift, reading))
    return told


def scale_ends(quantity: Quantity, unit: str) -> Quantity:
    """Turn hundredths into a currency's whole units, keeping open ends."""
    low = None if quantity.low is None else quantity.low * HUNDREDTH
    high = None if quantity.high is None else quantity.high * HUNDREDTH
    precision = None if quantity.precision is None else quantity.precision * HUNDREDTH
    return replace(quantity, low=low, high=high, unit=unit, precision=precision)


def fill(kept: Sequence[Mention], loose: Sequence[Mention]) -> tuple[Mention, ...]:
    """Add the mentions that overlap none of those kept; both are sorted."""
    found = list(kept)
    for mention in loose:
        at = bisect_left(found, mention.start, key=lambda one: one.end)
        while at < len(found) and found[at].end == mention.start:
            at += 1
        if at == len(found) or found[at].start >= mention.end:
            found.insert(at, mention)
    return tuple(found)


def _firm(mention: Mention) -> bool:
    """Tell whether no quantity can begin inside a date: it is no time of day, and more than a bare year."""
    value = mention.value
    return mention.end - mention.start > YEAR and isinstance(value, DateValue) and not value.clock


def _open(mention: Mention) -> bool:
    """Tell whether nothing settles a date: of "trois jours après la vente" only the duration is sure."""
    return isinstance(mention.value, DateValue) and mention.value.start is None and mention.value.end is None


def apart(dates: Sequence[Mention], sure: Sequence[Span]) -> list[Mention]:
    """Leave out the dates that lie inside a stretch that is surely something else; both are sorted."""
    kept, index = [], 0
    for mention in dates:
        while index < len(sure) and sure[index].end <= mention.start:
            index += 1
        if index == len(sure) or not sure[index].contains(mention.span):
            kept.append(mention)
    return kept


def merge(quantities: Sequence[Mention], dates: Sequence[Mention], hours: AbstractSet[int]) -> tuple[Mention, ...]:
    """Choose between quantities and dates that overlap: what contains the other wins, a date where neither does.

    `hours` are the starts of quantities in hours that may as well be times of day: there the date wins.
    """
    kept: list[Mention] = []
    both = sorted([*quantities, *dates], key=lambda mention: (mention.start, -mention.end))
    for mention in both:
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
        elif _wins(mention, kept[-1]) or (isinstance(mention.value, DateValue) and mention.value.clock and kept[-1].start in hours):
            kept[-1] = mention
    return tuple(kept)


def _wins(later: Mention, earlier: Mention) -> bool:
    """Tell whether the mention that begins no earlier beats the one it overlaps."""
    if later.value.kind == earlier.value.kind:
        return later.end - later.start > earlier.end - earlier.start
    if later.start == earlier.start:
        return later.value.kind == "date" and later.end == earlier.end
    return later.value.kind == "date" and later.end > earlier.end


def _mention(text: str, shift: int, reading: Reading) -> Mention:
    start, end = shift + reading.start, shift + reading.end
    noun = text[shift + reading.noun[0] : shift + reading.noun[1]] if reading.noun else None
    steps = tuple(step for step in reading.steps if step)
    part = None
    if reading.part:
        last, count = shift + reading.part[0], reading.part[1]
        part = Mention(start, last, text[start:last], count, steps, noun)
    return Mention(start, end, text[start:end], reading.quantity, steps, noun, part)
