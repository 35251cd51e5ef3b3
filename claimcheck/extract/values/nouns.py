"""Counted nouns: what a number counts, as a concept of `lexicon/nouns` or the singular of the word itself."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from claimcheck.extract.values.phrases import Listed, plain_key
from claimcheck.extract.values.trie import trie
from claimcheck.ruleset import Lexicons

NUMBER_TABLES = ("small", "hundreds", "magnitudes", "collectives")
"""No noun is a number word: what follows one is another number."""
MAX_WORDS = 4
"""How many words may stand between the number and the head of its noun phrase."""


class Noun(NamedTuple):
    """A counted noun `[start, end)`."""

    start: int
    end: int
    unit: str
    """Concept id, or the singular folded noun."""
    person: bool
    """Whether it counts people."""
    known: bool
    """Whether the lexicon has it."""


class Concept(NamedTuple):
    """One entry of `lexicon/nouns`."""

    id: str
    person: bool
    single: bool
    """Whether "one" before it is a count in its own right ("un mort")."""
    plural: bool
    """Whether this form is a plural, or serves as one."""


class Inflection:
    """Plurals and singulars by the suffix rules of `lexicon/plurals`."""

    def __init__(self, lexicons: Lexicons) -> None:
        table: dict[str, Any] = lexicons.get("plurals")
        self._of = frozenset(lexicons.get("numbers")["of"])
        self.head_first: bool = table["head_first"]
        self._plural = [(re.compile(pattern), ending) for pattern, ending in table["plural"]]
        self._singular = [(re.compile(pattern), ending) for pattern, ending in table["singular"]]
        self._participle = re.compile(table["participle"])
        self._is_plural = re.compile(table["is_plural"])
        self._plurals: dict[str, str] = {}

    def plural(self, word: str) -> str:
        """Give the plural of one word; the lexicon's words, of which many phrases are made, are worked out once."""
        known = self._plurals.get(word)
        if known is None:
            known = self._plurals[word] = self._first(self._plural, word)
        return known

    def singular(self, word: str) -> str:
        """Give the singular of one word."""
        return self._first(self._singular, word)

    def is_plural(self, word: str) -> bool:
        """Tell whether a word looks like a plural."""
        return self._is_plural.search(word) is not None

    def is_participle(self, word: str) -> bool:
        """Tell whether a word that the lexicon does not have looks like a participle or verb."""
        return self._participle.search(word) is not None

    def forms(self, phrase: str) -> set[str]:
        """Give the plurals of a phrase: of its head, and of all its words where they agree."""
        words = phrase.split(" ")
        every = " ".join(self.plural(word) for word in words)
        if len(words) == 1 or not self.head_first:
            head = next((at - 1 for at, word in enumerate(words) if word in self._of and at), len(words) - 1)
            return {" ".join([*words[:head], self.plural(words[head]), *words[head + 1 :]])}
        return {" ".join([self.plural(words[0]), *words[1:]]), every}

    @staticmethod
    def _first(rules: list[tuple[re.Pattern[str], str]], word: str) -> str:
        for pattern, ending in rules:
            changed, times = pattern.subn(ending, word)
            if times:
                return changed
        return word


@cache
def inflection(lexicons: Lexicons) -> Inflection:
    """Give the inflection of a language, shared by its readers."""
    return Inflection(lexicons)


class NounReader:
    """Reads the noun after a number."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._inflection = inflection(lexicons)
        table: dict[str, Any] = lexicons.get("nouns")
        forms: dict[str, Concept] = {}
        for key, entry in table.items():
            person, single = entry.get("class") == "person", bool(entry.get("single"))
            for word in entry["words"]:
                forms.setdefault(word, Concept(key, person, single, plural=False))
                for plural in self._inflection.forms(word):
                    forms[plural] = Concept(key, person, single, plural=True)
            for word in entry.get("plurals", ()):
                forms[word] = Concept(key, person, single, plural=True)
        self.concepts = Listed(forms)
        self.singles = frozenset(form for form, concept in forms.items() if concept.single and not concept.plural)
        """Forms that "one" may count: victims and the like."""
        self.persons = frozenset(form for form, concept in forms.items() if concept.person and not concept.plural)
        """Words for one person."""
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._stop = lexicons.words("function-words") | {key for name in NUMBER_TABLES for key in numbers[name]}
        self._adjectives = lexicons.words("adjectives")
        self._head_first = self._inflection.head_first
        of = trie([*numbers["of"], *lexicons.get("amounts")["part_of"]])
        quote = "[\"“”«»'‘’]"
        self._open = re.compile(rf"[\s-]{quote}?\s?(?:(?:{of})(?:\s|(?<=')))?{quote}?\s?(?=[^\W\d_])")
        self._share_of = re.compile(rf"\s(?:{trie(lexicons.get('amounts')['part_of'])})(?:\s|(?<='))(?=\w)")
        self._word = re.compile(rf"([^\W\d_](?:[\w-]*\w)?){quote}?")
        self._next = re.compile(rf"\s{quote}?(?=[^\W\d_])")

    def of(self, folded: str, position: int) -> Noun | None:
        """Read the noun that a share is taken of ("12 % des salariés"), where the lexicon has it."""
        joint = self._share_of.match(folded, position)
        return self.known(folded, joint.end()) if joint else None

    def word(self, folded: str, position: int) -> int | None:
        """Give the end of the plain word after a number's end."""
        opening = self._open.match(folded, position)
        word = self._word.match(folded, opening.end()) if opening else None
        return word.end() if word and word[1] not in self._stop else None

    def known(self, folded: str, position: int) -> Noun | None:
        """Read a noun of the lexicon that starts at a position."""
        found = self.concepts.match(folded, position)
        return Noun(position, found[0], found[1].id, found[1].person, known=True) if found else None

    def read(self, folded: str, position: int, *, one: bool = False, text: str | None = None) -> Noun | None:
        """Read the noun phrase after a number's end; `one` where the number is one and the noun a singular.

        With the `text` as written, a name is told from a noun by its capital ("10 Downing Street").
        """
        opening = self._open.match(folded, position)
        at = opening.end() if opening else -1
        noun = self._read(folded, at, one=one)
        if text is not None and noun and text[noun.start].isupper() and (not noun.known or (noun.start > at and text[at].isupper())):
            return None
        return noun

    def _read(self, folded: str, at: int, *, one: bool) -> Noun | None:
        unknown: Noun | None = None
        for _ in range(MAX_WORDS):
            if at < 0:
                break
            found = self.concepts.match(folded, at)
            word = self._word.match(folded, at)
            if found and (found[1].plural or one):
                return Noun(at, found[0], found[1].id, found[1].person, known=True)
            if not word or word[1] in self._stop or word[1].partition("-")[0] in self._stop:
                break
            if word[1] not in self._adjectives and not unknown:
                unknown = self._unknown(word, one=one)
                if unknown and self._head_first:
                    return unknown
                if self._head_first:
                    return None
            following = self._next.match(folded, word.end())
            at = following.end() if following else -1
        return unknown

    def _unknown(self, word: re.Match[str], *, one: bool) -> Noun | None:
        written = plain_key(word[1])
        if len(written) < 3 or self._inflection.is_participle(written) or (not one and not self._inflection.is_plural(written)):
            return None
        return Noun(word.start(1), word.end(1), written if one else self._inflection.singular(written), person=False, known=False)


__all__ = ["Concept", "Inflection", "Noun", "NounReader", "inflection"]
