"""SARIF 2.1.0 for code scanning: one result a finding, shown at one passage and linked to the others.

Section numbers are those of the OASIS standard, errata 01.
"""

from __future__ import annotations

from claimcheck.model import Claim, Finding, Problem, Report
from claimcheck.report.encode import Json, dumps
from claimcheck.report.findings import Layout
from claimcheck.report.formats import Options, selected
from claimcheck.report.places import Place, places
from claimcheck.report.quoting import differing
from claimcheck.report.telling import about, by_story, holders, label, primary, reasons
from claimcheck.report.words import clean

NAME = "sarif"
DOC = "for code scanning, as GitHub's: findings with a stable fingerprint, each at one passage and linked to the others (SARIF 2.1.0)"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ESCAPES = str.maketrans({"[": "\\[", "]": "\\]", "\\": "\\\\", "{": "{{", "}": "}}"})


def escaped(text: str) -> str:
    """Make text plain in a message: no link (3.11.6), no placeholder (3.11.5)."""
    return text.translate(_ESCAPES)


def rule_id(finding: Finding) -> str:
    """Name the rule of a finding after its verdict and what the outlets differ on, so that each has a title of its own."""
    return f"{finding.verdict}/{finding.attribute.strip('<>')}"


def _location(claim: Claim, where: dict[str, Place], told: str, number: int | None = None) -> Json:
    place = where[claim.article]
    region = place.region(claim.span)
    lines = (
        {"startLine": region.line, "startColumn": region.column, "endLine": region.end_line, "endColumn": region.end_column}
        if region
        else {"startLine": 1}  # the whole file, but GitHub takes no location without a line
    )
    return {
        **({} if number is None else {"id": number}),
        "physicalLocation": {"artifactLocation": {"uri": place.uri}, "region": lines},
        "logicalLocations": [{"fullyQualifiedName": claim.article, "kind": "resource"}],
        "message": {"text": escaped(told)},
    }


class _Results:
    """Writes findings, and the rules that they are results of."""

    def __init__(self, layout: Layout, where: dict[str, Place]) -> None:
        self.layout = layout
        self.where = where
        self.rules: dict[str, Json] = {}

    def write(self, finding: Finding) -> Json:
        """Write one finding."""
        colon = self.layout.words.label("colon")
        first = primary(finding, self.layout)
        told = [(label(position), holders(position, self.layout)) for position in finding.positions]
        others: list[Json] = []
        lines = []
        for value, claims in told:
            names = []
            for claim in claims:
                said = self.layout.said(claim, finding)
                if claim is not first:
                    others.append(_location(claim, self.where, f"{said}{colon}{value}", len(others) + 1))
                names.append(escaped(said) if claim is first else f"[{escaped(said)}]({len(others)})")
            lines.append(f"{escaped(value)}{colon}{' · '.join(names)}")
        message = "\n".join([f"{escaped(about(finding, self.layout))}. {'; '.join(lines)}.", *map(escaped, reasons(finding, self.layout))])
        rule = self._rule(finding)
        return {
            "ruleId": rule,
            "ruleIndex": [*self.rules].index(rule),
            "kind": "informational" if finding.severity == "none" else "fail",
            "level": finding.severity,
            "message": {"text": message},
            "locations": [_location(first, self.where, self.layout.said(first, finding))] if first else [],
            "relatedLocations": others,
            "partialFingerprints": {"primaryLocationLineHash": finding.key},
            "properties": {"id": finding.id, "story": finding.story, "confidence": round(finding.confidence, 4)},
        }

    def _rule(self, finding: Finding) -> str:
        say, name = self.layout.words, rule_id(finding)
        attribute = differing(finding.attribute, say=say, options=self.layout.options)
        advice = f"{say.help(finding.verdict)}\n\n{say.label('trail', id='ID')}"
        self.rules.setdefault(
            name,
            {
                "id": name,
                "shortDescription": {"text": f"{say.verdict(finding.verdict)}{say.label('colon')}{attribute}"},
                "fullDescription": {"text": say.help(finding.verdict)},
                "help": {"text": advice, "markdown": advice},
                "defaultConfiguration": {"level": finding.severity},
                "properties": {"tags": [finding.verdict, finding.type]},
            },
        )
        return name


def _notification(problem: Problem) -> Json:
    told = escaped(clean(f"{problem.where}: {problem.message}"))
    return {"level": problem.level, "descriptor": {"id": problem.code}, "message": {"text": told}}


def log(report: Report, *, options: Options) -> Json:
    """Give the SARIF log: one run."""
    layout = Layout.of(report, options)
    writer = _Results(layout, places(report.articles, options.root))
    results = [writer.write(finding) for _, told in by_story(report, selected(report, options)) for finding in told]
    driver = {"name": "claimcheck", "version": report.version, "semanticVersion": report.version, "rules": [*writer.rules.values()]}
    lost = any(problem.level == "error" for problem in report.problems)
    run = {
        "tool": {"driver": driver},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not lost, "toolExecutionNotifications": [*map(_notification, report.problems)]}],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def render(report: Report, *, options: Options) -> str:
    """Write the log as JSON, indented, with a line end."""
    return dumps(log(report, options=options), indent=True) + "\n"
