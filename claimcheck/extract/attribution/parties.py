"""Names of those who are credited, the same for the same source in every article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal

from claimcheck.extract.attribution.outlets import OutletNames
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.tape import PhraseTable, Words, phrase
from claimcheck.model import EntityMention, Span
from claimcheck.model.fold import fold
from claimcheck.ruleset.lexicon import Lexicons

PRESS = frozenset({"outlet", "agency"})
"""Types of mentions that an article can draw on."""
MAX_NAME = 5
"""Words of a noun phrase that no lexicon knows."""
LONE_REACH = 400
"""Characters before a pronoun in which one person alone is named: a few sentences."""
_PEOPLE = frozenset({"person"})


class Parties:
    """Names the sources of one article."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.speaks_for = frozenset(lexicons.get("credits")["speaks_for"])
        self.outlets = OutletNames(lexicons)
        small = lexicons.get("phrases")
        self._last = small["head"] == "last"
        self._ends = frozenset(small["prepositions"]) | frozenset(small["of"])
        self._concepts: dict[tuple[str, ...], str] = {}
        for concept, nouns in lexicons.get("parties").items():
            for noun in nouns:
                self._concepts.setdefault(phrase(noun), concept)
        self._nouns = PhraseTable(noun for nouns in lexicons.get("parties").values() for noun in nouns)

    def find(self, tape: Words, span: Span) -> str | None:
        """Give the concept of a noun phrase by its head."""
        found = self.all(tape, span)
        return found[-1 if self._last else 0] if found else None

    def length(self, tape: Words, index: int) -> int:
        """Give how many words the party noun at a word takes; 0 where none stands there."""
        return self._nouns.length(tape, index)

    def all(self, tape: Words, span: Span) -> list[str]:
        """Give the concepts of the party nouns in a noun phrase, up to the first preposition behind one."""
        found: list[str] = []
        index, last = tape.at(span.start), tape.at(span.end)
        while index < last:
            taken = self._nouns.length(tape, index)
            if taken:
                found.append(self._concepts[tuple(tape.texts[index : index + taken])])
            elif found and tape.texts[index] in self._ends:
                break
            index += taken or 1
        return found


class Naming:
    """Gives the normalised name of a noun phrase in one article."""

    def __init__(self, parties: Parties, speakers: Speakers, scene: Scene, mentions: Iterable[EntityMention]) -> None:
        self._parties, self._speakers, self._scene = parties, speakers, scene
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._longest: dict[str, str] = {}
        for mention in self._mentions:
            if mention.form == "name":
                text = scene.text[mention.start : mention.end]
                if len(text) > len(self._longest.get(mention.entity, "")):
                    self._longest[mention.entity] = text
        self._starts = {mention.start: mention for mention in self._mentions}

    def within(self, span: Span) -> list[EntityMention]:
        """List the mentions that lie in a stretch."""
        tape = self._scene.tape
        offsets = (tape.starts[index] for index in range(tape.at(span.start), tape.at(span.end)))
        return [self._starts[offset] for offset in offsets if offset in self._starts and self._starts[offset].end <= span.end + 1]

    def canonical(self, mention: EntityMention) -> str:
        """Give the fullest name of a mention's entity in the article."""
        return self._longest.get(mention.entity) or self._scene.text[mention.start : mention.end]

    def referent(self, span: Span) -> str | None:
        """Give whom a pronoun or a short noun phrase was read to refer to."""
        mention = self._starts.get(span.start)
        return self.canonical(mention) if mention and mention.form == "reference" else None

    def lone(self, place: int) -> str | None:
        """Give the one person whom the text names shortly before a place; none where it names several."""
        low, high = (bisect_left(self._mentions, at, key=lambda one: one.start) for at in (place - LONE_REACH, place))
        near = [one for one in self._mentions[low:high] if one.type in _PEOPLE and one.form == "name"]
        return self.canonical(near[-1]) if len({one.entity for one in near}) == 1 else None

    def head(self, span: Span) -> EntityMention | None:
        """Give the name that a noun phrase is about: of those that hang on no preposition, a person before all others."""
        tape, texts = self._scene.tape, self._scene.tape.texts
        first = tape.at(span.start)
        governing = self._speakers.prepositions | self._speakers.chain
        free: EntityMention | None = None
        for mention in self.within(span):
            index = tape.at(mention.start)
            if any(texts[place] in governing for place in range(max(first, index - 2), index)):
                continue
            if mention.type in _PEOPLE:
                return mention
            free = free or mention
        return free

    def who(self, span: Span) -> tuple[Literal["upstream", "party"], str]:
        """Give role and name of whoever a noun phrase means."""
        head = self.head(span)
        if head and head.type in PRESS:
            return "upstream", self.press(head)
        return "party", self._party(span, head)

    def press(self, mention: EntityMention) -> str:
        """Give the listed name of an outlet or agency."""
        return self._parties.outlets.canonical(self.canonical(mention))

    def _party(self, span: Span, head: EntityMention | None) -> str:
        tape = self._scene.tape
        concept = self._parties.find(tape, span)
        if head and (head.type in _PEOPLE or concept is None):
            return self.canonical(head)
        if concept in self._parties.speaks_for:
            return self._behind(span) or str(concept)
        if concept:
            return concept
        first, last = tape.at(span.start), tape.at(span.end)
        while first < last - 1 and (tape.texts[first] in self._speakers.determiners or tape.texts[first] in self._speakers.chain):
            first += 1
        written = tape.span(first, min(last, first + MAX_NAME) - 1)
        return " ".join(fold(self._scene.text[slice(*written)]).split())

    def _behind(self, span: Span) -> str | None:
        """Give whom a noun phrase speaks for: "le porte-parole du parquet"."""
        tape = self._scene.tape
        for index in range(tape.at(span.start) + 1, tape.at(span.end)):
            if tape.texts[index] in self._speakers.chain or tape.texts[index] in self._speakers.prepositions:
                rest = Span(tape.starts[index + 1], span.end)
                concept = self._parties.find(tape, rest)
                if concept:
                    return concept
                break
        mentions = self.within(span)
        if mentions:
            return self.canonical(mentions[0])
        return next((concept for concept in self._parties.all(tape, span) if concept not in self._parties.speaks_for), None)
