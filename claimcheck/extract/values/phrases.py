"""Tables of phrases that are looked up at a place of a folded text, rightwards or leftwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from claimcheck.extract.values.trie import trie

T = TypeVar("T")

PHRASE_END = r"(?:(?<!\w)|(?!\w))"
"""A phrase that ends in a letter or digit ends its word; one that ends in a sign may touch what follows."""
_FIRST = re.compile(r"\w+|\W")
_SPACE = re.compile(r"\s")
_LETTER = re.compile(r"\w")
WINDOW = 56
"""How many characters a look to the left may cover."""


def plain_key(phrase: str) -> str:
    """Write a matched phrase as the lexicon's key: one plain space for any white space."""
    return phrase.replace("\n", " ").replace("\r", " ")


def with_plurals(phrase: str) -> set[str]:
    """Give a phrase with its plurals in "s": of the first, the last, or every word of three letters or more."""
    words = phrase.split(" ")
    plural = [word if len(word) < 3 or not word[-1].isalpha() or word[-1] in "sxz" else word + "s" for word in words]
    return {phrase, " ".join([plural[0], *words[1:]]), " ".join([*words[:-1], plural[-1]]), " ".join(plural)}


def elided(phrases: Iterable[str], elisions: Mapping[str, Iterable[str]]) -> set[str]:
    """Add the forms that a phrase's last word takes before a vowel or an article: `elisions` maps the word to them."""
    found = set(phrases)
    for phrase in tuple(found):
        head, _, last = phrase.rpartition(" ")
        found.update(f"{head} {form}" if head else form for form in elisions.get(last, ()) if head or last != phrase)
    return found


class Phrases(Generic[T]):
    """Phrases with what they mean, read rightwards from a place."""

    def __init__(self, table: Mapping[str, T], *, before: str = "", space: str = r"\s") -> None:
        self.table = dict(table)
        self.source = f"(?:{trie(self.table, space=space)}){PHRASE_END}"
        """Regex source without groups."""
        self._pattern = re.compile(f"{before}({self.source})")

    def match(self, folded: str, position: int) -> tuple[int, T] | None:
        """Read the longest phrase that starts at a position, past `before`: (end, meaning)."""
        found = self._pattern.match(folded, position)
        if not found:
            return None
        key = plain_key(found[1])
        return found.end(), self.table[key if key in self.table else key.replace("-", " ")]


class Listed(Generic[T]):
    """Phrases with what they mean, found by their first word: for tables too long for a regular expression."""

    def __init__(self, table: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[str, T]]] = {}
        for phrase, meaning in sorted(table.items(), key=lambda entry: -len(entry[0])):
            self._by_first.setdefault(_FIRST.findall(phrase)[0], []).append((phrase, meaning))

    def match(self, folded: str, position: int) -> tuple[int, T] | None:
        """Read the longest phrase that starts at a position: (end, meaning)."""
        first = _FIRST.match(folded, position)
        for phrase, meaning in self._by_first.get(first[0], ()) if first else ():
            end = position + len(phrase)
            here = folded.startswith(phrase, position) or (" " in phrase and _SPACE.sub(" ", folded[position:end]) == phrase)
            if here and not (phrase[-1].isalnum() and _LETTER.match(folded, end)):
                return end, meaning
        return None


class Endings(Generic[T]):
    """Phrases with what they mean, read leftwards from a place; articles between phrase and place are skipped."""

    def __init__(self, table: Mapping[str, T], articles: Iterable[str] = ()) -> None:
        self.table = dict(table)
        skipped = trie([f"{article} " if article[-1] != "'" else article for article in articles], reverse=True)
        phrases = trie(self.table, reverse=True)
        self._pattern = re.compile(rf"[\s(«\"]{{0,2}}(?:{skipped})?\s?({phrases})(?!\w)")

    def match(self, folded: str, position: int) -> tuple[int, T] | None:
        """Read the longest phrase that ends before a position: (start, meaning)."""
        window = folded[max(0, position - WINDOW) : position][::-1]
        found = self._pattern.match(window)
        if not found or (found.start(1) == 0 and window and (found[1][0].isalnum())):
            return None
        return position - found.end(), self.table[plain_key(found[1][::-1])]
