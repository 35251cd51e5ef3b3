"""Articles that tell the same event: pairs that are near, joined when their groups' centres are near too."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from claimcheck.group.vectors import Vector, dot, neighbours

MIN_PAIR = 0.05
"""Least cosine of two articles for their groups to be looked at; unrelated articles stay below in 99 % of pairs."""
HEAVY_SHARE = 0.4
"""Share of that which the heaviest features must bring by themselves: it saves looking at the others."""
MIN_LATE_JOIN = 0.3
"""Least cosine for a latecomer, one article beyond the window of a story that `MIN_TOLD` others tell."""
MIN_TOLD = 3
PASSES = 5
"""Most times that pairs are tried again after groups have grown; the second pass finds nearly all there is."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How near two groups must be to be one story."""

    join: float
    """Least cosine of their centres."""
    window: int
    """Most days between an article and the nearest of its story."""
    span: int
    """Most days between the first and the last article of a story."""


USUAL = Bounds(join=0.18, window=5, span=30)
"""`join` was swept 0.12–0.30 on corpus/ alone, mixed, and mixed with 592 Wikinews articles: up to 0.20 every story is found
whole (B³ recall 1.00), from 0.18 on no other article falls into one."""
KIN = Bounds(join=0.05, window=90, span=90)
"""For articles that share the main name of a small batch; 0.05–0.15 leave every story of corpus/ whole, pairs of it more often
the lower."""


@dataclass(slots=True)
class _Group:
    members: list[int]
    total: dict[str, float]
    square: float
    """The scalar product of `total` with itself."""
    days: list[int]
    kin: bool


def cluster(
    vectors: Sequence[Vector], days: Sequence[date | None], *, usual: Bounds = USUAL, kin: frozenset[int] = frozenset()
) -> list[list[int]]:
    """Group articles, given by their places in `vectors`; each is in one group.

    Pairs are tried from the nearest on, so the groups do not depend on the order of the articles. Groups with members
    in `kin` are held to `KIN` among themselves.
    """
    least = 0.0 if kin else MIN_PAIR
    near = [(dot(vectors[a], vectors[b]), a, b) for a, b in neighbours(vectors, least=least * HEAVY_SHARE)]
    waiting = sorted((pair for pair in near if pair[0] >= least), key=lambda pair: (-round(pair[0], 9), pair[1:]))
    group_of = [_Group([at], dict(vector), 1.0 if vector else 0.0, _ordinals([days[at]]), at in kin) for at, vector in enumerate(vectors)]
    for _ in range(PASSES):
        left = []
        for pair in waiting:
            a, b = group_of[pair[1]], group_of[pair[2]]
            if a is b:
                continue
            if _belong(a, b, KIN if a.kin and b.kin else usual):
                _join(a, b, group_of)
            else:
                left.append(pair)
        if len(left) == len(waiting):
            break
        waiting = left
    found = {id(group): group for group in group_of}
    return [sorted(group.members) for group in found.values()]


def _belong(a: _Group, b: _Group, bounds: Bounds) -> bool:
    """Whether two groups are one story."""
    gap, whole = _apart(a, b)
    if whole > bounds.span:
        return False
    if gap <= bounds.window:
        return _closeness(a, b) >= bounds.join
    few, many = sorted((len(a.members), len(b.members)))
    return few == 1 and many >= MIN_TOLD and _closeness(a, b) >= MIN_LATE_JOIN


def _ordinals(days: Iterable[date | None]) -> list[int]:
    return sorted((day.date() if isinstance(day, datetime) else day).toordinal() for day in days if day is not None)


def _apart(a: _Group, b: _Group) -> tuple[int, int]:
    """Give the days between two groups, and from the first article of both to the last; none where days are unknown."""
    if not a.days or not b.days:
        return 0, 0
    gap = max(a.days[0], b.days[0]) - min(a.days[-1], b.days[-1])
    return gap, max(a.days[-1], b.days[-1]) - min(a.days[0], b.days[0])


def _closeness(a: _Group, b: _Group) -> float:
    """Give the cosine of two groups' centres."""
    lengths = math.sqrt(a.square * b.square)
    return dot(a.total, b.total) / lengths if lengths else 0.0


def _join(a: _Group, b: _Group, group_of: list[_Group]) -> None:
    if len(a.members) < len(b.members):
        a, b = b, a
    a.square += b.square + 2 * dot(a.total, b.total)
    a.members += b.members
    a.kin = a.kin or b.kin
    a.days = sorted(a.days + b.days)
    for feature, weight in b.total.items():
        a.total[feature] = a.total.get(feature, 0.0) + weight
    for member in b.members:
        group_of[member] = a
