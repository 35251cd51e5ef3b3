"""JSON lines, one article a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from claimcheck.read.encoding import NotTextError, decode, encoding_problems, not_text
from claimcheck.read.json_rows import broken, draft_row, drafts
from claimcheck.read.source import MAX_BYTES, Parsed, Source, oversize

NAME = "jsonl"
SUFFIXES = (".jsonl", ".ndjson", ".jl")
DOC = "JSON lines, one article a line, with the field names that article scrapers write."

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def parse(source: Source) -> Iterator[Parsed]:
    """Read one article a line; a line that cannot be read is a problem and the others are still read."""
    warned = False
    for number, line in _lines(source):
        where = f"{source.name}:{number}"
        if line is None:
            yield oversize(where)
            continue
        try:
            text, encoding = decode(line)
        except NotTextError as error:
            yield not_text(where, str(error))
            continue
        if not text.strip():
            continue
        if not warned and (problems := encoding_problems(encoding, where)):
            yield from problems
            warned = True
        try:
            row: Any = json.loads(text)
        except (ValueError, RecursionError) as error:
            whole = _whole(source) if number == 1 else None
            if whole is not None:
                yield from drafts(whole, source.name)
                return
            yield broken(error, source.name, line=number)
            continue
        if isinstance(row, list):
            yield from drafts(row, where)
        else:
            yield draft_row(row, where)


def _lines(source: Source) -> Iterator[tuple[int, bytes | None]]:
    """Give number and bytes of each line, none for a line above `MAX_BYTES`."""
    with source.open() as stream:
        head = stream.read(4)
        stream.seek(0)
        if head.startswith(_WIDE):
            try:
                text, _ = decode(source.read())
            except NotTextError:
                yield 1, head + b"\0"
                return
            yield from ((number, line.encode()) for number, line in enumerate(text.split("\n"), 1))
            return
        number = 0
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            if len(line) <= MAX_BYTES:
                yield number, line
                continue
            yield number, None
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)


def _whole(source: Source) -> Any:
    """Give the source as one JSON document, none where it is not that: a `.jsonl` that was written over several lines."""
    try:
        text, _ = decode(source.read())
        return json.loads(text)
    except (ValueError, RecursionError, NotTextError, OSError):
        return None
