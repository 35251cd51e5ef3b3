"""NewsML-G2, the exchange format of news agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.read.agencies import agencies
from claimcheck.read.compose import compose
from claimcheck.read.markup import LANGUAGE, attribute, find, local, paragraphs, parse_xml, text_of
from claimcheck.read.source import Draft, Parsed, Source, without_text

NAME = "newsml"
SUFFIXES = (".newsml", ".xml")
DOC = "NewsML-G2 of the IPTC: a `newsItem`, or each one in a `newsMessage`, with its text as XHTML, NITF or plain text inside."
_ROOT = re.compile(rb"<(?:\w+:)?(?:newsItem|newsMessage)[\s>]")
_TEXT = ("text", "composite")
"""Ends of item classes that are articles; pictures and packages are none."""


def recognises(head: bytes) -> bool:
    """Whether it holds news items."""
    return bool(_ROOT.search(head))


def parse(source: Source) -> Iterator[Parsed]:
    """Read each item that is text; `OversizeError`, `OSError` as `Source.read`."""
    root, problem = parse_xml(source.read(), source.name)
    if problem:
        yield problem
        return
    items = [root] if local(root) == "newsitem" else root.xpath(".//*[local-name()='newsItem']")
    for number, item in enumerate(items, 1):
        where = f"{source.name}#{number}" if len(items) > 1 else source.name
        kind = attribute(item, "itemClass", "qcode") or _TEXT[0]
        if kind.endswith(_TEXT):
            text, fields = _article(item)
            yield Draft(text, where, fields) if text else without_text(where, "inlineXML, inlineData")


def _article(item: Any) -> tuple[str, dict[str, Any]]:
    """Give text and fields of a news item; it is out since this version of it was made."""
    title = text_of(find(item, "contentMeta/headline")) or text_of(find(item, "hedline/hl1"))
    credit = text_of(find(item, "creditline"))
    author = text_of(find(item, "contentMeta/by")) or text_of(find(item, "contentMeta/creator"))
    fields: dict[str, Any] = {
        "title": title,
        "outlet": text_of(find(item, "provider/name")) or attribute(item, "provider", "literal") or text_of(find(item, "copyrightHolder")),
        "date": text_of(find(item, "itemMeta/versionCreated")) or text_of(find(item, "contentCreated")),
        "language": attribute(item, "contentMeta/language", "tag") or item.get(LANGUAGE),
        "author": author,
        "url": attribute(item, "itemMeta/link", "href"),
        "credits": agencies(f"{author or ''}, {credit or ''}"),
    }
    bodies = (find(item, path) for path in ("contentSet/body.content", "contentSet/body", "contentSet/inlineXML"))
    body = next((found for found in bodies if found is not None), None)
    plain = find(item, "inlineData")
    blocks = paragraphs(body) if body is not None else (plain.text or "").splitlines() if plain is not None else ()
    return compose(blocks, title=title, standfirst=_summary(item)), fields


def _summary(item: Any) -> str | None:
    """Give the standfirst; a description of another role is for the desk or for a picture."""
    for found in item.xpath(".//*[local-name()='contentMeta']/*[local-name()='description']"):
        if (found.get("role") or "").endswith("summary"):
            return text_of(found)
    return text_of(find(item, "body.head/abstract"))
