"""What closes a quantity: sign, bounds, the period it is counted by, the stretch of time it is spread over."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from claimcheck.extract.values.bounds import BoundReader, Interval, bounded, interval
from claimcheck.extract.values.heads import Head, HeadReader
from claimcheck.extract.values.nouns import NounReader
from claimcheck.extract.values.parts import Tail
from claimcheck.extract.values.phrases import Endings
from claimcheck.extract.values.reading import Reading, Scene
from claimcheck.extract.values.trie import WORD_END, trie
from claimcheck.extract.values.units import UnitReader
from claimcheck.model import Quantity
from claimcheck.ruleset import Lexicons

HUNDREDTH = Decimal("0.01")


def scale_by(quantity: Interval, factor: Decimal) -> Interval:
    """Multiply a closed interval by a factor, which may be negative."""
    ends = sorted(end * factor for end in (quantity.low, quantity.high) if end is not None)
    precision = quantity.precision * abs(factor) if quantity.precision else None
    return Interval(ends[0], ends[-1], approximate=quantity.approximate, precision=precision) if ends else quantity


class Closer:
    """Puts the last touches to a reading."""

    def __init__(self, lexicons: Lexicons, heads: HeadReader, units: UnitReader, nouns: NounReader, bounds: BoundReader) -> None:
        amounts: dict[str, Any] = lexicons.get("amounts")
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._heads, self._units, self._nouns, self._bounds = heads, units, nouns, bounds
        self._more = re.compile(rf"\s(?:{trie(amounts['more'])}){WORD_END}")
        elisions = {phrase: Decimal(1) for phrase in amounts["multiplied"]} | {phrase: Decimal(-1) for phrase in amounts["divided"]}
        self._factor = Endings(elisions)
        self._of = re.compile(rf"\s(?:{trie(numbers['of'])})(?:\s|(?<='))")

    def close(self, scene: Scene, head: Head, tail: Tail, quantity: Interval) -> Reading:
        """Apply bounds, sign, period and stretch of time."""
        folded = scene.folded
        start, end, unit, minor = head.start, tail.end, tail.unit, False
        steps = [*((tail.noun and tail.sort == "share" and ()) or tail.steps), head.step] if tail.steps else [head.step]
        if tail.sort == "minor":
            unit, minor, quantity = unit or "cent", unit is None, scale_by(quantity, HUNDREDTH) if unit else quantity
            head = head if minor else head._replace(low=head.low * HUNDREDTH, high=head.high * HUNDREDTH)
        if tail.sort == "times":
            more = self._more.match(folded, end)
            end = more.end() if more else end
        follows = folded[end : end + 1]
        per = self._units.read_per(folded, end, tail.sort) if tail.sort and follows in (" ", "-", "/", "\n") else None
        end = per[0] if per else end
        over = self._over(scene, end) if tail.sort in ("money", "count", "share", "times") and follows == " " else None
        far = None if over or tail.sort != "money" or follows != " " else self._units.over_far.match(folded, end)
        stretch = self._over(scene, far.end()) if far else None
        if far and stretch:
            scene.stretches.add(stretch[2])
        end = over[0] if over else end
        if tail.sort in (None, "count"):
            factor = self._factor.match(folded, start) if tail.sort is None and head.kind == "number" else None
            if factor and factor[0] >= scene.end:
                times = head.low if factor[1] > 0 or not head.low else 1 / head.low
                return Reading(factor[0], end, Quantity(times, times, unit="times"), (folded[factor[0] : start].strip(), head.step))
        quantity, head, start = self._negative(folded, quantity, head, tail, start)
        before = None if start in scene.stretches else self._bounds.before(folded, start)
        before = before if before and before.edge >= scene.end else None
        after = None if before else self._bounds.after(folded, end)
        bound = before or after
        if bound and not (after and folded[after.edge : after.edge + 2].strip()[:1].isdigit()):
            quantity = bounded(quantity, bound.operator, head)
            start, end = (bound.edge, end) if before else (start, bound.edge)
            steps.insert(0, bound.step)
        spread = over or stretch
        value = Quantity(
            quantity.low, quantity.high, quantity.low_open, quantity.high_open, unit, per[1] if per else None,
            spread[1] if spread else None, quantity.approximate, quantity.precision,
        )  # fmt: skip
        counted = tail.noun or (self._nouns.of(folded, end) if tail.sort == "share" else None)
        noun = (counted.start, counted.end) if counted else None
        sure = tail.sort == "duration" and (
            (bound is not None and not bound.clock)
            or tail.spelled
            or self._units.lasts(folded, start)
            or self._of.match(folded, end) is not None
        )
        return Reading(
            start,
            end,
            value,
            tuple(steps),
            noun,
            known=tail.noun is None or tail.noun.known,
            person=tail.sort == "count" and tail.noun is not None and tail.noun.person,
            sure=sure,
            clock=tail.unit == "hour" and not sure and bound is not None and bound.clock,
            minor=minor,
        )

    def _negative(self, folded: str, quantity: Interval, head: Head, tail: Tail, start: int) -> tuple[Interval, Head, int]:
        if tail.sort not in ("share", "measure", "money") or not start or head.low != head.high or head.kind != "number":
            return quantity, head, start
        if folded[start - 1] in "-−–" and (start == 1 or folded[start - 2] in " (:\n\xa0"):
            edge = start - 1
        else:
            found = self._bounds.negative.match(folded, start) if tail.sort == "measure" else None
            if not found or self._bounds.before(folded, start):
                return quantity, head, start
            edge = found[0]
        return scale_by(quantity, Decimal(-1)), head._replace(low=-head.low, high=-head.low), edge

    def _over(self, scene: Scene, end: int) -> tuple[int, Quantity, int] | None:
        """Read how long an amount stretches: (end, duration, where its number starts)."""
        found = self._units.over.match(scene.folded, end)
        if not found:
            return None
        at = found.end()
        head = self._heads.read_fixed(scene.folded, at) or self._heads.read_number(scene.text, scene.folded, at)
        unit = self._units.read(scene.text, scene.folded, head.end) if head and not head.article else None
        if not head or not unit or unit.sort != "duration":
            return None
        return unit.end, Quantity(*interval(head)[:4], unit=unit.name, approximate=interval(head).approximate), at
