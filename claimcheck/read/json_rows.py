"""What JSON formats share: rows → drafts, and broken JSON in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Problem
from claimcheck.read.compose import compose
from claimcheck.read.encoding import clean
from claimcheck.read.fields import FIELDS, canonical
from claimcheck.read.source import Draft, Parsed

SCRAPED = frozenset({"fingerprint", "date_download", "read_more_link", "meta_favicon"})
"""Keys by which trafilatura's, news-please's and newspaper's articles are known: their text lacks the headline, mostly."""
_LISTS = ("articles", "items", "results", "docs", "data")
"""Names under which an object holds its list of articles."""


def drafts(document: Any, where: str) -> Iterator[Parsed]:
    """Read a document: one article, a list, or an object that holds a list."""
    if isinstance(document, dict) and "text" not in canonical(document):
        document = next((document[name] for name in _LISTS if isinstance(document.get(name), list)), document)
    if not isinstance(document, list):
        yield draft_row(document, where)
        return
    if not document:
        yield Problem("no-article", where, "the list is empty; one object per article is read")
    for number, row in enumerate(document, 1):
        yield draft_row(row, f"{where}#{number}")


def draft_row(row: Any, where: str) -> Parsed:
    """Read one article; a problem where it has no text."""
    if not isinstance(row, dict):
        return Problem("no-article", where, f"is {_kind(row)}; an article is an object with a text")
    fields = canonical(row)
    text = fields.pop("text", None)
    accepted = ", ".join(FIELDS["text"])
    if text is None:
        found = ", ".join(sorted(map(str, row))[:8]) or "nothing"
        return Problem("no-text", where, f"has no text (found: {clean(found)}); the text is read from one of: {accepted}")
    if not isinstance(text, str):
        return Problem("no-text", where, f"its text is {_kind(text)}; write it as one string")
    if SCRAPED & row.keys():
        text = compose(text.splitlines(), title=str(fields.get("title") or ""))
    return Draft(clean(text), where, fields)


def broken(error: Exception, name: str, *, line: int | None = None) -> Problem:
    """Say where a JSON text breaks; `line` is the line in the file of a text that is one line of it."""
    if isinstance(error, json.JSONDecodeError):
        where = f"{name}:{line or error.lineno}:{error.colno}"
        what = error.msg[:1].lower() + error.msg[1:]
    else:
        where = f"{name}:{line}" if line else name
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error).split(";")[0]
    rest = "; the other lines were read" if line else ""
    return Problem("broken-json", where, f"not JSON ({what}){rest}; mend it or export it again")


def _kind(value: Any) -> str:
    kinds = {bool: "a truth value", int: "a number", float: "a number", str: "a string", list: "a list", dict: "an object"}
    return kinds.get(type(value), "null")
