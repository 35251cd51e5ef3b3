"""Whole runs on the sample story, in every output format, to the byte; `make golden` rewrites them, and the diff is reviewed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.cli import run
from claimcheck.report import formats

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
STORY = "pang-apple-meta"
WIDTHS = {"table": (80, 100, 120, 200), "matrix": (80, 100)}
"""Formats that are laid out for a terminal, with the columns that are pinned."""
README = ROOT / "README.md"
OPEN, CLOSE = "<!-- excerpt: `make golden` takes it from a real run -->\n```\n", "```\n<!-- /excerpt -->"
EXCERPT = 2
"""Findings that the README shows."""
CASES = [(name, width) for name in formats.names() for width in WIDTHS.get(name, (0,))]


@pytest.fixture
def render(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[[str, int], bytes]:
    """Run a command line as a user does, in this process."""

    def run_once(name: str, width: int) -> bytes:
        monkeypatch.chdir(ROOT)
        monkeypatch.setenv("COLUMNS", str(width or 100))
        assert run(["compare", f"corpus/{STORY}", "--format", name]) == 1
        return capfdbinary.readouterr().out

    return run_once


@pytest.mark.parametrize(("name", "width"), CASES, ids=str)
def test_report(name: str, width: int, render: Callable[[str, int], bytes], request: pytest.FixtureRequest) -> None:
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
