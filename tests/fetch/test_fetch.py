"""Fetching from a real server on this machine: politely, once, with a record, and never with a traceback."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimcheck.fetch import client
from claimcheck.fetch.pages import Fetched, fetch
from claimcheck.model import Problem
from claimcheck.read.provenance import provenance
from claimcheck.read.stage import read
from tests.cli.run import Program

SAMPLE = (Path(__file__).parents[1] / "read" / "samples" / "pont.html").read_text(encoding="utf-8")
BARE = SAMPLE.replace('<meta charset="utf-8">', "")
NOW = datetime(2024, 5, 14, 8, 0, tzinfo=UTC)
ROBOTS = b"User-agent: *\nDisallow: /*?print=\nDisallow: /private/\n"


class Site(BaseHTTPRequestHandler):
    """Serves articles, and everything that can go wrong with them."""

    asked: list[tuple[str, str]]
    robots: tuple[int, bytes]

    def do_GET(self) -> None:
        """Answer by the path alone."""
        self.asked.append((self.path, self.headers["User-Agent"]))
        page = SAMPLE.encode()
        match self.path.partition("?")[0]:
            case "/robots.txt":
                self.answer(self.robots[1], status=self.robots[0], kind="text/plain")
            case "/latin":
                self.answer(BARE.encode("cp1252"), kind="text/html; charset=windows-1252")
            case "/packed":
                self.answer(gzip.compress(page), encoding="gzip")
            case "/bomb":
                self.answer(gzip.compress(b" " * 30_000_000), encoding="gzip")
            case "/brotli":
                self.answer(page, encoding="br")
            case "/moved":
                self.answer(b"", status=301, location="/pont")
            case "/sneaky":
                self.answer(b"", status=302, location="/private/pont")
            case "/file":
                self.answer(b"", status=302, location="file:///etc/hostname")
            case "/circle":
                self.answer(b"", status=302, location="/circle")
            case "/nowhere":
                self.answer(b"", status=302, location="http://[::1/pont")
            case "/patience":
                self.answer(b"", status=503, again="\xb2")
            case "/number":
                self.answer(page, length="\xb2")
            case "/flaky":
                first = [path for path, _ in self.asked].count("/flaky") == 1
                self.answer(page, status=503 if first else 200)
            case "/down":
                self.answer(b"", status=500)
            case "/slow":
                time.sleep(1.5)
            case "/short":
                self.answer(page[:2000], length=len(page))
            case "/picture":
                self.answer(b"\x89PNG", kind="image/png")
            case "/blank":
                self.answer(b"<html><body></body></html>")
            case "/gone":
                self.answer(b"", status=404)
            case "/wall":
                self.answer(b"", status=403)
            case _:
                self.answer(page)

    def answer(
        self,
        data: bytes,
        *,
        status: int = 200,
        kind: str = "text/html; charset=utf-8",
        location: str | None = None,
        encoding: str | None = None,
        length: int | str | None = None,
        again: str | None = None,
    ) -> None:
        """Send one answer."""
        self.send_response(status)
        told = {"Content-Type": kind, "Location": location, "Content-Encoding": encoding, "Retry-After": again}
        told["Content-Length"] = str(length or len(data))
        for name, value in told.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the address of a site of our own."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(client, "RETRY_AFTER", 0.01)
    monkeypatch.setattr("claimcheck.fetch.pages.PAUSE", 0.0)
    Site.asked, Site.robots = [], (200, ROBOTS)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetched(url: str, into: Path, *, again: bool = False) -> Fetched | Problem:
    patience = 0.7 if url.endswith("/slow") else 30.0  # a busy machine is no slow server
    (found,) = fetch([url], into, now=lambda: NOW, again=again, pause=0, timeout=patience)
    return found


def test_a_page_is_kept_with_its_record(site: str, tmp_path: Path) -> None:
    found = fetched(f"{site}/pont", tmp_path)
    assert isinstance(found, Fetched)
    assert found.new
    assert found.page.read_text(encoding="utf-8") == SAMPLE
    record = provenance(found.page)
    assert (record["url"], record["fetched"], record["media_type"]) == (f"{site}/pont", "2024-05-14T08:00:00+00:00", "text/html")
    assert len(record["sha256"]) == 64
    assert [path for path, _ in Site.asked] == ["/robots.txt", "/pont"]
    assert all(agent.startswith("claimcheck/") for _, agent in Site.asked)


def test_what_is_there_is_not_fetched_again(site: str, tmp_path: Path) -> None:
    first = fetched(f"{site}/pont", tmp_path)
    Site.asked.clear()
    second = fetched(f"{site}/pont", tmp_path)
    assert isinstance(first, Fetched)
    assert second == Fetched(first.url, first.page, new=False)
    assert Site.asked == []
    assert fetched(f"{site}/pont", tmp_path, again=True) == first


@pytest.mark.parametrize("path", ["packed", "moved", "flaky", "number", "latin", "l'été?à=é#bas"])
def test_fetched(site: str, tmp_path: Path, path: str) -> None:
    """Packed, redirected, at the second try, in the server's encoding, with letters of every kind: the same article."""
    found = fetched(f"{site}/{path}", tmp_path)
    assert isinstance(found, Fetched), found
    (article,), problems = read([str(found.page)])
    assert not problems
    assert article.text == read([str(Path(__file__).parents[1] / "read" / "samples" / "pont.html")])[0][0].text


REFUSED = {
    "gone": "404 Not Found; check the address",
    "wall": "403 Forbidden; open it in a browser",
    "down": "500 Internal Server Error; try again later",
    "slow": "no answer within",
    "short": "broke off after 2000 of",
    "picture": "is image/png; these are fetched: text/html",
    "bomb": "holds more than 20 MB",
    "brotli": "packed as br",
    "circle": "redirected in circles",
    "file": "to what is no page",
    "nowhere": "the connection failed",
    "patience": "503 Service Unavailable; try again later",
    "sneaky": "robots.txt asks programs not to fetch it",
    "private/x": "robots.txt asks programs not to fetch it",
    "pont?print=1": "robots.txt asks programs not to fetch it",
}


@pytest.mark.parametrize(("path", "said"), REFUSED.items())
def test_refused(site: str, tmp_path: Path, path: str, said: str) -> None:
    found = fetched(f"{site}/{path}", tmp_path)
    assert isinstance(found, Problem), found
    assert (found.code, found.where, found.level) == ("not-fetched", f"{site}/{path}", "error")
    assert said in found.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("robots", "allowed"), [((404, b""), True), ((503, b""), False), ((200, b"\xff\x00{"), True)])
def test_robots(site: str, tmp_path: Path, robots: tuple[int, bytes], allowed: bool) -> None:
    """A site without rules allows everything; one whose rules cannot be had is left alone."""
    Site.robots = robots
    assert isinstance(fetched(f"{site}/pont", tmp_path), Fetched) is allowed


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/x", "http://", "http://[", "https://nowhere.invalid/x", "http://a:b/", "http://é..fr/"]
)
def test_no_server(tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(client, "RETRY_AFTER", 0.01)
    assert isinstance(fetched(url, tmp_path), Problem)


def test_command(site: str, program: Program) -> None:
    """Fetched pages are compared without the network: outlets and dates are kept, extracts are not read beside their pages."""
    ran = program("fetch", f"{site}/pont", f"{site}/gone", "--into", "story")
    assert ran.code == 3
    assert [line.partition(": ")[0] for line in ran.messages] == [f"{site}/pont", "error"]
    suffixes = {path.name.partition("-pont-")[2][8:] for path in (program.folder / "story").iterdir()}
    assert suffixes == {".html", ".extracted.txt", ".provenance.yaml"}
    Site.asked.clear()
    ran = program("read", "story")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("La Gazette de l'Orle · Le pont de Brévannes")
    assert ran.out.count("words") == 1
    assert Site.asked == []


def test_compare_addresses(site: str, program: Program) -> None:
    head = "<html><head><meta property='og:site_name' content='Le Val'></head><body><article><h1>Le pont rouvert</h1>"
    words = "Le chantier du pont de Brévannes a duré onze mois, selon la maire, Claire Dutilleul, lundi."
    program.write("b.html", f"{head}<p>{words}</p></article></body></html>")
    first = program("compare", f"{site}/pont", "b.html")
    assert first.code in (0, 1)
    assert len(list((program.folder / "claimcheck-pages").iterdir())) == 3
    Site.asked.clear()
    again = program("compare", f"{site}/pont", "b.html")
    assert (again.out, again.err) == (first.out, "")
    assert Site.asked == []
    assert program("compare", f"{site}/gone", "b.html").code == 3
    assert program("annotate", f"{site}/pont", "--only", "sentences").out
    assert program("extract", f"{site}/pont").out.startswith("La Gazette de l'Orle")


def test_a_wrong_address_is_a_usage_error(program: Program) -> None:
    ran = program("fetch", "gazette.example/pont")
    assert (ran.code, "is no address of a page" in ran.err) == (2, True)
