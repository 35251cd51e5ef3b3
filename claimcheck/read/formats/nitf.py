"""NITF, the News Industry Text Format of the IPTC."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.read.agencies import agencies
from claimcheck.read.compose import compose
from claimcheck.read.markup import LANGUAGE, attribute, find, paragraphs, parse_xml, text_of
from claimcheck.read.source import Draft, Parsed, Source, without_text

NAME = "nitf"
SUFFIXES = (".nitf", ".xml")
DOC = "NITF 3.x of the IPTC, as agencies and editorial systems export it, one article a file."
_ROOT = re.compile(rb"<nitf[\s>]")


def recognises(head: bytes) -> bool:
    """Whether its root is `nitf`, which NewsML-G2 may hold too."""
    return bool(_ROOT.search(head)) and b"<newsItem" not in head


def parse(source: Source) -> Iterator[Parsed]:
    """Read one article; `OversizeError`, `OSError` as `Source.read`."""
    root, problem = parse_xml(source.read(), source.name)
    if problem:
        yield problem
        return
    text, fields = _article(root)
    yield Draft(text, source.name, fields) if text else without_text(source.name, "body.content")


def _article(root: Any) -> tuple[str, dict[str, Any]]:
    """Give text and fields of a document's root."""
    title = text_of(find(root, "hedline/hl1")) or text_of(find(root, "head/title"))
    body = find(root, "body.content")
    standfirst = text_of(find(root, "body.head/abstract"))
    distributor = text_of(find(root, "distributor"))
    byline = text_of(find(root, "byline"))
    fields = {
        "title": title,
        "outlet": attribute(root, "pubdata", "name") or distributor or attribute(root, "doc.rights", "owner"),
        "date": attribute(root, "pubdata", "date.publication") or attribute(root, "date.issue", "norm"),
        "language": root.get(LANGUAGE),
        "author": text_of(find(root, "byline/person")) or byline,
        "url": attribute(root, "pubdata", "ex-ref"),
        "credits": agencies(f"{byline or ''}, {distributor or ''}"),
    }
    return compose(paragraphs(body) if body is not None else (), title=title, standfirst=standfirst), fields
