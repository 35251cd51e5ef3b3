"""Articles that tell the same event: pairs that are near, joined when their groups' centres are near too."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from claimcheck.group.vectors import Vector, dot, neighbours

MIN_PAIR = 0.05
"""Least cosine of two articles for their groups to be looked at; unrelated articles stay below in 99 % of pairs."""
MIN_JOIN = 0.14
"""Least cosine of two groups' centres for them to be one."""
WINDOW_DAYS = 5
"""Most days between an article and the nearest of its story."""
SPAN_DAYS = 21
"""Most days between the first and the last article of a story."""


@dataclass(slots=True)
class _Group:
    members: list[int]
    total: dict[str, float]
    days: list[int] = field(default_factory=list)

    def length(self) -> float:
        return math.sqrt(math.fsum(weight * weight for weight in self.total.values()))


def clusters(
    vectors: Sequence[Vector],
    days: Sequence[date | None],
    *,
    min_join: float = MIN_JOIN,
    min_pair: float = MIN_PAIR,
    window: int = WINDOW_DAYS,
    span: int = SPAN_DAYS,
) -> list[list[int]]:
    """Group articles; each is in one group, numbered by its place in `vectors`.

    Pairs are tried from the nearest on, so the groups do not depend on the order of the articles.
    """
    near = [(dot(vectors[a], vectors[b]), a, b) for a, b in neighbours(vectors)]
    near = sorted((pair for pair in near if pair[0] >= min_pair), key=lambda pair: (-round(pair[0], 9), pair[1:]))
    group_of = [_Group([at], dict(vector), _ordinals([days[at]])) for at, vector in enumerate(vectors)]
    waiting, before = near, -1
    while waiting and len(waiting) != before:
        before = len(waiting)
        left = []
        for pair in waiting:
            a, b = group_of[pair[1]], group_of[pair[2]]
            if a is b:
                continue
            if _same_time(a, b, window, span) and _closeness(a, b) >= min_join:
                _join(a, b, group_of)
            else:
                left.append(pair)
        waiting = left
    found = {id(group): group for group in group_of}
    return [sorted(group.members) for group in found.values()]


def _ordinals(days: Iterable[date | None]) -> list[int]:
    return sorted((day.date() if isinstance(day, datetime) else day).toordinal() for day in days if day is not None)


def _same_time(a: _Group, b: _Group, window: int, span: int) -> bool:
    if not a.days or not b.days:
        return True
    first, last = min(a.days[0], b.days[0]), max(a.days[-1], b.days[-1])
    gap = max(a.days[0], b.days[0]) - min(a.days[-1], b.days[-1])
    return gap <= window and last - first <= span


def _closeness(a: _Group, b: _Group) -> float:
    """Give the cosine of two groups' centres."""
    lengths = a.length() * b.length()
    return dot(a.total, b.total) / lengths if lengths else 0.0


def _join(a: _Group, b: _Group, group_of: list[_Group]) -> None:
    if len(a.members) < len(b.members):
        a, b = b, a
    a.members += b.members
    a.days = sorted(a.days + b.days)
    for feature, weight in b.total.items():
        a.total[feature] = a.total.get(feature, 0.0) + weight
    for member in b.members:
        group_of[member] = a
