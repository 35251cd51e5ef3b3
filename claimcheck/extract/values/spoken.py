"""Number words added up, one word at a time, by the rules that `lexicon/numbers` states for a language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, NamedTuple

Sort = Literal["article", "small", "hundred", "magnitude", "collective"]
_SORTS: tuple[tuple[str, Sort], ...] = (
    ("articles", "article"),
    ("small", "small"),
    ("hundreds", "hundred"),
    ("magnitudes", "magnitude"),
    ("collectives", "collective"),
)


class Word(NamedTuple):
    """One number word."""

    sort: Sort
    value: Decimal
    alone: bool = True
    """Whether it is a number without another one before it."""
    inside: bool = True
    """Whether it may follow other number words."""


class Grammar:
    """Which number words may follow which."""

    def __init__(self, table: dict[str, Any]) -> None:
        alone, inside = frozenset(table["alone"]), frozenset(table["inside"])
        self.words = {
            key.replace("-", " "): Word(
                sort,
                Decimal(value),
                alone=sort in ("article", "small", "collective") or key in alone,
                inside=sort != "article" or key in inside,
            )
            for name, sort in _SORTS
            for key, value in table[name].items()
        }
        self.room = {Decimal(value): (Decimal(least), Decimal(most)) for value, (least, most) in table["room"].items()}
        self.joined = frozenset(Decimal(value) for value in table["joined"])
        self.joins = frozenset(Decimal(value) for value in table["joins"])
        self.hundred_of: tuple[int, int] = tuple(table["hundred_of"])

    def fits(self, last: Decimal | None, value: Decimal) -> bool:
        """Tell whether a small number may follow the last word."""
        if last is None:
            return False
        if last >= 100:
            return value < 100
        room = self.room.get(last)
        return room is not None and room[0] <= value <= room[1]


class Sum(NamedTuple):
    """What the words so far amount to."""

    total: Decimal = Decimal(0)
    """Everything up to the last magnitude."""
    current: Decimal | None = None
    """The group that no magnitude has closed yet."""
    last: Decimal | None = None
    """Value of the last word; none after decimals."""
    lowest: Decimal | None = None
    """The smallest magnitude so far."""
    empty: bool = True
    rough: bool = False
    figures: bool = False
    """Whether figures opened it: in "96 millions un an plus tôt" no small number belongs to the magnitude."""

    @property
    def value(self) -> Decimal:
        """The number."""
        return self.total + (self.current or Decimal(0))

    def add(self, word: Word, grammar: Grammar, *, joined: bool = False) -> Sum | None:
        """Add a word, `joined` when an *and* stood before it; none where it cannot follow."""
        if joined and not (self.last in grammar.joined and (not grammar.joins or word.value in grammar.joins)):
            return None
        if self.empty:
            return self._open(word)
        if not word.inside:
            return None
        value = word.value
        if word.sort in ("article", "small"):
            if self.figures or not grammar.fits(self.last, value):
                return None
            return self._replace(current=(self.current or Decimal(0)) + value, last=value)
        if word.sort == "hundred":
            return self._hundred(word, grammar)
        if word.sort == "collective":
            if self.total or self.current is None or self.current >= 100:
                return None
            return self._replace(current=self.current * value, last=None, rough=True)
        return self._magnitude(word)

    def times(self, word: Word) -> Sum:
        """Multiply everything so far: *une dizaine de* milliers."""
        return self._replace(total=self.value * word.value, current=None, last=None, lowest=word.value)

    def _open(self, word: Word) -> Sum | None:
        if not word.alone:
            return None
        value, rough = word.value, word.sort == "collective"
        if word.sort == "magnitude":
            return Sum(total=value, last=value, lowest=value, empty=False)
        return Sum(current=value, last=None if rough else value, empty=False, rough=rough)

    def _hundred(self, word: Word, grammar: Grammar) -> Sum | None:
        if self.current is None:
            return self._replace(current=word.value, last=word.value) if word.alone and self.last else None
        least, most = grammar.hundred_of
        if not least <= self.current <= most:
            return None
        return self._replace(current=self.current * word.value, last=word.value)

    def _magnitude(self, word: Word) -> Sum | None:
        value = word.value
        if self.lowest is None or value < self.lowest:
            if self.current is None and not word.alone:
                return None
            group = Decimal(1) if self.current is None else self.current
            return self._replace(total=self.total + group * value, current=None, last=value, lowest=value)
        if value == self.lowest:
            return None
        return self._replace(total=self.value * value, current=None, last=value, lowest=value)
