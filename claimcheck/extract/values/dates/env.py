"""What a date is resolved against."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from claimcheck.extract.values.dates.intervals import DAY, Stretch
from claimcheck.extract.values.dates.words import Words
from claimcheck.model import DateValue

Prefer = Literal["past", "future", "nearest"]
NEAR = 1
WIDEST = 8
"""Years to look to either side of the anchor; a leap day comes back after eight years at most."""
AHEAD = 2
"""A month to come must be twice as near as the past one: news tells more of what was."""
AHEAD_PAST = 3
"""Beside a verb of the past, anything to come must be three times as near."""


class Env(NamedTuple):
    """The anchor of one expression and how it leans."""

    words: Words
    now: datetime | None
    """The publication; absent, what hangs on it stays relative."""
    prefer: Prefer | None = None
    """`future` reads as a scheduler does, `past` as a chronicle; by default each kind of expression leans as news does."""
    focus: DateValue | None = None
    """The full date that was told last, for "la veille"."""
    within: Stretch | None = None
    """The longer stretch that holds the date ("of next month")."""
    alone: bool = False
    """Whether the expression is all that the text says."""
    past: bool = False
    """Whether the verb beside the expression tells of the past."""
    loose: bool = False
    """Whether words that are dates only beside others count by themselves."""
    month_first: bool = False

    def inside(self, holder: DateValue | None) -> Env:
        """Look inside a longer stretch."""
        if holder is None or holder.start is None or holder.end is None:
            return self._replace(within=None, now=None, focus=None)
        return self._replace(within=(holder.start, holder.end))

    def count_from(self, anchor: datetime | None, prefer: Prefer | None = None) -> Env:
        """Hang the expression on another anchor."""
        return self._replace(now=anchor, prefer=prefer or self.prefer)

    def yearly(self, build: Callable[[int], Stretch | None], *, lean: Prefer = "nearest") -> Stretch | None:
        """Choose the year of something that comes once a year; absent without an anchor."""
        if self.within is not None:
            years = range(self.within[0].year - 1, self.within[1].year + 1)
            inside = (stretch for stretch in _built(build, years) if self.within[0] <= stretch[0] < self.within[1])
            return next(iter(inside), None)
        if self.now is None:
            return None
        for reach in (NEAR, WIDEST):
            found = list(_built(build, range(max(1, self.now.year - reach), min(9998, self.now.year + reach) + 1)))
            if len(found) > reach:  # it comes every year
                break
        return self.choose(found, lean=lean)

    def choose(self, stretches: list[Stretch], *, lean: Prefer) -> Stretch | None:
        """Choose among candidates in the order of time: the last begun, the next that is not over, or the nearest."""
        now = self.now
        if now is None or not stretches:
            return None
        lean = self.prefer or lean
        if lean == "future":
            return next((stretch for stretch in stretches if stretch[1] > now), None)
        if lean == "past":
            return next((stretch for stretch in reversed(stretches) if stretch[0] <= now), None)
        return min(stretches, key=lambda stretch: _distance(stretch, now, past=self.past))


def _built(build: Callable[[int], Stretch | None], years: Iterable[int]) -> Iterable[Stretch]:
    for year in years:
        try:
            stretch = build(year)
        except ValueError:
            continue
        if stretch is not None:
            yield stretch


def _distance(stretch: Stretch, now: datetime, *, past: bool) -> timedelta:
    if stretch[0] > now:
        return (stretch[0] - now) * (AHEAD_PAST if past else AHEAD if stretch[1] - stretch[0] > 20 * DAY else 1)
    return max(now - stretch[1], timedelta())
