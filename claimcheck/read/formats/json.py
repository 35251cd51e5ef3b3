"""A JSON document: one article, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.read.encoding import NotTextError, decode, encoding_problems, not_text
from claimcheck.read.formats import jsonl
from claimcheck.read.json_rows import broken, drafts
from claimcheck.read.source import Parsed, Source

NAME = "json"
SUFFIXES = (".json",)
DOC = "One JSON object per article, a list of them, or an object with such a list under `articles`; JSON lines are understood too."


def parse(source: Source) -> Iterator[Parsed]:
    """Read one article or a list of articles; `OversizeError`, `OSError` as `Source.read`."""
    try:
        text, encoding = decode(source.read())
    except NotTextError as error:
        yield not_text(source.name, str(error))
        return
    yield from encoding_problems(encoding, source.name)
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from jsonl.parse(source)
        else:
            yield broken(error, source.name)
        return
    yield from drafts(document, source.name)
