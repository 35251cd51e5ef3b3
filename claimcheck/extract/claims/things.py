"""What a fact is of that has no name: "le pont coûtera…", *the cost of the bridge*."""

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
    word = scene.tokens[phrase[0] - 1].text
    if (
        len(word) < SHORTEST
        or not word.isalpha()
        or any(name.start <= scene.tokens[phrase[0] - 1].start < name.end for name in scene.names)
    ):
        return None
    return (
        word
        if any(scene.is_role(phrase[0] - 2 - back, "definite") for back in range(ADJECTIVES + 1) if phrase[0] - 2 - back >= 0)
        else None
    )
