"""One person is a count too, where people are counted: "dont un enfant", *a demonstrator is in a coma*; so are some, and none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.claims.cues import Cues
from claimcheck.extract.claims.phrases import Words
from claimcheck.extract.claims.vocabulary import Vocabulary
from claimcheck.extract.view import View
from claimcheck.model import Mention, Quantity

ONE, NONE = Decimal(1), Decimal(0)
NATIONALITY = "nationality-"
"""Begins the concepts of `lexicon/nouns` that tell where people are from."""
NOUN_GAP = 2
"""Words from "un" to its noun, an adjective between them."""


def lone_people(view: View, words: Words, cues: Cues, nouns: Sequence[tuple[int, str]], vocabulary: Vocabulary) -> list[Mention]:
    """Give the singular people of a sentence that counts people; elsewhere "un enfant" is just a child.

    Only a noun that sets somebody apart is taken ("a Swiss", not "a person"), or "one" right behind "of whom".
    """
    roles = [role for role in ("one", "several", "none") if role in cues.roles]
    if not roles or not any("group" in vocabulary.kinds[hit.key.name].slots for hit in cues.triggers):
        return []
    concepts = dict(nouns)
    found = [*_unnumbered(view, words, cues, concepts, vocabulary)]
    ones = cues.roles.get("one", ())
    parts = {hit.last for hit in cues.roles.get("part", ())}
    wholes = {hit.first for hit in cues.roles.get("some-of", ())}
    for hit in ones:
        at = next((i for i in range(hit.last, hit.last + NOUN_GAP) if i in concepts), None)
        concept = concepts[at] if at is not None else None
        if at is not None and concept and vocabulary.group(concept) and vocabulary.singular(words.texts[at]):
            end = words.ends[at]
            noun = view.text[words.starts[at] : end]
            value = Quantity(ONE, ONE, unit=concept)
        elif at is None and (hit.first in parts or hit.last in wholes):
            end, noun, value = words.ends[hit.last - 1], None, Quantity(ONE, ONE)
        else:
            continue
        start = words.starts[hit.first]
        found.append(Mention(start, end, view.text[start:end], value, (f"{view.text[start:end]!r} → 1 · one of those counted",), noun))
    return found


def _unnumbered(view: View, words: Words, cues: Cues, concepts: dict[int, str], vocabulary: Vocabulary) -> Iterator[Mention]:
    """Give the people that are said to be there, or not, without a number: "des Portugais", *no German citizens*."""
    for role, low, high in (("several", ONE, None), ("none", NONE, NONE)):
        for hit in cues.roles.get(role, ()):
            at = next((i for i in range(hit.last, hit.last + NOUN_GAP) if i in concepts), None)
            if at is None or not vocabulary.group(concepts[at]):
                continue
            if role == "several" and not (concepts[at].startswith(NATIONALITY) and _opens(words, hit.first, vocabulary)):
                continue  # "des policiers" are seldom counted, "le match des Allemands" is theirs
            start, end = words.starts[hit.first], words.ends[at]
            value = Quantity(low, high, unit=concepts[at])
            step = f"{view.text[start:end]!r} → {role}"
            yield Mention(start, end, view.text[start:end], value, (step,), view.text[words.starts[at] : end])


def _opens(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether no noun stands right before a word: "dont des Suisses", not "le nombre des Suisses"."""
    return at == 0 or not words.texts[at - 1].isalpha() or words.texts[at - 1] in vocabulary.small


def woven(mentions: Sequence[Mention], more: Sequence[Mention]) -> Sequence[Mention]:
    """Put mentions among those read before; what overlaps one of them is left out."""
    fresh = [one for one in more if not any(one.start < other.end and other.start < one.end for other in mentions)]
    return sorted([*mentions, *fresh], key=lambda mention: mention.start) if fresh else mentions
