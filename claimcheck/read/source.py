"""What a format module is given and gives back: a source of bytes in, drafts of articles and problems out."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from claimcheck.model import Problem

MAX_BYTES = 32_000_000
"""Largest file that holds one article or one JSON document, and longest line of JSON lines; a novel has 1 MB."""


class OversizeError(Exception):
    """A source holds more than `MAX_BYTES`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file, or standard input."""

    name: str
    """As the user wrote it, for messages."""
    path: Path | None = None
    data: bytes | None = None
    """The bytes themselves, where there is no file that can be opened twice."""

    @property
    def stem(self) -> str:
        """The file's name without its suffix."""
        return self.path.stem if self.path else "stdin"

    def open(self) -> BinaryIO:
        """Open it for reading; `OSError` where that fails."""
        return self.path.open("rb") if self.path and self.data is None else io.BytesIO(self.data or b"")

    def read(self) -> bytes:
        """Read it whole; `OversizeError` above `MAX_BYTES`, `OSError` where it cannot be read."""
        with self.open() as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise OversizeError
        return data


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file gives it, before dates are read and ids are made unique."""

    text: str
    where: str
    """File, and line where a file holds several articles."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Metadata under the canonical names of `read/fields.py`, unchecked."""
    line: int | None = None
    """Line of the file, from 1, on which the text starts; absent where its lines are not the file's own."""
    format: str = ""
    """Name of the format that read it."""


Parsed = Draft | Problem
"""What a format's `parse` yields, in the order of the file."""


def without_text(where: str, place: str) -> Problem:
    """Say that an article of a known format has no text; `place` is where the format keeps it."""
    return Problem("no-text", where, f"holds no article text (looked for in {place}); export the item with its text, or leave it out")


def oversize(where: str) -> Problem:
    """Say that an input is too large."""
    limit = f"{MAX_BYTES // 1_000_000} MB"
    return Problem("too-large", where, f"holds more than {limit}, the most that one article may have; split it into JSON lines")
