"""JUnit XML for CI servers: a suite for each story, a case for each fact that its outlets give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from claimcheck.model import Finding, Problem, Report
from claimcheck.report.findings import Layout
from claimcheck.report.formats import Options, selected
from claimcheck.report.places import Place, places
from claimcheck.report.telling import about, by_story, label, positions, primary, reasons, title
from claimcheck.report.words import clean

NAME = "junit"
DOC = "for CI servers: a suite for each story, a case for each fact; what reaches --fail-on is a failure, a lost input an error"
SKIPPED = ("not_comparable", "single")
"""Verdicts of facts that were not compared."""
_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def _text(text: str) -> str:
    """Take out what XML cannot hold."""
    return clean(text).translate(_NO_XML)


def _case(suite: ET.Element, finding: Finding, layout: Layout, where: dict[str, Place], names: Counter[str]) -> None:
    name = _text(about(finding, layout))
    names[name] += 1
    told = name if names[name] == 1 else f"{name} [{finding.key}]"
    case = ET.SubElement(suite, "testcase", classname=_text(finding.attribute.strip("<>")), name=told)
    claim = primary(finding, layout)
    place = where[claim.article] if claim else None
    if claim and place and place.path:
        region = place.region(claim.span)
        case.attrib |= {"file": _text(place.path)} | ({"line": str(region.line)} if region else {})
    lines = [_text(line) for line in (*positions(finding, layout), *reasons(finding, layout))]
    summary = f"{layout.words.verdict(finding.verdict)}{layout.words.label('colon')}{' | '.join(map(label, finding.positions))}"
    if finding.reaches(layout.options.fail_on):
        ET.SubElement(case, "failure", type=finding.verdict, message=_text(summary)).text = "\n".join(lines)
    elif finding.verdict in SKIPPED:
        ET.SubElement(case, "skipped", message=layout.words.verdict(finding.verdict))
    else:
        ET.SubElement(case, "system-out").text = "\n".join([_text(summary), *lines])


def _lost(suites: ET.Element, problems: Sequence[Problem], layout: Layout) -> None:
    """Write a suite with an error for each input that could not be read."""
    if problems:
        suite = ET.SubElement(suites, "testsuite", name=layout.words.label("input"))
        for problem in problems:
            case = ET.SubElement(suite, "testcase", classname=problem.code, name=_text(problem.where))
            ET.SubElement(case, "error", type=problem.code, message=_text(problem.message))


def _count(element: ET.Element) -> None:
    counts = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    element.attrib |= {name: str(sum(1 for _ in element.iter(tag))) for name, tag in counts.items()}


def render(report: Report, *, options: Options) -> str:
    """Write the suites."""
    layout = Layout.of(report, options)
    where = places(report.articles, options.root)
    suites = ET.Element("testsuites", name="claimcheck")
    for story, findings in by_story(report, selected(report, options, None)):
        suite = ET.SubElement(suites, "testsuite", name=_text(title(story)))
        names: Counter[str] = Counter()
        for finding in findings:
            _case(suite, finding, layout, where, names)
    _lost(suites, [problem for problem in report.problems if problem.level == "error"], layout)
    for element in (suites, *suites):
        _count(element)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'
