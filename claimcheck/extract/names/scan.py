"""Candidates: stretches of capitalised words, cut where one name ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.heads import complement, head_before
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import EntityType, Sentence

_OPENERS = " \u00a0\u202f\"'«“”‘(–—-•·*[…:>\n\t"
_QUOTES = "«“\"':•"
_SPACES = " \u00a0\u202f"
_ROMAN = re.compile(r" [IVX]{1,5}(?!\w)")
_LAST = re.compile(r"([\w.-]+'?) ?$")
_LONGEST_NAME = 5
"""Capitalised words in a row beyond which nothing is one person's name."""

Gender = Literal["m", "f"]
Known = tuple[int, EntityType]
Token = tuple[int, int]


class Scanner:
    """Finds the candidates of a sentence."""

    def __init__(self, words: NameWords) -> None:
        self.words = words

    def tokens(self, view: View, sentence: Sentence) -> list[Token]:
        """Give the capitalised words of a sentence, elided articles taken off."""
        found = []
        for match in self.words.token.finditer(view.text, sentence.start, sentence.end):
            start, end = match.span()
            cut = view.folded.find("'", start, end)
            if 0 < cut < end - 1 and view.bare[start:cut] in self.words.elisions and self._gazetted(view, start, end) is None:
                start = cut + 1
                if not view.text[start].isupper():
                    continue
            found.append((start, end))
        return found

    def candidates(self, view: View, sentence: Sentence, lower: frozenset[str]) -> Iterator[Candidate]:
        """Give the candidates of a sentence in order; `lower` are the words that the document also writes small."""
        words = self.words
        tokens = self.tokens(view, sentence)
        at, done, gender, titled = 0, sentence.start, None, False
        while at < len(tokens):
            start, end = tokens[at]
            if at and not _adjacent(view, tokens[at - 1][1], start):
                gender, titled = None, False
            word = view.bare[start:end]
            opening = _opens(view, sentence, start)
            previous = previous_word(view, sentence, start)
            known = self._known(view, sentence, start, previous)
            wide = known is not None and known[0] > end
            follows = at + 1 < len(tokens) and _adjacent(view, end, tokens[at + 1][0])
            title = word + "." if view.text[end : end + 1] == "." else word
            head = None if titled else head_before(view, sentence, start, words)
            if head is not None and head[0] >= done:
                candidate = self._headed(view, sentence, head, start, end, known)
            elif not wide and (title in words.titles or (word in words.roles and word not in words.org_heads)):
                gender, titled = self._gender(title), True
                at += 1
                continue
            elif not wide and self._is_people(view, word, known, previous, follows=follows):
                gender, titled = None, True
                at += 1
                continue
            elif not wide and self._is_nothing(view, tokens[at], known, opening=opening, follows=follows, lower=lower):
                gender, titled = None, False
                at += 1
                continue
            else:
                candidate = self._one(view, sentence, tokens, at, known)
                candidate.opening = opening
                if titled and candidate.kind in (None, "person"):
                    candidate.vote("person", 4.0)
                    candidate.gender = gender
            gender, titled = None, False
            done = candidate.end
            if candidate.kind != "group":
                yield candidate
            while at < len(tokens) and tokens[at][0] < candidate.end:
                at += 1

    def _known(self, view: View, sentence: Sentence, start: int, previous: str) -> Known | None:
        words = self.words
        known = self._gazetted(view, start, sentence.end)
        if known is None and (previous in words.outlet_cues or previous in words.outlet_before):
            known = words.cautious.match(view.text, view.bare, start, sentence.end)
        if known is None and previous in words.head_links | words.articles:
            known = words.behind_article.match(view.text, view.bare, start, sentence.end)
        if known is None and previous in words.head_links | words.articles and _office(view, sentence, start, words):
            known = words.portfolios.match(view.text, view.bare, start, sentence.end)
        return known

    def _gazetted(self, view: View, start: int, limit: int) -> Known | None:
        return self.words.gazetteer.match(view.text, view.bare, start, limit)

    def _is_people(self, view: View, word: str, known: Known | None, previous: str, *, follows: bool) -> bool:
        """Whether a capitalised word means an inhabitant or a nationality."""
        words = self.words
        if word in words.nationalities:
            return known is None or previous in words.groups_before
        return (
            known is None
            and word.endswith(words.people_endings)
            and previous in words.groups_before | words.articles
            and word not in words.first_names
            and not word.isupper()
            and (follows or previous in words.groups_before)
        )

    def _is_nothing(self, view: View, token: Token, known: Known | None, *, opening: bool, follows: bool, lower: frozenset[str]) -> bool:
        """Whether the capital of a word proves nothing."""
        words = self.words
        start, end = token
        word = view.bare[start:end]
        if view.text[start:end] in words.not_acronyms:
            return True
        if word in words.not_names:
            bracketed = known is not None and view.text[start - 1 : start] == "(" and view.text[end : end + 1] == ")"
            return not bracketed and (opening or word not in words.capital_particles or not follows)
        if len(word.rstrip(".")) == 1:
            return not follows or not word.endswith(".")
        if (
            any(c.isdigit() for c in word)
            and start
            and view.text[start - 1] == " "
            and view.text[start - 2 : start - 1].isalnum()
            and known is None
        ):
            return _after_capital(view, start)
        return opening and known is None and word in lower and word not in words.first_names and word not in words.org_heads

    def _headed(self, view: View, sentence: Sentence, head: Known, start: int, end: int, known: Known | None) -> Candidate:
        """Build a name that a common noun opens."""
        end = max(end, known[0]) if known is not None else end
        field = view.bare.startswith(tuple(self.words.field_heads), head[0]) if self.words.field_heads else False
        end = complement(view, sentence, end, self.words, capital=False, field=field)
        return _candidate(view, head[0], end, head[1], None)

    def _one(self, view: View, sentence: Sentence, tokens: list[Token], at: int, known: Known | None) -> Candidate:
        words = self.words
        start, end = tokens[at]
        first = view.bare[start:end]
        if known is not None and known[0] >= end:
            after = None if sentence.kind == "heading" else self._following(view, tokens, at, known[0])
            if after is None or (
                not (first in words.first_names and known[1] == "place") and self._stands_alone(view, tokens, after, sentence)
            ):
                return self._grown(view, sentence, start, known)
        if first in words.event_heads or first in words.event_heads_alone or (view.bare[start : end + 5] == "grand prix"):
            return self._event(view, sentence, tokens, at)
        if first in words.org_heads or first in words.place_heads:
            grown = self._from_head(view, sentence, start, end, first)
            if grown is not None:
                return grown
        last = self._run(view, tokens, at)
        first_name = first in words.first_names or first.split("-")[0] in words.first_names
        end = max(tokens[last][1], known[0] if known is not None and known[0] > end else 0)
        if last == at and known is None and (roman := _ROMAN.match(view.text, end, sentence.end)):
            end = roman.end()
        run_end = end
        end = self._with_particles(view, sentence, end, first_name=first_name, several=last > at)
        candidate = _candidate(view, start, end, None, None)
        if first_name and (last > at or end > tokens[at][1]):
            candidate.vote("person", 3.0 if last - at < _LONGEST_NAME else 0.5)
        if known is not None and known[0] == run_end == end:
            candidate.known = known[1]
        elif known is not None and known[0] >= tokens[at][1] and known[1] not in ("place", "group"):
            candidate.vote("product" if known[1] == "product" else "organisation", 2.0)
        return candidate

    def _run(self, view: View, tokens: list[Token], at: int) -> int:
        """Give the index of the last capitalised word in a row that can belong to the name opened at `at`."""
        words = self.words
        last = at
        while last + 1 < len(tokens) and _adjacent(view, tokens[last][1], tokens[last + 1][0]):
            following = view.bare[slice(*tokens[last + 1])]
            particle = following in words.capital_particles
            behind = view.bare[slice(*tokens[last])]
            initial = len(behind) == 2 and behind.endswith(".")
            named = last > at and behind in words.capital_particles
            common = following in words.roles or following in words.titles or following in words.not_names or _numbered(following)
            common = common and following not in words.any_org_heads and following not in words.place_tails
            if (common and not named and not (particle and not initial)) or (initial and following in words.articles):
                break
            last += 1
        while (
            last > at and view.bare[slice(*tokens[last])] in words.capital_particles and view.bare[slice(*tokens[last])] in words.not_names
        ):
            last -= 1
        return last

    def _following(self, view: View, tokens: list[Token], at: int, end: int) -> int | None:
        """Give the index of the capitalised word that follows `end` at one space and may belong to the name."""
        words = self.words
        after = at
        while after < len(tokens) and tokens[after][0] < end:
            after += 1
        if after < len(tokens) and _adjacent(view, end, tokens[after][0]):
            word = view.bare[slice(*tokens[after])]
            if word in words.any_org_heads and word not in words.org_heads_lower:
                return after
            plain = word in words.roles or word in words.titles or word in words.not_names or word in words.nationalities
            if not plain and not _numbered(word):
                return after
        return None

    def _stands_alone(self, view: View, tokens: list[Token], after: int, sentence: Sentence) -> bool:
        """Whether the capitalised word behind a known name opens another name."""
        start, end = tokens[after]
        first = view.bare[start:end] in self.words.first_names
        return (first and self._run(view, tokens, after) > after) or self._gazetted(view, start, sentence.end) is not None

    def _grown(self, view: View, sentence: Sentence, start: int, known: Known) -> Candidate:
        """Let a known body take its complement ("Conseil d'État de …")."""
        end, kind = known
        if kind == "organisation" and view.bare[start:end] in self.words.org_heads:
            end = complement(view, sentence, end, self.words, capital=True)
        return _candidate(view, start, end, kind, kind)

    def _event(self, view: View, sentence: Sentence, tokens: list[Token], at: int) -> Candidate:
        last = self._run(view, tokens, at)
        end = tokens[last][1]
        if view.bare[slice(*tokens[at])] not in self.words.event_heads_alone:
            end = complement(view, sentence, end, self.words, capital=False)
        return _candidate(view, tokens[at][0], end, "event", None)

    def _from_head(self, view: View, sentence: Sentence, start: int, end: int, head: str) -> Candidate | None:
        place = head in self.words.place_heads and head not in self.words.org_heads
        grown = complement(view, sentence, end, self.words, capital=not place)
        return None if grown == end else _candidate(view, start, grown, "place" if place else "organisation", None)

    def _with_particles(self, view: View, sentence: Sentence, end: int, *, first_name: bool, several: bool) -> int:
        """Extend a person's name over "de", "von der", "ben"…."""
        if not first_name and not several:
            return end
        for _ in range(2):
            gap = self.words.particle_gap.match(view.bare, end, sentence.end)
            token = None if gap is None else self.words.token.match(view.text, gap.end(), sentence.end)
            if gap is None or token is None or self._gazetted(view, gap.end(), sentence.end) is not None:
                return end
            if view.bare[slice(*token.span())] in self.words.not_names or (
                several and not first_name and gap.group().strip() in self.words.name_connectors
            ):
                return end
            end = token.end()
        return end

    def _gender(self, title: str) -> Gender | None:
        if title in self.words.women_titles:
            return "f"
        return "m" if title in self.words.men_titles else None


def _candidate(view: View, start: int, end: int, kind: EntityType | None, known: EntityType | None) -> Candidate:
    return Candidate(start, end, " ".join(view.bare[start:end].split()), kind, None, known)


def _numbered(word: str) -> bool:
    """Whether a word is a model's number ("A320")."""
    return any(c.isdigit() for c in word)


def _after_capital(view: View, start: int) -> bool:
    """Whether the word before a place has a capital."""
    before = view.text.rfind(" ", 0, start - 1)
    return view.text[before + 1 : before + 2].isupper()


def _office(view: View, sentence: Sentence, start: int, words: NameWords) -> bool:
    """Whether a minister or a ministry stands before a place."""
    window = view.bare[max(sentence.start, start - 60) : start]
    return any(head in window for head in words.field_heads)


def _adjacent(view: View, end: int, start: int) -> bool:
    return start - end == 1 and view.text[end] in _SPACES


def _opens(view: View, sentence: Sentence, start: int) -> bool:
    before = view.text[max(sentence.start, start - 3) : start]
    return not before.strip(_OPENERS) and (start - sentence.start <= 3 or any(c in _QUOTES for c in before))


def previous_word(view: View, sentence: Sentence, start: int) -> str:
    """Give the bare word that touches a place from the left, empty behind punctuation."""
    match = _LAST.search(view.bare, max(sentence.start, start - 20), start)
    return match.group(1) if match else ""


def words_before(view: View, low: int, start: int) -> list[str]:
    """Give the bare words just before a place, the nearest last; elided ones keep their apostrophe."""
    return _WORDS.findall(view.bare, max(low, start - 60), start)


_WORDS = re.compile(r"[\w.-]+'?")
