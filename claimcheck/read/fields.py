"""Names under which article scrapers write what we need, brought to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "guid", "uid"),
    "outlet": (
        "outlet",
        "sitename",
        "site_name",
        "source-hostname",
        "source",
        "publisher",
        "meta_site_name",
        "source_domain",
        "hostname",
        "domain",
    ),
    "title": ("title", "headline"),
    "date": ("date", "published", "date_publish", "publish_date", "published_at", "publishedAt", "datePublished", "pubDate", "pub_date"),
    "modified": ("modified", "date_modify", "dateModified", "updated", "updated_at"),
    "language": ("language", "lang", "meta_lang"),
    "author": ("author", "authors", "byline", "creator"),
    "url": ("url", "link", "source_url", "canonical_url", "canonical_link"),
    "text": ("text", "maintext", "body", "content", "article_text", "raw_text"),
    "credits": ("credits", "agency", "agencies"),
}
"""Canonical name → accepted names, the most telling first."""


def canonical(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Give the known fields of a row under their canonical names; the first accepted name with a value wins."""
    lowered = {str(key).lower(): value for key, value in row.items()}
    found: dict[str, Any] = {}
    for name, accepted in FIELDS.items():
        values = (lowered.get(alias.lower()) for alias in accepted)
        value = next((value for value in values if value not in (None, "", [], {})), None)
        if value is not None:
            found[name] = value
    source = lowered.get("source")
    if "url" not in found and isinstance(source, str) and "://" in source:  # as trafilatura writes it
        found["url"] = source
    return found
