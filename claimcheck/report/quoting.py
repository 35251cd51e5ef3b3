"""Passages as the reader meets them: the sentence, cut around the value where it is long, the value marked."""

from __future__ import annotations

from rich.text import Text

from claimcheck.report.words import Words, clean

MARK = "bold underline"
CUT = "…"
BRACKETS = ("[", "]")
"""Mark the value where there is no colour."""
MIN_SIDE = 40
"""Characters that are kept on each side of a long value."""


def _head(text: str, room: int) -> str:
    """Keep the start, up to a space."""
    return text if len(text) <= room else text[:room].rpartition(" ")[0] + " " + CUT


def _tail(text: str, room: int) -> str:
    """Keep the end, from a space on."""
    return text if len(text) <= room else CUT + " " + text[-room:].partition(" ")[2]


def quote(text: str, start: int, end: int, *, words: Words, room: int, color: bool) -> Text:
    """Quote a sentence with the value at `[start, end)` marked; where it is longer than `room`, cut on both sides of the value."""
    before, value, after = clean(text[:start]).lstrip(), clean(text[start:end]), clean(text[end:]).rstrip()
    spare = max(room - len(value), 2 * MIN_SIDE)
    if len(before) + len(after) > spare:
        left = min(len(before), max(spare // 2, spare - len(after)))
        before, after = _tail(before, left), _head(after, spare - left)
    opened, closed = words.quotes
    if not color and value:
        value = value.join(BRACKETS)
    return Text.assemble(opened, before, (value, MARK if color else ""), after, closed)
