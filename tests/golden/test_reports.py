"""Whole runs on annotated stories, to the byte; `make golden` rewrites them, and the diff is reviewed.

Two stories in every output format, one of them told in English; the others in the formats that are compact, and in all others by a
digest: where one changes, the story's compact reports and the two whole ones show what changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from claimcheck.cli import run
from claimcheck.report import formats

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
STORY = "pang-apple-meta"
WHOLE: dict[str, tuple[str, ...]] = {STORY: (), "municipales-valbrune": ("--ui", "en")}
"""Stories that are written in every format, with their options."""
COMPACT = ("github", "markdown")
"""Formats that every story is written in."""
WIDTHS = {"table": (80, 100, 120, 200), "matrix": (80, 100)}
"""Formats that are laid out for a terminal, with the columns that are pinned."""
DIGESTS = HERE / "digests.json"
README = ROOT / "README.md"
OPEN, CLOSE = "<!-- excerpt: `make golden` takes it from a real run -->\n```\n", "```\n<!-- /excerpt -->"
EXCERPT = 2
"""Findings that the README shows."""


def cases() -> Iterator[tuple[str, str, int]]:
    """Yield story, format and columns of every golden file; no columns for what does not depend on them."""
    for story in sorted(path.parent.name for path in (ROOT / "corpus").glob("*/truth.yaml")):
        for name in formats.names() if story in WHOLE else COMPACT:
            yield from ((story, name, width) for width in WIDTHS.get(name, (0,)))


def golden(story: str, name: str, width: int) -> Path:
    """Say where a golden file is."""
    return HERE / story / (f"{name}-{width}.txt" if width else f"report.{name}")


def readable(name: str, data: bytes) -> str:
    """Give a report as text: a workbook as its cells, a row a line."""
    if name != "xlsx":
        return data.decode()
    rows = ((sheet.title, *row) for sheet in load_workbook(BytesIO(data)) for row in sheet.iter_rows(values_only=True))
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, int], Path]:
    """Run a story once as a user does, in this process, and give the folder with its reports in every format."""

    @cache
    def run_once(story: str, width: int) -> Path:
        folder = tmp_path_factory.mktemp(story)
        wanted = [argument for name in formats.names() for argument in (f"--{name}-output", str(folder / name))]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(ROOT)
            patch.setenv("COLUMNS", str(width or 100))
            assert run(["compare", f"corpus/{story}", "--format", "github", *WHOLE.get(story, ()), *wanted]) in (0, 1)
        return folder

    return run_once


@pytest.mark.parametrize(("story", "name", "width"), list(cases()), ids=str)
def test_report(story: str, name: str, width: int, reports: Callable[[str, int], Path], request: pytest.FixtureRequest) -> None:
    """The report is the one that was last reviewed."""
    path = golden(story, name, width)
    found = readable(name, (reports(story, width) / name).read_bytes())
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(found.encode())
    assert path.is_file(), "no golden report yet; run `make golden` and review it"
    assert found == path.read_bytes().decode(), "the report changed; run `make golden` and review the diff"


@pytest.mark.parametrize("story", sorted(path.parent.name for path in (ROOT / "corpus").glob("*/truth.yaml")), ids=str)
def test_digest(story: str, reports: Callable[[str, int], Path], request: pytest.FixtureRequest) -> None:
    """Every story's report in every format is the last one, to the byte; a workbook to the cell."""
    pinned = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.is_file() else {}
    folder = reports(story, 0)
    found = {name: hashlib.sha256(readable(name, (folder / name).read_bytes()).encode()).hexdigest()[:16] for name in formats.names()}
    if request.config.getoption("--update-golden"):
        DIGESTS.write_text(json.dumps({**pinned, story: found}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        pinned[story] = found
    changed = [name for name, digest in found.items() if digest != pinned.get(story, {}).get(name)]
    assert not changed, f"the reports of {story} changed in {', '.join(changed)}; run `make golden` and review the diff"


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
    """Every golden file belongs to a story and a format."""
    assert {path for path in HERE.glob("*/*") if path.parent.name != "__pycache__"} == {golden(*case) for case in cases()}
