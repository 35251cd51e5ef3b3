"""Amounts given in parts: "2 h 45", "7 feet 10 inches", "20 dollars and 43 cents"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.extract.values.heads import Head, HeadReader
from claimcheck.extract.values.nouns import Noun, NounReader
from claimcheck.extract.values.reading import Scene
from claimcheck.extract.values.trie import trie
from claimcheck.extract.values.units import FINER, UnitReader, family
from claimcheck.ruleset import Lexicons

HUNDREDTH = Decimal("0.01")
IMPLIED = {"hour": ("minute", 60), "minute": ("second", 60), "m": ("cm", 100)}
"""What a figure without a unit counts after these: "2 h 45", "1 m 80"."""
MAX_PARTS = 4
"""How many parts a measure may be given in ("1 year, 2 days, 3 hours and 4 seconds")."""


class Tail(NamedTuple):
    """What the number measures, ending at `end`."""

    end: int
    unit: str | None = None
    sort: str | None = None
    """share, times, duration, measure, money, minor, count; none where nothing is said."""
    steps: tuple[str, ...] = ()
    noun: Noun | None = None
    spelled: bool = False
    """Whether both parts of a duration name their unit, which no time of day does."""
    half: bool = False
    """Whether "and a half" of the unit is to be added."""


class PartReader:
    """Adds up the parts of one amount."""

    def __init__(self, lexicons: Lexicons, heads: HeadReader, units: UnitReader, nouns: NounReader) -> None:
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._heads, self._units, self._nouns = heads, units, nouns
        self._spoken = re.compile(rf"\s(?:(?:{trie(numbers['and'])})\s)?")

    def add(self, scene: Scene, head: Head, tail: Tail) -> tuple[Head, Tail]:
        """Add what follows in smaller units: "2 h 45", "7 feet 10 inches", "20 dollars and 43 cents"."""
        if tail.sort == "money":
            return self._cents(scene, head, tail)
        if tail.sort not in ("duration", "measure") or not tail.unit or head.kind != "number" or head.rough:
            return head, tail
        folded, value, unit, end = scene.folded, head.low, tail.unit, tail.end
        if tail.half and unit == "month":
            value, unit = value * FINER[unit][1], FINER[unit][0]
            return head._replace(low=value, high=value, weight=Decimal(10)), tail._replace(unit=unit)
        spelled = False
        for _ in range(MAX_PARTS):
            joint = self._units.joint.match(folded, end)
            more = self._heads.read_number(scene.text, folded, joint.end()) if joint else None
            if not joint or not more or more.kind != "number" or more.article:
                break
            finer = self._units.read(scene.text, folded, more.end) or self._units.read_mark(folded, more.end, after=unit)
            scale = family(unit, finer.name) if finer and finer.name else None
            if finer and finer.name and scale:
                value = value * scale[unit] / scale[finer.name] + more.low
                unit, end, spelled = finer.name, finer.end, True
                continue
            if unit in IMPLIED and not finer and self._alone(folded, more, unit):
                name, size = IMPLIED[unit]
                value, unit, end = value * size + more.low, name, more.end
            break
        changed = value != head.low or unit != tail.unit
        weight = None if changed else head.weight
        return head._replace(low=value, high=value, weight=weight), tail._replace(end=end, unit=unit, spelled=spelled)

    def _alone(self, folded: str, more: Head, unit: str) -> bool:
        """Tell whether a figure after hours or metres counts minutes or centimetres: two digits, nothing counted by it."""
        digits = more.end - more.start
        if more.low >= IMPLIED[unit][1] or more.low % 1 or more.scaled or (not more.words and digits != 2):
            return False
        if more.words and unit != "hour":
            return False
        counts = more.words and self._nouns.read(folded, more.end) is not None
        return not counts and folded[more.end : more.end + 1] not in (
            "%",
            "/",
            ":",
            "-",
        )

    def _cents(self, scene: Scene, head: Head, tail: Tail) -> tuple[Head, Tail]:
        folded = scene.folded
        joint = self._spoken.match(folded, tail.end) if head.low % 1 == 0 and not head.scaled else None
        more = self._heads.read_number(scene.text, folded, joint.end()) if joint else None
        if not joint or not more or more.low >= 100 or more.low % 1 or more.kind != "number" or more.article:
            return head, tail
        unit = self._units.read(scene.text, folded, more.end)
        linked = len(joint[0]) > 1
        bare = not unit and self._nouns.read(folded, more.end) is None and (linked or more.words or more.end - more.start == 2)
        if not (unit and unit.sort == "minor") and not (bare and self._ends(folded, more.end)):
            return head, tail
        value = head.low + more.low * HUNDREDTH
        return head._replace(low=value, high=value, weight=HUNDREDTH), tail._replace(end=unit.end if unit else more.end)

    @staticmethod
    def _ends(folded: str, position: int) -> bool:
        following = folded[position : position + 2]
        return not following.strip() or (following[0] in ",.;:)!?" and not following[1:].isdigit())
