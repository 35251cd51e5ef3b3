"""Findings: one topic with its positions and a verdict for each pair."""

from __future__ import annotations

from datetime import date
from typing import Literal

from claimcheck.model.claim import Claim
from claimcheck.model.problem import Problem
from claimcheck.model.record import record
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

Change = Literal["first", "up", "down", "corrected"]
ContactRole = Literal["credited", "subject", "authority", "outlet"]

Features = tuple[tuple[str, float], ...]
"""Numbers by name, sorted by it."""

Severity = Literal["error", "warning", "note", "none"]
SEVERITIES: tuple[Severity, ...] = ("none", "note", "warning", "error")
THRESHOLDS: tuple[str, ...] = (*SEVERITIES, "never")
"""What a severity can be held against; none reaches the last."""


@record
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
    features: Features = ()
    """What its confidence is weighed from, in [0, 1]; empty where that is not fitted. Of a contradiction that is kept back for want of
    evidence they tell what it would have been."""


@record
class Position:
    """The claims of one topic that hold the same value."""

    label: str
    claims: tuple[str, ...]
    witnesses: int
    """How many independent outlets stand behind it."""


@record
class Contact:
    """Somebody who can be asked."""

    name: str
    """A key of `lexicon/parties` or of `authorities` in `parties.yaml`, else a name of the world."""
    role: ContactRole


@record
class Call:
    """The question that settles a finding, and who can answer it; a report words it."""

    form: str
    """Name of the question: figure, date, role, same-source, internal…"""
    detail: str
    """What else the answer must say: asof, period; empty where nothing is left open."""
    values: tuple[str, ...]
    """What stands against each other, or the one value that is to be confirmed."""
    ask: tuple[Contact, ...]
    """Who is credited first, then whom it is said of, then who keeps count of such facts."""


@record
class State:
    """One figure of a count that evolves."""

    label: str
    first: date
    last: date
    """As of which days articles give it, both included."""
    change: Change
    """Against the state before it; a correction is lower than a figure that was taken back."""
    claims: tuple[str, ...]
    withdrawn: tuple[str, ...]
    """Claims that take it back ("16 and not 17")."""


@record
class Standing:
    """Where an outlet stands in the course of a count: its newest figure."""

    outlet: str
    label: str
    asof: date
    claim: str
    behind: bool
    """Printed after several articles had a newer figure that excludes it."""


@record
class Timeline:
    """The states of a count that evolves, in the order in which they came out."""

    states: tuple[State, ...]
    latest: int | None
    """Index of the newest state that was not taken back; absent where two came up at once."""
    outlets: tuple[Standing, ...]


@record
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
    weights: Features = ()
    """What each feature of the surest deciding pair adds to the log-odds of the confidence; empty where it is not fitted."""
    call: Call | None = None
    timeline: Timeline | None = None

    def reaches(self, least: str) -> bool:
        """Whether it is as grave as one of `THRESHOLDS`, or graver."""
        return THRESHOLDS.index(self.severity) >= THRESHOLDS.index(least)


@record
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
