"""One person is a count too, where people are counted: "dont un enfant", "a demonstrator is in a coma"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract.claims.phrases import Hit, Token
from claimcheck.extract.claims.vocabulary import Cue, Vocabulary
from claimcheck.extract.view import View
from claimcheck.model import Mention, Quantity

ONE = Decimal(1)
NOUN_GAP = 2
"""Words from "un" to its noun, an adjective between them."""


def lone_people(
    view: View, tokens: Sequence[Token], hits: Sequence[Hit[Cue]], nouns: Sequence[tuple[int, str]], vocabulary: Vocabulary
) -> list[Mention]:
    """Give the singular people of a sentence that counts people; elsewhere "un enfant" is just a child.

    Only a noun that sets somebody apart is taken ("a Swiss", not "a person"), or "one" right behind "of whom".
    """
    if not any(hit.key.side in ("before", "after") and "group" in vocabulary.kinds[hit.key.name].slots for hit in hits):
        return []
    concepts = dict(nouns)
    parts = {hit.last for hit in hits if hit.key.side == "clause" and hit.key.name == "part"}
    wholes = {hit.first for hit in hits if hit.key.side == "clause" and hit.key.name == "some-of"}
    found = []
    for hit in hits:
        if hit.key.side != "clause" or hit.key.name != "one":
            continue
        at = next((i for i in range(hit.last, hit.last + NOUN_GAP) if i in concepts), None)
        concept = concepts[at] if at is not None else None
        if at is not None and concept and vocabulary.group(concept) and vocabulary.singular(tokens[at].text):
            end = tokens[at].end
            noun = view.text[tokens[at].start : end]
            value = Quantity(ONE, ONE, unit=concept)
        elif at is None and (hit.first in parts or hit.last in wholes):
            end, noun, value = tokens[hit.last - 1].end, None, Quantity(ONE, ONE)
        else:
            continue
        start = tokens[hit.first].start
        found.append(Mention(start, end, view.text[start:end], value, (f"{view.text[start:end]!r} → 1 · one of those counted",), noun))
    return found


def woven(mentions: Sequence[Mention], more: Sequence[Mention]) -> Sequence[Mention]:
    """Put mentions among those read before; what overlaps one of them is left out."""
    fresh = [one for one in more if not any(one.start < other.end and other.start < one.end for other in mentions)]
    return sorted([*mentions, *fresh], key=lambda mention: mention.start) if fresh else mentions
