"""Noun phrases that mean the one whom an article is about: "la quinquagénaire", "l'ailier de 23 ans", *the 23-year-old*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import Entity, EntityMention, Sentence
from claimcheck.model.fold import bare

ENOUGH = 2
"""Times that the protagonist is named, at least."""
LEAD = 1.5
"""How many times as often as anybody else."""


_FIRST = re.compile(r"[\w-]+'?")
ANY = "n"
"""Nouns that tell no gender."""


class Protagonists:
    """What means the protagonist in one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._genders: dict[str, str | None] = {}
        for gender, nouns in table["protagonist_nouns"].items():
            for noun in map(bare, nouns):
                self._genders[noun] = None if noun in self._genders or gender == ANY else gender
        starts = table["subject_starts"]
        self._determined = {
            word: gender for gender in starts for word in starts[gender] if sum(word in some for some in starts.values()) == 1
        }
        """Determiner → gender, where it tells."""
        determiners = "|".join(map(re.escape, table["person_determiners"]))
        listed = "|".join(sorted(map(re.escape, self._genders), key=len, reverse=True))
        aged = "|".join(str(pattern) for pattern in table["aged_patterns"])
        nouns = rf"(?P<aged>{aged})|(?P<noun>{listed})"
        self._phrase = re.compile(rf"(?<![\w'-])(?P<determiner>{determiners})(?:{nouns})(?![\w'-])")

    def of(self, names: Iterable[EntityMention]) -> EntityMention | None:
        """Give the first naming of the one whom an article is about; none where it is about several people."""
        named = [name for name in names if name.type == "person"]
        counted = Counter(name.entity for name in named).most_common(2)
        if not counted or counted[0][1] < ENOUGH or (len(counted) > 1 and counted[0][1] < LEAD * counted[1][1]):
            return None
        return next(name for name in named if name.entity == counted[0][0])

    def read(
        self, view: View, sentence: Sentence, hero: EntityMention | None, known: Mapping[str, Entity], bearers: Mapping[str, set[str]]
    ) -> Iterator[EntityMention]:
        """Give a sentence's references to the protagonist, from their first naming on; a noun that introduced another is that other's."""
        if hero is None or sentence.end <= hero.end:
            return
        gender = known[hero.entity].gender
        for match in self._phrase.finditer(view.bare, max(sentence.start, hero.end), sentence.end):
            noun = match.group("noun") or match.group("aged").split(maxsplit=1)[0]
            told = self._genders.get(noun) or self._determined.get(match.group("determiner").strip())
            if bearers.get(noun, {hero.entity}) == {hero.entity} and (gender is None or told in (gender, None)):
                yield EntityMention(*match.span(), hero.entity, "person", "reference")


def nouns_of_people(view: View, names: Iterable[EntityMention], words: NameWords) -> dict[str, set[str]]:
    """Map nouns of people ("chercheur") to those whom the article introduces by them."""
    nouns: dict[str, set[str]] = {}
    for one in names:
        if one.type == "person":
            for word in _words_around(view.bare, one.start, one.end, words):
                nouns.setdefault(word, set()).add(one.entity)
    return nouns


def _words_around(plain: str, start: int, end: int, words: NameWords) -> Iterator[str]:
    """Give the nouns of people that stand beside a name: "le chercheur X", "X, un ingénieur"."""
    behind = _FIRST.findall(plain[max(0, start - 40) : start].rpartition(",")[2].rpartition(".")[2])
    for word in behind[-2:]:
        if word in words.roles:
            yield word
    after = plain[end : end + 30]
    if after.startswith((", ", " , ")):
        for word in _FIRST.findall(after)[:2]:
            if word in words.roles:
                yield word
