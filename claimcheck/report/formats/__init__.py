"""Output formats, one module each, found by name: `NAME`, `DOC` and `render(report, *, options) -> str`."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol, cast

from claimcheck.model import Report
from claimcheck.report.encode import to_bytes

__all__ = ["Format", "Options", "load", "names", "to_bytes"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a format may be asked for; each takes what concerns it."""

    show: tuple[str, ...] | None = None
    """Verdicts to show, `skipped` for the passages set aside; absent: the format's own choice."""
    min_confidence: float = 0.0
    """Findings below it are left out."""
    width: int = 100
    """Columns of the terminal."""
    color: bool = False
    labels: dict[str, str] = field(default_factory=dict)
    """What the outlets differ on, by attribute, in the report's language."""


class Format(Protocol):
    """A module of this package."""

    NAME: str
    DOC: str
    """One line: who reads it."""

    def render(self, report: Report, *, options: Options) -> str:
        """Write the report."""


def names() -> tuple[str, ...]:
    """List the formats without loading any, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str) -> Format:
    """Load one format; the name must be one of `names()`."""
    return cast("Format", import_module(f"{__name__}.{name}"))
