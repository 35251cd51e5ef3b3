"""JSON lines as a stream of articles: one line in, one article or one problem out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from claimcheck.model import Article, Problem

TEXT_KEYS = ("text", "maintext", "body")
DATE_KEYS = ("published", "date", "date_publish")
DEFAULT_LANGUAGE = "fr"


def parse_published(value: str) -> date:
    """Read a day, or a day with its hour taken as the outlet's own time; `ValueError` otherwise."""
    moment = datetime.fromisoformat(value)
    return date.fromisoformat(value) if len(value) <= len("YYYY-MM-DD") else moment.replace(tzinfo=None)


def _first(row: dict[str, Any], keys: Iterable[str]) -> Any:
    return next((row[key] for key in keys if row.get(key) is not None), None)


def _article(row: Any, ordinal: int, languages: tuple[str, ...]) -> Article:
    if not isinstance(row, dict):
        raise ValueError(f"a JSON {type(row).__name__} is no record; give an object with id and text on each line")  # noqa: TRY004
    text = _first(row, TEXT_KEYS)
    if not isinstance(text, str):
        raise ValueError(f"no text; give it as a string under {', '.join(TEXT_KEYS)}")  # noqa: TRY004
    language = str(row.get("language") or DEFAULT_LANGUAGE).lower()[:2]
    if language not in languages:
        raise ValueError(f"no rules for language {row['language']!r}; known: {', '.join(languages)}")
    published = _first(row, DATE_KEYS)
    try:
        when = None if published is None else parse_published(str(published))
    except ValueError:
        raise ValueError(f"published is {published!r}; give YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS") from None
    name = str(row.get("id") if row.get("id") is not None else ordinal)
    return Article(id=name, outlet=str(row.get("outlet") or name), text=text, title=row.get("title"), published=when, language=language)


def read_lines(lines: Iterable[bytes], *, where: str, languages: tuple[str, ...]) -> Iterator[Article | Problem]:
    """Read one article a line; a line that cannot be read becomes a problem that names file and line; blank ones are passed over."""
    for ordinal, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{where}:{ordinal}"
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            yield Problem("not-text", place, f"not UTF-8 ({error.reason} at byte {error.start}); convert the file")
        except (ValueError, RecursionError) as error:
            yield Problem("broken-json", place, f"not JSON: {error}; mend the line")
        else:
            try:
                yield _article(row, ordinal, languages)
            except ValueError as error:
                yield Problem("bad-record", place, str(error))
