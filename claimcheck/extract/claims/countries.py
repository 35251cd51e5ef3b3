"""Where a firm, a club or a body comes from → claims: "le groupe néerlandais Altherm", *Dutch group Altherm*."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene
from claimcheck.model import Names

COUNTRY = "country-of"
CONFIDENCE = 0.8
ORGANISATIONS = frozenset({"organisation", "outlet"})


def read_countries(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each word of origin beside the word for what it is and its name."""
    countries = desk.vocabulary.countries
    for hit in scene.found.triggers:
        if hit.key.name != COUNTRY:
            continue
        before, behind = hit.first - 1, hit.last
        at = next((i for i in (before, behind) if 0 <= i < len(scene.words) and scene.words[i] in countries), None)
        first, last = min(hit.first, at or 0), max(hit.last, (at or 0) + 1)
        starts = (name for name in scene.names if name.type in ORGANISATIONS and scene.tokens_of(name.start, name.end)[0] == last)
        name = next(starts, None)
        if at is None or name is None:
            continue
        yield Draft(
            type="other",
            subject=desk.name(name.entity),
            attribute=COUNTRY,
            start=scene.starts[first],
            end=name.end,
            sentence=scene.sentence.span,
            value=Names((countries[scene.words[at]],)),
            rule=COUNTRY,
            confidence=CONFIDENCE,
            derivation=(f"{COUNTRY} ← {scene.words[at]!r} · {desk.vocabulary.language}/lexicon/countries",),
        )
