"""GitHub annotations, read as a runner reads them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from claimcheck.model import Report
from claimcheck.report.formats.github import MOST, render
from tests.report.hostile import OPTIONS, PAYLOADS, file, hostile
from tests.report.sample import sample

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:]*,?)*)::(.*)")
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def unescaped(text: str) -> str:
    return re.sub("%(0D|0A|3A|2C|25)", lambda found: ESCAPES[found.group()], text)


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in re.split("[\r\n]+", render(report, options=OPTIONS).rstrip("\n")):
        read = COMMAND.fullmatch(line)
        assert read, line
        properties = dict(part.split("=", 1) for part in read[2].split(",") if part)
        found.append((read[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(read[3])))
    return found


def placed(report: Report) -> Report:
    """Let every article start on line 5 of its file."""
    documents = [replace(document, article=replace(document.article, line=5)) for document in report.documents]
    return replace(report, documents=tuple(documents))


def test_a_finding_is_beside_its_passage() -> None:
    report = placed(sample())
    level, properties, message = commands(report)[0]
    assert level == "error"
    text = next(article.text for article in report.articles if f"dossier/{article.id}.txt" == properties["file"])
    line = text.split("\n")[int(properties["line"]) - 5]
    assert line[int(properties["col"]) - 1 : int(properties["endColumn"]) - 1] in message or properties["title"].startswith("contradiction")
    assert any(claim.text == line[int(properties["col"]) - 1 : int(properties["endColumn"]) - 1] for claim in report.claims)


def test_a_text_that_is_not_the_files_own_has_no_line() -> None:
    assert all("line" not in properties and "file" in properties for _, properties, _ in commands(sample()))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_articles_give_no_commands(payload: str) -> None:
    found = commands(hostile(payload))
    assert all(properties["file"] == file(payload) for _, properties, _ in found)


def test_no_more_than_are_shown() -> None:
    """The last line says how many were left out, and is itself no notice too many."""
    report = sample()
    findings = tuple(replace(finding, id=f"f{n}") for n, finding in enumerate(report.findings * 30))
    found = commands(replace(report, findings=findings))
    counts = Counter(level for level, _, _ in found)
    assert set(counts.values()) == {MOST}
    shown = sum(finding.verdict not in ("compatible", "agree", "not_comparable", "single") for finding in findings)
    assert found[-1][2].startswith(f"Faute de place, le rapport laisse ici de côté {shown - 3 * MOST + 1}\u00a0constats")


def test_nothing_to_tell() -> None:
    assert render(replace(sample(), findings=()), options=OPTIONS) == ""
