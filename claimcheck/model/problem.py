"""Trouble is data: it travels beside the results and never stops a run."""

from __future__ import annotations

from typing import Literal

from claimcheck.model.record import record


@record
class Problem:
    """Something that went wrong, where, and the way out."""

    code: str
    """Kebab-case and stable: `empty-file`, `not-text`, `broken-json`…"""
    where: str
    """The file, with line and column where known: `articles.jsonl:7`."""
    message: str
    """What was found, what was allowed, what to do."""
    level: Literal["error", "warning"] = "error"
    """`error` when an input was lost (exit code 3), `warning` otherwise."""


class UsageError(Exception):
    """A command line, configuration or rule file that cannot be used; carries problems, ends in exit code 2."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{problem.where}: {problem.message}" for problem in problems))
        self.problems = problems
