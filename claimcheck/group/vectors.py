"""Feature counts → unit vectors, weighed over the batch."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from claimcheck.group.features import Features

Vector = Mapping[str, float]
"""A feature's share; the squares of a unit vector sum to 1."""

NAME_WEIGHT = 1.75
"""How much more a word of a name counts than any other; swept with `FIGURE_WEIGHT` over 1–3: no article strays into another
story with any, stories are torn least with 1.75 and 2."""
FIGURE_WEIGHT = 2.0
"""How much more a figure counts: figures are the same in all languages."""
BACKGROUND = 500
"""Articles of other stories that a batch is thought to stand among, so that words of its one story do not count as common;
swept 0–500, from 200 on small and large batches want the same thresholds."""
KEPT = 100
"""Heaviest features of an article that are kept."""
INDEXED = 20
"""Heaviest features by which articles find each other; 12–30 give the same stories on corpus/."""
MAX_FREQUENT = 50
"""Articles that may share a feature for all their pairs to be looked at: keeps the work linear in the batch."""
REACH = 5
"""Above that, how many of the next articles with the feature each is held against; stories hang together by such chains of pairs."""


def unit_vectors(articles: Sequence[Features]) -> list[Vector]:
    """Weigh features by how often they stand in an article and how few articles of the batch have them (TF-IDF), names more."""
    frequency = Counter(feature for article in articles for feature in article.counts)
    size = len(articles)

    def weight(article: Features, feature: str, count: float) -> float:
        rare = math.log(1 + (size + BACKGROUND) / frequency[feature])
        kind = FIGURE_WEIGHT if feature[0] == "#" else NAME_WEIGHT if feature in article.names else 1.0
        return (1 + math.log(count)) * rare * kind

    return [normalised({feature: weight(article, feature, count) for feature, count in article.counts.items()}) for article in articles]


def normalised(weights: Mapping[str, float]) -> Vector:
    """Keep the heaviest features and bring their length to 1; ties are broken by the alphabet."""
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = math.sqrt(sum(weight * weight for _, weight in kept))
    return {feature: weight / length for feature, weight in kept} if length else {}


def dot(a: Vector, b: Vector) -> float:
    """Give the scalar product."""
    if len(a) > len(b):
        a, b = b, a
    return math.fsum(weight * b[feature] for feature, weight in a.items() if feature in b)


def neighbours(vectors: Sequence[Vector], *, least: float) -> list[tuple[int, int]]:
    """Give the pairs of articles whose heaviest features alone have a product of `least`, each once, sorted."""
    index: dict[str, list[tuple[int, float]]] = {}
    for at, vector in enumerate(vectors):
        for feature, weight in islice(vector.items(), INDEXED):
            index.setdefault(feature, []).append((at, weight))
    shared: dict[tuple[int, int], float] = {}
    for articles in index.values():
        reach = len(articles) if len(articles) <= MAX_FREQUENT else REACH
        for at, (a, weight) in enumerate(articles):
            for b, other in articles[at + 1 : at + 1 + reach]:
                shared[a, b] = shared.get((a, b), 0.0) + weight * other
    return sorted(pair for pair, product in shared.items() if product >= least)
