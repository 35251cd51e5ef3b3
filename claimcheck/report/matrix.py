"""Claims × outlets: who says what of each fact, who contradicts, who hedges, who is silent."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from claimcheck.model import Article, Claim, Finding, Report, Story

Spoken = Literal["contradicts", "hedges", "says"]
"""What an outlet does that speaks of a fact: one of its claims contradicts another outlet's, all are hedged, or it plainly says so."""
Stance = Spoken | Literal["silent"]
STANCES: tuple[Stance, ...] = (*get_args(Spoken), "silent")
SIGNS: dict[Stance, str] = {"contradicts": "✗", "hedges": "?", "says": "•", "silent": "–"}
_LETTERS = string.ascii_uppercase


def letter(position: int) -> str:
    """Name a position of a finding, given by its ordinal from 0: A to Z, then AA."""
    rest, last = divmod(position, len(_LETTERS))
    return (letter(rest - 1) if rest else "") + _LETTERS[last]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet makes of one finding."""

    outlet: str
    stance: Stance
    positions: tuple[int, ...]
    """Ordinals of the finding's positions that the outlet holds, from 0; none where it is silent."""
    claims: tuple[str, ...]
    """Claim ids, in the order of the positions."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding, with a cell for each outlet of its story."""

    finding: Finding
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The findings of one story by outlet."""

    story: Story
    outlets: tuple[str, ...]
    """In the order of the articles' ids."""
    rows: tuple[Row, ...]


def matrices(report: Report, findings: Iterable[Finding]) -> tuple[Matrix, ...]:
    """Set findings against the outlets of their story, in the order given; a story without any has no matrix."""
    articles = {article.id: article for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        told.setdefault(finding.story, []).append(finding)
    found = []
    for story in report.stories:
        outlets = tuple(dict.fromkeys(articles[name].outlet for name in story.articles))
        rows = tuple(_row(finding, outlets, claims, articles) for finding in told.get(story.id, ()))
        if rows:
            found.append(Matrix(story, outlets, rows))
    return tuple(found)


def _row(finding: Finding, outlets: Iterable[str], claims: Mapping[str, Claim], articles: Mapping[str, Article]) -> Row:
    held: dict[str, dict[str, int]] = {outlet: {} for outlet in outlets}
    for i, position in enumerate(finding.positions):
        for name in position.claims:
            held[articles[claims[name].article].outlet].setdefault(name, i)
    against = {name for pair in finding.pairs if pair.verdict == "contradiction" for name in (pair.a, pair.b)}

    def stance(names: Iterable[str]) -> Stance:
        names = set(names)
        if not names:
            return "silent"
        if names & against:
            return "contradicts"
        return "hedges" if all(claims[name].modality == "hedged" for name in names) else "says"

    return Row(
        finding,
        tuple(Cell(outlet, stance(given), tuple(dict.fromkeys(given.values())), tuple(given)) for outlet, given in held.items()),
    )
