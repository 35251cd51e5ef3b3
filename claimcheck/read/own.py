"""Reports of our own among the inputs: left aside, so that a second run compares what the first one did."""

from __future__ import annotations

from pathlib import Path

MARKS = (b'<meta name="generator" content="claimcheck ', b'"schema": "claimcheck/', b'"schema":"claimcheck/')
"""What the page, the JSON and the JSON lines that we write have near their beginning."""
NEAR = 2048


def is_report(head: bytes) -> bool:
    """Tell by the beginning of a file whether it is a report."""
    return any(mark in head[:NEAR] for mark in MARKS)


def report_at(path: Path) -> bool:
    """Tell whether a file is a report; `OSError` where it cannot be read."""
    with path.open("rb") as stream:
        return is_report(stream.read(NEAR))
