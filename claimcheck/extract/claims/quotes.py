"""Quotations → claims: that these words were said, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.model import Names, Quotation, Span

MIN_WORDS = 3
"""Shorter quotations are terms, not statements."""
_WORD = re.compile(r"[^\W_]+")


def read_quotes(desk: Desk) -> Iterator[Draft]:
    """Give a claim for each direct quotation."""
    view = desk.stage.view
    for quotation in desk.stage.layers.quotations:
        if not quotation.direct:
            continue
        words = _WORD.findall(view.folded[quotation.start : quotation.end])
        if len(words) < MIN_WORDS:
            continue
        yield Draft(
            type="other",
            subject=_speaker(desk, quotation),
            attribute="quotation",
            start=quotation.start,
            end=quotation.end,
            sentence=Span(quotation.start, quotation.end),
            value=Names((" ".join(words),), open=True),
            rule="quotation",
            derivation=("quotation ← words between quotation marks",),
        )


def _speaker(desk: Desk, quotation: Quotation) -> str:
    if quotation.speaker is None:
        return ""
    scene = desk.scene_at(quotation.speaker.start)
    if scene is None:
        return desk.stage.view.text[slice(*quotation.speaker)]
    found = next((name for name in scene.names if name.span.overlaps(quotation.speaker)), None)
    return desk.name(found.entity) if found else scene.text(*quotation.speaker)
