"""RSS and Atom feeds that carry whole articles."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Problem
from claimcheck.read.compose import compose, paragraph
from claimcheck.read.encoding import clean
from claimcheck.read.markup import declares_entities, entities, paragraphs, parse_html
from claimcheck.read.source import Draft, Parsed, Source, without_text

NAME = "feed"
SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
DOC = "RSS or Atom, one article an entry; an entry without its full text gives its summary, with a warning."
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")


def recognises(head: bytes) -> bool:
    """Whether its root is that of a feed."""
    return bool(_ROOT.search(head[:4000]))


def parse(source: Source) -> Iterator[Parsed]:
    """Read each entry; `OversizeError`, `OSError` as `Source.read`."""
    data = source.read()
    if declares_entities(data):
        yield entities(source.name)
        return
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        what = str(feed.get("bozo_exception") or "no entry")
        yield Problem("no-article", source.name, f"no feed with articles ({clean(what)}); export it again")
        return
    short = 0
    for number, entry in enumerate(feed.entries, 1):
        where = f"{source.name}#{number}"
        blocks, whole = _blocks(entry)
        text = clean(compose(blocks, title=_plain(entry.get("title"))))
        short += not whole
        yield Draft(text, where, _fields(entry, feed.feed)) if text else without_text(where, "content:encoded, content, description")
    if short:
        message = f"{short} of {len(feed.entries)} entries give a summary only, which is read; fetch their pages for the whole text"
        yield Problem("summary-only", source.name, message, "warning")


def _blocks(entry: Any) -> tuple[list[str], bool]:
    """Give the paragraphs of an entry, and whether they are its full text, not a summary."""
    whole = max((str(found.get("value") or "") for found in entry.get("content", ())), key=len, default="")
    text = whole or str(entry.get("summary") or "")
    body = parse_html(text)
    return ([] if body is None else list(paragraphs(body))), bool(whole)


def _fields(entry: Any, feed: Any) -> dict[str, Any]:
    authors = [author.get("name") for author in entry.get("authors", ()) if author.get("name")]
    return {
        "title": _plain(entry.get("title")),
        "outlet": _plain((entry.get("source") or {}).get("title")) or _plain(entry.get("publisher")) or _plain(feed.get("title")),
        "date": dict.get(entry, "published") or dict.get(entry, "updated"),
        "modified": dict.get(entry, "updated"),
        "language": (entry.get("content") or [{}])[0].get("language") or feed.get("language"),
        "author": authors or entry.get("author"),
        "url": entry.get("link"),
        "credits": [],
    }


def _plain(value: Any) -> str | None:
    """Give a title as one line without markup."""
    if not isinstance(value, str):
        return None
    body = parse_html(value) if "<" in value else None
    return paragraph(value if body is None else " ".join(paragraphs(body))) or None
