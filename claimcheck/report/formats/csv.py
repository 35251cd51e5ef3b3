"""CSV for spreadsheets: one row a finding, then one row a claim (RFC 4180, UTF-8 with the mark by which Excel knows it)."""

from __future__ import annotations

import csv
from io import StringIO

from claimcheck.model import Report
from claimcheck.report.formats import Options
from claimcheck.report.rows import COLUMNS, MOST, Cell, Rows

NAME = "csv"
DOC = "for spreadsheets: one row a finding, then one row a claim, told apart by the column `record`; no cell is taken for a formula"
MARK = "\ufeff"
"""Without it Excel reads accented letters as Windows-1252."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Starts of a text that a spreadsheet runs as a formula, their full-width twins among them."""
RECORD_COLUMNS = COLUMNS[: COLUMNS.index("level")]
"""Columns of findings and claims; what follows is of problems."""


def safe(cell: Cell) -> Cell:
    """Cut a text to what a cell can hold, and put an apostrophe before one that would be taken for a formula."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}"[:MOST] if cell.startswith(FORMULA) else cell[:MOST]


def render(report: Report, *, options: Options) -> str:
    """Write the rows, names of columns first."""
    rows = Rows(report, options)
    out = StringIO()
    writer = csv.DictWriter(out, RECORD_COLUMNS)
    writer.writeheader()
    for record, found in {"finding": rows.findings(), "claim": rows.claims()}.items():
        writer.writerows({"record": record, **{name: safe(cell) for name, cell in row.items()}} for row in found)
    return MARK + out.getvalue()
