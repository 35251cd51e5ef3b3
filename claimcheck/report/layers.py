"""The layers of one text as JSON data: what `annotate` writes, one line a text."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from claimcheck.model import Layers, Mention
from claimcheck.report.encode import Json, encode, pair


def _sentences(layers: Layers, _: bool) -> Json:
    return {"sentences": [[sentence.start, sentence.end] for sentence in layers.document.sentences]}


def _mention(mention: Mention, why: bool) -> Json:
    data: Json = {"start": mention.start, "end": mention.end, "text": mention.text, "value": encode(mention.value)}
    if mention.noun is not None:
        data["noun"] = mention.noun
    if why:
        data["derivation"] = list(mention.derivation)
    return data


def _mentions(layers: Layers, why: bool) -> Json:
    return {"mentions": [_mention(mention, why) for mention in layers.mentions]}


def _entities(layers: Layers, _: bool) -> Json:
    named: list[Json] = []
    referred: list[Json] = []
    for name in layers.names:
        data = {"start": name.start, "end": name.end, "type": name.type, "entity": name.entity}
        (named if name.form == "name" else referred).append(data)
    return {"entities": named, "references": referred}


def _quotations(layers: Layers, _: bool) -> Json:
    return {
        "quotations": [
            {"start": found.start, "end": found.end, "speaker": pair(found.speaker), "cue": pair(found.cue), "direct": found.direct}
            for found in layers.quotations
        ]
    }


def _hedges(layers: Layers, _: bool) -> Json:
    return {"hedges": [{"start": found.start, "end": found.end, "type": found.kind, "scope": pair(found.scope)} for found in layers.hedges]}


def _denials(layers: Layers, _: bool) -> Json:
    return {
        "denials": [
            {"start": found.start, "end": found.end, "party": pair(found.party), "type": found.kind, "scope": pair(found.scope)}
            for found in layers.denials
        ]
    }


def _credits(layers: Layers, _: bool) -> Json:
    return {
        "credits": [
            {
                "start": found.start,
                "end": found.end,
                "role": found.role,
                "name": found.name,
                "scope": [pair(span) for span in found.scope],
            }
            for found in layers.credits
        ]
    }


def _posts(layers: Layers, _: bool) -> Json:
    return {
        "posts": [
            {
                "start": found.start,
                "end": found.end,
                "person": pair(found.person),
                "organisation": pair(found.organisation),
                "status": found.status,
                "post": found.concept,
                "scope": found.scope,
            }
            for found in layers.posts
        ]
    }


_LAYERS: dict[str, Callable[[Layers, bool], Json]] = {
    "sentences": _sentences,
    "mentions": _mentions,
    "entities": _entities,
    "quotations": _quotations,
    "hedges": _hedges,
    "denials": _denials,
    "credits": _credits,
    "posts": _posts,
}
LAYERS: tuple[str, ...] = tuple(_LAYERS)
"""Names of the layers, in the order they are written."""


def encode_layers(layers: Layers, *, only: Collection[str] = (), why: bool = False) -> dict[str, Any]:
    """Give one text's layers; `only` names those that are wanted, none for all; offsets are half-open."""
    data: dict[str, Any] = {"id": layers.document.article.id}
    for name, write in _LAYERS.items():
        if not only or name in only:
            data.update(write(layers, why))
    return data
