"""Files made to do harm: bombs, outside entities, endless nesting, files cut off anywhere; each gives a message or what is whole of it."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.read import extras
from claimcheck.read.formats import names
from claimcheck.read.stage import read
from tests.read.build import make_docx, make_pdf, make_warc
from tests.read.files import FRENCH, codes, put

SAMPLES = Path(__file__).parent / "samples"
ARTICLE = (SAMPLES / "pont.txt").read_text(encoding="utf-8")
MOST_SECONDS = 20
"""For one hostile file, on a busy machine; each takes under two alone."""
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9))
    + b"]>"
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
ROOTS = {
    "feed": b"<rss version='2.0'><channel><title>t</title><item><title>a</title><description>%s</description></item></channel></rss>",
    "nitf": b"<nitf><body><body.content><p>%s</p></body.content></body></nitf>",
    "newsml": b"<newsItem><contentSet><inlineData>%s</inlineData></contentSet></newsItem>",
    "tei": b"<TEI><text><body><p>%s</p></body></text></TEI>",
}


@pytest.mark.parametrize("head", [BOMB, OUTSIDE], ids=["bomb", "outside"])
@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_entities_are_refused(tmp_path: Path, head: bytes, root: bytes) -> None:
    articles, problems = read([put(tmp_path, "a.xml", head + root % b"&a;&a8;")])
    assert not articles
    assert codes(problems) == [("unsafe-xml", "error")]


def test_pages_expand_nothing(tmp_path: Path) -> None:
    words = f"<html><body><p>{FRENCH} &a; &a8;</p><p>{FRENCH}</p></body></html>".encode()
    articles, _ = read([put(tmp_path, "a.html", BOMB + words), put(tmp_path, "b.xhtml", OUTSIDE + words)])
    assert all(len(article.text) < 1000 for article in articles)


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


DEEP = {
    "html": (b"<html><body>" + b"<div><p>a " * 100_000),
    "xml": (b"<nitf>" + b"<block>" * 100_000),
    "atom": (b"<feed><entry><content>" + b"&lt;div&gt;" * 100_000),
    "rss": (b"<rss><channel>" + b"<item>" * 20_000),
    "json": (b'{"uri": "a", "versioncreated": "b", "bodies": ' + b"[" * 100_000),
    "pdf": b"%PDF-1.4\n" + b"[" * 100_000,
}


@pytest.mark.parametrize("suffix", DEEP)
def test_endless_nesting(tmp_path: Path, suffix: str) -> None:
    before = time.process_time()
    articles, problems = read([put(tmp_path, f"a.{suffix}", DEEP[suffix])])
    assert articles or problems
    assert not [problem for problem in problems if "please report" in problem.message]
    assert time.process_time() - before < MOST_SECONDS


def test_a_zip_bomb_is_too_large(tmp_path: Path) -> None:
    path = put(tmp_path, "a.docx", zipped("word/document.xml", b" " * 40_000_000))
    assert codes(read([path])[1]) == [("too-large", "error")]


def test_an_archive_bomb_is_too_large_and_the_next_page_is_read(tmp_path: Path) -> None:
    pages = {"https://a.example/1": b"<html>" + b" " * 33_000_000, "https://a.example/2": (SAMPLES / "pont.html").read_bytes()}
    articles, problems = read([put(tmp_path, "a.warc.gz", make_warc(pages, gzip=True))])
    assert len(articles) == 1
    assert codes(problems) == [("too-large", "error")]


def test_an_archive_that_breaks_off(tmp_path: Path) -> None:
    pages = {f"https://a.example/{n}": (SAMPLES / "pont.html").read_bytes() for n in range(3)}
    data = make_warc(pages, gzip=False)
    articles, problems = read([put(tmp_path, "a.warc", data[: len(data) // 2])])
    assert articles
    assert {code for code, _ in codes(problems)} <= {"broken-archive", "no-text"}


@pytest.mark.parametrize(("name", "package"), [("a.docx", "python-docx"), ("a.pdf", "pypdf"), ("a.warc", "warcio")])
def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str) -> None:
    def nothing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(extras, "import_module", nothing)
    _, problems = read([put(tmp_path, name, b"x")])
    assert codes(problems) == [("missing-extra", "error")]
    assert package in problems[0].message
    assert f"claimcheck-news[{name[2:]}]" in problems[0].message


WHOLE = {
    **{path.name: path.read_bytes() for path in sorted(SAMPLES.iterdir())},
    "a.docx": make_docx(ARTICLE),
    "a.pdf": make_pdf(ARTICLE),
    "a.warc": make_warc({"https://a.example/1": (SAMPLES / "pont.html").read_bytes()}, gzip=False),
    "a.warc.gz": make_warc({"https://a.example/1": (SAMPLES / "pont.html").read_bytes()}, gzip=True),
}
"""A file of every format."""


def checked(path: str, input_format: str | None = None) -> None:
    articles, problems = read([path], input_format=input_format)
    assert articles or problems
    assert not [problem for problem in problems if "please report" in problem.message]
    for article in articles:
        article.text.encode()


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(WHOLE)), st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40))
def test_cut_off_and_damaged(tmp_path: Path, name: str, at: float, wrong: bytes, gone: int) -> None:
    """A file that ends anywhere, or has other bytes anywhere, gives what is left of it, or a word about it."""
    data = WHOLE[name]
    place = int(at * len(data))
    checked(put(tmp_path, name, data[:place]))
    checked(put(tmp_path, name, data[:place] + wrong + data[place + gone :]))


@pytest.mark.parametrize("name", names())
def test_every_file_read_as_any_format(tmp_path: Path, name: str) -> None:
    for file, data in WHOLE.items():
        checked(put(tmp_path, file, data), name)


def test_packed_text_is_no_archive(tmp_path: Path) -> None:
    _, problems = read([put(tmp_path, "a.warc.gz", gzip.compress(FRENCH.encode()))])
    assert codes(problems) == [("no-article", "error")]


def test_many_articles_of_one_file_get_their_ids_quickly(tmp_path: Path) -> None:
    before = time.process_time()
    articles, _ = read([put(tmp_path, "a.jsonl", '{"text": "Un maire."}\n' * 20_000)])
    assert [article.id for article in articles[::9999]] == ["a", "a-10000", "a-19999"]
    assert time.process_time() - before < MOST_SECONDS


def test_a_page_with_everything_written_into_it(tmp_path: Path) -> None:
    """Scripts and pictures of more than 10 MB, as single-file savers write them, do not hide the article."""
    page = (SAMPLES / "pont.html").read_text(encoding="utf-8")
    heavy = f"<SCRIPT>{'var a = 1;' * 1_200_000}</SCRIPT><img src='data:image/png;base64,{'A' * 11_000_000}'>"
    (article,), problems = read([put(tmp_path, "pont.html", page.replace("<main>", f"<main>{heavy}"))])
    assert not problems
    assert (article.text, article.outlet) == ((read([str(SAMPLES / "pont.html")])[0][0]).text, "La Gazette de l'Orle")
