"""Which stretches of a sentence belong to whom."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.tape import Words
from claimcheck.model import Span

Side = Literal["before", "behind", "around"]
_STRONG = frozenset(";:")


class Anchor(NamedTuple):
    """A credit in its sentence, in word numbers, `last` included."""

    first: int
    last: int
    side: Side
    """Where its content stands: `behind` it ("selon X, …", "X affirme que…"), `before` it ("… selon X"), or `around`."""


def scopes(tape: Words, anchors: list[Anchor], low: int, high: int, joints: frozenset[str]) -> list[Span]:
    """Share a sentence `[low, high)` out among its credits, which come in order."""
    if len(anchors) == 1:
        return [tape.span(*_clause(tape, anchors[0], low, high))]
    shares: list[Span] = []
    begin = low
    for number, anchor in enumerate(anchors):
        following = anchors[number + 1] if number + 1 < len(anchors) else None
        if anchor.side == "before":
            start, stop = max(begin, _strong_start(tape, anchor.first, begin)), anchor.last
            if number and anchors[number - 1].side == "before" and not any(word[0].isalnum() for word in tape.texts[begin : anchor.first]):
                start = tape.at(shares[-1].start)
        else:
            start = anchor.first
            stop = high - 1 if following is None else _cut(tape, anchor, following, joints) - 1
        stop = max(stop, anchor.last)
        start = min(start, anchor.first)
        while start < anchor.first and (not tape.texts[start].isalnum() or tape.texts[start] in joints):
            start += 1
        shares.append(tape.span(start, stop))
        begin = stop + 1
    for number in range(len(anchors) - 2, -1, -1):
        between = tape.texts[anchors[number].last + 1 : anchors[number + 1].first]
        if anchors[number].side == anchors[number + 1].side == "behind" and sum(word[0].isalnum() for word in between) <= 1:
            shares[number] = Span(shares[number].start, shares[number + 1].end)
    return shares


def subject_side(scene: Scene, first: int, verb: int, bounds: tuple[int, int], speakers: Speakers) -> Side:
    """Tell where the content of a subject and its verb stands: before them when a comma does and nothing follows ("…, police said")."""
    texts = scene.tape.texts
    behind = verb + 1
    over = behind >= bounds[1] or not texts[behind].isalnum() or texts[behind] in speakers.stops
    return "before" if first - 1 > bounds[0] and texts[first - 1] in ',-–—"”»' and over else "behind"


def _clause(tape: Words, anchor: Anchor, low: int, high: int) -> tuple[int, int]:
    """Give the stretch of a lone credit: the sentence; one that stands behind its content owns nothing across a semicolon."""
    if anchor.side == "behind":
        return low, high - 1
    first = next((index for index in range(anchor.first, low, -1) if tape.texts[index - 1] == ";"), low)
    last = next((index - 1 for index in range(anchor.last + 1, high) if tape.texts[index] == ";"), high - 1)
    return first, max(first, last)


def _strong_start(tape: Words, index: int, low: int) -> int:
    for place in range(index, low, -1):
        if tape.texts[place - 1] in _STRONG:
            return place
    return low


def _cut(tape: Words, anchor: Anchor, following: Anchor, joints: frozenset[str]) -> int:
    """Find where a credit's content ends before the next credit's begins."""
    if following.side != "before":
        place = following.first
        while place - 1 > anchor.last and (
            tape.texts[place - 1] in joints or tape.texts[place - 1] in ",;:" or _joins(tape, place - 1, joints)
        ):
            place -= 1
        return place
    for place in range(following.first - 2, anchor.last + 1, -1):
        word = tape.texts[place]
        if word in joints or word == ";" or (word == "," and not _figure(tape, place)):
            return place
    return following.first


def _joins(tape: Words, index: int, joints: frozenset[str]) -> bool:
    """Tell whether a word belongs to a joining phrase of two words ("alors que", "tandis que")."""
    return index > 0 and tape.texts[index - 1] in joints and len(tape.texts[index]) <= 4


def _figure(tape: Words, place: int) -> bool:
    texts = tape.texts
    return texts[place - 1].isdigit() and place + 1 < len(texts) and texts[place + 1].isdigit()
