"""Reported clauses: what somebody is said to have said, without marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.extract.quotations.context import Finder
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue
from claimcheck.extract.view import View
from claimcheck.model import Quotation, Span
from claimcheck.ruleset.lexicon import Lexicons

MIN_WORDS = 3
"""Words of a reported clause: fewer say nothing that could be checked."""
_CLOSING = frozenset('»”"’')
TOLD = 14
"""Words between a verb and its "that", in which somebody is told."""


class Indirect:
    """Reads reported clauses sentence by sentence."""

    def __init__(self, finder: Finder, speakers: Speakers, lexicons: Lexicons) -> None:
        small, speech = lexicons.get("phrases"), lexicons.get("speech")
        self._finder, self._speakers = finder, speakers
        self._nouns, self._wordless = frozenset(speech["nouns"]), frozenset(speech["wordless"])
        self.that = frozenset(small["that"])
        self._to, self._negations = frozenset(small["to"]), frozenset(small["negations"]) | frozenset(small["not"])
        self._infinitives, self._endings = frozenset(small["infinitives"]), tuple(small["infinitive_endings"])
        self._inverting = frozenset(speech["inverting"])
        self._addressed = frozenset(speech["addressed"])
        self._bare_clause = bool(small["bare"])

    def read(self, view: View, scene: Scene, cues: list[Cue], spans: Sequence[Span]) -> list[Quotation]:
        """Find the reported clauses of all sentences, in order."""
        tape, found = scene.tape, []
        ends = [span.end for span in spans]
        for low, high in view.pieces:
            spot = bisect_right(cues, low - 1, key=_first)
            while spot < len(cues) and cues[spot].first < high:
                cue = cues[spot]
                place = bisect_right(ends, tape.starts[cue.first])
                if place == len(spans) or spans[place].start >= tape.starts[cue.first]:
                    quotation = self._clause(scene, cues, spot, low, high)
                    if quotation and not self._marked(scene, quotation):
                        found.append(quotation)
                spot += 1
        return found

    def _marked(self, scene: Scene, quotation: Quotation) -> bool:
        """Tell whether the marks hold nearly all of a clause, so that it is a direct quotation."""
        text = scene.text[quotation.start : quotation.end].rstrip(" ,.")
        return text[:1] in "«“\"‘'" and text[-1:] in "»”\"’'"

    def _clause(self, scene: Scene, cues: list[Cue], spot: int, low: int, high: int) -> Quotation | None:
        tape, texts, cue = scene.tape, scene.tape.texts, cues[spot]
        if cue.mood in ("passive", "infinitive") or cue.kind not in ("say", "stance") or cue.lemma in self._wordless:
            return None
        if cue.first > low and texts[cue.first - 1] in _CLOSING:
            return None
        high = self._end(scene, cues, spot, high)
        inverted = cue.first > low and texts[cue.first - 1] == "," and texts[min(cue.last + 1, high - 1)] not in self.that
        start = None if inverted and self._inverted(scene, cue, high) else self._content(scene, cue, cue.last + 1, high)
        if cue.kind == "say" and start is None:
            trailing = self._trailing(scene, cue, low, high)
            if trailing:
                return trailing
        if start is None or high - start < MIN_WORDS:
            return None
        subject = self._finder.subject(scene, cues, spot, low)
        if subject is None or (texts[cue.last] in self._nouns and not self._speakers.human(scene, subject)):
            return None
        if texts[max(0, tape.at(subject.start) - 1)] in _CLOSING:
            return None
        return self._quotation(tape.span(start, high - 1), subject, scene, cue)

    def _end(self, scene: Scene, cues: list[Cue], spot: int, high: int) -> int:
        """Find where the clause of a cue ends: at a semicolon, at a verb joined to it, at the sentence's end."""
        texts = scene.tape.texts
        last = cues[spot].last
        joined = cues[spot + 1].first - 1 if spot + 1 < len(cues) and cues[spot + 1].first < high else high
        if joined < high and joined > last + 1 and texts[joined] in self._speakers.coordinators:
            high = joined
        for place in range(last + 1, high):
            if texts[place] == ";" or (texts[place] == "," and place + 1 < high and self._finder.according.length(scene.tape, place + 1)):
                high = place
                break
        while high - 1 > last and texts[high - 1] in ".!?…,":
            high -= 1
        return high

    def _trailing(self, scene: Scene, cue: Cue, low: int, high: int) -> Quotation | None:
        """Read a reporting verb behind what is reported: "…, a indiqué le parquet", "…, police said"."""
        tape, texts = scene.tape, scene.tape.texts
        content = cue.first - 1
        if cue.pronoun is not None:
            speaker: Span | None = tape.span(cue.pronoun, cue.pronoun)
        elif cue.first > low and texts[cue.first - 1] == ",":
            speaker = self._inverted(scene, cue, high)
        elif self._bare_clause:
            speaker = self._speakers.left(scene, cue.first, low)
            if speaker is None or not self._speakers.human(scene, speaker):
                return None
            content = tape.at(speaker.start) - 1
        else:
            return None
        if speaker is None or texts[content] != "," or texts[min(cue.last + 1, len(texts) - 1)] == ":":
            return None
        behind = max(cue.last + 1, tape.at(speaker.end))
        if content - low < MIN_WORDS and behind < high and texts[behind] == "," and high - behind > MIN_WORDS:
            return self._quotation(tape.span(behind + 1, high - 1), speaker, scene, cue)
        if content - low < MIN_WORDS:
            return None
        return self._quotation(tape.span(low, content - 1), speaker, scene, cue)

    def _inverted(self, scene: Scene, cue: Cue, high: int) -> Span | None:
        """Find the subject behind its verb: somebody who can speak, with nothing of a clause after."""
        if self._bare_clause and cue.lemma not in self._inverting:
            return None
        speaker = self._speakers.right(scene, cue.last + 1, high)
        if speaker is None or not self._closed(scene, scene.tape.at(speaker.end), high):
            return None
        return speaker if self._speakers.human(scene, speaker) else None

    def _content(self, scene: Scene, cue: Cue, after: int, high: int) -> int | None:
        """Find where the reported clause behind a verb starts."""
        texts = scene.tape.texts
        if after >= high:
            return None
        that = next((index for index in range(after, min(after + TOLD, high)) if texts[index] in self.that), None)
        if that is not None and (that == after or self._between(scene, cue, after, that)):
            return that
        if cue.lemma in self._addressed:
            told = self._speakers.right(scene, after, high)
            after = scene.tape.at(told.end) if told else after
        place = after
        while place < high and texts[place] in self._negations:
            place += 1
        if place >= high:
            return None
        if texts[place] in self._to or self._infinitive(texts[place], texts[place - 1] in self._negations):
            return after
        opens = self._bare_clause and cue.kind == "say" and self._speakers.starts(scene, place)
        return after if opens and texts[place] not in self._speakers.times else None

    def _between(self, scene: Scene, cue: Cue, after: int, that: int) -> bool:
        """Tell whether only time, place or whom was told stand between a verb and its "that"."""
        texts, speakers = scene.tape.texts, self._speakers
        place = after
        while place < that and texts[place] in speakers.fillers:
            place += 1
        word, nearest = texts[place], texts[that - 1]
        if nearest in speakers.subordinators or nearest in speakers.prepositions or (nearest == "," and word != ","):
            return False
        return place == that or word in speakers.prepositions or word in speakers.times or word == "," or cue.lemma in self._addressed

    def _infinitive(self, word: str, negated: bool) -> bool:
        return word in self._infinitives or (negated and word.endswith(self._endings))

    def _closed(self, scene: Scene, behind: int, high: int) -> bool:
        """Tell whether a clause ends before a word."""
        if behind >= high or not scene.tape.texts[behind].isalnum():
            return True
        word = scene.tape.texts[behind]
        return word in self._speakers.stops and word not in self._speakers.clausal

    def _quotation(self, content: Span, speaker: Span, scene: Scene, cue: Cue) -> Quotation:
        return Quotation(content.start, content.end, speaker, scene.tape.span(cue.first, cue.last), direct=False)


def _first(cue: Cue) -> int:
    return cue.first
