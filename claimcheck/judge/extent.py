"""A quantity as the comparator sees it: its interval, how it was worded, and how far its rounding reaches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from claimcheck.model import Quantity

Form = Literal["exact", "about", "near", "bound", "magnitude", "range"]

ABOUT = Decimal("0.10")
"""What an approximation word grants on each side when the reading itself holds one number."""
ROUND_SHARE = Decimal("0.05")
"""The most that trailing zeros can stand for, as a share of the value: 500 may be 511, but 2 600 is not 2 700."""
PLAIN = Decimal(100)
"""Below it an integer is taken at its word: 20 dead are not 21."""
NEAR = Decimal("0.8")
MAGNITUDE = 2
"""An approximate interval whose ends lie further apart than this factor names an order of magnitude."""
SEVERAL = (2, 10)
"""The interval of "several", whose upper end nobody means: several injured may be fifty."""
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Extent:
    """An interval on the scale of a comparison."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    form: Form
    nominal: Decimal
    """The number that was named: the bound, the rounded centre, the value itself; of a range its middle."""
    slack: Decimal
    """Half the width that the wording's rounding stands for."""

    def scaled(self, low: Decimal, high: Decimal | None = None) -> Extent:
        """Multiply by a factor, or by anything between two factors."""
        high = low if high is None else high
        if low == high == 1:
            return self
        factors = (low, high)
        lowest = None if self.low is None else min(self.low * factor for factor in factors)
        highest = None if self.high is None else max(self.high * factor for factor in factors)
        form = self.form if low == high or self.form in {"bound", "magnitude"} else "range"
        return replace(self, low=lowest, high=highest, form=form, nominal=self.nominal * low, slack=self.slack * low)

    def widened(self, share: Decimal) -> Extent:
        """Grant a share of each end as further slack."""
        return replace(self, slack=max(self.slack, abs(self.nominal) * share))

    def meets(self, other: Extent, slack: Decimal = Decimal(0)) -> bool:
        """Whether two intervals meet once their rounding, and some more slack, is granted."""
        reach = self.slack + other.slack + slack
        below = self.low is None or other.high is None or self.low <= other.high + reach
        return below and (other.low is None or self.high is None or other.low <= self.high + reach)


@lru_cache(maxsize=8192)
def extent(value: Quantity) -> Extent:
    """Read the wording of a quantity off its interval."""
    low, high = value.low, value.high
    if low is None or high is None:
        nominal = low if low is not None else high
        if nominal is None:
            return Extent(None, None, low_open=True, high_open=True, form="bound", nominal=Decimal(0), slack=Decimal(0))
        return Extent(low, high, value.low_open, value.high_open, "bound", nominal, slack(nominal, value))
    if low == high:
        if not value.approximate:
            return Extent(low, high, low_open=False, high_open=False, form="exact", nominal=low, slack=slack(low, value))
        margin = abs(low) * ABOUT
        return Extent(low - margin, high + margin, low_open=False, high_open=False, form="about", nominal=low, slack=abs(low) * ROUND_SHARE)
    if value.high_open and not value.low_open and low >= high * NEAR > 0:
        return Extent(low, high, low_open=False, high_open=True, form="near", nominal=high, slack=slack(high, value))
    middle = (low + high) / 2
    if not value.approximate:
        return Extent(low, high, value.low_open, value.high_open, "range", middle, max(slack(low, value), slack(high, value)))
    if value.high_open and low == SEVERAL[0] and high == SEVERAL[1]:
        return Extent(low, None, low_open=False, high_open=True, form="bound", nominal=low, slack=Decimal(0))
    if low <= 0 or high > low * MAGNITUDE or (value.high_open and not value.low_open):
        return Extent(low, high, value.low_open, value.high_open, "magnitude", middle, Decimal(0))
    return Extent(low, high, value.low_open, value.high_open, "about", middle, abs(middle) * ROUND_SHARE)


def slack(number: Decimal, value: Quantity) -> Decimal:
    """Give half the weight of the last digit that the wording vouches for."""
    size = abs(number)
    if not size.is_finite() or size == 0:
        return Decimal(0)
    precision = value.precision
    if value.unit == "%" and precision is None:
        return max(_HALF, size * ROUND_SHARE) if size > 1 else size * ROUND_SHARE
    if size < PLAIN or value.unit in {"%", "point", "ordinal"}:
        return min(precision, Decimal(1)) / 2 if precision is not None and precision > 0 else _last_digit(size)
    weight = max(precision or Decimal(0), _trailing(size))
    return min(weight / 2, size * ROUND_SHARE)


def _last_digit(size: Decimal) -> Decimal:
    exponent = size.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0)) / 2


def _trailing(size: Decimal) -> Decimal:
    exponent = size.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))
