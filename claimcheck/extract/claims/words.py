"""Words that say something: what a date or an ordinal is of where no lexicon names it."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.extract.claims.scene import Scene
from claimcheck.extract.claims.vocabulary import Vocabulary

SHORTEST = 4
"""Letters of a word that says something by itself."""


def content_word(vocabulary: Vocabulary, scene: Scene, places: Iterable[int]) -> int | None:
    """Give the first of some places whose word is neither small nor a name nor a value; none where a mark ends the clause before it."""
    taken = [scene.tokens_of(item.start, item.end) for items in (scene.names, scene.mentions) for item in items]
    for at in places:
        word = scene.words[at]
        if word in ";:.()":
            return None
        if len(word) < SHORTEST or not word.isalpha() or word in vocabulary.small:
            continue
        if not any(first <= at < last for first, last in taken):
            return at
    return None
