"""Web archives."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from typing import Any

from claimcheck.model import Problem
from claimcheck.read.encoding import clean
from claimcheck.read.extras import extra
from claimcheck.read.page import read_page
from claimcheck.read.source import MAX_BYTES, Parsed, Source, oversize

NAME = "warc"
SUFFIXES = (".warc", ".warc.gz")
DOC = "A web archive, one page a record, read as a stream; needs the extra `[warc]`. Pictures, scripts and failed requests are left aside."
_PAGES = ("text/html", "application/xhtml+xml")


def recognises(head: bytes) -> bool:
    """Whether it has a web archive's mark."""
    return head.startswith(b"WARC/")


def parse(source: Source) -> Iterator[Parsed]:
    """Read each page; `OSError` where the file cannot be read, `MissingExtraError` without warcio."""
    warcio = extra("warcio.archiveiterator", extra="warc", package="warcio")
    with source.open() as stream:
        records = iter(warcio.ArchiveIterator(stream))
        number = 0
        while True:
            try:
                record = next(records, None)
                if record is None:
                    return
                number += 1
                data, charset = _page(record)
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001 - a library on hostile bytes: the records before this one were read
                what = f"{type(error).__name__}: {clean(str(error))}" if str(error) else type(error).__name__
                yield Problem(
                    "broken-archive", f"{source.name}#{number}", f"the archive breaks off here ({what[:200]}); the rest was not read"
                )
                return
            url = record.rec_headers.get_header("WARC-Target-URI") if record.rec_headers else None
            where = f"{source.name}#{number}"
            if data is not None:
                yield from read_page(data, where, charset=charset, url=url) if len(data) <= MAX_BYTES else [oversize(where)]


def _page(record: Any) -> tuple[bytes | None, str | None]:
    """Give a record's bytes, unpacked, and the encoding that the server told; none unless it is a page that was served."""
    headers = record.http_headers
    if record.rec_type not in ("response", "resource") or (headers and headers.get_statuscode() != "200"):
        return None, None
    told = Message()
    told["content-type"] = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    if told.get_content_type() not in _PAGES:
        return None, None
    return record.content_stream().read(MAX_BYTES + 1), told.get_content_charset()
