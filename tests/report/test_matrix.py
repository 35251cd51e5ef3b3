"""The matrix: what each outlet makes of each finding, reviewed pages, and legible however many outlets there are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from claimcheck.model import VERDICTS, Report, Story
from claimcheck.report import formats
from claimcheck.report.formats import Options
from claimcheck.report.matrix import letter, matrices
from tests.report.sample import LABELS, sample

GOLDEN = Path(__file__).parent / "golden"
MATRIX = {
    "f2": {"courrier": "contradicts", "radio": "contradicts", "echo": "says", "gazette": "hedges", "matin": "says"},
    "f3": {"courrier": "says", "radio": "says", "echo": "silent", "gazette": "silent", "matin": "silent"},
    "f7": {"courrier": "silent", "radio": "silent", "echo": "silent", "gazette": "hedges", "matin": "says"},
}
"""Finding → what each article makes of it; only f2 is a contradiction."""


def render(report: Report, *, width: int = 100, show: tuple[str, ...] | None = None) -> str:
    return formats.load("matrix").render(report, options=Options(show=show, width=width, labels=LABELS))


def crowd(size: int) -> Report:
    """Let many more outlets stand beside the sample's, all silent."""
    report = sample()
    first = report.documents[0]
    articles = [replace(first.article, id=f"z{i:02}", outlet=f"Le Journal du Canton n° {i}") for i in range(size)]
    more = tuple(replace(first, article=article, skipped=()) for article in articles)
    story = report.stories[0]
    told = Story(story.id, story.title, (*story.articles, *(document.article.id for document in more)), story.witnesses)
    return replace(report, documents=(*report.documents, *more), stories=(told, *report.stories[1:]))


@pytest.mark.parametrize("width", [80, 120])
def test_page(width: int, request: pytest.FixtureRequest) -> None:
    """Every verdict once: values as letters where there is little room, else in the cells."""
    path = GOLDEN / f"matrix-{width}.txt"
    found = render(sample(), width=width, show=VERDICTS)
    if request.config.getoption("--update-golden"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("finding", MATRIX)
def test_stances(finding: str) -> None:
    report = sample()
    (matrix,) = matrices(report, report.findings)
    row = next(row for row in matrix.rows if row.finding.id == finding)
    ids = {article.outlet: article.id for article in report.articles}
    assert {ids[cell.outlet]: cell.stance for cell in row.cells} == MATRIX[finding]


def test_two_articles_of_one_outlet_share_a_column() -> None:
    report = sample()
    documents = tuple(replace(document, article=replace(document.article, outlet="Le Courrier")) for document in report.documents)
    (matrix,) = matrices(replace(report, documents=documents), report.findings)
    assert matrix.outlets == ("Le Courrier",)
    assert {len(row.cells) for row in matrix.rows} == {1}


def test_json_names_who_speaks_and_who_is_silent() -> None:
    data = json.loads(formats.load("json").render(sample(), options=Options()))
    (matrix,) = data["matrix"]
    labels = {finding["id"]: {position["label"] for position in finding["positions"]} for finding in data["findings"]}
    assert [row["finding"] for row in matrix["rows"]] == list(labels)
    for row in matrix["rows"]:
        assert sorted([*row["silent"], *(cell["outlet"] for cell in row["cells"])]) == sorted(matrix["outlets"])
        assert {label for cell in row["cells"] for label in cell["labels"]} == labels[row["finding"]]
        assert all(cell["claims"] for cell in row["cells"])


@pytest.mark.parametrize("width", [40, 80, 200])
def test_fifty_outlets_are_never_wider_than_the_terminal(width: int) -> None:
    page = render(crowd(45), width=width)
    assert max(cell_len(line) for line in page.splitlines()) <= width
    assert "50 Le Journal du Canton n° 44" in " ".join(page.split())


def test_what_cannot_be_compared_is_shown_on_demand() -> None:
    assert "∅" not in render(sample())
    assert "∅" in render(sample(), show=("not_comparable",))


def test_nothing_found_says_so() -> None:
    assert render(replace(sample(), findings=())) == "aucune divergence à examiner\n"


@pytest.mark.parametrize(("position", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_letter(position: int, name: str) -> None:
    assert letter(position) == name
