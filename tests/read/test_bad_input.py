"""Inputs that cannot be read, or not wholly: one clear word each, and the rest is still read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.read.formats import formats
from claimcheck.read.stage import read
from tests.read.files import ENGLISH, FRENCH, codes, one, put

UNREADABLE = {
    "empty": ("a.txt", b"", "empty-file", ""),
    "blank": ("a.txt", b" \n\t\n", "empty-file", ""),
    "binary": ("a.txt", bytes(range(256)) * 20, "not-text", ""),
    "picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 9, "not-text", ""),
    "broken utf-16": ("a.txt", b"\xff\xfea\x00\x00\xd8b", "not-text", ""),
    "unknown suffix": ("a.odt", b"PK", "unknown-format", ""),
    "broken json": ("a.json", b'{"text": "a",\n "b": }', "broken-json", ":2:7"),
    "deep json": ("a.json", b"[" * 200_000, "broken-json", ""),
    "huge number": ("a.json", b'{"text": ' + b"1" * 9000 + b"}", "broken-json", ""),
    "number": ("a.json", b"12", "no-article", ""),
    "empty list": ("a.json", b"[]", "no-article", ""),
    "no text": ("a.jsonl", b'{"title": "a"}', "no-text", ":1"),
    "text is a list": ("a.jsonl", b'{"text": ["a"]}', "no-text", ":1"),
    "text is blank": ("a.jsonl", b'{"text": " "}', "empty-file", ":1"),
    "blank lines": ("a.jsonl", b"\n\n", "no-article", ""),
}


@pytest.mark.parametrize(("name", "data", "code", "place"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable(tmp_path: Path, name: str, data: bytes, code: str, place: str) -> None:
    """Each gives one error that names the place, and the file beside it is still read."""
    path = put(tmp_path, name, data)
    articles, problems = read([path, put(tmp_path, "good.txt", FRENCH)])
    assert [article.id for article in articles] == ["good"]
    assert codes(problems) == [(code, "error")]
    assert problems[0].where == path + place


def test_broken_line_seven_and_the_others(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": FRENCH}) for n in range(1, 10)]
    lines[6] = '{"id": "7", "text": "a" "b"}'
    path = put(tmp_path, "feed.jsonl", "\n".join(lines))
    articles, problems = read([path])
    assert [article.id for article in articles] == list("12345689")
    assert [(problem.code, problem.where) for problem in problems] == [("broken-json", f"{path}:7:25")]


@pytest.mark.parametrize("head", ["a: [1", "just words", "- a\n- b", "a: b: c", "&a [*a]: 1", "\t- x"])
def test_broken_front_matter_loses_no_text(tmp_path: Path, head: str) -> None:
    article, problems = one(put(tmp_path, "a.md", f"---\n{head}\n---\n{FRENCH}"))
    assert article.text == FRENCH
    assert codes(problems) == [("broken-front-matter", "warning")]


def test_missing_path_and_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _, problems = read([str(tmp_path / "nowhere"), str(tmp_path / "empty"), "a\0b"])
    assert {code for code, _ in codes(problems)} <= {"missing-path", "no-article", "unreadable-path"}
    assert [level for _, level in codes(problems)] == ["error"] * 3


def test_unreadable_date_and_unknown_language_are_warnings(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": FRENCH, "date": "soon"}, {"id": "a", "text": ENGLISH, "language": "tlh"}]
    path = put(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    articles, problems = read([path])
    assert [(article.id, article.published, article.language) for article in articles] == [("a", None, "fr"), ("a-2", None, "en")]
    assert sorted(codes(problems)) == [("same-id", "warning"), ("unknown-language", "warning"), ("unreadable-date", "warning")]
    assert {problem.where for problem in problems} == {f"{path}:1", f"{path}:2"}


SUFFIXES = sorted(suffix for format_ in formats() for suffix in format_.SUFFIXES)
HEADS = [
    b"",
    b"{",
    b"[",
    b"---\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b'{"text": "',
    b'[{"text": "a", "date": ',
    b"<html>",
    b"<?xml version='1.0'?><rss>",
    b"%PDF-1.4",
    b"PK\x03\x04",
    b"WARC/1.0\r\n",
]


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SUFFIXES), st.sampled_from(HEADS), st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes(tmp_path: Path, suffix: str, head: bytes, tail: bytes) -> None:
    """Whatever the bytes, there is an article or a word about it, and the text can be written again."""
    articles, problems = read([put(tmp_path, "x" + suffix, head + tail)])
    assert articles or problems
    assert not [problem for problem in problems if "please report" in problem.message]
    for article in articles:
        article.text.encode()


FIELDS = st.sampled_from(["id", "outlet", "source", "title", "date", "published", "language", "url", "text", "body", "credits"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["name", "text", "x"]), inner, max_size=2),
    max_leaves=3,
)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(FIELDS, VALUES, max_size=5), min_size=1, max_size=3))
def test_any_rows(tmp_path: Path, rows: list[dict]) -> None:
    articles, problems = read([put(tmp_path, "x.jsonl", "\n".join(map(json.dumps, rows)))])
    assert len(articles) + len([problem for problem in problems if problem.level == "error"]) == len(rows)
    assert not [problem for problem in problems if "please report" in problem.message]
    assert len({article.id for article in articles}) == len(articles)
