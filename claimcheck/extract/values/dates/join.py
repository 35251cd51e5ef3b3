"""Joining neighbours: a weekday and its hour, the Monday of a month, the two ends of a range, and what stands before them."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.words import Words

COUNTED = ("nth", "week_of", "nearby", "moved")
"""What is counted from, or inside, the date that follows it."""
YEARLY = ("day", "month", "holiday", "season", "block", "weekday", "dom", "numeric")
LONGER = ("period", "month", "year", "series", "moved", "season")
SHORT = ("day", "weekday", "dom", "numeric", "iso", "today", "nearby", "holiday", "nth", "moved", "now")
"""What a part of the day or an hour can belong to."""
LOOK_BACK = 40
GAP = 30

Rule = Callable[[Atom, Atom, str], Atom | None]


class Joiner:
    """Joins the atoms of one sentence."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.joints = words.joints
        self.before = words.compile(
            r"(?<![\w])(?:" + "|".join(f"(?P<{name.replace('-', '_')}>{source})" for name, source in words.data["before"].items()) + r")$"
        )
        self.parts = words.compile(r"(?<![\w])(?:" + words.data["part-before"] + r")$")

    def join(self, atoms: list[Atom], folded: str, low: int, high: int) -> list[Atom]:
        """Give the atoms that remain, joined, in order; `low` and `high` are the sentence's ends."""
        atoms = self._pairs(atoms, folded, self._held)
        atoms = self._each(atoms, folded, low, self._part)
        atoms = [atom for atom in atoms if atom.part or atom.given.get("need") != "part"]
        atoms = self._pairs(atoms, folded, self._parted)
        atoms = self._pairs(atoms, folded, self._held)  # "mardi soir de la semaine prochaine"
        atoms = self._pairs(atoms, folded, self._timed)
        atoms = self._each(self._zones(atoms, folded, high), folded, low, self._bound)
        atoms = self._pairs(atoms, folded, self._ranged)
        atoms = self._pairs(atoms, folded, self._dated)
        return self._zones(atoms, folded, high)

    def _zones(self, atoms: list[Atom], folded: str, high: int) -> list[Atom]:
        ends = [*(atom.start for atom in atoms[1:]), high]
        return [self._zoned(atom, folded, end) for atom, end in zip(atoms, ends, strict=True)] if atoms else atoms

    @staticmethod
    def _each(atoms: list[Atom], folded: str, low: int, look: Callable[[Atom, str, int], Atom]) -> list[Atom]:
        """Look before each atom, back to the one before it."""
        looked: list[Atom] = []
        for atom in atoms:
            looked.append(look(atom, folded, low))
            low = max(low, atom.end)
        return looked

    def _pairs(self, atoms: list[Atom], folded: str, rule: Rule) -> list[Atom]:
        if len(atoms) < 2:
            return atoms
        kept = [atoms[-1]]
        for atom in reversed(atoms[:-1]):
            right = kept[-1]
            joined = rule(atom, right, folded[atom.end : right.start]) if right.start - atom.end <= GAP else None
            if joined is None:
                kept.append(atom)
            else:
                kept[-1] = joined
        return kept[::-1]

    def _fits(self, joint: str, gap: str) -> bool:
        return self.joints[joint].fullmatch(gap) is not None

    def _held(self, left: Atom, right: Atom, gap: str) -> Atom | None:
        dates = left.role == right.role == "date" and left.of is None and (gap.strip() or right.given.get("need") != "part")
        deep = right.of is not None and right.of.of is not None  # the first Monday of the third week of May, no further
        if not dates or deep or not self._fits("of", gap):
            return None
        counted = left.op in COUNTED and (
            left.op != "moved" or (left.given.get("anchor") == "told" and gap.strip() == "") or left.given.get("open")
        )
        if left.op in ("nth", "week_of"):
            counted = True
        inside = left.op in YEARLY and right.op in LONGER and "year" not in left.given and not left.given.get("side")
        if inside and right.op == "month" and left.op not in ("dom", "weekday"):
            inside = False
        if inside and left.op == "weekday" and right.op == "year":
            inside = False
        if inside and ("," in gap or right.given.get("anchor") == "told"):
            inside = False
        if not (counted or inside):
            return None
        return left._replace(end=right.end, of=right)

    def _part(self, atom: Atom, folded: str, low: int) -> Atom:
        if atom.role == "clock":
            return atom
        found = self.parts.search(folded, max(low, atom.start - LOOK_BACK), atom.start)
        if found is None:
            return atom
        part = self.words.look("part", found["part"])
        return atom._replace(start=found.start(), part=part)

    def _parted(self, left: Atom, right: Atom, gap: str) -> Atom | None:
        if left.role == "date" and right.role == "daypart" and left.op in SHORT and left.daypart is None and self._fits("daypart", gap):
            return left._replace(end=right.end, daypart=right)
        night = left.role == "daypart" and self.words.look("daypart", left.given["daypart"]) == "night" and gap.strip() != ""
        if night and right.role == "date" and right.daypart is None and right.op in (*SHORT, "days") and self._fits("of", gap):
            return right._replace(start=left.start, bound="night")
        if (
            left.role == "daypart"
            and right.role == "date"
            and right.op in SHORT
            and (right.daypart is None or gap.strip())
            and self._fits("of", gap)
        ):
            return right._replace(start=left.start, daypart=left)
        return None

    def _timed(self, left: Atom, right: Atom, gap: str) -> Atom | None:
        if left.role == "clock" and right.role == "clock" and self._fits("range", gap):
            return None
        if left.role == "clock" and right.role == "daypart" and self._fits("daypart", gap):
            return left._replace(end=right.end, daypart=right)
        if left.role == "daypart" and right.role == "clock" and self._fits("clock", gap):
            return right._replace(start=left.start, daypart=left, approximate=self._about(gap))
        return None

    def _about(self, gap: str) -> bool:
        return self.joints["about"].search(gap) is not None

    def _dated(self, left: Atom, right: Atom, gap: str) -> Atom | None:
        """Hang a clock, or a range of clocks, on a day beside it."""
        if left.role == "date" and right.role == "clock" and left.op in SHORT and left.clock is None and left.until is None:
            if self._fits("clock", gap):
                return left._replace(end=right.end, clock=right, approximate=left.approximate or self._about(gap))
        elif (
            left.role == "clock"
            and right.role == "date"
            and right.op in SHORT
            and right.clock is None
            and right.until is None
            and self._fits("day", gap)
        ):
            return right._replace(start=left.start, clock=left)
        return None

    def _bound(self, atom: Atom, folded: str, low: int) -> Atom:
        if atom.bound is not None:
            return atom
        found = self.before.search(folded, max(low, atom.start - LOOK_BACK), atom.start)
        if found is None:
            return atom
        name = str(found.lastgroup).replace("_", "-")
        if name == "licence":
            return atom._replace(given={**atom.given, "licensed": True})
        if name == "about":
            return atom._replace(approximate=True, given={**atom.given, "licensed": True})
        if name == "to":
            return atom
        return atom._replace(start=found.start(), bound=name, given={**atom.given, "licensed": True})

    def _ranged(self, left: Atom, right: Atom, gap: str) -> Atom | None:
        if (
            left.role != right.role
            or left.until
            or right.until
            or (left.bound and left.bound not in ("between", "night", "from", "since", "starting", "after"))
        ):
            return None
        if left.bound == "between":
            fits = self._fits("between", gap)
        else:
            fits = self._fits("range", gap) if right.bound is None else right.bound in ("until", "before") and gap.strip() in ("", "but")
        if not fits:
            return None
        return left._replace(end=right.end, until=right._replace(bound=None), bound="night" if left.bound == "night" else None)

    def _zoned(self, atom: Atom, folded: str, high: int) -> Atom:
        clock = atom if atom.role == "clock" else atom.clock
        if clock is None:
            return atom
        found = self.joints["zone"].match(folded, atom.end, high)
        if found is None:
            return atom
        zone = found["zone"]
        if clock is atom:
            return atom._replace(end=found.end(), zone=zone)
        return atom._replace(end=found.end(), clock=clock._replace(zone=zone))
