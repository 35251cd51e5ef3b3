"""Quotations → claims: that these words were said, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.model import Names, Quotation, Span

MIN_WORDS = 3
"""Shorter quotations are terms, not statements."""
MIN_STATEMENT = 6
"""Words of a quotation that two people do not happen to say alike."""
SURE = 0.7
"""Confidence that the right person was found beside a quotation."""
MARKS = '«»“”" \u00a0\u202f'
QUOTATION, SPOKEN_BY = "quotation", "spoken-by"
_WORD = re.compile(r"[^\W_]+")


class Speaker(NamedTuple):
    """Who spoke."""

    name: str
    full: bool
    """Whether it is a person with first and last name."""


def read_quotes(desk: Desk) -> Iterator[Draft]:
    """Give a claim for each direct quotation, and one for who spoke it where that is somebody with a full name."""
    view = desk.stage.view
    for quotation in desk.stage.layers.quotations:
        if not quotation.direct:
            continue
        words = _WORD.findall(view.folded[quotation.start : quotation.end])
        if len(words) < MIN_WORDS:
            continue
        speaker = _speaker(desk, quotation)
        said = Draft(
            type="other",
            subject=speaker.name,
            attribute=QUOTATION,
            start=quotation.start,
            end=quotation.end,
            sentence=Span(quotation.start, quotation.end),
            value=Names((" ".join(words),), open=True),
            rule=QUOTATION,
            derivation=("quotation ← words between quotation marks",),
        )
        yield said
        if speaker.full and quotation.speaker and len(words) >= MIN_STATEMENT:
            yield replace(
                said,
                type="source",
                subject=view.text[quotation.start : quotation.end].strip(MARKS),
                attribute=SPOKEN_BY,
                start=quotation.speaker.start,
                end=quotation.speaker.end,
                value=Names((speaker.name,)),
                rule=SPOKEN_BY,
                confidence=SURE,
                derivation=(f"{SPOKEN_BY} ← {view.text[slice(*quotation.speaker)]!r} beside the quotation",),
            )


def _speaker(desk: Desk, quotation: Quotation) -> Speaker:
    """Name the speaker: a person of the noun phrase, else a body, else the phrase itself."""
    if quotation.speaker is None:
        return Speaker("", full=False)
    scene = desk.scene_at(quotation.speaker.start)
    if scene is None:
        return Speaker(desk.stage.view.text[slice(*quotation.speaker)], full=False)
    named = [name for name in scene.names if name.span.overlaps(quotation.speaker)]
    found = next((name for name in named if name.type == "person"), named[0] if named else None)
    if found is None:
        return Speaker(scene.text(*quotation.speaker), full=False)
    name = desk.name(found.entity)
    return Speaker(name, full=found.type == "person" and len(name.split()) > 1)
