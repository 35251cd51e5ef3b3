"""Input formats, found by name: every module of this room that has NAME, SUFFIXES, DOC and `parse`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from claimcheck.read.source import Parsed, Source


class Format(Protocol):
    """A module that reads one input format."""

    NAME: str
    SUFFIXES: tuple[str, ...]
    """Lower-case file suffixes with their dot."""
    DOC: str
    """One or two sentences for the manual."""

    @staticmethod
    def parse(source: Source) -> Iterator[Parsed]:
        """Yield drafts and problems in the order of the source; `OversizeError` and `OSError` as `Source.read`."""


@cache
def formats() -> tuple[Format, ...]:
    """List the formats, sorted by name."""
    package = __name__.rpartition(".")[0]
    folder = str(Path(__file__).parent)
    modules = (importlib.import_module(f"{package}.{module.name}") for module in pkgutil.iter_modules([folder]))
    found = [cast("Format", module) for module in modules if hasattr(module, "SUFFIXES") and hasattr(module, "parse")]
    return tuple(sorted(found, key=lambda format_: format_.NAME))


@cache
def by_suffix() -> dict[str, Format]:
    """Map suffixes to formats."""
    return {suffix: format_ for format_ in formats() for suffix in format_.SUFFIXES}


def sniff(head: bytes) -> Format:
    """Tell the format of a source without a suffix: JSON lines when it starts with a brace, else plain text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return by_suffix()[".jsonl" if start == b"{" else ".txt"]
