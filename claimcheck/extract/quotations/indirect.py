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
TOLD = 8
"""Words between a verb and its "that", in which somebody is told."""


class Indirect:
    """Reads reported clauses sentence by sentence."""

    def __init__(self, verbs: Verbs, speakers: Speakers, according: PhraseTable, lexicons: Lexicons) -> None:
        small = lexicons.get("phrases")
        self._verbs, self._speakers, self._according = verbs, speakers, according
        self.that = frozenset(small["that"])
        self._to, self._negations = frozenset(small["to"]), frozenset(small["negations"]) | frozenset(small["not"])
        self._infinitives, self._endings = frozenset(small["infinitives"]), tuple(small["infinitive_endings"])
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
        if cue.mood in ("passive", "infinitive") or cue.kind not in ("say", "stance"):
            return None
        while high - 1 > cue.last and texts[high - 1] in ".!?…":
            high -= 1
        after = cue.last + 1
        if cue.kind == "say" and cue.first > low and texts[cue.first - 1] in ",-–—":
            trailing = self._trailing(scene, cue, low, high)
            if trailing:
                return trailing
        start = self._content(scene, cue, after, high)
        if start is None or high - start < MIN_WORDS:
            return None
        subject = self._subject(scene, cue, low)
        return self._quotation(tape.span(start, high - 1), subject, scene, cue) if subject else None

    def _trailing(self, scene: Scene, cue: Cue, low: int, high: int) -> Quotation | None:
        """Read a reporting verb behind what is reported: "…, a indiqué le parquet", "…, police said"."""
        tape = scene.tape
        if cue.first - low <= MIN_WORDS:
            return None
        if cue.pronoun is not None:
            speaker: Span | None = tape.span(cue.pronoun, cue.pronoun)
        else:
            speaker = self._speakers.right(scene, cue.last + 1, high)
            if speaker and not (self._closed(scene, speaker, high) and self._speakers.human(scene, speaker)):
                speaker = None
        return self._quotation(tape.span(low, cue.first - 2), speaker, scene, cue) if speaker else None

    def _content(self, scene: Scene, cue: Cue, after: int, high: int) -> int | None:
        """Find where the reported clause behind a verb starts."""
        texts = scene.tape.texts
        for index in range(after, min(after + TOLD, high)):
            if texts[index] in self.that:
                return index
            if texts[index] in ",;:":
                break
        if after >= high:
            return None
        place = after
        while place < high and texts[place] in self._negations:
            place += 1
        if place < high and (texts[place] in self._to or self._infinitive(texts[place], texts[place - 1] in self._negations)):
            return after
        if (
            self._bare_clause
            and cue.kind == "say"
            and self._speakers.starts(scene, place)
            and texts[place - 1] not in self._speakers.prepositions
        ):
            return after
        return None

    def _infinitive(self, word: str, negated: bool) -> bool:
        return word in self._infinitives or (negated and word.endswith(self._endings))

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
