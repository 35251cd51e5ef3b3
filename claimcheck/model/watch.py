"""Watching a run from outside: items pass through a watcher, which may count them, and stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol, TypeVar

Item = TypeVar("Item")
Phase = Literal["files", "articles", "stories"]


class Watch(Protocol):
    """Hands the items of a phase on, in their order; what it does not hand on is left undone."""

    def __call__(self, phase: Phase, items: Sequence[Item]) -> Iterable[Item]:
        """Give the items."""


def unwatched(phase: Phase, items: Sequence[Item]) -> Iterable[Item]:  # noqa: ARG001 - a watcher is told the phase
    """Hand everything on."""
    return items
