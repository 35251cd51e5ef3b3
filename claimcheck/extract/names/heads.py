"""Names that open with a common noun: "ministère de l'Intérieur", "rue de Rivoli", "armée syrienne"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import EntityType, Sentence

_WINDOW = 45
_MOST_WORDS = 12
_MOST_ADJECTIVES = 2
_MOST_SMALL = 3


def head_before(view: View, sentence: Sentence, start: int, words: NameWords) -> tuple[int, EntityType] | None:
    """Give where a common noun opens the name whose capitalised word stands at `start`, and the type."""
    low = max(sentence.start, start - _WINDOW)
    window = view.bare[low:start]
    parts = window.replace("'", "' ").split(" ")
    # from the right: the connector, then perhaps a qualifier, then the head
    at = len(parts) - 1
    while at >= 0 and (not parts[at] or parts[at] in words.head_links):
        at -= 1
    kind = _head(parts[at], words) if at >= 0 else None
    taken = at
    if kind is None and at > 0 and parts[at] in words.org_qualifiers:
        taken = at - 1
        if taken > 0 and parts[taken] in words.head_links:
            taken -= 1
        kind = "organisation" if parts[taken] in words.org_heads_lower else None
    if kind is None or parts[taken] == parts[-1]:
        return None
    touching = taken == len(parts) - 2 and not parts[-1]
    if touching and kind == "place" and parts[taken] not in words.street_heads and _first_name(view, start, words):
        return None
    place = window.rfind(parts[taken])
    if kind == "place" and view.folded[low + place : low + place + len(parts[taken])].endswith("\u00e9"):
        return None  # a participle that a folded noun resembles
    return low + place, kind


def _first_name(view: View, start: int, words: NameWords) -> bool:
    match = words.token.match(view.text, start)
    return match is not None and view.bare[slice(*match.span())] in words.first_names


def _head(word: str, words: NameWords) -> EntityType | None:
    if word in words.org_heads_lower:
        return "organisation"
    return "place" if word in words.place_heads else None


def complement(view: View, limit: int, end: int, words: NameWords, *, capital: bool, field: bool = False) -> int:
    """Follow adjectives and "de …" behind a head noun; give the end, at most `limit`.

    `capital`: the head itself has one, so that small words may follow; `field`: adjectives may follow a capitalised
    word ("ministère des Affaires étrangères").
    """
    small = adjectives = 0
    nameless = view.bare[view.bare.rfind(" ", 0, end) + 1 : end].rpartition("'")[2] in words.heads_without_names
    behind_name = not capital
    if capital and words.participle is not None and (participle := words.participle.match(view.folded, end, limit)) is not None:
        behind = words.complement.match(view.bare, participle.end(), limit)
        end = participle.end() if behind is not None and view.text[behind.start(2)].isupper() else end
    for _ in range(_MOST_WORDS):
        match = words.complement.match(view.bare, end, limit)
        if match is None:
            return end
        connector, word = match.group(1), match.group(2)
        if view.text[match.start(2)].isupper():
            if not connector and nameless and word.split("-")[0] in words.first_names:
                return end
            common = (word in words.not_names and word not in words.name_tails) or (adjectives and word in words.first_names)
            if word in words.titles or word in words.roles or (not connector and common):
                return end
            known = words.gazetteer.match(view.text, view.bare, match.start(2), limit)
            end = max(match.end(), known[0]) if known else match.end()
            adjectives, behind_name = 0, True
        elif not connector and words.is_adjective(word) and adjectives < _MOST_ADJECTIVES and (field or not behind_name):
            end, adjectives = match.end(), adjectives + 1
        elif connector and capital and small < _MOST_SMALL and len(word) > 2 and word not in words.articles:
            end, small, adjectives, behind_name = match.end(), small + 1, 0, False
        else:
            return end
    return end


def by_nationality(view: View, sentence: Sentence, words: NameWords) -> Iterator[Candidate]:
    """Give bodies that a nationality alone names ("l'armée syrienne")."""
    if words.national_body is None:
        return
    for match in words.national_body.finditer(view.bare, sentence.start, sentence.end):
        if match.group(2) in words.nationalities:
            yield Candidate(match.start(), match.end(), match.group(), "organisation", None, None)


def by_pattern(view: View, sentence: Sentence, words: NameWords) -> Iterator[Candidate]:
    """Give places that a pattern of the language names ("15e arrondissement de Paris")."""
    for pattern in words.place_patterns:
        for match in pattern.finditer(view.bare, sentence.start, sentence.end):
            yield Candidate(match.start(), match.end(), match.group(), "place", None, None)
