"""Passages are found again in their files, on the line and in the column that a report names."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import Article, Span
from claimcheck.read.stage import read
from claimcheck.report.places import Place

TEXT = "Incendie à Montbrun\n\nLe feu a pris mardi.\nNeuf blessés, dit-on.\n"
FRONT = "---\noutlet: L'Écho\ndate: 2025-03-12\n---\n"
FILES = {
    "plain.txt": TEXT,
    "front.md": FRONT + TEXT,
    "empty-front.txt": "---\n---\n" + TEXT,
    "dots.txt": FRONT.replace("\n---\n", "\n...\n") + TEXT,
    "windows.txt": (FRONT + TEXT).replace("\n", "\r\n"),
    "marked.txt": "\ufeff" + FRONT + TEXT,
    "broken-front.md": "---\ntitle: [a\n---\n" + TEXT,
}


@pytest.mark.parametrize(("name", "content"), FILES.items(), ids=FILES)
@pytest.mark.parametrize("words", ["Incendie", "mardi", "Neuf blessés", "mardi.\nNeuf"])
def test_lines_and_columns_are_the_files(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode())
    if name == "windows.txt":
        words = words.replace("\n", "\r\n")
    (article,), _ = read([str(path)])
    start = article.text.index(words)
    region = Place(article, None).region(Span(start, start + len(words)))
    assert region is not None
    lines = [line + "\n" for line in path.read_bytes().decode("utf-8-sig").split("\n")]
    told = "".join(lines[region.line - 1 : region.end_line])
    cut = len(lines[region.end_line - 1]) - (region.end_column - 1)
    assert told[region.column - 1 : len(told) - cut] == words


def test_json_has_no_lines_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text('{"outlet": "Écho", "text": "Un.\\nDeux."}\n', encoding="utf-8")
    (article,), _ = read([str(path)])
    assert Place(article, None).region(Span(0, 3)) is None


ROOT = Path("/dossier")
URIS = {
    "below": ("news/a.txt", ROOT, "news/a.txt"),
    "not tidy": ("news/../b/./a.txt", ROOT, "b/a.txt"),
    "absolute, below": ("/dossier/news/a.txt", ROOT, "news/a.txt"),
    "outside": ("../a.txt", ROOT, "file:///a.txt"),
    "letters that an address cannot hold": ("l'été #1 %.txt", ROOT, "l%27%C3%A9t%C3%A9%20%231%20%25.txt"),
    "no folder known": ("news/a.txt", None, "news/a.txt"),
}


@pytest.mark.parametrize(("path", "root", "uri"), URIS.values(), ids=URIS)
def test_addresses(path: str, root: Path | None, uri: str) -> None:
    assert Place(Article("a", "A", "", path=path), root).uri == uri


def test_an_article_without_a_file() -> None:
    assert Place(Article("a", "A", "", url="https://a.example/x"), ROOT).uri == "https://a.example/x"
    assert Place(Article("à 1", "A", ""), ROOT).uri == "%C3%A0%201"
    assert Place(Article("a", "A", ""), ROOT).path is None
