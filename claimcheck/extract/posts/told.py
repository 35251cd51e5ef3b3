"""Posts told without their name: "X, à la tête de Y", "X dirige Y", "X travaillait chez Y", "l'ex-Y X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.posts.phrase import PhraseReader
from claimcheck.extract.posts.words import PostWords
from claimcheck.extract.view import View
from claimcheck.model import EntityMention, Post, Sentence, Status
from claimcheck.model.fold import bare

_MOST_WORDS_TO_BODY = 8
"""Words between "travaillait" and the body: "… jusque-là sur le modèle Z de Y"."""
_LONGEST_INSERTION = 120
"""Characters of "X, directrice générale de Y, dirigera …"."""
_INSERTION = re.compile(r" ?,[^,;:()]*?(,|\w+) ")
_WORD = re.compile(r" ([\w-]+)(?= )")
_PLAIN = re.compile(r"[\w\s'’-]*")
_FARTHEST = 60
"""Characters between a post and its holder, at most, whatever stands between."""


class ToldReader:
    """Reads the posts that a verb or a phrase tells of."""

    def __init__(self, words: PostWords, phrases: PhraseReader) -> None:
        self.words = words
        self._phrases = phrases

    def read(self, view: View, sentence: Sentence, inside: list[EntityMention], people: list[EntityMention]) -> Iterator[Post]:
        """Give the posts of a sentence that has people in it."""
        yield from self._at_the_head(view, sentence, inside, people)
        yield from self._heading(view, sentence, inside, people)
        yield from self._former_members(view, inside, people)
        yield from self._working(view, sentence, inside, people)

    def _at_the_head(self, view: View, sentence: Sentence, inside: list[EntityMention], people: list[EntityMention]) -> list[Post]:
        """Read "X, à la tête de Y"."""
        found = []
        for match in self.words.at_the_head.finditer(view.bare, sentence.start, sentence.end):
            before = [one for one in people if one.end <= match.start() and match.start() - one.end <= _FARTHEST]
            gap = view.bare[before[-1].end : match.start()].strip(" ,") if before else ""
            if not before or len(gap.split()) > 3:
                continue
            end, body, scope = self._phrases.complement(view, sentence, match.end(), inside, linked=True)
            was = self.words.former_before, self.words.copulas["former"]
            status: Status = "former" if any(word in was[0] or was[1].fullmatch(word) for word in (gap, *gap.split())) else "current"
            found.append(Post(match.start(), end, before[-1].span, body, status, "head", exclusive=False, scope=scope))
        return found

    def _heading(self, view: View, sentence: Sentence, inside: list[EntityMention], people: list[EntityMention]) -> list[Post]:
        """Read "X dirige Y" and "X, qui dirigeait l'équipe de Y"; what X leads must be a body, or a part of one."""
        found = []
        for match in self.words.heading.finditer(view.bare, sentence.start, sentence.end):
            holder = self._doer(view, match.start(), people)
            if holder is None:
                continue
            end, body, scope = self._phrases.complement(view, sentence, self._behind_modifiers(view, match.end()), inside, linked=True)
            if body is not None or self.words.led.intersection(bare(scope or "").split()):
                gap = view.bare[holder.end : match.start()].strip(" ,").split()
                status = "former" if self.words.former_before.intersection(gap) else self.words.heads[match.group()]
                found.append(Post(match.start(), end, holder.span, body, status, "head", exclusive=False, scope=scope))
        return found

    def _doer(self, view: View, verb: int, people: list[EntityMention]) -> EntityMention | None:
        """Give who does what a verb says: the person right before it, or before an insertion that ends there or at a relative."""
        before = next((one for one in reversed(people) if one.end < verb), None)
        if before is None or verb - before.end > _LONGEST_INSERTION or view.bare[verb - 1].isalnum():
            return None
        gap = view.bare[before.end : verb]
        near = len(gap) <= _FARTHEST and all(self._may_precede_verb(word) for word in gap.strip(" ,").split())
        aside = _INSERTION.fullmatch(gap)
        return before if near or (aside and (aside[1] == "," or aside[1] in self.words.relatives)) else None

    def _behind_modifiers(self, view: View, end: int) -> int:
        """Step over the small words before what is led: "dirigera le nouvel ensemble"."""
        while (word := _WORD.match(view.bare, end)) and word[1] in self.words.determiners | self.words.modifiers:
            end = word.end()
        return end

    def _working(self, view: View, sentence: Sentence, inside: list[EntityMention], people: list[EntityMention]) -> list[Post]:
        """Read "X travaillait chez Y" and "X, qui travaillait sur Z chez Y": somebody who is or was at Y."""
        found = []
        for match in self.words.working.finditer(view.bare, sentence.start, sentence.end):
            holder = self._doer(view, match.start(), people)
            body = next((one for one in inside if one.type in ("organisation", "outlet", "agency") and one.start >= match.end()), None)
            if holder is None or body is None:
                continue
            link = view.bare[match.end() : body.start].strip()
            if len(link.split()) > _MOST_WORDS_TO_BODY or not _PLAIN.fullmatch(link) or not self.words.of_body.search(link):
                continue
            found.append(
                Post(match.start(), body.end, holder.span, body.span, self.words.members[match.group()], "member", exclusive=False)
            )
        return found

    def _may_precede_verb(self, word: str) -> bool:
        return word in self.words.relatives or word in self.words.former_before or self.words.is_small(word)

    def _former_members(self, view: View, inside: list[EntityMention], people: list[EntityMention]) -> list[Post]:
        """Read "X (ex-Y)" and "l'ex-Y X": somebody who was at Y."""
        found = []
        for body in inside:
            prefix = next((one for one in self.words.former_prefixes if view.bare.endswith(one, 0, body.start)), "")
            if body.type not in ("organisation", "outlet", "agency") or not prefix:
                continue
            holder = next(
                (
                    one
                    for one in people
                    if one.start - body.end == 1
                    or (0 < body.start - one.end <= 8 and view.bare[one.end : body.start - len(prefix)].strip() in ("(", ","))
                ),
                None,
            )
            if holder is not None:
                found.append(Post(body.start - len(prefix), body.end, holder.span, body.span, "former", "member", exclusive=False))
        return found
