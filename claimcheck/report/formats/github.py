"""GitHub workflow commands: findings shown beside the lines of the articles that they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.model import Finding, Report
from claimcheck.report.findings import Layout
from claimcheck.report.formats import Options, selected
from claimcheck.report.places import Place, places
from claimcheck.report.telling import about, by_story, positions, primary, reasons

NAME = "github"
DOC = "for GitHub workflows: annotations on the lines of the articles, at most 10 of a level, as many as GitHub shows"
LEVELS = {"error": "error", "warning": "warning", "note": "notice", "none": "notice"}
MOST = 10
"""Annotations of one level that GitHub shows for a step."""


def data(text: str) -> str:
    """Escape the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Escape the value of a property."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def command(level: str, message: str, **properties: object) -> str:
    """Write one command; properties without a value are left out."""
    given = ",".join(f"{name}={value(str(found))}" for name, found in properties.items() if found is not None)
    return f"::{level} {given}::{data(message)}"


def _finding(finding: Finding, layout: Layout, where: dict[str, Place]) -> str:
    title = f"{layout.words.verdict(finding.verdict)}{layout.words.label('colon')}{about(finding, layout)}"
    message = "\n".join([*positions(finding, layout), *reasons(finding, layout)])
    claim = primary(finding, layout)
    place = where[claim.article] if claim else None
    region = place.region(claim.span) if claim and place else None
    lines = {"line": region.line, "endLine": region.end_line} if region else {}
    if region and region.line == region.end_line:
        lines |= {"col": region.column, "endColumn": region.end_column}
    return command(LEVELS[finding.severity], message, file=place.path if place else None, **lines, title=title)


def lines(report: Report, *, options: Options) -> Iterator[str]:
    """Give a command for each finding, the gravest first, then one that says how many were left out."""
    layout = Layout.of(report, options)
    where = places(report.articles, options.root)
    findings = [finding for _, told in by_story(report, selected(report, options)) for finding in told]
    totals = Counter(LEVELS[finding.severity] for finding in findings)
    room = dict.fromkeys(totals, MOST)
    if any(total > MOST for total in totals.values()):
        room["notice"] = MOST - 1  # the last line is a notice as well
    left = 0
    for finding in findings:
        level = LEVELS[finding.severity]
        if room[level]:
            room[level] -= 1
            yield _finding(finding, layout, where)
        else:
            left += 1
    if left:
        yield command("notice", layout.words.label("left_out", findings=layout.words.count("finding", left)), title="claimcheck")


def render(report: Report, *, options: Options) -> str:
    """Write the commands, one a line."""
    return "".join(f"{line}\n" for line in lines(report, options=options))
