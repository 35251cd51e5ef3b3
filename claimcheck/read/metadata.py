"""What a page says of its article: JSON-LD, OpenGraph, meta tags and the byline, as fields of `read/fields.py`."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_TYPES = ("Article", "Posting", "Report")
"""Ends of the schema.org types that are articles: NewsArticle, ReportageNewsArticle, BlogPosting…"""
_META = {
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher"),
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline"),
    "date": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "pubdate",
        "publish-date",
        "article.published",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
    ),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language"),
    "url": ("og:url",),
    "standfirst": ("og:description", "description", "twitter:description"),
}
"""Canonical field → names of meta tags, the most telling first."""
_TIMED = re.compile(r"\d\d:\d\d")
_BYLINE = re.compile(r"(?:by-?line|authors?|auteurs?|signature)(?:[-_]\w+)*\Z", re.IGNORECASE)
_COMMENT = re.compile(r"comment", re.IGNORECASE)
MAX_BYLINE = 200
"""Most characters of a byline."""
MAX_DEPTH = 12
"""Deepest nesting of JSON-LD that is looked into."""


def page_fields(tree: Any) -> dict[str, Any]:
    """Give what a page says of its article; `text` and `standfirst` are JSON-LD's own, where it has them."""
    meta = _meta(tree)
    canonical = _first(tree.xpath("//link[@rel='canonical']/@href"))
    story = _article(tree, canonical or meta.get("og:url"))
    told = _linked(story) if story else {}
    fields: dict[str, Any] = {}
    for name, accepted in _META.items():
        values = [told.get(name), *(meta.get(alias) for alias in accepted)]
        fields[name] = next((value for value in values if value), None)
    fields["url"] = next((url for url in (canonical, fields["url"]) if url and "://" in url), None)
    fields["language"] = told.get("language") or _first(tree.xpath("/html/@lang")) or fields["language"]
    fields["title"] = _headline(tree, fields["title"], fields["outlet"])
    fields["date"] = _date([told.get("date"), *(meta.get(alias) for alias in _META["date"]), *_times(tree)])
    byline = _byline(tree)
    if str(fields["author"] or "").startswith("http"):
        fields["author"] = None
    fields["author"] = fields["author"] or byline
    fields["credits"] = [told["source"]] if told.get("source") else []
    return {name: value for name, value in {**fields, "byline": byline, "text": told.get("text")}.items() if value}


def _first(values: Iterable[Any]) -> str | None:
    return next((str(value).strip() for value in values if str(value).strip()), None)


def _meta(tree: Any) -> dict[str, str]:
    """Collect meta tags by their lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        value = (tag.get("content") or "").strip()
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _article(tree: Any, address: str | None) -> dict[str, Any] | None:
    """Find the article among what JSON-LD describes: that of this address, else the first."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json") and script.text:
            try:
                document = json.loads(script.text.strip().removeprefix("<!--").removesuffix("-->").strip(" ;\n"), strict=False)
            except (ValueError, RecursionError):
                continue
            found += _articles(document)
    if address:
        for story in found:
            if address in (_name(story.get("url"), "@id"), _name(story.get("mainEntityOfPage"), "@id"), story.get("@id")):
                return story
    return found[0] if found else None


def _articles(document: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the articles in a JSON-LD document; a list of items is about other pages."""
    if depth > MAX_DEPTH:
        return
    if isinstance(document, list):
        for item in document:
            yield from _articles(item, depth + 1)
    if not isinstance(document, dict):
        return
    kinds = document.get("@type")
    if any(isinstance(kind, str) and kind.endswith(_TYPES) for kind in (kinds if isinstance(kinds, list) else [kinds])):
        yield document
    elif kinds != "ItemList":
        for name in ("@graph", "mainEntity", "hasPart"):
            yield from _articles(document.get(name), depth + 1)


def _linked(story: dict[str, Any]) -> dict[str, Any]:
    authors = story.get("author") or story.get("creator")
    body = story.get("articleBody")
    return {
        "outlet": _name(story.get("publisher")),
        "title": _text(story.get("headline")) or _text(story.get("name")),
        "date": _text(story.get("datePublished")),
        "modified": _text(story.get("dateModified")),
        "author": [name for one in (authors if isinstance(authors, list) else [authors]) if (name := _name(one))],
        "language": _name(story.get("inLanguage"), "alternateName", "name"),
        "url": _name(story.get("url"), "@id") or _name(story.get("mainEntityOfPage"), "@id"),
        "standfirst": _text(story.get("description")),
        "source": _name(story.get("sourceOrganization")),
        "text": _text(body),
    }


def _text(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _name(value: Any, *keys: str) -> str | None:
    """Give the name of a person or body that is written as a string, an object or a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next((value[key] for key in keys or ("name",) if value.get(key)), None)
    return _text(value)


def _headline(tree: Any, told: str | None, outlet: str | None) -> str | None:
    """Give the headline that the page shows where it is the one it tells of, which may be cut short or made for sharing."""
    shown = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    shown = [heading for heading in shown if heading and heading.casefold() != (outlet or "").casefold()]
    words = set(re.findall(r"\w{4,}", (told or "").casefold()))
    alike = [heading for heading in shown if words & set(re.findall(r"\w{4,}", heading.casefold()))]
    if alike:
        return alike[0]
    if told or len(shown) == 1:
        return told or shown[0]
    title = _first(tree.xpath("//head/title/text()"))
    return re.split(r" [|–—-] ", title)[0] if title else None


def _times(tree: Any) -> Iterator[str]:
    """Yield the times that the article shows, machine-readable."""
    for tag in tree.xpath("//*[@itemprop='datePublished' or (self::time and (ancestor::article or ancestor::main))]"):
        if value := tag.get("datetime") or tag.get("content"):
            yield value


def _date(values: Iterable[str | None]) -> str | None:
    """Give the first time with an hour, else the first day."""
    given = [value for value in values if value]
    return next((value for value in given if _TIMED.search(value)), given[0] if given else None)


def _byline(tree: Any) -> str | None:
    """Give the line that says who wrote the article; authors of comments and photographs are none."""
    for tag in tree.xpath("//*[@rel='author' or @itemprop='author' or @class]"):
        names = (tag.get("class") or "").split()
        signed = tag.get("rel") == "author" or tag.get("itemprop") == "author"
        if not signed and not any(_BYLINE.match(name) for name in names):
            continue
        if any(_not_signed(above) for above in tag.iterancestors()):
            continue
        text = " ".join(tag.text_content().split())
        if text and len(text) <= MAX_BYLINE:
            return text
    return None


def _not_signed(part: Any) -> bool:
    """Whether an author named in a part of the page is the author of a picture or of a comment."""
    names = (*(part.get("class") or "").split(), part.get("id") or "")
    return part.tag == "figure" or (part.tag != "body" and any(map(_COMMENT.match, names)))
