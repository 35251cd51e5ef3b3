"""What the template is given: plain records, in words and ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Severity, Verdict
from claimcheck.report.matrix import Matrix
from claimcheck.report.page.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Quote:
    """The passage in which one article holds a position."""

    said: str
    """The outlet, how surely it says so, and after whom."""
    article: int
    claims: str
    """Ordinals of the article's claims of this position, with spaces between."""
    before: str
    value: str
    after: str
    steps: tuple[str, ...]
    """How the value was read, the words last."""


@dataclass(frozen=True, slots=True)
class Held:
    """One position."""

    letter: str
    label: str
    count: str
    """How many outlets, how many witnesses; empty for one outlet."""
    outlets: str
    quotes: tuple[Quote, ...]
    also: tuple[Quote, ...]
    """Outlets that are named only."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One pair of claims."""

    sign: str
    verdict: str
    outlets: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One value at its time."""

    iso: str
    day: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding."""

    id: str
    verdict: Verdict
    sign: str
    word: str
    severity: Severity
    title: str
    confidence: str
    outlets: str
    """Ordinals of the outlets that speak, with spaces between."""
    positions: tuple[Held, ...]
    notes: tuple[tuple[str, str], ...]
    pairs: tuple[Compared, ...]
    more: int
    """Comparisons that are not listed."""
    course: tuple[Entry, ...]
    """The values in the order of their times; only of an update."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An outlet or agency that articles draw on."""

    source: str
    followers: tuple[str, ...]
    """Who does so, and how."""


@dataclass(frozen=True, slots=True)
class Told:
    """One story."""

    id: str
    title: str
    counts: str
    findings: tuple[Shown, ...]
    matrix: Matrix | None
    follows: tuple[Followed, ...]
    """The most widely followed first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    name: str
    count: int
    sign: str = ""
    counted: str = ""
    """How many, in words."""


@dataclass(frozen=True, slots=True)
class View:
    """The whole page."""

    title: str
    counts: str
    stories: tuple[Told, ...]
    sheets: tuple[Sheet, ...]
    verdicts: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    alone: str
    problems: tuple[str, ...]
    total: int
