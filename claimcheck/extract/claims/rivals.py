"""Bare figures that are set against one before them: another party's, or an earlier time's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Figure, Reading
from claimcheck.extract.claims.scene import Scene, value_kind
from claimcheck.extract.claims.slots import SlotReader
from claimcheck.model import Mention, Quantity, Span

BARE = {"number": "count", "count": "count", "share": "share", "money": "money"}
"""Which values can stand for which: a bare number for a count."""
CHANGE = 4
"""Words between the two ends of a change: "en 2023 à"."""
FAR = 10
"""Parties that count the same thing stay within this factor."""


def oppose(desk: Desk, scene: Scene, readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Give a bare figure that no words name the attribute of the figure before it, where another party is credited with it.

    It ends its clause; the figure before it stands in the same sentence or earlier in the same paragraph.
    """
    found = list(readings)
    for index, mention in enumerate(scene.mentions):
        value, sort = mention.value, BARE.get(value_kind(mention))
        if sort is None or not isinstance(value, Quantity):
            continue
        party = desk.stances.attribution(Span(mention.start, mention.end)).party
        reading = found[index]
        if party is None:
            continue
        if reading is not None:
            desk.told(scene, Figure(value, sort, party, reading))
        elif _bare(desk, scene, mention) and (before := desk.told_before(scene)) and _rivals(before, mention, sort, party):
            step = f"{before.reading.kind.id} ← as the figure that {before.party!r} gives"
            found[index] = before.reading._replace(step=step, phrase=None)
    return found


def compared(scene: Scene, ruler: Ruler, slots: SlotReader, readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Give a bare figure the attribute of the one it is compared with: "31 %, contre 38,5 % la veille", "le parquet en requérait 9 000"."""
    found = list(readings)
    for index, mention in enumerate(scene.mentions[1:], 1):
        before = next((i for i in range(index - 1, -1, -1) if isinstance(scene.mentions[i].value, Quantity)), None)
        if found[index] is not None or before is None or mention.noun is not None or not isinstance(mention.value, Quantity):
            continue
        whole, other = found[before], scene.mentions[before]
        start = ruler.span_of(index)[0]
        versus = any(hit.last == start for hit in scene.clause("versus")) and slots.when(index) not in ((None, None), slots.when(before))
        if whole is None or not (versus or any(hit.last == start for hit in scene.clause("of-it"))):
            continue
        if BARE.get(value_kind(mention)) and BARE.get(value_kind(mention)) == BARE.get(value_kind(other)):
            found[index] = whole._replace(step=f"{whole.kind.id} ← as the figure that it is compared with", phrase=None)
    return found


def changed(scene: Scene, ruler: Ruler, readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Give both ends of a change the attribute of the one that has it: "passée de 1,1 à 1,4 milliard d'euros"."""
    found = list(readings)
    figures = [i for i, mention in enumerate(scene.mentions) if isinstance(mention.value, Quantity)]
    for first, second in pairwise(figures):
        start, end = ruler.span_of(first), ruler.span_of(second)
        opened = any(hit.last == start[0] for hit in scene.clause("from")) and any(hit.last == end[0] for hit in scene.clause("to"))
        one, other = (BARE.get(value_kind(scene.mentions[i])) for i in (first, second))
        if opened and one == other and one and (found[first] is None) != (found[second] is None) and end[0] - start[1] <= CHANGE:
            told = found[first] or found[second]
            found[first] = found[second] = told and told._replace(step=f"{told.kind.id} ← as the other end of the change", phrase=None)
    return found


def _bare(desk: Desk, scene: Scene, mention: Mention) -> bool:
    """Whether a figure has no noun and its clause ends with it, or with who gives it: "3 000 sont venus" tells something else."""
    after = scene.tokens_of(mention.start, mention.end)[1]
    if mention.noun is not None:
        return False
    if after >= len(scene.words) or not scene.words[after][0].isalnum():
        return True
    start = scene.starts[after]
    given = desk.stage.layers.credits
    at = bisect_left(given, start, key=lambda credit: credit.start)
    return at < len(given) and given[at].start == start


def _rivals(before: Figure, mention: Mention, sort: str, party: str) -> bool:
    """Whether a figure can be another party's word on the same thing."""
    value = mention.value
    if not isinstance(value, Quantity) or before.sort != sort or before.party == party or value.per != before.value.per:
        return False
    if sort != "count" and value.unit != before.value.unit:
        return False
    one, other = (low if (low := figure.low) is not None else figure.high for figure in (before.value, value))
    if not one or not other or min(one, other) <= 0:
        return False
    return max(one, other) <= FAR * min(one, other)
