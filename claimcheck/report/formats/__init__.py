"""Output formats, one module each, found by name: `NAME`, `DOC` and `render(report, *, options) -> str`."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from claimcheck.model import Report, Verdict
from claimcheck.report.encode import to_bytes

__all__ = ["HUMAN", "SKIPPED", "Format", "Options", "load", "names", "to_bytes"]

HUMAN: tuple[Verdict, ...] = ("contradiction", "dispute", "update", "spelling", "certainty")
"""The verdicts that need a human."""
SKIPPED = "skipped"
"""What `Options.show` names to list the passages that were set aside."""


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
    rules: Path | None = None
    """Root of the rules, where the messages are; absent: those that ship with the program."""
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
