"""Candidates: stretches of capitalised words, cut where one name ends and another begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claimcheck.extract.names.build import Builder, Known, Token
from claimcheck.extract.names.candidate import Candidate, spanning
from claimcheck.extract.names.heads import complement, head_before
from claimcheck.extract.names.spots import adjacent, after_capital, office, opens, previous_word
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import Sentence

_LONGEST_BODY = 5
Gender = Literal["m", "f"]


class Scanner:
    """Finds the candidates of a sentence."""

    def __init__(self, words: NameWords) -> None:
        self.words = words
        self._builder = Builder(words)

    def tokens(self, view: View, sentence: Sentence) -> list[Token]:
        """Give the capitalised words of a sentence, elided articles taken off."""
        words = self.words
        found = []
        for match in self.words.token.finditer(view.text, sentence.start, sentence.end):
            start, end = match.span()
            cut = view.folded.find("'", start, end)
            if 0 < cut < end - 1 and view.bare[start:cut] in self.words.elisions and self._gazetted(view, start, end) is None:
                start = cut + 1
                if not view.text[start].isupper():
                    continue
            prefixed = view.bare.startswith(self.words.role_prefixes, start)
            prefix = next(one for one in self.words.role_prefixes if view.bare.startswith(one, start)) if prefixed else ""
            if prefix and view.text[start + len(prefix)].isupper() and not self.words.is_role(view.bare[start:end]):
                start += len(prefix)
            last = view.bare.rfind("-", start, end)
            if last > 0 and view.bare[last + 1 : end] in self.words.suffixes:
                end = last
            abbreviated = view.text[end : end + 2] in (". ", ".,") and view.bare[start : end + 1] in words.company_suffixes
            found.append((start, end + 1 if abbreviated and view.text[end + 2 : end + 3].strip().islower() else end))
        return found

    def candidates(self, view: View, sentence: Sentence, lower: frozenset[str]) -> Iterator[Candidate]:
        """Give the candidates of a sentence in order; `lower` are the words that the document also writes small."""
        words = self.words
        tokens = self.tokens(view, sentence)
        at, done, gender, titled, people = 0, sentence.start, None, False, False
        while at < len(tokens):
            start, end = tokens[at]
            if at and not adjacent(view, tokens[at - 1][1], start):
                gender, titled = None, False
            word = view.bare[start:end]
            opening = opens(view, sentence, start)
            previous = previous_word(view, sentence, start)
            known = self._known(view, sentence, start, previous)
            wide = known is not None and known[0] > end
            follows = at + 1 < len(tokens) and adjacent(view, end, tokens[at + 1][0])
            title = word + "." if view.text[end : end + 1] == "." else word
            head = None if titled else head_before(view, sentence, start, words)
            if head is not None and head[0] >= done:
                candidate = self._headed(view, sentence, head, end, known)
            elif opening and known is None and follows and word in words.org_before and word not in words.org_heads:
                titled = people = False
                at += 1
                continue
            elif not wide and (title in words.titles or (words.is_role(word) and word not in words.org_heads)):
                gender, titled, people = self._gender(title), True, False
                at += 1
                continue
            elif known is None and follows and word in words.title_openers and words.is_role(view.bare[slice(*tokens[at + 1])]):
                titled, people = True, False
                at += 1
                continue
            elif not wide and self._opens_body(view, tokens, at, opening=opening):
                candidate = self._builder.one(view, sentence, tokens, at, None)
                candidate.vote("organisation", 1.5)
            elif not wide and self._is_people(word, known, previous, follows=follows):
                gender, titled, people = None, True, True
                at += 1
                continue
            elif not wide and self._is_nothing(view, tokens[at], known, opening=opening, follows=follows, lower=lower, limit=sentence.end):
                gender, titled = None, False
                at += 1
                continue
            else:
                candidate = self._builder.one(view, sentence, tokens, at, known)
                candidate.opening = opening
                if titled and candidate.kind in (None, "person"):
                    several = len(candidate.words) > 1
                    candidate.vote("person", 4.0 if not people else 2.0 if several else 0.0)
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
        linked = known is None and (previous in words.head_links or previous in words.articles)
        if linked:
            known = words.behind_article.match(view.text, view.bare, start, sentence.end)
        if known is None and linked and office(view, sentence, start, words):
            known = words.portfolios.match(view.text, view.bare, start, sentence.end)
        return known

    def _gazetted(self, view: View, start: int, limit: int) -> Known | None:
        return self.words.gazetteer.match(view.text, view.bare, start, limit)

    def _opens_body(self, view: View, tokens: list[Token], at: int, *, opening: bool) -> bool:
        """Whether a word that is no name opens that of a body: "Federal Aviation Administration", "Czech Radio"."""
        words = self.words
        word = view.bare[slice(*tokens[at])]
        if opening or word in words.articles or (word not in words.not_names and word not in words.nationalities):
            return False
        last = at
        while last + 1 < len(tokens) and last - at < _LONGEST_BODY and adjacent(view, tokens[last][1], tokens[last + 1][0]):
            last += 1
            following = view.bare[slice(*tokens[last])]
            if following in words.first_names or words.is_role(following) or following in words.titles:
                return False
            if following in words.any_org_heads:
                return True
        return last > at and word in words.body_openers

    def _is_people(self, word: str, known: Known | None, previous: str, *, follows: bool) -> bool:
        """Whether a capitalised word means an inhabitant or a nationality."""
        words = self.words
        if word in words.nationalities:
            return known is None or previous in words.groups_before
        return (
            known is None
            and word.endswith(words.people_endings)
            and (previous in words.groups_before or previous in words.articles)
            and word not in words.first_names
            and not word.isupper()
            and (follows or previous in words.groups_before)
        )

    def _is_nothing(
        self, view: View, token: Token, known: Known | None, *, opening: bool, follows: bool, lower: frozenset[str], limit: int
    ) -> bool:
        """Whether the capital of a word proves nothing."""
        words = self.words
        start, end = token
        word = view.bare[start:end]
        if view.text[start:end] in words.not_acronyms or words.century.fullmatch(view.text, start, end):
            return True
        if known is not None and end - start > 1 and view.text[start:end].isupper():
            return False
        if follows and (word in words.event_heads_alone or word in words.event_heads):
            return False
        if word in words.org_heads and not opening:
            return False
        if follows and word in words.foreign_heads:
            return False
        compound = opening and known is None and "-" in word and not view.text[start:end].istitle()
        if compound and word.partition("-")[0] in words.not_names:
            return True
        if word in words.org_heads and self._builder.from_head(view, start, end, word, opening=True, limit=limit) is not None:
            return False
        if word in words.articles and follows and _next_bare(view, end, words) in words.org_heads:
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
            return after_capital(view, start)
        return opening and known is None and word in lower and word not in words.first_names and word not in words.org_heads

    def _headed(self, view: View, sentence: Sentence, head: Known, end: int, known: Known | None) -> Candidate:
        """Build a name that a common noun opens."""
        end = max(end, known[0]) if known is not None else end
        field = view.bare.startswith(tuple(self.words.field_heads), head[0]) if self.words.field_heads else False
        end = complement(view, sentence.end, end, self.words, capital=False, field=field)
        return spanning(view, head[0], end, head[1], None)

    def _gender(self, title: str) -> Gender | None:
        if title in self.words.women_titles:
            return "f"
        return "m" if title in self.words.men_titles else None


def _next_bare(view: View, end: int, words: NameWords) -> str:
    """Give the capitalised word behind a place, bare."""
    match = words.token.match(view.text, end + 1)
    return view.bare[slice(*match.span())] if match is not None else ""
