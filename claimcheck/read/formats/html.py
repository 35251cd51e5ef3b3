"""Web pages as browsers and crawlers save them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.read.page import read_page
from claimcheck.read.provenance import provenance
from claimcheck.read.source import Parsed, Source

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml")
DOC = (
    "A web page as a browser, `claimcheck fetch` or a crawler saves it: the article's text, with outlet, title, author, times, address and "
    "language from JSON-LD, OpenGraph and meta tags; comments and related links are set aside."
)
_PAGE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def recognises(head: bytes) -> bool:
    """Whether it opens like a page."""
    return bool(_PAGE.match(head))


def parse(source: Source) -> Iterator[Parsed]:
    """Read the article of a page; `OversizeError`, `OSError` as `Source.read`."""
    record = provenance(source.path)
    yield from read_page(source.read(), source.name, charset=record.get("charset"), url=record.get("url"))
