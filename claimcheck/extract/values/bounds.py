"""Bounds: words around an amount that say more than, at least, nearly, about; and what they make of its interval."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from claimcheck.extract.values.heads import Head
from claimcheck.extract.values.phrases import Endings, Phrases, elided
from claimcheck.extract.values.trie import trie
from claimcheck.ruleset import Lexicons

Operator = Literal["over", "least", "under", "most", "near", "barely", "about", "exact"]

NEAR = Decimal("0.9")
"""*Nearly N* starts here, as a share of N (DESIGN §3)."""
ABOUT = Decimal("0.1")
"""*About N* reaches this far to either side, as a share of N (DESIGN §3)."""
ROUGH = Decimal("0.2")
"""*Une vingtaine* reaches this far to either side, as a share of N (DESIGN §3)."""

_SIGNS: dict[Operator, str] = {
    "over": "(N, ∞)",
    "least": "[N, ∞)",
    "under": "(−∞, N)",
    "most": "(−∞, N]",
    "near": "[0.9 N, N)",
    "barely": "[0.9 N, N]",
    "about": "N ± 10 %",
    "exact": "N",
}


class Interval(NamedTuple):
    """The ends of a quantity while it is being read."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    precision: Decimal | None = None


class Bound(NamedTuple):
    """A bound, with where its words end on the far side from the amount."""

    edge: int
    operator: Operator
    step: str
    clock: bool = False
    """Whether before an hour it tells a time of day."""


class BoundReader:
    """Reads the bounds of one language on both sides of an amount."""

    def __init__(self, lexicons: Lexicons) -> None:
        table: dict[str, Any] = lexicons.get("bounds")
        numbers: dict[str, Any] = lexicons.get("numbers")
        elisions = table["elisions"]
        before = {form: operator for operator, phrases in table["before"].items() for form in elided(phrases, elisions)}
        after = {phrase: operator for operator, phrases in table["after"].items() for phrase in phrases}
        self._clock = frozenset(table["clock"])
        self._source = f"{lexicons.language}/lexicon/bounds"
        between = [*table["articles"], *table["adverbs"], *(f"{adverb} {one}" for adverb in table["adverbs"] for one in table["articles"])]
        self._before: Endings[Operator] = Endings(before, between)
        self._after: Phrases[Operator] = Phrases(after, before=r"[\s-]\(?")
        self.between = Endings(dict.fromkeys(table["between"], True), table["articles"])
        self.origin = Endings(dict.fromkeys(table["from"], True), table["articles"])
        amounts: dict[str, Any] = lexicons.get("amounts")
        self.aged = Endings(dict.fromkeys(amounts["aged"], True))
        age = rf"(?:\d{{1,3}}|{trie(numbers['small'])})(?:,\s|\s(?:{trie(numbers['and'])})\s)"
        self.aged_too = re.compile(rf"(?<!\w)(?:{trie(amounts['aged'])})\s(?:{age}){{1,4}}$")
        """The ages before another one: "aged 12 and 14"."""
        self.negative = Endings(dict.fromkeys(numbers["negative"], True))
        self.joins = frozenset(numbers["and"])
        words = [word for word in table["range"] if word[0].isalpha()]
        self.link = re.compile(rf"\s(?:{trie(words)})\s|-(?:{trie(words)})-|\s?[-–—]\s?")
        self._change = re.compile(rf"(?<!\w)(?:{trie(table['changes'])})(?!\w)")

    def before(self, folded: str, position: int) -> Bound | None:
        """Read the bound that ends before an amount."""
        found = self._before.match(folded, position)
        return self._bound(folded[found[0] : position], found) if found else None

    def after(self, folded: str, position: int) -> Bound | None:
        """Read the bound that follows an amount."""
        found = self._after.match(folded, position) if folded[position : position + 1] in (" ", "-", "\n") else None
        return self._bound(folded[position : found[0]], found) if found else None

    def changes(self, folded: str, position: int, *, window: int = 60) -> bool:
        """Tell whether a verb of change stands in the clause before a place."""
        clause = re.split(r"[.;:!?]", folded[max(0, position - window) : position])[-1]
        return self._change.search(clause) is not None

    def _bound(self, words: str, found: tuple[int, Operator]) -> Bound:
        edge, operator = found
        step = f"{words.strip()} → {_SIGNS[operator]} · {self._source}"
        return Bound(edge, operator, step, words.strip() in self._clock)


def interval(head: Head, high: Decimal | None = None) -> Interval:
    """Give the interval that a head, or a range of two heads, stands for without any bound."""
    if high is not None:
        return Interval(head.low, high)
    if head.kind in ("vague", "several"):
        return Interval(head.low, head.high, high_open=not head.exact, approximate=True)
    if head.low != head.high:
        return Interval(head.low, head.high, approximate=head.kind == "vague")
    if head.rough:
        return Interval(head.low * (1 - ROUGH), head.low * (1 + ROUGH), approximate=True)
    return Interval(head.low, head.low, precision=head.weight)


def bounded(quantity: Interval, operator: Operator, head: Head) -> Interval:
    """Give the interval once a bound is applied; ranges and orders of magnitude keep their ends."""
    single = head.low == head.high and (quantity.low == quantity.high or head.rough)
    low, high = (head.low, head.high) if single else (quantity.low, quantity.high)
    if low is None or high is None or operator == "exact":
        return quantity
    if operator == "over":
        return Interval(low, None, low_open=True)
    if operator == "least":
        return Interval(low, None)
    if operator == "under":
        return Interval(None, high, high_open=True)
    if operator == "most":
        edge = quantity.high if head.rough else high
        return Interval(None, edge, high_open=quantity.high_open, approximate=quantity.approximate)
    if not single:
        return Interval(low, high, quantity.low_open, quantity.high_open, approximate=True)
    if operator == "about":
        spread = ROUGH if head.rough else ABOUT
        low, high = sorted((low * (1 - spread), low * (1 + spread)))
        return Interval(low, high, approximate=True)
    low, high = sorted((low * NEAR, high))
    return Interval(low, high, high_open=operator == "near", approximate=True)
