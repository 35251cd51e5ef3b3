"""Candidates: stretches of capitalised words, cut where one name ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import EntityType, Sentence

_OPENERS = " \u00a0\u202f\"'«“”‘(–—-•·*[…:>\n\t"
_NEXT = re.compile(
    r" ((?:(?:de la|de l'|du|des|de|d'|pour la|pour le|pour les|pour l'|pour|of the|of|for the|for) ?)?)([\w-]+(?:'(?=\w{3}))?)"
)
_SPACES = " \u00a0\u202f"
_WORDS = re.compile(r"[\w.-]+'?")
_MOST_WORDS = 12
Gender = Literal["m", "f"]


class Scanner:
    """Finds the candidates of a sentence."""

    def __init__(self, words: NameWords) -> None:
        self.words = words

    def tokens(self, view: View, sentence: Sentence) -> list[tuple[int, int]]:
        """Give the capitalised words of a sentence, elided articles taken off."""
        found = []
        for match in self.words.token.finditer(view.text, sentence.start, sentence.end):
            start, end = match.span()
            cut = view.folded.find("'", start, end)
            if (
                0 < cut < end - 1
                and view.bare[start:cut] in self.words.elisions
                and self.words.gazetteer.match(view.text, view.bare, start, end) is None
            ):
                start = cut + 1
                if not view.text[start].isupper():
                    continue
            found.append((start, end))
        return found

    def candidates(self, view: View, sentence: Sentence, lower: frozenset[str]) -> Iterator[Candidate]:
        """Give the candidates of a sentence in order; `lower` are the words that the document also writes small."""
        tokens = self.tokens(view, sentence)
        at, gender, titled = 0, None, False
        while at < len(tokens):
            start, end = tokens[at]
            word = view.bare[start:end]
            opening = self._opens(view, sentence, start)
            if at and not self._adjacent(view, tokens[at - 1][1], start):
                gender, titled = None, False
            title = word + "." if view.text[end : end + 1] == "." else word
            known = self.words.gazetteer.match(view.text, view.bare, start, sentence.end)
            wide = known is not None and known[0] > end
            if not wide and (title in self.words.titles or word in self.words.titles):
                gender, titled = self._gender(title, word), True
                at += 1
                continue
            if not wide and word in self.words.roles and word not in self.words.org_heads:
                titled, gender = True, None
                at += 1
                continue
            if not wide and (word in self.words.not_names or view.text[start:end] in self.words.not_acronyms):
                at += 1
                gender, titled = None, False
                continue
            if opening and known is None and word in lower and word not in self.words.first_names and word not in self.words.org_heads:
                at += 1
                continue
            candidate = self._one(view, sentence, tokens, at, known)
            candidate.opening = opening
            if titled and candidate.kind in (None, "person"):
                candidate.vote("person", 4.0)
                candidate.gender = gender
            yield candidate
            gender, titled = None, False
            while at < len(tokens) and tokens[at][0] < candidate.end:
                at += 1

    def _one(
        self, view: View, sentence: Sentence, tokens: list[tuple[int, int]], at: int, known: tuple[int, EntityType] | None
    ) -> Candidate:
        words = self.words
        start, end = tokens[at]
        first = view.bare[start:end]
        if known is not None:
            end = max(end, known[0]) if known[0] >= end else end
            after = self._following(view, tokens, at, end)
            if after is None or known[0] < tokens[at][1]:
                if known[0] >= tokens[at][1]:
                    return self._grown(view, sentence, start, known[0], known[1])
            elif not (first in words.first_names and known[1] == "place") and self._stands_alone(view, tokens[after]):
                return self._candidate(view, start, known[0], known[1], known[1])
        if first in words.org_heads or first in words.place_heads:
            grown = self._from_head(view, sentence, start, tokens[at][1], first)
            if grown is not None:
                return grown
        last = at
        while last + 1 < len(tokens) and self._adjacent(view, tokens[last][1], tokens[last + 1][0]):
            following = view.bare[slice(*tokens[last + 1])]
            if (
                following in words.roles
                or following in words.titles
                or following in words.not_names
                and following not in words.capital_particles
            ):
                break
            last += 1
        end = max(end, tokens[last][1])
        key = view.bare[start:end]
        person = first in words.first_names and (last > at or end > tokens[at][1])
        end = self._with_particles(view, sentence, end, first in words.first_names, last > at)
        candidate = self._candidate(view, start, end, None, None)
        if person or (end > tokens[last][1] and first in words.first_names):
            candidate.vote("person", 3.0)
        if known is not None and known[0] == end:
            candidate.known = known[1]
        elif known is not None and known[1] in ("organisation", "outlet", "agency", "product") and known[0] >= tokens[at][1]:
            candidate.vote("organisation" if known[1] != "product" else "product", 2.0)
        if any(word in words.org_heads for word in key.split()):
            candidate.vote("organisation", 2.5)
        return candidate

    def _following(self, view: View, tokens: list[tuple[int, int]], at: int, end: int) -> int | None:
        """Give the index of the capitalised word that follows `end` at one space."""
        after = at
        while after < len(tokens) and tokens[after][0] < end:
            after += 1
        if after < len(tokens) and self._adjacent(view, end, tokens[after][0]):
            word = view.bare[slice(*tokens[after])]
            if word not in self.words.roles and word not in self.words.titles and word not in self.words.not_names:
                return after
        return None

    def _stands_alone(self, view: View, token: tuple[int, int]) -> bool:
        """Whether a capitalised word after a known name begins another name."""
        start, end = token
        return (
            view.bare[start:end] in self.words.first_names
            or self.words.gazetteer.match(view.text, view.bare, start, len(view.text)) is not None
        )

    def _grown(self, view: View, sentence: Sentence, start: int, end: int, kind: EntityType) -> Candidate:
        """Let a known name that is also the head of a longer one take its complement ("Conseil d'État")."""
        head = view.bare[start:end]
        if kind == "organisation" and head in self.words.org_heads:
            end = self._complement(view, sentence, end, capital=True)
        return self._candidate(view, start, end, kind, kind)

    def _from_head(self, view: View, sentence: Sentence, start: int, end: int, head: str) -> Candidate | None:
        place = head in self.words.place_heads and head not in self.words.org_heads
        grown = self._complement(view, sentence, end, capital=not place)
        if grown == end:
            return None
        return self._candidate(view, start, grown, "place" if place else "organisation", None)

    def _complement(self, view: View, sentence: Sentence, end: int, *, capital: bool) -> int:
        """Follow adjectives and "de …" behind a head noun; give the end."""
        small = 0
        bare_adjective = False
        for _ in range(_MOST_WORDS):
            match = _NEXT.match(view.bare, end, sentence.end)
            if match is None or "\n" in match.group():
                return end
            connector, word = match.group(1), match.group(2)
            upper = view.text[match.start(2)].isupper()
            if upper:
                if not connector and bare_adjective and word in self.words.first_names:
                    return end
                if word in self.words.titles or word in self.words.roles:
                    return end
                known = self.words.gazetteer.match(view.text, view.bare, match.start(2), sentence.end)
                if known is None and not connector and word in self.words.not_names:
                    return end
                end = max(match.end(), known[0]) if known else match.end()
                bare_adjective = False
            elif not connector and self.words.is_adjective(word) and not bare_adjective:
                end, bare_adjective = match.end(), True
            elif connector and capital and small < 1 and word not in self.words.not_names and word not in self.words.articles:
                end, small, bare_adjective = match.end(), small + 1, False
            else:
                return end
        return end

    def _with_particles(self, view: View, sentence: Sentence, end: int, first_name: bool, several: bool) -> int:
        """Extend a person's name over "de", "von der", "ben"…"""
        if not first_name and not several:
            return end
        for _ in range(2):
            gap = self.words.particle_gap.match(view.bare, end, sentence.end)
            if gap is None:
                return end
            token = self.words.token.match(view.text, gap.end(), sentence.end)
            if token is None or self.words.gazetteer.match(view.text, view.bare, gap.end(), sentence.end) is not None:
                return end
            if several and gap.group().strip() in self.words.name_connectors and not first_name:
                return end
            end = token.end()
        return end

    def _candidate(self, view: View, start: int, end: int, kind: EntityType | None, known: EntityType | None) -> Candidate:
        return Candidate(start, end, " ".join(view.bare[start:end].split()), kind, None, known)

    def _gender(self, title: str, word: str) -> Gender | None:
        if title in self.words.women_titles or word in self.words.women_titles:
            return "f"
        return "m"

    @staticmethod
    def _adjacent(view: View, end: int, start: int) -> bool:
        return start - end == 1 and view.text[end] in _SPACES

    @staticmethod
    def _opens(view: View, sentence: Sentence, start: int) -> bool:
        before = view.text[max(sentence.start, start - 3) : start]
        return not before.strip(_OPENERS) and (start - sentence.start <= 3 or any(c in "«“\"':•" for c in before))


def words_before(view: View, low: int, start: int) -> list[str]:
    """Give the bare words just before a place, the nearest last; elided ones keep their apostrophe."""
    return _WORDS.findall(view.bare, max(low, start - 60), start)
