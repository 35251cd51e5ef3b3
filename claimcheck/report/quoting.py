"""Claims in words: what is told of whom, and the sentence with its value marked, cut where it is long."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from claimcheck.model import Article, Claim
from claimcheck.report.formats import Options
from claimcheck.report.words import Words, clean

MARK = "bold underline"
CUT = "…"
STEP = "← "
"""Stands before each step of a derivation."""
BRACKETS = ("[", "]")
"""Mark the value where there is no colour."""
REACH = 3
"""How many times the room is looked at on each side, for blanks that fall together."""
MIN_SIDE = 40
"""Characters that are kept on each side of a long value."""


def head(text: str, room: int) -> str:
    """Keep the start, up to a space."""
    return text if len(text) <= room else (text[:room].rpartition(" ")[0] or text[:room]) + " " + CUT


def tail(text: str, room: int) -> str:
    """Keep the end, from a space on."""
    return text if len(text) <= room else CUT + " " + (text[-room:].partition(" ")[2] or text[-room:])


def cut(text: str, start: int, end: int, *, room: int) -> tuple[str, str, str]:
    """Part a sentence into what stands before its value at `[start, end)`, the value and the rest, cut where it exceeds `room`.

    Only what can be shown is looked at, so that many claims of one endless sentence stay cheap.
    """
    near = REACH * room
    before, after = clean(text[max(0, start - near) : start]).lstrip(), clean(text[end : end + near]).rstrip()
    value = head(clean(text[start : min(end, start + near)]), max(room, 2 * MIN_SIDE))
    spare = max(room - len(value), 2 * MIN_SIDE)
    if len(before) + len(after) > spare:
        left = min(len(before), max(spare // 2, spare - len(after)))
        before, after = tail(before, left), head(after, spare - left)
    return before, value, after


def quote(text: str, start: int, end: int, *, words: Words, room: int, color: bool) -> Text:
    """Quote a sentence with the value at `[start, end)` marked, in at most `room` characters where that can be."""
    before, value, after = cut(text, start, end, room=room)
    opened, closed = words.quotes
    if not color and value:
        value = value.join(BRACKETS)
    return Text.assemble(opened, before, (value, MARK if color else ""), after, closed)


def differing(attribute: str, *, say: Words, options: Options) -> str:
    """Say what outlets differ on, in words."""
    return options.labels.get(attribute) or say.slot("group", attribute.strip("<>"))


def topic(claim_attribute: str, subject: str, slot: Sequence[tuple[str, str]], *, say: Words, options: Options) -> str:
    """Say what is told, of whom, and what else pins the fact down."""
    told = " · ".join(part for part in (differing(claim_attribute, say=say, options=options), clean(subject)) if part)
    pinned = ", ".join(differing(value, say=say, options=options) if name == "of" else say.slot(name, value) for name, value in slot)
    return f"{told} ({pinned})" if pinned else told


def around(claim: Claim, article: Article, *, room: int) -> tuple[str, int, int]:
    """Give the sentence of a claim as far as it can be shown in `room` characters, and where its value starts and ends there."""
    sentence = claim.sentence if claim.sentence.contains(claim.span) else claim.span
    start, end = max(sentence.start, claim.start - REACH * room), min(sentence.end, claim.end + REACH * room)
    return article.text[start:end], claim.start - start, claim.end - start


def passage(claim: Claim, article: Article, *, say: Words, room: int, color: bool) -> Text:
    """Quote the sentence of a claim with its value marked, in at most `room` characters where that can be."""
    return quote(*around(claim, article, room=room), words=say, room=room, color=color)
