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
MIN_JOIN = 0.18
"""Least cosine of two groups' centres for them to be one. Swept 0.12–0.30 on corpus/ alone, mixed, and mixed with 592 Wikinews
articles: up to 0.20 every story is found whole (B³ recall 1.00), from 0.18 on no other article falls into one."""
MIN_LATE_JOIN = 0.3
"""The same for a latecomer, one article more than `WINDOW_DAYS` from a story that `MIN_TOLD` others tell."""
MIN_TOLD = 3
PASSES = 5
"""Most times that pairs are tried again after groups have grown; the second pass finds nearly all there is."""
WINDOW_DAYS = 5
"""Most days between an article and the nearest of its story."""
SPAN_DAYS = 30
"""Most days between the first and the last article of a story."""


@dataclass(slots=True)
class _Group:
    members: list[int]
    total: dict[str, float]
    square: float
    """The scalar product of `total` with itself."""
    days: list[int]


def cluster(
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
    near = [(dot(vectors[a], vectors[b]), a, b) for a, b in neighbours(vectors, least=min_pair * HEAVY_SHARE)]
    near = sorted((pair for pair in near if pair[0] >= min_pair), key=lambda pair: (-round(pair[0], 9), pair[1:]))
    group_of = [_Group([at], dict(vector), 1.0 if vector else 0.0, _ordinals([days[at]])) for at, vector in enumerate(vectors)]
    waiting = near
    for _ in range(PASSES):
        left = []
        for pair in waiting:
            a, b = group_of[pair[1]], group_of[pair[2]]
            if a is b:
                continue
            gap, whole = _apart(a, b)
            sizes = sorted((len(a.members), len(b.members)))
            timely = gap <= window or (sizes[0] == 1 and sizes[1] >= MIN_TOLD)
            if timely and whole <= span and _closeness(a, b) >= (min_join if gap <= window else MIN_LATE_JOIN):
                _join(a, b, group_of)
            else:
                left.append(pair)
        if len(left) == len(waiting):
            break
        waiting = left
    found = {id(group): group for group in group_of}
    return [sorted(group.members) for group in found.values()]


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
    a.days = sorted(a.days + b.days)
    for feature, weight in b.total.items():
        a.total[feature] = a.total.get(feature, 0.0) + weight
    for member in b.members:
        group_of[member] = a
