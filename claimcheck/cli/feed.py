"""Inputs as a stream of articles: one text in, one article or its problems out, before the next one is read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from claimcheck.model import Article, Problem
from claimcheck.read.drafts import finish
from claimcheck.read.formats import load
from claimcheck.read.paths import STDIN
from claimcheck.read.source import Draft, Source
from claimcheck.read.stage import read

_LINES = "jsonl"
_MARK = b"\xef\xbb\xbf"


def open_feed(path: str, *, root: Path | None = None) -> tuple[Iterator[Article | Problem], bool]:
    """Give the articles and problems of one input as they come, and whether it holds JSON lines."""
    jsonl = load(_LINES)
    if path == STDIN:
        head = _head(sys.stdin.buffer)
        if head.removeprefix(_MARK).lstrip().startswith(b"{"):
            return _stream(head, sys.stdin.buffer, root), True
        return _whole(path, head + sys.stdin.buffer.read(), root), False
    file = Path(path)
    if file.is_file() and path.lower().endswith(jsonl.SUFFIXES):
        source = Source(path, file)
        return _finished(source, jsonl.parse(source), root), True
    return _whole(path, None, root), False


def _head(stream: BinaryIO) -> bytes:
    """Read up to the first line that is not blank."""
    lines = bytearray()
    while line := stream.readline():
        lines += line
        if line.strip():
            break
    return bytes(lines)


def _stream(head: bytes, rest: Iterable[bytes], root: Path | None) -> Iterator[Article | Problem]:
    """Read standard input a line at a time, so that a text is answered before the next one comes."""
    parse = load(_LINES).parse
    *blank, first = head.splitlines(keepends=True)
    number = len(blank)
    for line in (line for lines in ([first], rest) for line in lines):
        number += 1
        source = Source("stdin", data=line)
        for item in _finished(source, parse(source), root, at=number):
            yield replace(item, where=item.where.replace("stdin:1", f"stdin:{number}", 1)) if isinstance(item, Problem) else item


def _finished(source: Source, items: Iterable[Draft | Problem], root: Path | None, *, at: int | None = None) -> Iterator[Article | Problem]:
    """Make an article of each draft; one without an id takes its line's number."""
    try:
        for item in items:
            if isinstance(item, Problem):
                yield item
                continue
            line = at or item.where.rpartition(":")[2]
            fields = {"id": f"{source.stem}:{line}", **item.fields}
            articles, problems = finish([(source, replace(item, fields=fields))], root=root)
            yield from problems
            yield from articles
    except OSError as error:
        yield Problem("unreadable-file", source.name, f"cannot be read ({(error.strerror or str(error)).lower()}); check its permissions")


def _whole(path: str, stdin: bytes | None, root: Path | None) -> Iterator[Article | Problem]:
    articles, problems = read([path], stdin=stdin, rules_root=root)
    yield from problems
    yield from articles
