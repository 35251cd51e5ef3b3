"""Take the README's pictures from a real run: `python -m docs.pictures` writes `docs/pictures/`; it needs a Chromium."""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from claimcheck import pipeline
from claimcheck.model import Report
from claimcheck.report import formats
from claimcheck.settings import Settings
from tests.browser.chromium import browse, find

HERE = Path(__file__).parent
STORY = "corpus/pang-apple-meta"
COLUMNS = 110
WINDOW = (1180, 1440)
"""CSS pixels of the picture of the page."""
SHOWN = "f3"
"""The finding that the picture of the page shows open."""
_FONTS = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def write(report: Report, name: str, *, color: bool = False) -> str:
    """Write the report as the command line would."""
    labels = pipeline.labels_of(report.articles, Settings(), report.language)
    written = formats.load(name).render(report, options=formats.Options(width=COLUMNS, color=color, labels=labels))
    return str(written)


def terminal(report: Report) -> str:
    """Draw the table as a terminal shows it; no font is fetched."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="standard")
    console.print(Text.from_ansi(write(report, "table", color=True)))
    title = f"claimcheck compare {STORY}"
    return console.export_svg(title=title, code_format=_FONTS.sub("", CONSOLE_SVG_FORMAT), unique_id="table")


def page(report: Report, program: str) -> bytes:
    """Photograph the page with a finding open."""
    with TemporaryDirectory() as folder, browse(program) as tab:
        path = Path(folder) / "page.html"
        path.write_text(write(report, "html"), encoding="utf-8")
        tab.resize(*WINDOW)
        tab.open(path)
        tab.run(f"document.querySelector('[data-finding={SHOWN}] > summary').click()")
        tab.settle()
        return tab.screenshot()


def main() -> None:
    """Write both pictures."""
    program = find()
    if program is None:
        sys.exit("docs/pictures.py needs a Chromium and found none; `apt-get install chromium` brings one")
    report = pipeline.compare([STORY])
    pictures = HERE / "pictures"
    pictures.mkdir(exist_ok=True)
    (pictures / "table.svg").write_text(terminal(report), encoding="utf-8")
    (pictures / "page.png").write_bytes(page(report, program))
    print("docs/pictures/table.svg\ndocs/pictures/page.png")


if __name__ == "__main__":
    main()
