"""Findings: one topic with its positions and a verdict for each pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.claim import Claim
from claimcheck.model.problem import Problem
from claimcheck.model.story import Story
from claimcheck.model.text import Article, Document

Verdict = Literal["contradiction", "dispute", "update", "spelling", "certainty", "compatible", "agree", "not_comparable", "single"]
VERDICTS: tuple[Verdict, ...] = (
    "contradiction",
    "dispute",
    "update",
    "spelling",
    "certainty",
    "compatible",
    "agree",
    "not_comparable",
    "single",
)
"""From what needs a human first to what needs none."""

Severity = Literal["error", "warning", "note", "none"]
SEVERITIES: tuple[Severity, ...] = ("none", "note", "warning", "error")
THRESHOLDS: tuple[str, ...] = (*SEVERITIES, "never")
"""What a severity can be held against; none reaches the last."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one topic held against each other."""

    a: str
    b: str
    """Claim ids; `a` comes first in the order of articles."""
    verdict: Verdict
    reason: str
    """One plain sentence in the report's language."""
    level: str
    """The name of the comparison level that held: same, rounding, overlap, disjoint…"""


@dataclass(frozen=True, slots=True)
class Position:
    """The claims of one topic that hold the same value."""

    label: str
    claims: tuple[str, ...]
    witnesses: int
    """How many independent outlets stand behind it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One topic with its positions, its pairs, an overall verdict and why."""

    id: str
    key: str
    """Stable across runs and unrelated articles: a digest of story-independent facts (attribute, subject, slot)."""
    story: str
    type: str
    subject: str
    attribute: str
    slot: tuple[tuple[str, str], ...]
    verdict: Verdict
    severity: Severity
    confidence: float
    same_source: bool
    internal: bool
    explanation: str
    positions: tuple[Position, ...]
    pairs: tuple[Pair, ...]

    def reaches(self, least: str) -> bool:
        """Whether it is as grave as one of `THRESHOLDS`, or graver."""
        return THRESHOLDS.index(self.severity) >= THRESHOLDS.index(least)


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found, ready for any output format."""

    version: str
    language: str
    """The language of its reasons."""
    documents: tuple[Document, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of their ids."""
        return tuple(document.article for document in self.documents)
