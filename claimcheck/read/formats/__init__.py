"""Input formats, one module each, found by name: `NAME`, `SUFFIXES`, `DOC`, `parse(source)`, and `recognises(head)` where content tells."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from claimcheck.read.source import Parsed, Source

HEAD = 16_384
"""Bytes from the start of a source that a format is told by."""


class Format(Protocol):
    """A module of this package; it may also have `recognises(head: bytes) -> bool`, for files whose name does not tell."""

    NAME: str
    """The module's name, which `--input-format` takes."""
    SUFFIXES: tuple[str, ...]
    """Lower-case file suffixes with their dot; where formats share one, content decides."""
    DOC: str
    """One or two sentences for the manual."""

    @staticmethod
    def parse(source: Source) -> Iterator[Parsed]:
        """Yield drafts and problems in the order of the source; `OversizeError` and `OSError` as `Source.read`."""


def names() -> tuple[str, ...]:
    """List the formats without loading any, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def load(name: str) -> Format:
    """Load one format; the name must be one of `names()`."""
    return cast("Format", import_module(f"{__name__}.{name}"))


def formats() -> tuple[Format, ...]:
    """Load all formats, sorted by name."""
    return tuple(map(load, names()))


@cache
def suffixes() -> tuple[str, ...]:
    """List the suffixes that are read, sorted."""
    return tuple(sorted({suffix for format_ in formats() for suffix in format_.SUFFIXES}))


def choose(name: str, head: bytes) -> Format | None:
    """Tell the format of a source by its file name and its first bytes; none where neither tells.

    The name says what is possible and content decides between formats of one suffix. A source without a suffix is JSON lines
    when it starts with a brace, else plain text.
    """
    named = [format_ for format_ in formats() if name.lower().endswith(format_.SUFFIXES)]
    signed = [format_ for format_ in formats() if _recognises(format_, head)]
    if both := [format_ for format_ in named if format_ in signed]:
        return both[0]
    if plain := [format_ for format_ in named if len(named) == 1 or not hasattr(format_, "recognises")]:
        return plain[0]
    if signed:
        return signed[0]
    if PurePath(name).suffix:
        return None
    return load("jsonl" if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" else "text")


def recognised(head: bytes) -> bool:
    """Whether a format knows a source by its first bytes alone."""
    return any(_recognises(format_, head) for format_ in formats())


def _recognises(format_: Format, head: bytes) -> bool:
    recognises = getattr(format_, "recognises", None)
    return bool(recognises and recognises(head))
