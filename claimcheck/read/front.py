"""Front matter: metadata in YAML between two lines of three dashes, ahead of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from claimcheck.model import Problem
from claimcheck.read.encoding import NotTextError, clean, decode, encoding_problems, not_text
from claimcheck.read.fields import canonical
from claimcheck.read.source import Draft, Parsed, Source

_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
MAX_FRONT = 20_000
"""Most characters that are looked at for the closing line."""


def parse_text(source: Source) -> Iterator[Parsed]:
    """Read one article, with front matter or without; `OversizeError`, `OSError` as `Source.read`."""
    data = source.read()
    try:
        text, encoding = decode(data)
    except NotTextError as error:
        yield not_text(source.name, str(error))
        return
    yield from encoding_problems(encoding, source.name)
    opening = _OPEN.match(text)
    closing = _CLOSE.search(text, opening.end(), opening.end() + MAX_FRONT) if opening else None
    if not opening or not closing:
        yield Draft(clean(text), source.name, line=1)
        return
    fields, problem = _front(text[opening.end() : closing.start()], source.name)
    if problem:
        yield problem
    yield Draft(clean(text[closing.end() :]), source.name, fields, line=text.count("\n", 0, closing.end()) + 1)


def _front(text: str, name: str) -> tuple[dict[str, object], Problem | None]:
    advice = "the text below it was read without; write `key: value` lines (outlet, title, date, language, url)"
    try:
        found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and mappings only
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{name}:{mark.line + 2}:{mark.column + 1}" if mark else f"{name}:1"
        return {}, Problem("broken-front-matter", where, f"front matter is not YAML ({error.problem}); {advice}", "warning")
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        what = str(error).splitlines()[0] if str(error) else type(error).__name__
        return {}, Problem("broken-front-matter", f"{name}:1", f"front matter is not YAML ({what}); {advice}", "warning")
    if found in ("", None):
        return {}, None
    if not isinstance(found, dict):
        return {}, Problem("broken-front-matter", f"{name}:1", f"front matter is no mapping; {advice}", "warning")
    return canonical(found), None
