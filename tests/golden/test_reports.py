"""Whole runs on the sample story, in every output format, to the byte; `make golden` rewrites them, and the diff is reviewed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.report import formats

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
STORY = "pang-apple-meta"
WIDTHS = {"table": (80, 100, 120, 200)}
"""Formats that are laid out for a terminal, with the columns that are pinned."""
README = ROOT / "README.md"
OPEN, CLOSE = "<!-- excerpt: `make golden` takes it from a real run -->\n```\n", "```\n<!-- /excerpt -->"
EXCERPT = 2
"""Findings that the README shows."""
CASES = [(name, width) for name in formats.names() for width in WIDTHS.get(name, (0,))]


def render(name: str, width: int) -> bytes:
    """Run the program as a user does."""
    env = os.environ | {"COLUMNS": str(width or 100), "NO_COLOR": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "claimcheck", "compare", f"corpus/{STORY}", "--format", name]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False)
    assert run.returncode == 1, run.stderr.decode()
    return run.stdout


@pytest.mark.parametrize(("name", "width"), CASES, ids=str)
def test_report(name: str, width: int, request: pytest.FixtureRequest) -> None:
    """The report is the one that was last reviewed."""
    path = HERE / STORY / (f"{name}-{width}.txt" if width else f"report.{name}")
    found = render(name, width)
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(found)
    assert path.is_file(), "no golden report yet; run `make golden` and review it"
    assert found.decode() == path.read_text(encoding="utf-8"), "the report changed; run `make golden` and review the diff"


def excerpt(table: str) -> str:
    """Cut the headline, the first findings and the summary out of a table."""
    title, *findings, summary = re.split(r"\n\n", table.strip())
    return "\n\n".join([title, *findings[:EXCERPT], "…", summary]) + "\n"


def test_the_readme_shows_a_real_run(request: pytest.FixtureRequest) -> None:
    """The table in README.md is cut out of the golden report of 100 columns."""
    wanted = excerpt((HERE / STORY / "table-100.txt").read_text(encoding="utf-8"))
    before, _, rest = README.read_text(encoding="utf-8").partition(OPEN)
    shown, _, after = rest.partition(CLOSE)
    if request.config.getoption("--update-golden"):
        README.write_text(before + OPEN + wanted + CLOSE + after, encoding="utf-8")
        shown = wanted
    assert shown == wanted, "the report changed; run `make golden` and review the diff"


def test_nothing_is_left_over() -> None:
    """Every golden file belongs to a format."""
    known = {f"{name}-{width}.txt" if width else f"report.{name}" for name, width in CASES}
    assert {path.name for path in (HERE / STORY).glob("*")} <= known
