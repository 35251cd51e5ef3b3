"""Figures that leave out what they are of: "12 millions d'euros … à elle seule 7 millions", "le parquet en requérait 100.000"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.claims.scene import Scene, value_kind
from claimcheck.extract.claims.vocabulary import Vocabulary
from claimcheck.model import Mention, Quantity

SCALES = (Decimal(1_000_000), Decimal(1_000_000_000))
"""What a figure may leave out: "60 millions d'euros … elle en est à 72"."""
FEW = SCALES[0] / 10
"""Least weight of a bare figure's last digit that makes it a sum: "7 millions", "0,5 million"."""
REACH = 3
"""Words between a bare figure and those that make a sum of it."""
FAR = 10
"""A figure that leaves its millions out stays within this factor of the one before it."""


def complete(scenes: Sequence[Scene], vocabulary: Vocabulary) -> None:
    """Complete the bare figures of an article, paragraph by paragraph; what only tells a rate of exchange is left out."""
    for scene in scenes:
        scene.mentions = _without_rates(scene)
    currencies = {unit for scene in scenes for mention in scene.mentions if (unit := _currency(mention))}
    sole = currencies.pop() if len(currencies) == 1 else None
    paragraph, currency, before = -1, None, None
    for scene in scenes:
        if scene.mentions and scene.sentence.paragraph != paragraph:
            paragraph, currency, before = scene.sentence.paragraph, None, None
        found = list(scene.mentions)
        for i, mention in enumerate(found):
            if not isinstance(mention.value, Quantity):
                continue
            place = scene.tokens_of(mention.start, mention.end)
            of_sums = any(place[0] <= hit.first <= place[1] for hit in scene.clause("sum-of"))
            told = of_sums or _governed(scene, place, vocabulary)
            things = before is not None and value_kind(before[0]) == "count" and (before[1].low or 0) >= FEW
            unit = (None if things and not told else currency) or (sole if told else None)
            if unit and _may_be_sum(scene, mention, mention.value, place, of_sums=of_sums):
                value, step = replace(mention.value, unit=unit), f"{unit} ← the {'sum before it' if currency else 'sums of the article'}"
                found[i] = replace(mention, value=value, noun=None, derivation=(step, *mention.derivation))
            elif before and _is_bare(mention) and any(hit.last == place[0] for hit in scene.clause("of-it")):
                value, step = _as(before[1], mention.value), f"{before[1].unit} ← as {before[0].text!r} before it"
                found[i] = replace(mention, value=value, noun=before[0].noun, derivation=(step, *mention.derivation))
            currency = _currency(found[i]) or currency
            if isinstance(known := found[i].value, Quantity) and value_kind(found[i]) in ("money", "measure", "count"):
                before = found[i], known
        scene.mentions = found


def _currency(mention: Mention) -> str | None:
    return mention.value.unit if isinstance(mention.value, Quantity) and value_kind(mention) == "money" else None


def _is_bare(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.unit is None and mention.noun is None


def _without_rates(scene: Scene) -> Sequence[Mention]:
    """Leave out the two sides of "1 $ = 0,92 €"."""
    if "=" not in scene.words:
        return scene.mentions
    places = [scene.tokens_of(mention.start, mention.end) for mention in scene.mentions]
    equal = [i for i, (one, other) in enumerate(pairwise(places)) if scene.words[one[1] : other[0]] == ["="]]
    rates = {i + side for i in equal for side in (0, 1)}
    return [mention for i, mention in enumerate(scene.mentions) if i not in rates]


def _may_be_sum(scene: Scene, mention: Mention, value: Quantity, place: tuple[int, int], *, of_sums: bool) -> bool:
    """Whether a figure is as large as sums are and counts nothing else: "it carried 31.4 million" are people."""
    if not (_is_bare(mention) or (of_sums and value_kind(mention) == "count")):
        return False
    large = (value.precision or 0) >= FEW or (value.precision is None and (value.low or value.high or 0) >= SCALES[0])
    return large and not any(0 <= place[0] - hit.last <= 1 for hit in scene.clause("carrying"))


def _governed(scene: Scene, place: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether words that only sums follow stand right before a figure: "une offre de 40 millions"."""
    before = [hit for hit in scene.found.triggers if hit.key.side == "before" and vocabulary.kinds[hit.key.name].value == ("money",)]
    return any(0 <= place[0] - hit.last <= REACH for hit in (*before, *scene.clause("sum")))


def _as(one: Quantity, value: Quantity) -> Quantity:
    """Give a figure what the one before it is of, and the millions that it leaves out."""
    mine, known = value.low or value.high or 0, one.low or one.high or 0
    scale = next((scale for scale in SCALES if mine < 1000 <= known and known / FAR <= mine * scale <= known * FAR), Decimal(1))
    low, high, precision = (None if end is None else end * scale for end in (value.low, value.high, value.precision))
    return replace(value, low=low, high=high, precision=precision, unit=one.unit)
