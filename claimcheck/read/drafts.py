"""Drafts → articles: outlet, date, language and digest of each, ids that are unique in the run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claimcheck.model import Article, Problem
from claimcheck.read.agencies import agencies
from claimcheck.read.dates import read_date, read_zone
from claimcheck.read.encoding import clean, letter_problems
from claimcheck.read.language import guess_language, known_language, region
from claimcheck.read.source import Draft, Source

_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
MAX_FIELD = 500
"""Most characters of a name or title that are kept."""


def finish(drafts: Iterable[tuple[Source, Draft]], *, root: Path | None = None) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Make articles of drafts, in their order."""
    articles: list[Article] = []
    problems: list[Problem] = []
    taken: dict[str, int] = {}
    for source, draft in drafts:
        if not draft.text.strip():
            problems.append(Problem("empty-file", draft.where, "holds no text; give the article's text or leave it out"))
            continue
        problems += letter_problems(draft.text, draft.where)
        articles.append(_article(source, draft, taken, problems, root))
    return tuple(articles), tuple(problems)


def _article(source: Source, draft: Draft, taken: dict[str, int], problems: list[Problem], root: Path | None) -> Article:
    fields = draft.fields
    language = _language(draft, problems, root)
    given = _line(fields.get("id"))
    ident = _unique(given or source.stem, taken)
    if given and ident != given:
        problems.append(Problem("same-id", draft.where, f"the id {given!r} is taken, so this article is {ident!r}", "warning"))
    url = _line(fields.get("url"))
    author = _author(fields.get("author"))
    published = _published(draft, language, problems)
    credits_ = (*_credits(fields.get("credits")), *agencies(author or "", root))
    return Article(
        id=ident,
        outlet=_outlet(fields.get("outlet")) or _host(url) or source.stem,
        text=draft.text,
        title=_line(fields.get("title")),
        published=published,
        modified=read_date(fields.get("modified"), language=language),
        zone=read_zone(fields.get("date")) if isinstance(published, datetime) else None,
        language=language,
        region=region(fields["language"]) if _line(fields.get("language")) else None,
        author=author,
        url=url,
        path=str(source.path) if source.path else None,
        line=draft.line if source.path else None,
        sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        credits=tuple(dict.fromkeys(credits_)),
        format=draft.format,
    )


def _language(draft: Draft, problems: list[Problem], root: Path | None) -> str:
    given = _line(draft.fields.get("language"))
    known = known_language(given, root) if given else None
    if known:
        return known
    guessed = guess_language(draft.text, root)
    if given:
        message = f"there are no rules for the language {given!r}; the text is read as {guessed!r}"
        problems.append(Problem("unknown-language", draft.where, message, "warning"))
    return guessed


def _published(draft: Draft, language: str, problems: list[Problem]) -> date | None:
    given = draft.fields.get("date")
    if given is None:
        return None
    found = read_date(given, language=language)
    if found is None:
        shown = clean(str(given))[:60]
        message = f"the date {shown!r} cannot be read, so the article has none; write it as 2025-07-08 or 2025-07-08T18:30"
        problems.append(Problem("unreadable-date", draft.where, message, "warning"))
    return found


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """Give an id that no other article has; `taken` holds for each how many articles wanted it."""
    ident, number = wanted, taken.get(wanted, 0) + 1
    if number > 1:
        while (ident := f"{wanted}-{number}") in taken:
            number += 1
        taken[wanted] = number
    taken[ident] = taken.get(ident, 1)
    return ident


def _line(value: Any) -> str | None:
    """Give a scalar as one line; none for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _SPACE.sub(" ", clean(str(value))).strip()[:MAX_FIELD] or None


def _outlet(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("id")
    name = _line(value)
    return (_host(name) or name) if name else None


def _author(value: Any) -> str | None:
    """Give the names of one author or several as one line."""
    values = value if isinstance(value, list | tuple) else [value]
    names = [_line(one.get("name") if isinstance(one, dict) else one) for one in values]
    return ", ".join(dict.fromkeys(name for name in names if name))[:MAX_FIELD] or None


def _host(url: str | None) -> str | None:
    if not url or "://" not in url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _credits(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(name for name in map(_line, values) if name)
