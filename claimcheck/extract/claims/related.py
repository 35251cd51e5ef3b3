"""Names that a phrase ties to somebody or something → claims: "dont le siège est à Lens", *connects Brenne and Montclar*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.claims.called import CAPITALS
from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.phrases import Hit
from claimcheck.extract.claims.scene import Scene
from claimcheck.extract.claims.vocabulary import Cue
from claimcheck.model import EntityMention, Kind, Names, Span

_STRETCH = re.compile(r"(?: (?!\d)[\w'’-]+){1,12}")
"""Words without a mark between them."""
CONFIDENCE = 0.8
WANTED: dict[str, str] = {"place": "place", "other": "organisation"}
"""What a kind's values are names of, by its type."""
NEXT = 5
"""Words between two names that one phrase ties together: "de la Baixa au quartier du Bairro Alto"."""


def read_related(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each phrase of a kind whose values are names, with the names that it stands beside."""
    hits = [hit for hit in scene.found.triggers if hit.key.name in desk.vocabulary.relations]
    glued = desk.vocabulary.suffixes
    if hits:
        ruler = desk.ruler(scene)
        done: set[str] = set()
        for hit in hits:
            kind = desk.vocabulary.kinds[hit.key.name]
            if kind.id in done:
                continue
            found = [(name.span, desk.name(name.entity)) for name in _names(desk, scene, ruler, hit, kind)]
            found = (
                found
                if kind.type != "place" or kind.exclusive or len(found) > 1 or hit.key.side != "before"
                else _capitals(scene, scene.ends[hit.last - 1])
            )
            if found:
                done.add(kind.id)
                start, end = scene.starts[hit.first], scene.ends[hit.last - 1]
                yield from _claim(
                    desk, scene, kind, [name for _, name in found], Span(min(start, found[0][0].start), max(end, found[-1][0].end))
                )
    for name in scene.names if glued else ():
        for suffix, rule in glued.items():
            kind = desk.vocabulary.kinds[rule]
            if name.type == WANTED[kind.type] and scene.view.folded.startswith(suffix, name.end):
                yield from _claim(desk, scene, kind, [desk.name(name.entity)], Span(name.start, name.end + len(suffix)))


def _capitals(scene: Scene, start: int) -> list[tuple[Span, str]]:
    """Give what is written with capitals behind a phrase: quarters and squares that no lexicon knows."""
    stretch = _STRETCH.match(scene.view.text, start, scene.sentence.end)
    found = [Span(*match.span()) for match in CAPITALS.finditer(scene.view.text, start, stretch.end())] if stretch else []
    return [(span, scene.text(*span)) for span in found] if len(found) > 1 else []


def _names(desk: Desk, scene: Scene, ruler: Ruler, hit: Hit[Cue], kind: Kind) -> list[EntityMention]:
    """Give the names that stand right behind a phrase, or right before it, as many as follow one another."""
    gap, behind = desk.vocabulary.rules[kind.id].gap, hit.key.side == "before"
    spans = [
        (scene.tokens_of(name.start, name.end), name) for name in scene.names if name.type == WANTED[kind.type] and name.form == "name"
    ]
    at, found = (hit.first, hit.last), list[EntityMention]()
    for span, name in spans if behind else reversed(spans):
        if span[0] < hit.last if behind else span[1] > hit.first:
            continue
        if ruler.apart(span, at) > (NEXT if found else gap):
            break
        at = span
        found.append(name)
        if kind.exclusive or kind.type != "place":
            break
    return sorted(found, key=lambda name: name.start)


def _claim(desk: Desk, scene: Scene, kind: Kind, names: list[str], span: Span) -> Iterator[Draft]:
    place = scene.tokens_of(*span)
    subject = desk.subjects.find(scene, desk.ruler(scene), place, kind.subject, skip=span)
    name, main = subject.name, desk.subjects.dominant("organisation")
    if name in names:  # "l'actionnaire, Norvik (NV)" is not Norvik's
        name = desk.name(main) if main else ""
    if name in names and "," not in scene.text(*span):
        return  # "l'actionnaire de Volma" does not tell who it is
    name = "" if name in names else name
    yield Draft(
        type=kind.type,
        subject=name,
        attribute=kind.id,
        start=span.start,
        end=span.end,
        sentence=scene.sentence.span,
        value=Names(tuple(names), open=not kind.exclusive),
        rule=kind.id,
        confidence=min(CONFIDENCE, subject.confidence),
        derivation=(f"{kind.id} ← {scene.text(*span)!r} · {desk.vocabulary.language}/{kind.id}",),
    )
