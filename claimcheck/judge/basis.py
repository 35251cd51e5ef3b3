"""Two quantities brought to one basis: unit, period, currency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.judge.extent import Extent, extent
from claimcheck.judge.outcome import Ground
from claimcheck.model import Quantity
from claimcheck.ruleset.lexicon import default_root, read_yaml

YEARS_LOW, YEARS_HIGH = Decimal(1), Decimal(10)
"""How many years a total of unknown length may cover, when held against an amount per year."""
COARSER = Decimal("0.25")
"""Most of a value that rounding to a coarser unit may hide: "two years" for 26 months."""
_MONTHS = {"year": Decimal(12), "quarter": Decimal(3), "month": Decimal(1), "week": Decimal(12) / 52}
LOOSE_WEEK = Decimal("0.01")
"""A year has 52 weeks and a day: by how much a sum per week is widened."""
_DAYS = {"week": Decimal(7), "day": Decimal(1), "hour": Decimal(1) / 24}
_ISO_LETTERS = 3


class Scale(NamedTuple):
    """A family of units and a unit's factor in it."""

    family: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Brought:
    """Two extents on one scale, with what was done to bring them there."""

    a: Extent
    b: Extent
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rates:
    """Reference rates: units of a currency for one euro, by year."""

    tolerance: Decimal
    years: dict[int, dict[str, Decimal]]
    fixed: dict[str, Decimal]
    namesakes: dict[str, list[str]]
    """Currencies that an amount may be meant in beside the one that was read: "dollars" in Canada."""

    def euro(self, currency: str, when: date | None) -> tuple[Decimal, int] | None:
        """Give how many units make a euro, and for what year; of years not known the nearest serves."""
        known = sorted(year for year, row in self.years.items() if currency in row or currency in self.fixed)
        if not known:
            return None
        year = known[-1] if when is None else min(known, key=lambda candidate: (abs(candidate - when.year), candidate))
        return self.fixed.get(currency) or self.years[year][currency], year


@cache
def units(root: Path | None = None) -> dict[str, Scale]:
    """Read `units.yaml`: symbol → family and factor."""
    table = read_yaml((root or default_root()) / "units.yaml")
    found = {unit: Scale(family, Decimal(factor)) for family, row in table.items() if family != "loose" for unit, factor in row.items()}
    return found | {f"loose:{unit}": Scale("time", Decimal(factor)) for unit, factor in table["loose"].items()}


@cache
def rates(root: Path | None = None) -> Rates:
    """Read `rates.yaml`."""
    table = read_yaml((root or default_root()) / "rates.yaml")
    years = {int(year): {code: Decimal(rate) for code, rate in row.items()} for year, row in table["years"].items()}
    fixed = {code: Decimal(rate) for code, rate in table["fixed"].items()}
    return Rates(Decimal(table["tolerance"]), years, fixed, table["namesakes"])


@cache
def scale(unit: str | None, root: Path | None = None) -> Scale:
    """Tell the family of a unit; counted nouns are one family, since one topic counts one thing."""
    if unit in {"%", "point", "times", "ordinal"}:
        return Scale(str(unit), Decimal(1))
    if unit and unit in units(root):
        return units(root)[unit]
    if is_currency(unit):
        return Scale(f"money {unit}", Decimal(1))
    return Scale("count", Decimal(1))


def is_currency(unit: str | None) -> bool:
    """Whether a unit is an ISO 4217 code by its form."""
    return unit is not None and len(unit) == _ISO_LETTERS and unit.isascii() and unit.isalpha() and unit.isupper()


def bring(a: Quantity, b: Quantity, ground: Ground) -> Brought | str:
    """Bring two quantities to one unit, period and currency; the key of the reason where that cannot be done."""
    left, right = scale(a.unit, ground.root), scale(b.unit, ground.root)
    first, second = extent(a).scaled(left.factor), extent(b).scaled(right.factor)
    brought: Brought | str
    if left.family == right.family:
        brought = Brought(first, second) if left.factor == right.factor else _coarser(first, second, left, right)
    elif {left.family, right.family} == {"time", "calendar"}:
        month = units(ground.root)["loose:month"].factor
        first = first.scaled(month) if left.family == "calendar" else first
        second = second.scaled(month) if right.family == "calendar" else second
        brought = _coarser(first, second, left, right)
    elif left.family.startswith("money") and right.family.startswith("money"):
        brought = _exchange(first, second, str(a.unit), str(b.unit), ground)
    else:
        return "units"
    return brought if isinstance(brought, str) else _periods(brought, a, b, ground)


def _coarser(first: Extent, second: Extent, left: Scale, right: Scale) -> Brought:
    note = (("converted", ""),)
    if left.family == right.family and left.factor == right.factor:
        return Brought(first, second, note)

    def rounded(value: Extent) -> Extent:
        return value.widened(min(value.slack / abs(value.nominal), COARSER)) if value.nominal else value

    return Brought(rounded(first), rounded(second), note)


def _exchange(first: Extent, second: Extent, unit: str, other: str, ground: Ground) -> Brought | str:
    table = rates(ground.root)
    mine, theirs = table.euro(unit, ground.when), table.euro(other, ground.when)
    if mine is None or theirs is None:
        return "currency"
    year = str(min(mine[1], theirs[1]) if {unit, other} & table.fixed.keys() == set() else (theirs[1] if unit in table.fixed else mine[1]))
    margin = table.tolerance * ground.tolerance
    a, b = (value.scaled(1 / rate).widened(margin) for value, rate in ((first, mine[0]), (second, theirs[0])))
    return Brought(a, b, (("exchanged", year),))


def _ratio(per: str | None, other: str | None) -> Decimal | None:
    if per == other:
        return Decimal(1)
    for table in (_MONTHS, _DAYS):
        if per in table and other in table:
            return table[str(other)] / table[str(per)]
    return None


def _years(value: Quantity | None) -> tuple[Decimal, Decimal] | None:
    if value is None or value.low is None or value.high is None or value.unit not in _MONTHS:
        return None
    months = _MONTHS[value.unit]
    return value.low * months / 12, value.high * months / 12


def _periods(brought: Brought, a: Quantity, b: Quantity, ground: Ground) -> Brought | str:
    """Bring amounts per year and totals together."""
    if a.per == b.per:
        if a.over == b.over or a.over is None or b.over is None or a.over.approximate or b.over.approximate:
            return brought
        mine, theirs = _years(a.over), _years(b.over)
        return brought if mine and theirs and mine == theirs else "over"
    if a.per and b.per:
        ratio = _ratio(a.per, b.per)
        if ratio is None:
            return "period"
        first = brought.a.widened(LOOSE_WEEK) if "week" in (a.per, b.per) else brought.a
        return Brought(first.scaled(ratio), brought.b, (*brought.notes, ("converted", "")))
    if (a.per or b.per) not in _MONTHS:
        return "period"
    yearly, total = (a, b) if a.per else (b, a)
    factor = 12 / _MONTHS[str(yearly.per)]
    span = _years(total.over) or _years(yearly.over)
    low, high = span or (YEARS_LOW, YEARS_HIGH * ground.tolerance)
    note = ("scaled", f"{low:f}–{high:f}" if low != high else f"{low:f}") if span else ("scaled-unknown", f"{YEARS_LOW:f}–{YEARS_HIGH:f}")
    if a.per:
        return Brought(brought.a.scaled(factor * low, factor * high), brought.b, (*brought.notes, note))
    return Brought(brought.a, brought.b.scaled(factor * low, factor * high), (*brought.notes, note))
