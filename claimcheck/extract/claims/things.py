"""What a fact is of that has no name: "le pont coûtera…", *the bridge will cost…*."""

from __future__ import annotations

from claimcheck.extract.claims.scene import Scene

ADJECTIVES = 1
"""Words between article and noun: "le nouveau pont"."""
FARTHEST = 14
"""Words between the beginning of a sentence and what is told of the noun that it opens with."""
SHORTEST = 4
"""Letters of a noun: shorter words before a verb are pronouns and auxiliaries."""


def thing(scene: Scene, phrase: tuple[int, int] | None, value: tuple[int, int]) -> str | None:
    """Give the noun that a definite article opens right before the words that gave the attribute, where these stand before the value."""
    if phrase is None or phrase[1] > value[0] or phrase[0] < 2:
        return None
    at = phrase[0] - 1
    articles = range(max(0, at - 1 - ADJECTIVES), at)
    return _noun(scene, at) if any(scene.is_role(word, "definite") for word in articles) else opening(scene, phrase)


def opening(scene: Scene, phrase: tuple[int, int]) -> str | None:
    """Give the noun that a sentence opens with, "l'accord n'a pas été signé", as far as no clause stands between it and what is told."""
    if phrase[0] < 2 or not scene.is_role(0, "definite"):
        return None
    cut = any(hit.first < phrase[0] for hit in scene.clause("break"))
    return None if cut or phrase[0] > FARTHEST else _noun(scene, 1)


def acted_on(scene: Scene, verb: tuple[int, int]) -> str | None:
    """Give the noun that a verb is done to: the definite one right behind it, "a rejeté l'offre", else the one its sentence opens with."""
    near = range(verb[1], min(verb[1] + 1 + ADJECTIVES, len(scene.words) - 1))
    behind = next((word for word in near if scene.is_role(word, "definite")), None)
    return opening(scene, verb) if behind is None else _noun(scene, behind + 1)


def _noun(scene: Scene, at: int) -> str | None:
    noun, start = scene.words[at], scene.starts[at]
    named = any(name.start <= start < name.end for name in scene.names)
    return None if named or len(noun) < SHORTEST or not noun.isalpha() else noun
