"""What a fact is of that has no name: "le pont coûtera…", *the bridge will cost…*."""

from __future__ import annotations

from claimcheck.extract.claims.scene import Scene

ADJECTIVES = 1
"""Words between article and noun: "le nouveau pont"."""
SHORTEST = 4
"""Letters of a noun: shorter words before a verb are pronouns and auxiliaries."""


def thing(scene: Scene, phrase: tuple[int, int] | None, value: tuple[int, int]) -> str | None:
    """Give the noun that a definite article opens right before the words that gave the attribute, where these stand before the value."""
    if phrase is None or phrase[1] > value[0] or phrase[0] < 2:
        return None
    at = phrase[0] - 1
    noun = scene.tokens[at]
    named = any(name.start <= noun.start < name.end for name in scene.names)
    if named or len(noun.text) < SHORTEST or not noun.text.isalpha():
        return None
    articles = range(max(0, at - 1 - ADJECTIVES), at)
    return noun.text if any(scene.is_role(token, "definite") for token in articles) else None
