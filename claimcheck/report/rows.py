"""Findings, claims, articles and problems as rows of a sheet: cells under the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Article, Claim, Finding, Problem, Quantity, Report
from claimcheck.report.encode import day, number
from claimcheck.report.findings import Layout
from claimcheck.report.formats import Options, selected
from claimcheck.report.places import places
from claimcheck.report.quoting import topic
from claimcheck.report.telling import about, by_story, holders, label
from claimcheck.report.words import clean
from claimcheck.wording import label as wording

Cell = str | int | float | bool | None
Row = dict[str, Cell]
COLUMNS = (
    *("record", "id", "story", "finding", "verdict", "severity", "confidence", "type", "attribute", "topic", "subject", "slot", "value"),
    *("low", "high", "unit", "modality", "party", "upstream", "asof", "outlet", "witnesses", "same_source", "internal", "explanation"),
    *("article", "title", "published", "language", "url", "path", "line", "quote", "sentence", "rule", "key", "level", "code", "message"),
)
"""Every column, in the order of a sheet; a row has those that concern it."""
MOST = 32_767
"""Characters that a spreadsheet's cell can hold."""
BETWEEN = " | "
"""Stands between the positions of a finding."""


class Rows:
    """Gives the rows of one report."""

    def __init__(self, report: Report, options: Options) -> None:
        self._report = report
        self._layout = Layout.of(report, options)
        self._places = places(report.articles, options.root)
        self._stories = {name: story.id for story in report.stories for name in story.articles}
        self._findings = [finding for _, told in by_story(report, selected(report, options, None)) for finding in told]

    def findings(self) -> Iterator[Row]:
        """Give the findings that are shown, story by story, the gravest first."""
        return map(self._finding, self._findings)

    def claims(self) -> Iterator[Row]:
        """Give every claim, in the order of articles and text."""
        found: dict[str, list[str]] = {}
        for finding in self._findings:
            for name in dict.fromkeys(name for position in finding.positions for name in position.claims):
                found.setdefault(name, []).append(finding.id)
        return (self._claim(claim, found.get(claim.id, [])) for claim in self._report.claims)

    def articles(self) -> Iterator[Row]:
        """Give the articles."""
        return map(self._article, self._report.articles)

    def problems(self) -> Iterator[Row]:
        """Give what went wrong."""
        return map(_problem, self._report.problems)

    def _finding(self, finding: Finding) -> Row:
        told = [holders(position, self._layout) for position in finding.positions]
        return {
            "id": finding.id,
            "story": finding.story,
            "verdict": finding.verdict,
            "severity": finding.severity,
            "confidence": round(finding.confidence, 4),
            "type": finding.type,
            "attribute": finding.attribute,
            "topic": about(finding, self._layout),
            "subject": clean(finding.subject),
            "slot": _slot(finding.slot),
            "value": BETWEEN.join(map(label, finding.positions)),
            "outlet": BETWEEN.join(", ".join(self._layout.names[claim.article] for claim in claims) for claims in told),
            "witnesses": BETWEEN.join(str(position.witnesses) for position in finding.positions),
            "same_source": finding.same_source,
            "internal": finding.internal,
            "explanation": " ".join(map(clean, finding.explanation.splitlines())),
            "key": finding.key,
        }

    def _claim(self, claim: Claim, findings: list[str]) -> Row:
        layout, article = self._layout, self._layout.articles[claim.article]
        measured = claim.value if isinstance(claim.value, Quantity) else None
        place = self._places[claim.article]
        region = place.region(claim.span)
        return {
            "id": clean(claim.id),
            "story": self._stories.get(claim.article),
            "finding": ", ".join(findings),
            "confidence": round(claim.confidence, 4),
            "type": claim.type,
            "attribute": claim.attribute,
            "topic": topic(claim.attribute, claim.subject, claim.slot, say=layout.words, options=layout.options),
            "subject": clean(claim.subject),
            "slot": _slot(claim.slot),
            "value": clean(wording(claim.value, self._report.language, layout.options.rules)),
            "low": number(measured.low) if measured else None,
            "high": number(measured.high) if measured else None,
            "unit": measured.unit if measured else None,
            "modality": claim.modality,
            "party": clean(claim.attribution.party or ""),
            "upstream": clean(claim.attribution.upstream or ""),
            "asof": day(claim.asof),
            "outlet": clean(article.outlet),
            "article": clean(claim.article),
            "published": day(article.published),
            "path": clean(place.path or ""),
            "line": region.line if region else None,
            "quote": clean(claim.text),
            "sentence": clean(article.text[claim.sentence.start : claim.sentence.end]),
            "rule": claim.rule,
        }

    def _article(self, article: Article) -> Row:
        return {
            "id": clean(article.id),
            "story": self._stories.get(article.id),
            "outlet": clean(article.outlet),
            "title": clean(article.title or ""),
            "published": day(article.published),
            "language": article.language,
            "url": clean(article.url or ""),
            "path": clean(self._places[article.id].path or ""),
        }


def _problem(problem: Problem) -> Row:
    return {"level": problem.level, "path": clean(problem.where), "code": problem.code, "message": clean(problem.message)}


def _slot(slot: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name}={clean(value)}" for name, value in slot)
