"""What around a name speaks for an organisation that no lexicon knows."""

from __future__ import annotations

from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.spots import previous_word
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import Sentence

_NOUN = 3.0
"""Votes of a noun that calls the name an organisation: "la banque britannique X"."""
_DEED = 2.5
"""Votes of what only organisations do, own or suffer."""
_OWNED = 2.0
"""Votes of a noun whose owner is mostly an organisation: "les salariés de X"."""
_SAYS = 1.0
"""Votes of "selon X", where X is one word."""
_QUOTES = '«“"'
_LONGEST_LEAD = 4
_MOST_ADJECTIVES = 2
_DEED_REACH = 70
"""Characters behind a verb within which its object tells that an organisation acts."""


def weigh_body(view: View, sentence: Sentence, candidate: Candidate, before: list[str], words: NameWords) -> None:
    """Add the votes for an organisation; `before` are the bare words in front, the nearest last."""
    if before:
        _before(candidate, before, words)
    elif view.bare[candidate.start - 2 : candidate.start] == ", " and candidate.words[0] not in words.first_names:
        named = previous_word(view, sentence, candidate.start - 2)
        if named in words.org_before or named in words.buyers:
            candidate.vote("organisation", _OWNED)
    if not before or before[-1] not in words.place_before:
        _after(view, sentence, candidate, words)


def _before(candidate: Candidate, before: list[str], words: NameWords) -> None:
    if len(before) > 2 and before[-1] in words.articles and before[-2] in words.name_connectors:
        before = before[:-1]
    near = before[-1]
    if near in words.place_nouns:
        candidate.vote("place", _NOUN)
        candidate.vote("person", -_NOUN)
        return
    noun = _skip_adjectives(before, words)
    if 0 < noun < len(before) and before[noun - 1] in words.org_before:
        candidate.vote("organisation", _NOUN)
        candidate.vote("person", -1.0)
        return
    if len(before) > 2 and before[-2] in words.of_words and before[-1] not in words.articles:
        noun = _skip_adjectives(before[:-2], words)
        if noun and before[noun - 1] in words.org_before:
            # "le groupe français de cosmétiques X"
            candidate.vote("organisation", _NOUN)
            return
    for length in range(min(_LONGEST_LEAD, len(before)), 0, -1):
        if " ".join(before[-length:]) in words.org_leads:
            candidate.vote("organisation", _DEED if length == 1 else _NOUN)
            return
    if near in words.by_words and any(word in words.org_owned_by for word in before):
        candidate.vote("organisation", _OWNED)
    elif len(candidate.words) == 1 and (near in words.says_before or " ".join(before[-2:]) in words.says_before):
        candidate.vote("organisation", _SAYS)
    elif near in words.name_connectors or near in words.org_links:
        owned = _skip_adjectives(before[:-1], words)
        noun_before = before[owned - 1] if owned else ""
        if noun_before in words.place_owned or noun_before in words.place_nouns:
            candidate.vote("place", _OWNED)
            candidate.vote("person", -_OWNED)
        elif noun_before in words.org_owned:
            candidate.vote("organisation", _NOUN if near in words.org_links else _OWNED)


def opening_quote(view: View, sentence: Sentence, start: int) -> int | None:
    """Give where the quotation mark stands that touches a name from the left."""
    at = start - 1
    if at >= sentence.start and view.text[at].isspace():
        at -= 1
    return at if at >= sentence.start and view.text[at] in _QUOTES else None


def _skip_adjectives(before: list[str], words: NameWords) -> int:
    """Give the count of words left once the adjectives at the end are taken off."""
    end = len(before)
    for word in before[: -_MOST_ADJECTIVES - 1 : -1]:
        if word in words.org_before or word in words.org_owned or word in words.place_owned or not words.is_adjective(word):
            break
        end -= 1
    return end


def _after(view: View, sentence: Sentence, candidate: Candidate, words: NameWords) -> None:
    plain, end = view.bare, candidate.end
    if words.org_after.match(plain, end, sentence.end) or words.org_apposition.match(plain, end, sentence.end):
        candidate.vote("organisation", _DEED)
        return
    if words.place_after.match(plain, end, sentence.end):
        candidate.vote("place", _DEED)
        candidate.vote("person", -_DEED)
        return
    deed = words.org_deeds.match(plain, end, sentence.end)
    if deed is not None and words.org_objects.search(plain, deed.end(), min(sentence.end, deed.end() + _DEED_REACH)):
        candidate.vote("organisation", _DEED)


def stem(key: str, words: NameWords) -> str:
    """Give a body's name without the common noun that opens or closes it: "northgate bank", "groupe northgate" → "northgate"."""
    parts = key.split()
    while len(parts) > 1 and parts[-1] in words.body_tails:
        parts.pop()
    while len(parts) > 1 and parts[0] in words.body_fronts:
        parts.pop(0)
    return " ".join(parts)
