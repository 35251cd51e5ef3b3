"""Reported clauses: what somebody is said to have said, without marks."""

from __future__ import annotations

from bisect import bisect_right

from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue, Verbs
from claimcheck.extract.quotations.words import PhraseTable
from claimcheck.extract.view import View
from claimcheck.model import Quotation, Span
from claimcheck.ruleset.lexicon import Lexicons

MIN_WORDS = 3
"""Words of a reported clause: fewer say nothing that could be checked."""


class Indirect:
    """Reads reported clauses sentence by sentence."""

    def __init__(self, verbs: Verbs, speakers: Speakers, according: PhraseTable, lexicons: Lexicons) -> None:
        small = lexicons.get("phrases")
        self._verbs, self._speakers, self._according = verbs, speakers, according
        self._that = frozenset(small["that"])
        self._bare_clause = bool(small["bare"])

    def read(self, view: View, scene: Scene, cues: list[Cue], spans: list[Span]) -> list[Quotation]:
        """Find the reported clauses of all sentences, in order."""
        tape, found = scene.tape, []
        ends = [span.end for span in spans]
        for sentence in view.sentences:
            low, high = tape.at(sentence.start), tape.at(sentence.end)
            spot = bisect_right(cues, low - 1, key=_first)
            while spot < len(cues) and cues[spot].first < high:
                cue = cues[spot]
                spot += 1
                place = bisect_right(ends, tape.starts[cue.first])
                if place < len(spans) and spans[place].start < tape.starts[cue.first]:
                    continue
                quotation = self._clause(scene, cue, low, high)
                if quotation:
                    found.append(quotation)
        return found

    def _clause(self, scene: Scene, cue: Cue, low: int, high: int) -> Quotation | None:
        tape, texts = scene.tape, scene.tape.texts
        if cue.mood in ("passive", "infinitive", "gerund"):
            return None
        while texts[high - 1] in ".!?…" and high > cue.last:
            high -= 1
        after = cue.last + 1
        that = next((index for index in range(after, min(after + 8, high)) if texts[index] in self._that), None)
        if that is not None and not any(texts[index] in ",;:" for index in range(after, that)):
            subject = self._subject(scene, cue, low)
            if subject and high - that > MIN_WORDS:
                return self._quotation(tape.span(that, high - 1), subject, scene, cue)
        if cue.kind == "say" and cue.first > low and texts[cue.first - 1] in ",-–—":
            speaker = tape.span(cue.pronoun, cue.pronoun) if cue.pronoun is not None else self._speakers.right(scene, after, high)
            if speaker and cue.first - low > MIN_WORDS and self._closed(scene, speaker, high):
                return self._quotation(tape.span(low, cue.first - 2), speaker, scene, cue)
        return None

    def _subject(self, scene: Scene, cue: Cue, low: int) -> Span | None:
        if cue.pronoun is not None:
            return scene.tape.span(cue.pronoun, cue.pronoun)
        return self._speakers.left(scene, cue.first, low)

    def _closed(self, scene: Scene, speaker: Span, high: int) -> bool:
        """Tell whether a noun phrase behind a verb ends its clause."""
        behind = scene.tape.at(speaker.end)
        return behind >= high or not scene.tape.texts[behind].isalnum() or scene.tape.texts[behind] in self._speakers.stops

    def _quotation(self, content: Span, speaker: Span, scene: Scene, cue: Cue) -> Quotation:
        return Quotation(content.start, content.end, speaker, scene.tape.span(cue.first, cue.last), direct=False)


def _first(cue: Cue) -> int:
    return cue.first
