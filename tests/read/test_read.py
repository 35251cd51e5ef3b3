"""What is read of each format, and what is said of inputs that cannot be read."""

from __future__ import annotations

import json
import os
import threading
from datetime import date, datetime
from pathlib import Path

import pytest

from claimcheck.read import source
from claimcheck.read.formats import formats
from claimcheck.read.stage import read
from tests.read.files import ENGLISH, FRENCH, codes, one, put


def test_plain_text_is_kept_as_written(tmp_path: Path) -> None:
    text = f"  {FRENCH}\r\n\r\n\tFin.  \n"
    article, problems = one(put(tmp_path, "gazette.txt", text))
    assert (article.id, article.outlet, article.language, article.text) == ("gazette", "gazette", "fr", text)
    assert not problems
    assert len(article.sha256) == 64


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_front_matter(tmp_path: Path, name: str) -> None:
    head = (
        "---\noutlet: La Gazette\ntitle: 'Le pont : la suite'\ndate: 2024-05-12 18:30\nlang: fr-FR\nurl: https://gazette.example/1\n---\n"
    )
    article, problems = one(put(tmp_path, name, head + FRENCH))
    assert not problems
    assert article.text == FRENCH
    assert (article.outlet, article.title, article.url) == ("La Gazette", "Le pont : la suite", "https://gazette.example/1")
    assert (article.published, article.language) == (datetime(2024, 5, 12, 18, 30), "fr")  # noqa: DTZ001


@pytest.mark.parametrize(
    "row",
    [
        {
            "id": "x",
            "outlet": "La Gazette",
            "title": "T",
            "date": "2024-05-12",
            "language": "fr",
            "url": "https://g.example/1",
            "text": FRENCH,
        },
        {
            "id": "x",
            "sitename": "La Gazette",
            "headline": "T",
            "published": "2024-05-12T00:00:00",
            "lang": "fr",
            "url": "https://g.example/1",
            "body": FRENCH,
        },
        {
            "id": "x",
            "source": {"name": "La Gazette"},
            "title": "T",
            "publish_date": "2024-05-12",
            "url": "https://g.example/1",
            "content": FRENCH,
        },
        {
            "id": "x",
            "outlet": "La Gazette",
            "title": "T",
            "date_publish": "2024-05-12 00:00:00",
            "url": "https://g.example/1",
            "maintext": FRENCH,
            "text": None,
        },
    ],
    ids=["ours", "trafilatura", "newsapi", "news-please"],
)
@pytest.mark.parametrize("shape", ["jsonl", "object", "list", "wrapped", "pretty jsonl"])
def test_json(tmp_path: Path, row: dict, shape: str) -> None:
    data = {
        "jsonl": json.dumps(row),
        "object": json.dumps(row, indent=1),
        "list": json.dumps([row]),
        "wrapped": json.dumps({"articles": [row]}),
        "pretty jsonl": json.dumps(row, indent=2),
    }[shape]
    article, problems = one(put(tmp_path, "feed.jsonl" if "jsonl" in shape else "feed.json", data))
    assert not problems
    assert (article.id, article.outlet, article.title) == ("x", "La Gazette", "T")
    assert (article.published, article.language, article.url, article.text) == (date(2024, 5, 12), "fr", "https://g.example/1", FRENCH)


def test_outlet_is_the_host_where_only_an_address_says_it(tmp_path: Path) -> None:
    article, _ = one(put(tmp_path, "a.json", json.dumps({"text": FRENCH, "url": "https://www.gazette.example/2024/pont"})))
    assert article.outlet == "gazette.example"


def test_folder_is_read_sorted_and_leaves_aside_what_is_no_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/a.txt", ".hidden.txt", ".git/x.txt", "truth.yaml", "README.md", "p.png", "q.png"):
        put(tmp_path, name, FRENCH)
    articles, problems = read([str(tmp_path)])
    assert [article.id for article in articles] == ["a", "b", "a-2"]
    assert codes(problems) == [("unknown-format", "warning")]
    assert "2 × .png" in problems[0].message


def test_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    paths = [put(tmp_path, name, FRENCH) for name in ("b.txt", "a.txt", "c/a.txt")]
    assert read(paths) == read([*reversed(paths), paths[0], str(tmp_path / "c"), str(tmp_path)])


def test_stdin() -> None:
    rows = "\n".join(json.dumps({"id": name, "text": FRENCH}) for name in "ab").encode()
    assert [article.id for article in read(["-"], stdin=rows)[0]] == ["a", "b"]
    (article,), _ = read(["-"], stdin=ENGLISH.encode())
    assert (article.id, article.outlet, article.language, article.path) == ("stdin", "stdin", "en", None)
    assert codes(read(["-"], stdin=b"")[1]) == [("empty-file", "error")]


@pytest.mark.parametrize(
    ("data", "expected", "warning"),
    [
        (b"\xef\xbb\xbf" + FRENCH.encode(), FRENCH, []),
        (FRENCH.encode("utf-16"), FRENCH, []),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), FRENCH, []),
        ("L’été à Nîmes".encode("cp1252"), "L’été à Nîmes", ["guessed-encoding"]),
        ("L'été à Nîmes, déjà".encode() + b"\xff!", "L'été à Nîmes, déjà\ufffd!", ["lost-characters"]),
        ("L’été à Nîmes".encode().decode("cp1252").encode(), "L’été à Nîmes".encode().decode("cp1252"), ["mojibake"]),
        ("Il a dit �� non".encode(), "Il a dit �� non", ["lost-characters"]),
    ],
    ids=["utf-8 mark", "utf-16", "utf-16 big end first", "windows", "one broken byte", "mojibake", "lost before"],
)
def test_encodings(tmp_path: Path, data: bytes, expected: str, warning: list[str]) -> None:
    article, problems = one(put(tmp_path, "a.txt", data))
    assert article.text == expected
    assert codes(problems) == [(code, "warning") for code in warning]


def test_too_long_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line above the limit is one problem; the lines around it are read."""
    for module in ("source", "formats.jsonl"):
        monkeypatch.setattr(f"claimcheck.read.{module}.MAX_BYTES", 2000)
    rows = [json.dumps({"id": str(n), "text": FRENCH * (1 if n != 2 else 100)}) for n in (1, 2, 3)]
    path = put(tmp_path, "a.jsonl", "\n".join(rows))
    articles, problems = read([path])
    assert [article.id for article in articles] == ["1", "3"]
    assert [(problem.code, problem.where) for problem in problems] == [("too-large", f"{path}:2")]
    assert codes(read([put(tmp_path, "b.txt", FRENCH * 100)])[1]) == [("too-large", "error")]
    assert source.MAX_BYTES == 2000


def test_pipe(tmp_path: Path) -> None:
    """A pipe has no second reading."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(json.dumps({"id": "a", "text": FRENCH}).encode()))
    writer.start()
    articles, problems = read([str(pipe)])
    writer.join()
    assert [article.id for article in articles] == ["a"]
    assert not problems


def test_lone_surrogates_become_lost_characters(tmp_path: Path) -> None:
    article, problems = one(put(tmp_path, "a.json", b'{"text": "un \\ud800 deux \\ud83d\\ude06"}'))
    assert article.text == "un \ufffd deux \U0001f606"
    assert codes(problems) == [("lost-characters", "warning")]


def test_every_format_is_described() -> None:
    for format_ in formats():
        assert format_.DOC.endswith(".")
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in format_.SUFFIXES)


@pytest.mark.parametrize(("tag", "region"), [("en-US", "US"), ("en_gb", "GB"), ("fr", None), ("zh-Hant-TW", "TW")])
def test_region(tmp_path: Path, tag: str, region: str | None) -> None:
    article, _ = one(put(tmp_path, "a.md", f"---\nlanguage: {tag}\n---\n{ENGLISH}"))
    assert article.region == region
