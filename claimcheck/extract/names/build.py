"""One name out of a row of capitalised words: where it ends, and what its own words say of its type."""

from __future__ import annotations

import re

from claimcheck.extract.names.candidate import Candidate, spanning
from claimcheck.extract.names.heads import complement
from claimcheck.extract.names.spots import adjacent, numbered, opens
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import EntityType, Sentence

_ROMAN = re.compile(r" [IVX]{1,5}(?!\w)")
_LONGEST_RUN = 9
_LONGEST_TAIL = 2
"""Common words between a name and the noun of a body."""
_LONGEST_NAME = 5
"""Capitalised words in a row beyond which nothing is one person's name."""

Known = tuple[int, EntityType]
Token = tuple[int, int]


class Builder:
    """Builds the candidate that a capitalised word opens."""

    def __init__(self, words: NameWords) -> None:
        self.words = words

    def one(self, view: View, sentence: Sentence, tokens: list[Token], at: int, known: Known | None) -> Candidate:
        """Give the name that the word `at` opens; `known` is what the lexicon finds there."""
        words = self.words
        start, end = tokens[at]
        first = view.bare[start:end]
        if known is not None and known[0] >= end:
            after = None if sentence.kind == "heading" else self._following(view, tokens, at, known[0])
            if after is None or (
                not (first in words.first_names and known[1] == "place") and self._stands_alone(view, tokens, after, sentence)
            ):
                return self._grown(view, sentence, start, known)
        if first in words.event_heads or first in words.event_heads_alone or view.bare.startswith(words.event_openings, start):
            return self._event(view, sentence, tokens, at)
        if first in words.org_heads or first in words.place_heads:
            grown = self.from_head(view, start, end, first, opening=opens(view, sentence, start), limit=sentence.end)
            if grown is not None:
                return grown
        last = self._run(view, tokens, at)
        first_name = first in words.first_names or first.split("-")[0] in words.first_names
        end = max(tokens[last][1], known[0] if known is not None and known[0] > end else 0)
        if last == at and known is None and (roman := _ROMAN.match(view.text, end, sentence.end)):
            end = roman.end()
        joined = self._joined(view, sentence, tokens, last, end)
        if joined > end:
            return spanning(view, start, joined, "organisation", None)
        run_end = end
        end = self._with_particles(view, sentence, end, first_name=first_name, several=last > at)
        candidate = spanning(view, start, end, None, None)
        if first_name and (last > at or end > tokens[at][1]):
            candidate.vote("person", 3.0 if last - at < _LONGEST_NAME else 0.5)
        elif last > at and first in words.family_first:
            candidate.vote("person", 2.0)
        elif last > at and first.endswith("."):
            candidate.vote("person", 1.0)
        if known is not None and known[0] == run_end == end:
            candidate.known = known[1]
        elif known is not None and known[0] >= tokens[at][1] and known[1] not in ("place", "group"):
            candidate.vote("product" if known[1] == "product" else "organisation", 2.0)
        return candidate

    def _joined(self, view: View, sentence: Sentence, tokens: list[Token], last: int, end: int) -> int:
        """Extend a name over "&", or over "and" in a language that has no such word."""
        while (gap := self.words.join.match(view.bare, end, sentence.end)) is not None:
            after = next((at for at in range(last + 1, min(len(tokens), last + 3)) if tokens[at][0] == gap.end()), None)
            if after is None:
                return end
            last = self._run(view, tokens, after)
            end = tokens[last][1]
        return end

    def _run(self, view: View, tokens: list[Token], at: int) -> int:
        """Give the index of the last capitalised word in a row that can belong to the name opened at `at`."""
        words = self.words
        last = at
        while last + 1 < len(tokens) and last - at < _LONGEST_RUN and adjacent(view, tokens[last][1], tokens[last + 1][0]):
            following = view.bare[slice(*tokens[last + 1])]
            particle = following in words.capital_particles
            behind = view.bare[slice(*tokens[last])]
            initial = len(behind) == 2 and behind.endswith(".")
            named = last > at and behind in words.capital_particles
            common = following in words.roles or following in words.titles or following in words.not_names or numbered(following)
            common = common and following not in words.any_org_heads and following not in words.place_tails
            common = common and following not in words.name_tails
            common = common and not (following in words.not_names and self._leads_to_head(view, tokens, last + 1))
            surname = (
                last == at
                and behind in words.first_names
                and (at + 2 >= len(tokens) or not adjacent(view, tokens[at + 1][1], tokens[at + 2][0]))
            )
            if last == at and _acronym(view, tokens[at]) and following.split("-")[0] in words.first_names:
                break
            common = common and not (surname and not numbered(following))
            if (common and not named and not (particle and not initial)) or (initial and following in words.articles):
                break
            last += 1
        while (
            last > at and view.bare[slice(*tokens[last])] in words.capital_particles and view.bare[slice(*tokens[last])] in words.not_names
        ):
            last -= 1
        return last

    def _leads_to_head(self, view: View, tokens: list[Token], at: int) -> bool:
        """Whether a common word leads to the noun of a body ("Velmor Health Agency")."""
        for after in range(at + 1, min(at + 1 + _LONGEST_TAIL, len(tokens))):
            if not adjacent(view, tokens[after - 1][1], tokens[after][0]):
                return False
            word = view.bare[slice(*tokens[after])]
            if word in self.words.first_names or self.words.is_role(word):
                return False
            if word in self.words.any_org_heads:
                return True
        return False

    def _following(self, view: View, tokens: list[Token], at: int, end: int) -> int | None:
        """Give the index of the capitalised word that follows `end` at one space and may belong to the name."""
        words = self.words
        after = at
        while after < len(tokens) and tokens[after][0] < end:
            after += 1
        if after < len(tokens) and adjacent(view, end, tokens[after][0]):
            word = view.bare[slice(*tokens[after])]
            if word in words.any_org_heads and word not in words.org_heads_lower:
                return after
            plain = word in words.roles or word in words.titles or word in words.not_names or word in words.nationalities
            if not plain and not numbered(word):
                return after
        return None

    def _stands_alone(self, view: View, tokens: list[Token], after: int, sentence: Sentence) -> bool:
        """Whether the capitalised word behind a known name opens another name."""
        start, end = tokens[after]
        first = view.bare[start:end] in self.words.first_names
        return (first and self._run(view, tokens, after) > after) or self.words.gazetteer.match(
            view.text, view.bare, start, sentence.end
        ) is not None

    def _grown(self, view: View, sentence: Sentence, start: int, known: Known) -> Candidate:
        """Let a known body take its complement ("Conseil d'État de …")."""
        end, kind = known
        if kind == "organisation" and view.bare[start:end] in self.words.org_heads:
            end = complement(view, sentence.end, end, self.words, capital=True)
        return spanning(view, start, end, kind, kind)

    def _event(self, view: View, sentence: Sentence, tokens: list[Token], at: int) -> Candidate:
        last = self._run(view, tokens, at)
        end = tokens[last][1]
        if view.bare[slice(*tokens[at])] not in self.words.event_heads_alone:
            end = complement(view, sentence.end, end, self.words, capital=False)
        return spanning(view, tokens[at][0], end, "event", None)

    def from_head(self, view: View, start: int, end: int, head: str, *, opening: bool, limit: int) -> Candidate | None:
        """Build the name that a capitalised common noun opens; where it opens a sentence, only with another capital."""
        place = head in self.words.place_heads and head not in self.words.org_heads
        grown = complement(view, limit, end, self.words, capital=not place)
        if grown == end or (opening and not any(c.isupper() for c in view.text[end:grown])):
            return None
        return spanning(view, start, grown, "place" if place else "organisation", None)

    def _with_particles(self, view: View, sentence: Sentence, end: int, *, first_name: bool, several: bool) -> int:
        """Extend a person's name over "de", "von der", "ben"…."""
        if not first_name and not several:
            return end
        for _ in range(2):
            gap = self.words.particle_gap.match(view.bare, end, sentence.end)
            token = None if gap is None else self.words.token.match(view.text, gap.end(), sentence.end)
            if gap is None or token is None or self.words.gazetteer.match(view.text, view.bare, gap.end(), sentence.end) is not None:
                return end
            following = view.bare[slice(*token.span())]
            if following in self.words.first_names and view.text[token.end() : token.end() + 2].strip().istitle():
                return end
            if following in self.words.not_names or (several and not first_name and gap.group().strip() in self.words.name_connectors):
                return end
            end = token.end()
        return end


def _acronym(view: View, token: Token) -> bool:
    """Whether a word is written in capitals, as an acronym is."""
    return token[1] - token[0] > 2 and view.text[slice(*token)].isupper()
