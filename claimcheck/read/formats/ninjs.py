"""ninjs, the JSON of news agencies, in its versions 1 to 3."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.read.agencies import agencies
from claimcheck.read.compose import compose
from claimcheck.read.encoding import NotTextError, clean, decode, encoding_problems, not_text
from claimcheck.read.json_rows import broken
from claimcheck.read.markup import paragraphs, parse_html
from claimcheck.read.source import Draft, Parsed, Source, without_text

NAME = "ninjs"
SUFFIXES = (".json", ".ninjs")
DOC = "ninjs 1.x to 3.x of the IPTC: one item, a list of them, or an object that holds the list."
_SIGN = re.compile(rb'"(?:body_(?:text|x?html)|bodies|versioncreated|versionCreated|pubstatus|pubStatus)"\s*:')
_URI = re.compile(rb'"uri"\s*:')
_MARKED = ("xhtml", "html")
_ARTICLES = ("text", "composite", "")
"""Types of items that are articles; pictures, graphics and packages are none."""


def recognises(head: bytes) -> bool:
    """Whether it has the keys of ninjs."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_SIGN.search(head) and _URI.search(head))


def parse(source: Source) -> Iterator[Parsed]:
    """Read each item that is text; `OversizeError`, `OSError` as `Source.read`."""
    try:
        text, encoding = decode(source.read())
        document = json.loads(text)
    except NotTextError as error:
        yield not_text(source.name, str(error))
        return
    except (ValueError, RecursionError) as error:
        yield broken(error, source.name)
        return
    yield from encoding_problems(encoding, source.name)
    if isinstance(document, dict) and "uri" not in document:
        document = next((value for value in document.values() if isinstance(value, list)), document)
    items = document if isinstance(document, list) else [document]
    for number, item in enumerate(items, 1):
        where = f"{source.name}#{number}" if len(items) > 1 else source.name
        found = {str(key).lower(): value for key, value in item.items()} if isinstance(item, dict) else {}
        if str(found.get("type") or "") in _ARTICLES:
            article, fields = _article(found)
            yield Draft(article, where, fields) if article else without_text(where, "body_text, body_xhtml, bodies")


def _article(item: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Give text and fields of an item with lower-case keys; it is out since this version of it was made."""
    title = _said(item, "headline", "headlines") or item.get("title")
    title = title if isinstance(title, str) else None
    uri = str(item.get("uri") or "")
    author = item.get("byline") or item.get("by")
    fields = {
        "title": title,
        "outlet": _source(item) or item.get("copyrightholder"),
        "date": item.get("versioncreated") or item.get("contentcreated") or item.get("firstcreated"),
        "language": item.get("language"),
        "author": author,
        "url": uri if uri.startswith("http") else None,
        "credits": agencies(f"{author or ''}, {item.get('creditline') or ''}"),
    }
    blocks = list(_blocks(item))
    return clean(compose(blocks, title=title, standfirst=_said(item, "description", "descriptions", role="summary"))), fields


def _source(item: Mapping[str, Any]) -> str | None:
    sources = item.get("infosource") or item.get("infosources") or []
    named = [one["name"] for one in (sources if isinstance(sources, list) else []) if isinstance(one, dict) and one.get("name")]
    return named[0] if named else None


def _variants(item: Mapping[str, Any], one: str, many: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, role and words of each variant: `body_xhtml` of version 1, `bodies` of later ones; in order of the kinds' worth."""
    found = [(key.partition("_")[2], "", value) for key, value in item.items() if key == one or key.startswith(f"{one}_")]
    rows = item.get(many)
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            lowered = {str(key).lower(): value for key, value in row.items()}
            found.append((str(lowered.get("contenttype") or ""), str(lowered.get("role") or ""), lowered.get("value")))
    texts = [(kind, role, value) for kind, role, value in found if isinstance(value, str) and value.strip()]
    yield from sorted(texts, key=lambda variant: 0 if variant[0].endswith(_MARKED) else 1)


def _blocks(item: Mapping[str, Any]) -> Iterable[str]:
    for kind, _, value in _variants(item, "body", "bodies"):
        if not kind.endswith((*_MARKED, "xml")):
            return value.splitlines()
        body = parse_html(value)
        if body is not None:
            return paragraphs(body)
    return ()


def _said(item: Mapping[str, Any], one: str, many: str, *, role: str = "") -> str | None:
    """Give a headline or description as plain words; where variants have roles, the one asked for, else the first."""
    variants = list(_variants(item, one, many))
    chosen = next((variant for variant in variants if role and variant[1].endswith(role)), variants[0] if variants else None)
    if chosen is None:
        return None
    body = parse_html(chosen[2]) if "<" in chosen[2] else None
    return chosen[2] if body is None else " ".join(paragraphs(body))
