"""Where passages stand in files: addresses relative to a folder, lines and columns from 1."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from claimcheck.model import Article, Span


class Region(NamedTuple):
    """A stretch of a file in lines and columns, both from 1; columns count characters."""

    line: int
    column: int
    end_line: int
    end_column: int
    """The column after the last one."""


def _quoted(name: str) -> str:
    """Write a name as an address; bytes that are no letters stay themselves."""
    return quote(name, errors="surrogateescape")


class Place:
    """One article's file, and where passages of the article stand in it."""

    def __init__(self, article: Article, root: Path | None) -> None:
        self._article = article
        self._root = root

    @cached_property
    def path(self) -> str | None:
        """The file's path with slashes, relative to the root where it lies below it; none for an article without a file."""
        if self._article.path is None:
            return None
        path = Path(self._article.path)
        if self._root is not None:
            absolute = Path(os.path.normpath(self._root / path))
            path = absolute.relative_to(self._root) if absolute.is_relative_to(self._root) else absolute
        return path.as_posix()

    @cached_property
    def uri(self) -> str:
        """A reference to the article: its file, else its address, else its id."""
        if self.path is None:
            return self._article.url or _quoted(self._article.id)
        return Path(self.path).as_uri() if Path(self.path).is_absolute() else _quoted(self.path)

    def region(self, span: Span) -> Region | None:
        """Give the lines and columns of a passage; none where the text is not the file's own."""
        if self._article.line is None:
            return None
        line, column = self._at(span.start)
        end_line, end_column = self._at(span.end)
        return Region(line, column, end_line, end_column)

    @cached_property
    def _starts(self) -> list[int]:
        """Offsets at which the text's lines start, sorted."""
        return [0, *(at + 1 for at, letter in enumerate(self._article.text) if letter == "\n")]

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return (self._article.line or 1) + line, offset - self._starts[line] + 1


def places(articles: Iterable[Article], root: Path | None) -> dict[str, Place]:
    """Give the place of each article, by its id."""
    return {article.id: Place(article, root) for article in articles}
