"""Names of those who are credited, the same for the same source in every article."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.words import PhraseTable, Words, phrase
from claimcheck.model import EntityMention, Span
from claimcheck.model.fold import bare
from claimcheck.ruleset.lexicon import Lexicons

PRESS = frozenset({"outlet", "agency"})
MAX_NAME = 5
"""Words of a noun phrase that no lexicon knows."""
_PEOPLE = frozenset({"person"})
SPEAKS_FOR_OTHERS = "spokesperson"


class Parties:
    """Names the sources of one article."""

    def __init__(self, lexicons: Lexicons, speakers: Speakers) -> None:
        self._speakers = speakers
        self._concepts: dict[tuple[str, ...], str] = {}
        for concept, nouns in lexicons.get("parties").items():
            for noun in nouns:
                self._concepts.setdefault(phrase(noun), concept)
        self._nouns = PhraseTable(noun for nouns in lexicons.get("parties").values() for noun in nouns)

    def concept(self, tape: Words, index: int) -> str | None:
        """Give the concept of the party noun that starts at a word."""
        taken = self._nouns.length(tape, index)
        return self._concepts.get(tuple(tape.texts[index : index + taken])) if taken else None

    def find(self, tape: Words, span: Span) -> str | None:
        """Give the concept of a noun phrase by its head: the first party noun, not one that hangs on a name."""
        for index in range(tape.at(span.start), tape.at(span.end)):
            concept = self.concept(tape, index)
            if concept:
                return concept
        return None


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

    def head(self, span: Span) -> EntityMention | None:
        """Give the mention that a noun phrase is about: a person in it, else a name that hangs on no preposition."""
        mentions = self.within(span)
        tape, texts = self._scene.tape, self._scene.tape.texts
        for mention in mentions:
            index = tape.at(mention.start)
            free = mention.start <= span.start + 4 or not any(
                texts[place] in self._speakers.prepositions | self._speakers.chain
                for place in range(max(tape.at(span.start), index - 2), index)
            )
            if free:
                return mention
        return None

    def name(self, span: Span) -> str:
        """Name whoever a noun phrase means."""
        head = self.head(span)
        tape = self._scene.tape
        concept = self._parties.find(tape, span)
        if head and (head.type in PRESS or head.type in _PEOPLE or concept is None):
            return self.canonical(head)
        if concept == SPEAKS_FOR_OTHERS:
            mentions = self.within(span)
            if mentions:
                return self.canonical(mentions[0])
            rest = self._parties.find(tape, Span(tape.starts[min(tape.at(span.start) + 2, len(tape) - 1)], span.end))
            return rest or concept
        if concept:
            return concept
        first, last = tape.at(span.start), tape.at(span.end)
        while first < last - 1 and (tape.texts[first] in self._speakers.determiners or tape.texts[first] in self._speakers.chain):
            first += 1
        return " ".join(bare(word) for word in tape.texts[first : min(last, first + MAX_NAME)])
