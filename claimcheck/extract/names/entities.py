"""One entity for all the names that mean it in an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from claimcheck.extract.names.bodies import stem
from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import Entity, EntityMention, EntityType

_JOINED = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[\s\-']+")
_BRACKET = re.compile(r" ?\($")


@dataclass(slots=True)
class _Open:
    """An entity while its mentions are gathered."""

    kind: EntityType
    forms: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    gender: Literal["m", "f"] | None = None


def gather(view: View, names: list[Candidate], words: NameWords) -> tuple[tuple[Entity, ...], tuple[EntityMention, ...]]:
    """Link names to entities: same words in any order, surname to full name, acronym to what it stands for."""
    full = _full_people(names)
    bodies = {name.key for name in names if name.kind == "organisation"}
    spelled = _spelled_out(names, words)
    entities: list[_Open] = []
    by_key: dict[tuple[str, str], int] = {}
    mentions: list[tuple[Candidate, int]] = []
    for name in names:
        if name.kind is None:
            continue
        family = "person" if name.kind == "person" else "other"
        key = _key(name, full, words) if family == "person" else _body_key(spelled.get(name.key, name.key), bodies, words)
        index = by_key.get((family, key))
        if index is None:
            index = _acronym_of(view, name, mentions)
        if index is None:
            index = len(entities)
            entities.append(_Open(name.kind))
        by_key.setdefault((family, key), index)
        entity = entities[index]
        written = " ".join(view.text[name.start : name.end].split())
        if written not in entity.forms:
            entity.forms.append(written)
        entity.gender = entity.gender or name.gender or _gender(name, words)
        mentions.append((name, index))
    closed = tuple(_close(number, entity) for number, entity in enumerate(entities, start=1))
    return closed, tuple(
        EntityMention(name.start, name.end, closed[index].id, closed[index].type)
        for name, index in sorted(mentions, key=lambda pair: pair[0].start)
    )


def _full_people(names: list[Candidate]) -> dict[str, set[str]]:
    """Map each part of a person's full name to the sorted words of those who bear it."""
    bearers: dict[str, set[str]] = {}
    for name in names:
        parts = name.words
        if name.kind == "person" and len(parts) > 1:
            whole = " ".join(sorted(parts))
            for at in range(len(parts)):
                bearers.setdefault(" ".join(parts[at:]), set()).add(whole)
            bearers.setdefault(parts[0], set()).add(whole)
    return bearers


def _key(name: Candidate, full: dict[str, set[str]], words: NameWords) -> str:
    parts = name.words
    if len(parts) > 1:
        whole = " ".join(sorted(parts))
        bearers = full.get(name.key, {whole}) - {whole}
        return next(iter(bearers)) if len(bearers) == 1 and parts[0] in words.particles | words.capital_particles else whole
    bearers = full.get(name.key, set())
    return next(iter(bearers)) if len(bearers) == 1 else name.key


def _spelled_out(names: list[Candidate], words: NameWords) -> dict[str, str]:
    """Map acronyms to the one body of the article whose words they begin."""
    short = {name.key for name in names if name.kind == "organisation" and name.acronym and len(name.key) > 2}
    if not short:
        return {}
    long: dict[str, set[str]] = {}
    for name in names:
        parts = name.key.replace("'", "' ").replace("-", " ").split()
        if name.kind == "organisation" and len(parts) > 2:
            long.setdefault("".join(part[0] for part in parts if part.removesuffix("'") not in words.small_words), set()).add(name.key)
    return {key: next(iter(long[key])) for key in short if len(long.get(key, ())) == 1}


def _body_key(key: str, bodies: set[str], words: NameWords) -> str:
    """Give what two spellings of one body share: "Open AI", "OpenAI"; "Boeing", "Boeing Co."; "Velmor", "Velmor Bank"."""
    short = stem(key, words)
    if short in bodies:
        return _JOINED.sub("", short)
    parts = key.split()
    while len(parts) > 1 and parts[-1] in words.company_suffixes:
        parts.pop()
    return _JOINED.sub("", " ".join(parts))


def _acronym_of(view: View, name: Candidate, mentions: list[tuple[Candidate, int]]) -> int | None:
    """Give the entity just named before a bracket whose short or long form this name is."""
    if not mentions or name.kind == "person":
        return None
    last, index = mentions[-1]
    if last.kind in ("person", "place") or not 0 < name.start - last.end < 4 or not _BRACKET.match(view.text, last.end, name.start):
        return None
    if view.text[name.end : name.end + 1] not in (")", ",", ";"):
        return None
    return index if _stands_for(view, last, name) else None


def vote_for_acronyms(view: View, candidates: list[Candidate]) -> None:
    """Take for an organisation what a bracket shortens to its initials, or the initials that it spells out."""
    for before, after in pairwise(candidates):
        if 0 < after.start - before.end < 4 and _BRACKET.match(view.text, before.end, after.start) and _stands_for(view, before, after):
            before.vote("organisation", 3.0)
            after.vote("organisation", 3.0)


def _stands_for(view: View, one: Candidate, other: Candidate) -> bool:
    short, long = sorted((view.text[one.start : one.end], view.text[other.start : other.end]), key=len)
    initials = "".join(part[0] for part in _PARTS.split(long) if part).lower()
    letters = short.lower().replace(".", "")
    return short.isupper() and len(letters) > 1 and _subsequence(letters, initials) and letters[0] == initials[0]


def _subsequence(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _gender(name: Candidate, words: NameWords) -> Literal["m", "f"] | None:
    if name.kind != "person" or len(name.words) < 2:
        return None
    first = name.words[0].split("-")[0]
    man, woman = first in words.men, first in words.women
    return None if man == woman else "m" if man else "f"


def _close(number: int, entity: _Open) -> Entity:
    best = max(entity.forms, key=lambda form: (not form.isupper() or len(form) < 6, len(form)))
    return Entity(f"e{number}", entity.kind, best, tuple(sorted(form for form in entity.forms if form != best)), entity.gender)
