"""An Excel workbook: findings, claims, articles and problems, a sheet each. Needs XlsxWriter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from claimcheck.model import Report
from claimcheck.report.formats import Options
from claimcheck.report.rows import COLUMNS, MOST, Row, Rows
from claimcheck.report.words import Words, words

NAME = "xlsx"
DOC = "for Excel and LibreOffice: findings, claims, articles and problems on a sheet each, with filters (extra `xlsx`)"
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - no clock is read: the same report gives the same bytes
WIDTHS = {"topic": 40, "value": 40, "outlet": 30, "explanation": 60, "quote": 40, "sentence": 80, "title": 50, "message": 80, "path": 40}
"""Widths of columns, in characters, where they are not `WIDTH`."""
WIDTH = 14
WRAPPED = 60
"""Width from which a column's text is wrapped."""


def _fill(sheet: Worksheet, rows: Iterable[Row], say: Words, *, head: Format, wrap: Format) -> None:
    written = list(rows)
    names = [name for name in COLUMNS if written and name in written[0]]
    if not names:
        sheet.write_string(0, 0, say.none)
        return
    for column, name in enumerate(names):
        width = WIDTHS.get(name, WIDTH)
        sheet.set_column(column, column, width, wrap if width >= WRAPPED else None)
        sheet.write_string(0, column, say.column(name), head)
        for line, row in enumerate(written, 1):
            cell = row[name]
            if isinstance(cell, str):
                sheet.write_string(line, column, cell[:MOST])
            elif cell is not None:
                sheet.write(line, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(written), len(names) - 1)


def render(report: Report, *, options: Options) -> bytes:
    """Write the workbook; text is text, never a formula nor a link."""
    say, rows = words(report.language, options.rules), Rows(report, options)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": "claimcheck", "comments": report.version, "created": CREATED})
    formats = {"head": book.add_format({"bold": True, "bottom": 1}), "wrap": book.add_format({"text_wrap": True, "valign": "top"})}
    sheets = {"findings": rows.findings(), "claims": rows.claims(), "articles": rows.articles(), "problems": rows.problems()}
    for name, found in sheets.items():
        _fill(book.add_worksheet(say.sheet(name)), found, say, **formats)
    book.close()
    return out.getvalue()
