"""Over how long a sum or a count is spread: "1 350 postes en trois ans", *900 jobs by 2029*. As much a year would be another figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.scene import Scene
from claimcheck.model import Kind, Quantity

REACH = 3
"""Words between a figure and the time that it takes."""
LONG = frozenset({"year", "month"})
FEWEST = 2
"""Years from which on a date ahead says how long: "d'ici à 2029"."""


def spread(scene: Scene, ruler: Ruler, index: int, value: Quantity, kind: Kind, period: str | None) -> Quantity:
    """Give the value with the stretch that its sentence spreads it over, which is about as long as it says."""
    if not kind.act or value.per is not None or value.over is not None:
        return value
    stretch = _taken(scene, ruler, index) or _ahead(period)
    return replace(value, over=replace(stretch, approximate=True)) if stretch else value


def _taken(scene: Scene, ruler: Ruler, index: int) -> Quantity | None:
    behind = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
    if behind is None or not isinstance(behind.value, Quantity) or behind.value.unit not in LONG:
        return None
    start = ruler.span_of(index + 1)[0]
    near = start - ruler.span_of(index)[1] <= REACH and scene.is_role(start - 1, "within")
    return behind.value if near else None


def _ahead(period: str | None) -> Quantity | None:
    start, _, end = (period or "").partition("/")
    if not start or not end:
        return None
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    low = Decimal(days // 365)
    return Quantity(low, low + 1, unit="year") if low >= FEWEST else None
