"""Numbers, money, shares, durations, measures, counts and dates of a text."""

from __future__ import annotations

from datetime import date
from functools import cache

from claimcheck.extract.values.reader import AMERICAN, ValueReader
from claimcheck.model import Mention
from claimcheck.ruleset import lexicons

__all__ = ["AMERICAN", "ValueReader", "read_values"]


@cache
def _reader(language: str) -> ValueReader:
    return ValueReader(lexicons(language))


def read_values(text: str, *, language: str, published: date | None = None) -> tuple[Mention, ...]:
    """Read every quantity and date of a text, sorted, never overlapping, each quoting its stretch.

    A language may name its country: in `en-US`, as in American dates of figures, the month comes first.
    """
    code, _, region = language.replace("_", "-").partition("-")
    return _reader(code.lower()).read(text, published=published, american=region.upper() == AMERICAN)
