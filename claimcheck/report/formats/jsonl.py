"""The whole report as JSON lines: one record a line, told apart by `record`, shaped as in the JSON report."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Report
from claimcheck.report.encode import Json, dumps
from claimcheck.report.formats import Options
from claimcheck.report.formats.json import encode_report

NAME = "jsonl"
DOC = "for pipelines: everything that the JSON report holds, one record a line, so that a line can be read alone"
RECORDS = {
    "articles": "article",
    "stories": "story",
    "claims": "claim",
    "findings": "finding",
    "matrix": "matrix",
    "problems": "problem",
}
"""Lists of the JSON report, with the name of one of their records."""


def records(report: Report, *, options: Options) -> Iterator[Json]:
    """Give what holds for the whole report, then each of its records."""
    data = encode_report(report, options=options)
    yield {"record": "report", **{name: value for name, value in data.items() if name not in RECORDS}}
    for name, record in RECORDS.items():
        yield from ({"record": record, **row} for row in data[name])


def render(report: Report, *, options: Options) -> str:
    """Write the records, the report's own first."""
    return "".join(f"{dumps(record)}\n" for record in records(report, options=options))
