"""Bodies that speak of others: unions, courts, ministries. What they say is a claim of theirs, not of them."""

from __future__ import annotations

from claimcheck.extract.claims.scene import Scene, Stage
from claimcheck.extract.claims.vocabulary import Vocabulary
from claimcheck.model import EntityMention
from claimcheck.model.fold import bare

APPOSED = 6
"""Words between a name and the noun that a comma sets beside it: "SkyUnion, the main cabin crew union"."""


def voices(stage: Stage, vocabulary: Vocabulary) -> frozenset[str]:
    """Give the entities that an article introduces as such a body, or whose names say it."""
    found = {entity.id for entity in stage.entities.values() if {entity.name, *entity.aliases} & vocabulary.voice_names}
    for scene in stage.scenes:
        heads = scene.clause("voice")
        for name in scene.names if heads else ():
            if name.type == "organisation" and name.form == "name" and any(_belongs(scene, name, hit.first, hit.last) for hit in heads):
                found.add(name.entity)
    return frozenset(found)


def _belongs(scene: Scene, name: EntityMention, first: int, last: int) -> bool:
    """Whether a word stands in a name or touches it, or a comma sets it beside: "le principal syndicat, …"."""
    start, end = scene.tokens_of(name.start, name.end)
    if start - 1 <= first <= end:
        return True
    if last <= start:
        return start - last <= APPOSED and scene.words[start - 1] == "," and not _divided(scene, last, start - 1)
    opened = end + 1 < len(scene.words) and scene.words[end] == "," and scene.is_role(end + 1, "definite")
    return opened and first - end <= APPOSED and not _divided(scene, end + 1, first)


def _divided(scene: Scene, start: int, end: int) -> bool:
    return any(not bare(word).strip(".'’").isalnum() for word in scene.words[start:end])
