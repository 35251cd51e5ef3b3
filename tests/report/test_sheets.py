"""CSV and XLSX, opened again: every finding and claim is a row, and no text is a formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from claimcheck.model import Report
from claimcheck.report import formats
from claimcheck.report.formats.csv import FORMULA, MARK, RECORD_COLUMNS
from claimcheck.report.rows import COLUMNS, Rows
from claimcheck.report.words import clean, words
from tests.report.hostile import OPTIONS, PAYLOADS, hostile
from tests.report.sample import sample


def table(report: Report) -> list[dict[str, str]]:
    text = formats.load("csv").render(report, options=OPTIONS)
    assert isinstance(text, str)
    assert text.startswith(MARK)
    return list(csv.DictReader(StringIO(text.removeprefix(MARK), newline="")))


def workbook(report: Report) -> Any:
    data = formats.load("xlsx").render(report, options=OPTIONS)
    assert isinstance(data, bytes)
    return load_workbook(BytesIO(data))


def test_csv_has_a_row_a_finding_and_a_row_a_claim() -> None:
    report, rows = sample(), table(sample())
    assert [row["id"] for row in rows if row["record"] == "claim"] == [claim.id for claim in report.claims]
    assert {row["id"] for row in rows if row["record"] == "finding"} == {finding.id for finding in report.findings}
    assert len(rows) == len(report.claims) + len(report.findings)


def test_numbers_and_places_have_cells_of_their_own() -> None:
    row = next(row for row in table(sample()) if row["record"] == "claim" and row["quote"] == "12 millions d'euros")
    assert (float(row["low"]), float(row["high"]), row["unit"], row["path"]) == (12e6, 12e6, "EUR", f"dossier/{row['article']}.txt")


def test_every_column_is_filled_somewhere_and_has_a_name() -> None:
    rows = Rows(sample(), OPTIONS)
    used = {name for found in (rows.findings(), rows.claims(), rows.articles(), rows.problems()) for row in found for name in row}
    assert used == set(COLUMNS) - {"record"}
    for language in ("fr", "en"):
        assert all(words(language).column(name) for name in COLUMNS)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_no_cell_of_a_csv_is_a_formula(payload: str) -> None:
    rows = table(hostile(payload))
    assert len(rows) == len(sample().claims) + len(sample().findings)
    for row in rows:
        assert set(row) == set(RECORD_COLUMNS)
        assert not any(cell.startswith(FORMULA) for cell in row.values())
    assert any(row["quote"].removeprefix("'") == clean(payload)[: len(row["quote"])] for row in rows)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_xlsx_opens_and_holds_text(payload: str) -> None:
    """No formula and no link, whatever a text looks like; characters that XML lacks are shown as lost."""
    for sheet in workbook(hostile(payload)):
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n", "b") and cell.hyperlink is None for cell in row)


def test_xlsx_has_a_sheet_for_each_kind_of_row() -> None:
    report, book = sample(), workbook(sample())
    assert book.sheetnames == ["Constats", "Affirmations", "Articles", "Problèmes"]
    sizes = [len(found) for found in (report.findings, report.claims, report.articles, report.problems)]
    assert [sheet.max_row - 1 for sheet in book] == sizes
    assert {cell.value for cell in book["Constats"]["A"][1:]} == {finding.id for finding in report.findings}


def test_xlsx_is_the_same_at_any_time() -> None:
    assert formats.load("xlsx").render(sample(), options=OPTIONS) == formats.load("xlsx").render(sample(), options=OPTIONS)
