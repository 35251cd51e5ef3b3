"""Output formats, one module each, found by name: `NAME`, `DOC` and `render(report, *, options) -> str | bytes`."""

from __future__ import annotations

import pkgutil
from collections.abc import Collection
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from claimcheck.model import Finding, Problem, Report, UsageError, Verdict
from claimcheck.report.encode import to_bytes

__all__ = ["HUMAN", "SKIPPED", "Format", "Options", "load", "names", "selected", "to_bytes"]

PACKAGE = "claimcheck-news"
"""What `pip install` calls this program; an extra is named like the format that needs it."""

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
    fail_on: str = "error"
    """Least severity that counts as a failure, or `never`."""
    width: int = 100
    """Columns of the terminal."""
    color: bool = False
    rules: Path | None = None
    """Root of the rules, where the messages are; absent: those that ship with the program."""
    labels: dict[str, str] = field(default_factory=dict)
    """What the outlets differ on, by attribute, in the report's language."""
    root: Path | None = None
    """Folder that addresses of files are relative to; absent: paths stay as they were given."""


class Format(Protocol):
    """A module of this package."""

    NAME: str
    DOC: str
    """One line: who reads it."""

    def render(self, report: Report, *, options: Options) -> str | bytes:
        """Write the report: text, which leaves the program as UTF-8, or the bytes of a format that is none."""


def names() -> tuple[str, ...]:
    """List the formats without loading any, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str) -> Format:
    """Load one format; the name must be one of `names()`. A `UsageError` says how to install what it needs."""
    try:
        return cast("Format", import_module(f"{__name__}.{name}"))
    except ModuleNotFoundError as error:
        advice = f"needs {error.name}, which is not installed; pip install '{PACKAGE}[{name}]'"
        raise UsageError(Problem("missing-extra", f"the format {name}", advice)) from error


def for_terminal(format_: Format) -> bool:
    """Whether a format is laid out for a terminal, in the letters that it has: its module says `TERMINAL = True`."""
    return getattr(format_, "TERMINAL", False)


def selected(report: Report, options: Options, default: Collection[str] | None = HUMAN) -> tuple[Finding, ...]:
    """Give the findings that are sure enough and of a verdict to show: those asked for, else `default`, none for all."""
    shown = default if options.show is None else options.show
    return tuple(
        finding
        for finding in report.findings
        if finding.confidence >= options.min_confidence and (shown is None or finding.verdict in shown)
    )
