"""PostReader: post phrases and the people they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left

from claimcheck.extract.posts.phrase import Phrase, PhraseReader
from claimcheck.extract.posts.told import ToldReader
from claimcheck.extract.posts.words import PostWords
from claimcheck.extract.view import View
from claimcheck.model import Entity, EntityMention, Post, Sentence, Span, Status
from claimcheck.ruleset import Lexicons

_DIRECT = re.compile(r" ?,? $|,? ?\($| ?[:–—-] $")
_BEHIND = re.compile(r" ?, ?| ?\( ?| ?[–—] ")
_BRACKET = re.compile(r" ?\([^()\n]{1,200}\)")
_LONGEST_SENTENCE = 3000
"""Characters beyond which a sentence is none, and is left alone."""
_LONGEST_ROW = 3
"""Posts joined by "and" that share one holder, at most."""
_MOST_WORDS_BEHIND = 3
_MOST_SMALL = 5
_FARTHEST = 60
"""Characters between a post and its holder, at most, whatever stands between."""


class PostReader:
    """Reads who holds what post; built once per language."""

    def __init__(self, lexicon: Lexicons) -> None:
        self.words = PostWords(lexicon)
        self._phrases = PhraseReader(self.words)
        self._told = ToldReader(self.words, self._phrases)

    def read(
        self,
        view: View,
        entities: tuple[Entity, ...],  # noqa: ARG002 - readers that build on the names share one signature
        mentions: tuple[EntityMention, ...],
    ) -> tuple[Post, ...]:
        """Give the posts of a document, sorted by start; one phrase with two holders gives two posts."""
        starts = [mention.start for mention in mentions]
        posts: list[Post] = []
        for sentence in view.sentences:
            if sentence.end - sentence.start > _LONGEST_SENTENCE:
                continue
            inside = list(mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])
            phrases = self._phrases.phrases(view, sentence, inside)
            people = [mention for mention in inside if mention.type == "person"]
            if people:
                posts.extend(self._told.read(view, sentence, inside, people))
            if not phrases:
                continue
            bodies = {mention.start: mention.span for mention in inside if mention.type in ("organisation", "outlet", "agency")}
            for number in range(len(phrases)):
                posts.extend(self._held(view, sentence, phrases, number, people, bodies))
        return tuple(sorted(dict.fromkeys(posts), key=lambda post: (post.start, post.end, post.person or Span(-1, -1))))

    def _held(
        self, view: View, sentence: Sentence, phrases: list[Phrase], number: int, people: list[EntityMention], bodies: dict[int, Span]
    ) -> list[Post]:
        phrase = phrases[number]
        holders, status = self._holders(view, sentence, phrases, number, people)
        if status is not None and phrase.status == "current":
            phrase = phrase._replace(status=status)
        if holders and phrase.shy and phrase.organisation is None and self._by_verb(view, holders[0], phrase):
            return []
        if holders:
            if phrase.organisation is None and holders[0].start >= phrase.end:
                phrase = phrase._replace(organisation=self._body_behind(view, holders[-1].end, bodies))
            return [self._post(phrase, holder.span) for holder in holders]
        if phrase.organisation is None:
            return []
        return [self._post(phrase, None)] if phrase.linked else []

    def _holders(
        self, view: View, sentence: Sentence, phrases: list[Phrase], number: int, people: list[EntityMention]
    ) -> tuple[list[EntityMention], Status | None]:
        phrase = phrases[number]
        after = self._after(view, sentence, phrases, number, people)
        if after:
            return after, None
        before = [one for one in people if one.end <= phrase.start and phrase.start - one.end <= _FARTHEST]
        if before:
            nearest = before[-1]
            earlier = phrases[number - 1] if number and phrases[number - 1].start >= nearest.end else None
            owner = phrase.organisation
            # "X, Velmor's chief executive": the owner stands between
            opening = owner.start if owner is not None and nearest.end <= owner.start and owner.end <= phrase.start else phrase.start
            status = self._link_before(view, nearest.end, opening)
            if status is not None:
                return [nearest], None if status == "current" else status
            if earlier is not None and self._link_before(view, nearest.end, earlier.start) is not None:
                # "X, fondateur et PDG de Y", "X, a former board member, took over as CEO": one holder for both
                joint = view.bare[earlier.end : phrase.start].strip(" ,")
                status = self._link_before(view, earlier.end, phrase.start) if joint else None
                if joint in ("", *self.words.also) or (status is not None and len(joint.split()) > 1):
                    return [nearest], None if status == "current" else status
        return [], None

    def _after(
        self,
        view: View,
        sentence: Sentence,
        phrases: list[Phrase],
        number: int,
        people: list[EntityMention],
        *,
        row: int = _LONGEST_ROW,
    ) -> list[EntityMention]:
        """Give those named right behind a post: "le PDG de Y, X", "les présidents X et Z"."""
        phrase = phrases[number]
        end = phrase.end
        bracket = _BRACKET.match(view.bare, end, sentence.end)
        if bracket is not None and (
            not any(end <= one.start < bracket.end() for one in people) or any(one.start == bracket.end() + 1 for one in people)
        ):
            end = bracket.end()
        if row and number + 1 < len(phrases) and view.bare[end : phrases[number + 1].start].strip() in self.words.also:
            return self._after(view, sentence, phrases, number + 1, people, row=row - 1)
        found: list[EntityMention] = []
        for one in people:
            if one.start < end or one.form != "name":
                continue
            gap = view.bare[end : one.start]
            if not found:
                title = gap.strip(" ,")
                if gap and _DIRECT.fullmatch(gap) is None and not (title in self.words.names.titles and len(gap) < 16):
                    break
                if gap.startswith(",") and self._belongs_elsewhere(view, sentence, one, phrases, number):
                    break
            elif not self._is_plural(view, phrase) or gap.strip() not in (",", *self.words.also):
                break
            found.append(one)
            end = one.end
        return found

    def _is_plural(self, view: View, phrase: Phrase) -> bool:
        return view.bare[phrase.head.start : phrase.head.end].split()[0].endswith("s")

    def _belongs_elsewhere(self, view: View, sentence: Sentence, person: EntityMention, phrases: list[Phrase], number: int) -> bool:
        """Whether a person behind a comma opens an apposition of their own, the post being somebody else's already."""
        phrase = phrases[number]
        following = next((other for other in phrases[number + 1 :] if other.start >= person.end), None)
        if following is None or self._link_before(view, person.end, following.start) is None:
            return False
        before = view.bare[max(sentence.start, phrase.start - 3) : phrase.start]
        return before.endswith(", ")

    def _link_before(self, view: View, end: int, start: int) -> Status | None:
        """Give the status that joins a person to a post behind: a comma, a bracket, a copula; nothing where they are apart."""
        at = end
        age = self.words.age.match(view.bare, at)
        if age is not None:
            at = age.end()
        gap = view.bare[at:start]
        if not gap.strip(" "):
            return None
        behind = _BEHIND.match(gap)
        rest = gap[behind.end() :] if behind is not None else gap.lstrip()
        first, _, others = rest.strip().partition(" ")
        rest = others if first in self.words.relatives else rest.strip()
        for status, copula in self.words.copulas.items():
            match = copula.match(rest)
            if match is not None and self._only_small(rest[match.end() :]):
                return status
        return "current" if behind is not None and self._only_small(rest) else None

    def _only_small(self, words: str) -> bool:
        """Whether nothing but articles and the like stands there."""
        small = words.replace("'", "' ").split()
        if len(small) > 1 and small[-1] in self.words.also:
            # "X, paléontologue et directeur de …"
            small = [word for word in small[:-1] if word not in self.words.names.roles]
        return len(small) <= _MOST_SMALL and all(self.words.is_small(word) for word in small)

    def _body_behind(self, view: View, end: int, bodies: dict[int, Span]) -> Span | None:
        """Give the body that a holder is of: "chief executive X of the exchange Y"."""
        link = self.words.of.match(view.bare, end + 1)
        if link is None or view.bare[end : end + 1] != " ":
            return None
        at = link.end()
        for _ in range(_MOST_WORDS_BEHIND):
            at += view.bare[at : at + 1] == " "
            if at in bodies:
                return bodies[at]
            following = view.bare.find(" ", at)
            if following < 0 or not view.bare[at:following].isalpha():
                return None
            at = following
        return None

    def _by_verb(self, view: View, holder: EntityMention, phrase: Phrase) -> bool:
        """Whether a verb joins holder and post: "X était responsable de tout" tells of no post."""
        return holder.end <= phrase.start and not self._only_small(view.bare[holder.end : phrase.start].strip(" ,(–—"))

    def _post(self, phrase: Phrase, person: Span | None) -> Post:
        return Post(
            phrase.start,
            phrase.end,
            person,
            phrase.organisation,
            phrase.status,
            phrase.concept,
            exclusive=phrase.concept in self.words.exclusive,
            scope=phrase.scope,
        )
