"""What stands after the number: a share, a currency, a measure, a duration, with the period or head it is counted by."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from claimcheck.extract.values.phrases import PHRASE_END, Phrases, plain_key, with_plurals
from claimcheck.extract.values.trie import trie
from claimcheck.ruleset import Lexicons

Sort = Literal["share", "times", "duration", "measure", "money", "minor"]

DEGREES = re.compile(r"(?:[.,]\d|\d\d)$")
"""A capital after two figures or a decimal tells a temperature ("38C", "1.5C"); after one figure it may name a seat or a flat."""
YEAR = r"(?:19|20)\d\d(?!\d)"
"""Regex source of a year: "£5m a year from 2027" is counted by the year all the same."""
ODD = 24
"""A text of so few characters may be a number put as no sentence would put it."""

SCALES: dict[str, dict[str, Decimal]] = {
    "length": {
        unit: Decimal(size)
        for unit, size in {
            "km": "1000", "hm": "100", "dam": "10", "m": "1", "dm": "0.1", "cm": "0.01", "mm": "0.001",
            "mi": "1609.344", "yd": "0.9144", "ft": "0.3048", "in": "0.0254",
        }.items()
    },
    "weight": {"t": Decimal(1000), "kg": Decimal(1), "g": Decimal("0.001"), "lb": Decimal("0.45359237"), "oz": Decimal("0.028349523125")},
    "months": {"year": Decimal(12), "half-year": Decimal(6), "quarter": Decimal(3), "month": Decimal(1)},
    "time": {
        "year": Decimal(31536000), "week": Decimal(604800), "day": Decimal(86400), "hour": Decimal(3600), "minute": Decimal(60),
        "second": Decimal(1),
    },
}  # fmt: skip
"""How units of one family add up ("2 h 45", "7 feet 10 inches"); a year has 365 days only beside days and hours."""

FINER = {
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""What half a unit is told in."""


class Unit(NamedTuple):
    """A unit `[start, end)`."""

    start: int
    end: int
    sort: Sort
    name: str | None
    """The unit; none for hundredths of a currency that is not named."""
    step: str
    written: str


class UnitReader:
    """Reads the units of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._language = lexicons.language
        units: dict[str, Any] = lexicons.get("units")
        currencies: dict[str, Any] = lexicons.get("currencies")
        periods: dict[str, Any] = lexicons.get("periods")
        table: dict[str, tuple[Sort, str | None, str]] = {}
        sections: tuple[tuple[str, Sort], ...] = (("measures", "measure"), ("durations", "duration"), ("shares", "share"))
        for name, words in currencies["names"].items():
            for word in words:
                for form in with_plurals(word):
                    table.setdefault(form, ("money", name, "currencies"))
        for section, sort in sections:
            for name, words in units[section].items():
                for word in words:
                    for form in with_plurals(word):
                        table[form] = (sort, name, "units")
        for word in units["times"]:
            table[word] = ("times", "times", "units")
        for word, currency in currencies["minor"]["words"].items():
            table[word] = ("minor", currency, "currencies")
        for sign, name in currencies["signs"].items():
            table[sign] = ("money", name, "currencies")
        self.codes = frozenset(code.lower() for code in currencies["codes"])
        for code in self.codes:
            table.setdefault(code, ("money", code.upper(), "currencies"))
        self._table = table
        self._doubtful: dict[str, int] = currencies["doubtful"]
        of, between = trie(units["of"]), trie(units["between"])
        gap = rf"(?:\s-\s|[\s-])?(?:(?:{of})(?:\s|(?<=')))?(?:(?:{between})\s){{0,2}}"
        words = trie(table, space=r"[\s-]")
        self._unit = re.compile(rf"{gap}((?:{words}){PHRASE_END})")
        self._glued = re.compile(rf"\s?({trie(units['glued'])})(?=\d\d(?!\d))")
        self._lowercase = frozenset(units["lowercase"])
        self._lonely = frozenset(units["lonely"])
        self._capitals: dict[str, str] = units["capitals"]
        self.countable = [
            form
            for form, (sort, _, _) in table.items()
            if len(form) > 2
            and form[-1].isalpha()
            and "$" not in form
            and form not in self.codes
            and sort in ("money", "measure", "duration")
            and not form.endswith("s")
        ] + units["countable"]
        """Units that an article may count: "un mois", "a dollar"."""
        self._follows = re.compile(r"\s\w|'")
        self.before: dict[str, str] = {**currencies["signs"], **{code: code.upper() for code in self.codes}}
        for name in currencies["prefix"]:
            for form in with_plurals(name):
                self.before[form] = table[form][1] or ""
        self.sign = re.compile(rf"({trie(self.before)})\s?(?=[.,]?\d)")
        """A currency before its number."""
        qualifiers = trie(units["qualifiers"])
        before = rf"(?:\s(?:{qualifiers})(?!\w)){{0,2}}(?:\s|-|(?=/))"
        per = {phrase: name for name, phrases in periods["per"].items() for phrase in phrases}
        price = {phrase: name for name, phrases in periods["price"].items() for phrase in phrases}
        self._per = Phrases(per, before=before, space=r"[\s-]")
        self._price = Phrases({**per, **price}, before=before, space=r"[\s-]")
        self._final = re.compile(rf"[\s-](?:{trie(periods['final'])})\s[^\W\d_]")
        still = rf"(?!\s(?:{YEAR}|(?:{trie(periods['not_dated'])})(?!\w)))"
        self._dated = re.compile(rf"\s?(?:{trie(periods['not_before'])})(?!\w){still}")
        self._sure_period = re.compile(rf"(?<!\w)(?:{trie(periods['sure'])})(?!\w)|/")
        self._substance = re.compile(rf"\s(?:{of})\s?[^\W\d_][\w-]*(?:\s[^\W\d_][\w-]*)?")
        self._stuff = re.compile(rf"\s(?:{of})\s?[^\W\d_][\w-]*")
        over, articles = trie(periods["over"]), trie(periods["over_articles"])
        self.over_far = re.compile(rf"(?:\s[^\W\d_][\w'-]*){{1,4}}?(?=\s(?:{over})\s)")
        self.over = re.compile(rf"\s(?:{over})\s(?:(?:{articles})\s)?(?=[\w])")
        joined = trie(units["joined"])
        self.joint = re.compile(rf"(?:\s?(?:{joined}))?\s?(?=[\w])")
        self.half = Phrases({word: Decimal("0.5") for word in units["tenths"]} | _decimals(units["quarters"]), before=r"[\s-]")
        """Halves and quarters after the unit: "une heure et demie"."""
        self.marks = {mark: name for name, marks in units["marks"].items() for mark in marks}
        self._feet = re.compile(r"'(?=\d{1,2}(?:\"|''))")
        self._marks_of_length: dict[str, str] = units["marks_of_length"]
        self._lasting = re.compile(rf"(?<!\w)(?:{trie(units['lasting'])})\s(?:[^\W\d_]+\s){{0,2}}$")
        self._mark = re.compile(f"({trie(self.marks)})")

    def read(self, text: str, folded: str, position: int) -> Unit | None:
        """Read the unit after a number's end."""
        found = self._unit.match(folded, position) or self._glued.match(folded, position)
        if not found:
            return None
        word = plain_key(found[1])
        word = word if word in self._table else word.replace("-", " ")
        sort, name, lexicon = self._table[word]
        start, end = found.span(1)
        if word in self._capitals and text[start:end] == word.upper():
            if start > position or not DEGREES.search(text, max(0, start - 5), start):
                return None
            name = self._capitals[word]
            return Unit(start, end, "measure", name, f"{text[start:end]} → {name} · {self._language}/lexicon/units", word)
        if word in self._lonely and start > position and self._follows.match(folded, end):
            return None
        if word in self._lowercase and text[start:end] != word:
            return None
        if sort == "money" and word in self.codes and text[start:end] != word.upper() and word not in ("eur", "usd"):
            return None
        return Unit(start, end, sort, name, f"{word} → {name or sort} · {self._language}/lexicon/{lexicon}", word)

    def doubts(self, unit: Unit, low: Decimal, folded: str) -> bool:
        """Tell whether so few of a currency are rather things of the same name: "trois livres", in a text that says more."""
        return low < self._doubtful.get(unit.written, 0) and len(folded) > ODD

    def lasts(self, folded: str, position: int) -> bool:
        """Tell whether the words before a place speak of how long something takes."""
        return self._lasting.search(folded, max(0, position - 40), position) is not None

    def read_mark(self, folded: str, position: int, *, after: str | None = None) -> Unit | None:
        """Read a prime or quotation mark that stands for seconds, minutes, feet or inches; `after` is the unit before."""
        found = self._mark.match(folded, position)
        if not found:
            return None
        name = self.marks[found[1]]
        if self._feet.match(folded, position):
            name = self._marks_of_length.get(found[1], name)
        if after in SCALES["length"]:
            name = self._marks_of_length.get(found[1], name)
        return Unit(position, found.end(), "measure" if name == "in" else "duration", name, f"{found[1]} → {name} · units", found[1])

    def read_per(self, folded: str, position: int, sort: str | None) -> tuple[int, str] | None:
        """Read the period or head after an amount, past "nets" or, after a measure, "d'eau": (end, name)."""
        table = self._price if sort in ("money", "minor") else self._per
        found = table.match(folded, position)
        if not found and sort == "measure":
            for stuff in (self._stuff, self._substance):
                passed = stuff.match(folded, position)
                found = found or (table.match(folded, passed.end()) if passed else None)
        if not found or self._final.match(folded, position):
            return None
        dated = self._dated.match(folded, found[0]) and not self._sure_period.search(folded, position, found[0])
        return None if dated else found


def _decimals(table: dict[str, Any]) -> dict[str, Decimal]:
    return {key: Decimal(str(value)) for key, value in table.items()}


def family(first: str, second: str) -> dict[str, Decimal] | None:
    """Give the family in which two units add up, the second being the finer; none where they do not."""
    for scale in SCALES.values():
        if first in scale and second in scale and scale[first] > scale[second]:
            return scale
    return None
