"""XML-TEI, as trafilatura writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.read.compose import compose
from claimcheck.read.markup import LANGUAGE, attribute, find, paragraphs, parse_xml, text_of
from claimcheck.read.source import Draft, Parsed, Source, without_text

NAME = "tei"
SUFFIXES = (".tei", ".xml")
DOC = "XML-TEI, one article a document, as trafilatura writes it; readers' comments are left out."
_ROOT = re.compile(rb"<(?:\w+:)?TEI[\s>]")


def recognises(head: bytes) -> bool:
    """Whether its root is `TEI`."""
    return bool(_ROOT.search(head))


def parse(source: Source) -> Iterator[Parsed]:
    """Read one article; `OversizeError`, `OSError` as `Source.read`."""
    root, problem = parse_xml(source.read(), source.name)
    if problem:
        yield problem
        return
    body = _body(root)
    title = text_of(find(root, "titleStmt/title"))
    text = compose(paragraphs(body) if body is not None else (), title=title)
    yield Draft(text, source.name, _fields(root, title)) if text else without_text(source.name, "text/body")


def _body(root: Any) -> Any:
    body = find(root, "text/body")
    if body is not None:
        for part in body.xpath(".//*[local-name()='div' and @type='comments']"):
            part.getparent().remove(part)
    return body


def _fields(root: Any, title: str | None) -> dict[str, Any]:
    return {
        "title": title,
        "outlet": text_of(find(root, "publicationStmt/publisher")) or text_of(find(root, "monogr/title")),
        "date": attribute(root, "publicationStmt/date", "when") or text_of(find(root, "publicationStmt/date")),
        "language": attribute(root, "langUsage/language", "ident") or root.get(LANGUAGE),
        "author": text_of(find(root, "titleStmt/author")) or text_of(find(root, "sourceDesc/author")),
        "url": attribute(root, "sourceDesc/ptr", "target") or text_of(find(root, "publicationStmt/idno")),
    }
