"""A text that is nothing but a number, put as no sentence would put it: "single", "point 5", "1e10", "2,5^-1"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from claimcheck.extract.values.numerals import SLASH, Numerals
from claimcheck.ruleset import Lexicons

_POWER = re.compile(r"(\d{1,6}(?:[.,]\d{1,9})?)(?:e([+-]?\d{1,2})|\^\+?(-?\d{1,2}))")
_ABBREVIATED = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)( ?[a-z])")


class AloneReader:
    """Reads such numbers of one language."""

    def __init__(self, lexicons: Lexicons, numerals: Numerals) -> None:
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._numerals = numerals
        self._words = {word: Decimal(str(value)) for word, value in numbers["alone_words"].items()}
        self._skips = frozenset(lexicons.get("amounts")["skips"])
        self._point: bool = numbers["alone_point"]
        self._fraction: bool = numbers["alone_fraction"]
        self._letters = {letter: Decimal(scale) for letter, scale in numbers["abbreviations"]["alone"].items()}

    def read(self, folded: str) -> Decimal | None:
        """Read a folded text without its sign; none where it is no such number."""
        text = " ".join(folded.split())
        if text in self._skips:
            return None
        if text in self._words:
            return self._words[text]
        return self._spoken(text) or self._figures(text)

    def _spoken(self, text: str) -> Decimal | None:
        first, _, rest = text.partition(" ")
        if self._point and self._numerals.is_point(first) and rest.isdigit() and len(rest) < 10:
            return Decimal(f"0.{rest}")
        hundreds, tens = self._numerals.value(first), self._numerals.value(rest) if rest else None
        if self._point and hundreds and tens and not text[0].isdigit() and 1 <= hundreds <= 9 and 20 <= tens <= 99:
            return hundreds * 100 + tens
        return None

    def _figures(self, text: str) -> Decimal | None:
        slash = SLASH.fullmatch(text)
        if self._fraction and slash and 0 < int(slash[1]) < int(slash[2]):
            return Decimal(slash[1]) / Decimal(slash[2])
        power = _POWER.fullmatch(text)
        if power:
            base = self._numerals.number(power[1])
            return base.scaleb(int(power[2])) if power[2] else base ** int(power[3]) if base else None
        abbreviated = _ABBREVIATED.fullmatch(text)
        scale = self._letters.get(abbreviated[2]) if abbreviated else None
        return self._numerals.number(abbreviated[1]) * scale if abbreviated and scale else None
