"""The phrase of a post: modifiers, head, and what it is of."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.extract.posts.words import Form, PostWords
from claimcheck.extract.recall import Recall
from claimcheck.extract.view import View
from claimcheck.model import EntityMention, Sentence, Span, Status

_WORD = re.compile(r"[\w-]+(?:'(?!s\b))?")
_NEXT = re.compile(r" ?([\w&-]+(?:'s\b|')?)")
_BRACKET = re.compile(r" ?\([^()\n]{1,60}\)")
_QUOTED = re.compile(r" ?[«“\"] ?[^«»“”\"\n]{1,60} ?[»”\"]")
_LONGEST_SHORT = 8
"""Letters of an acronym in brackets, at most."""
_MOST_STEPS = 14
_MOST_BEFORE = 3


class Phrase(NamedTuple):
    """A post as written."""

    start: int
    end: int
    head: Span
    concept: str
    shy: bool
    status: Status
    organisation: Span | None
    scope: str | None
    linked: bool
    """Whether a word joins it to its organisation ("of", "chez"), or a genitive."""


class PhraseReader:
    """Reads the phrase around a head word."""

    def __init__(self, words: PostWords) -> None:
        self.words = words
        self._opens = Recall(self._may_open)

    def phrases(self, view: View, sentence: Sentence, mentions: list[EntityMention]) -> list[Phrase]:
        """Give the phrases of a sentence, in order, never overlapping; `mentions` are the names in it."""
        texts, opens = _WORD.findall(view.bare, sentence.start, sentence.end), self._opens
        places = [at for at, word in enumerate(texts) if opens[word]]
        if not places:
            return []
        found: list[Phrase] = []
        tokens = [match.span() for match in _WORD.finditer(view.bare, sentence.start, sentence.end)]
        for at in places:
            if found and tokens[at][0] < found[-1].end:
                continue
            form = self._form(view, tokens, at, texts[at])
            last = at + len(form.words) - 1 if form else at
            phrase = self._phrase(view, sentence, tokens, at, last, form, mentions) if form else None
            if phrase is not None and not (found and phrase.start < found[-1].end):
                found.append(phrase)
        return found

    def _may_open(self, word: str) -> bool:
        """Whether a phrase may begin with a word."""
        return word in self.words.forms or word.startswith(self.words.former_prefixes)

    def _form(self, view: View, tokens: list[tuple[int, int]], at: int, word: str) -> Form | None:
        if word not in self.words.forms:
            word = next((word[len(one) :] for one in self.words.former_prefixes if word.startswith(one)), word)
        for form in self.words.forms.get(word, ()):
            behind = tokens[at + 1 : at + len(form.words)]
            if len(behind) == len(form.words) - 1 and all(
                view.bare[slice(*token)] == wanted for token, wanted in zip(behind, form.words[1:], strict=True)
            ):
                gaps = view.bare[tokens[at][1] : tokens[at + len(behind)][0]]
                if not any(c in gaps for c in ",;:()\n.") or len(form.words) == 1:
                    return form
        return None

    def _phrase(
        self,
        view: View,
        sentence: Sentence,
        tokens: list[tuple[int, int]],
        first: int,
        last: int,
        form: Form,
        mentions: list[EntityMention],
    ) -> Phrase | None:
        words = self.words
        start, head_end = tokens[first][0], tokens[last][1]
        if any(one.start < head_end and start < one.end and one.type in ("organisation", "outlet", "product") for one in mentions):
            return None
        if form.shy and self._is_no_noun(view, sentence, start, head_end):
            return None
        before, status, nationality = self._before(view, tokens, first)
        if view.bare.startswith(words.former_prefixes, start):
            status = "former"
        acting = words.acting_after.match(view.bare, head_end + 1)
        end, organisation, scope = self.complement(view, sentence, acting.end() if acting else head_end, mentions)
        linked = organisation is None or organisation.start - head_end > 1
        behind = acting or words.acting_after.match(view.bare, end + 1)
        if behind:
            status, end = "acting", max(end, behind.end())
        tail = view.bare[head_end:end].split()
        if any(word in words.former_after for word in tail):
            status = "former"
        elif any(word in words.future_after for word in tail):
            status = "future"
        if organisation is None:
            organisation = self._owner_before(view, before, mentions) or nationality
            if (
                organisation is not None
                and organisation.end <= before
                and view.bare[organisation.end : before] == " "
                and status == "current"
            ):
                status, before = self._status_before(view, tokens, first, organisation.start, before)
        return Phrase(before, end, Span(start, head_end), form.concept, form.shy, status, organisation, scope, linked)

    def _is_no_noun(self, view: View, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a common word is an adjective or a participle here: "classement général", "représentant la France"."""
        words = self.words
        ahead = _NEXT.match(view.bare, end, sentence.end)
        if ahead is not None and ahead.group().startswith(" ") and ahead.group(1) in words.determiners:
            return True
        behind = view.bare[max(sentence.start, start - 24) : start].replace("'", "' ").split(" ")
        near = behind[-2] if len(behind) > 1 and not behind[-1] else ""
        return bool(near) and near[-1:].isalpha() and near not in words.may_precede and len(near) > 3

    def _before(self, view: View, tokens: list[tuple[int, int]], first: int) -> tuple[int, Status, Span | None]:
        """Take modifiers before the head; give where the phrase starts, the status and the nationality that they tell."""
        words = self.words
        start = reach = tokens[first][0]
        status: Status = "current"
        nationality: Span | None = None
        for token in reversed(tokens[max(0, first - _MOST_BEFORE) : first]):
            word = view.bare[slice(*token)]
            if view.bare[token[1] : reach].strip(" -") or (word not in words.modifiers and word not in words.names.nationalities):
                break
            reach = token[0]
            told = self._status_of(word)
            if told is not None:
                status, start = told, reach
            elif word in words.names.nationalities:
                nationality = Span(*token)
        return start, status, nationality

    def _status_before(self, view: View, tokens: list[tuple[int, int]], first: int, owner: int, start: int) -> tuple[Status, int]:
        """Read the modifier before an owner: "former Intel chief executive"."""
        for token in reversed(tokens[max(0, first - 2 * _MOST_BEFORE) : first]):
            if token[1] + 1 == owner and (told := self._status_of(view.bare[slice(*token)])) is not None:
                return told, token[0]
        return "current", start

    def _status_of(self, word: str) -> Status | None:
        words = self.words
        if word in words.former_before:
            return "former"
        if word in words.future_before:
            return "future"
        return "acting" if word in words.acting_before else None

    def _owner_before(self, view: View, start: int, mentions: list[EntityMention]) -> Span | None:
        """Give the body just before the phrase: "Apple CEO", "Portugal's prime minister"."""
        for one in reversed(mentions):
            if one.end <= start and one.type not in ("person", "product"):
                gap = view.bare[one.end : start]
                genitive = next((mark for mark in self.words.genitives if gap.startswith(mark)), "")
                between = gap[len(genitive) :].split()
                if gap.endswith(" ") and len(between) < 3 and all(word in self.words.modifiers for word in between):
                    return one.span
                return None
        return None

    def complement(
        self, view: View, sentence: Sentence, end: int, mentions: list[EntityMention], *, linked: bool = False
    ) -> tuple[int, Span | None, str | None]:
        """Follow adjectives and "of …" behind a head; give the end, the organisation and the scope as written; `linked`: behind "of"."""
        words, names = self.words, self.words.names
        people = {one.start for one in mentions if one.type == "person"}
        bodies = {
            one.start: one for one in mentions if one.type not in ("person", "product", "group") and not self._is_portfolio(view, one)
        }
        organisation: Span | None = None
        scope: list[str] = []
        kept = end
        owned = loose = False
        free = 0
        for _ in range(_MOST_STEPS):
            aside = self._aside(view, sentence, end, bodies, linked=linked)
            if aside is not None:
                if linked:
                    scope.extend(view.text[end:aside].strip(' «»“”"').split())
                end = kept = aside
                linked = False
                continue
            at = end + 1 if view.bare[end : end + 1] == " " else end
            if (at == end and not view.bare[end - 1 : end].endswith("'")) or at in people or at >= sentence.end:
                break
            body = bodies.get(at)
            if body is not None:
                organisation = body.span if organisation is None or owned or (loose and linked) else organisation
                loose = not linked
                end = kept = body.end
                genitive = next((mark for mark in words.genitives if view.bare.startswith(mark, body.end)), "")
                linked, free, owned = bool(genitive), 0, bool(genitive)
                end += len(genitive)
                continue
            first = not (scope or organisation or linked)
            link = (words.of if first else words.further).match(view.bare, at, sentence.end)
            if link is not None and self._next_is_post(view, link):
                break
            if link is not None and not linked:
                end, linked, free = link.end(), True, 0
                continue
            word = _NEXT.match(view.bare, end, sentence.end)
            if word is None:
                break
            plain = word.group(1)
            if linked and plain in words.determiners:
                end = word.end()
                continue
            if owned and linked and any(not form.shy for form in words.forms.get(plain, ())):
                break
            if plain in words.stops or plain.removesuffix("'") in words.stops:
                break
            upper = view.text[word.start(1)].isupper()
            fits = plain in words.grades or names.is_adjective(plain) or plain in words.former_after or plain in words.future_after
            if not (linked or (upper and plain not in names.roles) or fits or 0 < free < words.free_words):
                break
            if not linked and plain in names.nationalities and organisation is None:
                organisation = Span(word.start(1), word.end(1))
            elif linked or plain not in words.grades:
                scope.append(view.text[word.start(1) : word.end(1)])
            free = 1 if linked else free + 1 if free else 0
            end = kept = word.end()
            linked = False
        return kept, organisation, " ".join(scope) or None

    def _next_is_post(self, view: View, link: re.Match[str]) -> bool:
        """Whether "and" leads to another post: "mayor of X and leader of Y"."""
        if link.group() not in self.words.also:
            return False
        word = _NEXT.match(view.bare, link.end())
        return word is not None and word.group(1) in self.words.forms

    def _is_portfolio(self, view: View, body: EntityMention) -> bool:
        """Whether a body is but a minister's field, which belongs to the post."""
        found = self.words.names.portfolios.match(view.text, view.bare, body.start, body.end)
        return found is not None and found[0] == body.end

    @staticmethod
    def _aside(view: View, sentence: Sentence, end: int, bodies: dict[int, EntityMention], *, linked: bool) -> int | None:
        """Give the end of a party in brackets, or of a quoted name behind "of"."""
        if linked:
            quoted = _QUOTED.match(view.bare, end, sentence.end)
            return quoted.end() if quoted is not None else None
        bracket = _BRACKET.match(view.bare, end, sentence.end)
        if bracket is None:
            return None
        short = view.text[bracket.start() : bracket.end()].strip(" ()")
        if not (short.isupper() and len(short) < _LONGEST_SHORT) and not any(at in bodies for at in range(end, bracket.end())):
            return None
        following = view.bare[bracket.end() : bracket.end() + 3]
        return bracket.end() if following[:1] == " " and following[1:2].isalpha() else None
