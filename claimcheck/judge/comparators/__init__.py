"""One comparator a value type, found by the name of the type: `<kind>.py` with a function `compare`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from claimcheck.judge import elapsed
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import DateValue, Quantity, Value


@cache
def comparator(kind: str) -> Callable[[Any, Any, Ground], Outcome]:
    """Find the comparator of a value type; `ModuleNotFoundError` where there is none."""
    found: Callable[[Any, Any, Ground], Outcome] = import_module(f"{__name__}.{kind}").compare
    return found


def compare(a: Value, b: Value, ground: Ground) -> Outcome:
    """Hold two values against each other; of values of two types, only a date and the time since can meet."""
    if isinstance(a, DateValue) and isinstance(b, Quantity):
        return elapsed.compare(a, b, ground)
    if isinstance(a, Quantity) and isinstance(b, DateValue):
        return elapsed.compare(b, a, ground)
    if a.kind != b.kind:
        return Outcome("not_comparable", "never", "types")
    return comparator(a.kind)(a, b, ground)
