"""Quotations: marked words and reported clauses, with speaker and cue."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from claimcheck.extract.quotations.indirect import Indirect
from claimcheck.extract.quotations.marks import marked
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue, Verbs
from claimcheck.extract.quotations.words import PhraseTable, words
from claimcheck.extract.view import View
from claimcheck.model import EntityMention, Quotation, Sentence, Span
from claimcheck.ruleset.lexicon import Lexicons

SHORT = 3
"""Words: a marked stretch of at most so many may be a term or a title."""
LONG = 7
"""Words: a marked stretch of at least so many is speech even without a cue."""
REACH = 10
"""Words between a quotation and the cue behind it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A marked stretch in its sentence, in word numbers, `behind` and `high` excluded."""

    span: Span
    first: int
    behind: int
    low: int
    high: int


class QuotationReader:
    """Reads the quotations of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.verbs = Verbs(lexicons)
        self.speakers = Speakers(lexicons)
        credits_ = lexicons.get("credits")
        self._according = PhraseTable(credits_["according"])
        self._viewpoint = PhraseTable(credits_["viewpoint"])
        self._naming = PhraseTable(lexicons.get("speech")["naming"])
        self._indirect = Indirect(self.verbs, self.speakers, self._according, lexicons)

    def read(self, view: View, mentions: tuple[EntityMention, ...]) -> tuple[Quotation, ...]:
        """Find direct and indirect quotations, sorted by start."""
        tape = words(view.folded)
        scene = Scene(tape, view.text, mentions)
        cues = self.verbs.cues(tape)
        found: list[Quotation] = []
        spans = marked(view.folded)
        for number, span in enumerate(spans):
            place = self._place(view, scene, span)
            if place is None:
                continue
            limit = tape.at(spans[number - 1].end) if number else 0
            quotation = self._read(view, scene, cues, place, limit, found)
            if quotation:
                found.append(quotation)
        self._share(view, found)
        found.extend(self._indirect.read(view, scene, cues, spans))
        return tuple(sorted(found, key=lambda quotation: (quotation.start, quotation.end)))

    def _place(self, view: View, scene: Scene, span: Span) -> Place | None:
        """Find the sentence around a marked stretch; none when it stands in what was set aside."""
        sentences, tape = view.sentences, scene.tape
        index = bisect_right(sentences, span.start, key=_start) - 1
        if index < 0 or sentences[index].end <= span.start:
            return None
        low = tape.at(sentences[index].start)
        while index < len(sentences) and sentences[index].end < span.end:
            index += 1
        end = sentences[min(index, len(sentences) - 1)].end
        rest = view.text[span.end : span.end + 12].lstrip()
        if (
            rest
            and (rest[0] in ",–—-" or rest[0].islower())
            and not view.text[span.end : end].strip(" .\u00a0")
            and index + 1 < len(sentences)
        ):
            end = sentences[index + 1].end
        first = tape.at(span.start)
        behind = tape.at(span.end)
        return Place(span, first, behind, low, max(behind, tape.at(end)))

    def _read(self, view: View, scene: Scene, cues: list[Cue], place: Place, limit: int, found: list[Quotation]) -> Quotation | None:
        texts = scene.tape.texts
        length = sum(1 for index in range(place.first, place.behind) if texts[index][0].isalnum())
        if not length or self._names(scene, place):
            return None
        after = self._after(scene, cues, place)
        if after and not self._term(scene, place, length):
            return _quotation(scene, place, *after)
        before = self._before(scene, cues, place)
        if before:
            if length <= SHORT and self._term(scene, place, length) and not self._governs(scene, before[1], place):
                return None
            return _quotation(scene, place, *before)
        signed = self._signature(view, scene, place)
        if signed:
            return Quotation(place.span.start, place.span.end, signed, None)
        if length > 1 and self._alone(scene, place) and length >= SHORT:
            previous = found[-1].speaker if found and place.span.start - found[-1].end < 600 else None
            return Quotation(place.span.start, place.span.end, previous or self._earlier(view, scene, place), None)
        if length >= LONG:
            return Quotation(place.span.start, place.span.end, self.speakers.first(scene, place.low, place.first), None)
        return None

    def _names(self, scene: Scene, place: Place) -> bool:
        """Tell whether the marks hold a name that is given: "baptisé « … »"."""
        return any(
            self._naming.length(scene.tape, index) and index + self._naming.length(scene.tape, index) >= place.first
            for index in range(max(place.low, place.first - 4), place.first)
        )

    def _term(self, scene: Scene, place: Place, length: int) -> bool:
        """Tell whether a marked stretch looks like a term: short, hung on a determiner or a noun inside a sentence."""
        if length > SHORT or place.first <= place.low:
            return False
        before = scene.tape.texts[place.first - 1]
        capital = place.first + 1 < len(scene.tape) and scene.capital(place.first + 1)
        return before in self.speakers.determiners or before in self.speakers.chain or (capital and before not in ":,")

    def _governs(self, scene: Scene, cue: Span | None, place: Place) -> bool:
        """Tell whether a cue stands so near before a short stretch that it must be its own."""
        return (
            cue is not None
            and place.first - scene.tape.at(cue.end) <= REACH
            and not scene.capital(min(place.first + 1, len(scene.tape) - 1))
        )

    def _after(self, scene: Scene, cues: list[Cue], place: Place) -> tuple[Span | None, Span] | None:
        """Read a cue behind the quotation: "« … », a déclaré X", "said X", "selon X"."""
        tape, texts = scene.tape, scene.tape.texts
        index = place.behind
        while index < place.high and texts[index] in ",-–—)":
            index += 1
        if index >= place.high or texts[index] in ".;:":
            return None
        taken = self._according.length(tape, index)
        if taken:
            cue = next((cue for cue in cues if index + taken <= cue.first <= index + taken + 3), None)
            source = self.speakers.right(scene, index + taken, place.high)
            if cue and texts[index + taken] in ("ce", "ce que"):
                source = self.speakers.right(scene, cue.last + 1, place.high)
            return (source, tape.span(index, index + taken - 1)) if source else None
        spot = bisect_right(cues, index - 1, key=_first)
        if spot >= len(cues):
            return None
        cue = cues[spot]
        if cue.first > index + REACH or cue.last >= place.high or cue.mood in ("passive", "infinitive"):
            return None
        span = tape.span(cue.first, cue.last)
        if cue.mood == "gerund":
            return None
        if cue.pronoun is not None:
            return tape.span(cue.pronoun, cue.pronoun), span
        if cue.first <= index:
            comma = texts[index - 1] in ",-–—"
            speaker = self.speakers.right(scene, cue.last + 1, place.high)
            if speaker and not comma and place.first > place.low and self.speakers.starts(scene, place.first - 1):
                return None
            return (speaker, span) if speaker else None
        if any(texts[between] in ',;:«“"' or texts[between] in self.speakers.subordinators for between in range(index, cue.first)):
            return None
        speaker = self.speakers.left(scene, cue.first, index)
        return (speaker, span) if speaker and texts[index - 1] == "," else None

    def _before(self, scene: Scene, cues: list[Cue], place: Place) -> tuple[Span | None, Span | None] | None:
        """Read a cue before the quotation, in its sentence: "X a affirmé : « … »", "selon X, « … »"."""
        tape, texts = scene.tape, scene.tape.texts
        spot = bisect_right(cues, place.first - 1, key=_first)
        while spot and cues[spot - 1].first >= place.low:
            spot -= 1
            cue = cues[spot]
            if cue.mood == "passive":
                continue
            subject = self._subject(scene, cues, spot, place.low)
            if subject is None and cue.mood in ("finite", "past") and cue.first > place.low and cue.kind == "stance":
                continue
            return subject, tape.span(cue.first, cue.last)
        for index in range(place.first - 1, place.low - 1, -1):
            for table in (self._according, self._viewpoint):
                taken = table.length(tape, index)
                if not taken or index + taken >= place.first:
                    continue
                opening = (
                    index == place.low
                    or texts[index - 1] in ",;–—-.»"
                    or not texts[index - 1].isalnum()
                    or texts[index - 1] in self.speakers.coordinators
                    or table is self._according
                )
                source = self.speakers.right(scene, index + taken, place.first)
                if opening and source and (table is self._according or "," in texts[index : place.first] or texts[place.first - 1] == ":"):
                    return source, tape.span(index, index + taken - 1)
        if texts[place.first - 1] == ":" and place.first > place.low:
            return self.speakers.first(scene, place.low, place.first), None
        return None

    def _subject(self, scene: Scene, cues: list[Cue], spot: int, low: int) -> Span | None:
        """Find who does what a cue says; a participle or an infinitive has the subject of the verb before it."""
        cue = cues[spot]
        if cue.pronoun is not None:
            return scene.tape.span(cue.pronoun, cue.pronoun)
        if cue.mood in ("finite", "past", "conditional"):
            subject = self.speakers.left(scene, cue.first, low)
            if subject:
                return subject
        if spot and cues[spot - 1].first >= low and cues[spot - 1].mood != "passive":
            earlier = self._subject(scene, cues, spot - 1, low)
            if earlier:
                return earlier
            behind = self.speakers.right(scene, cues[spot - 1].last + 1, cue.first)
            if behind and scene.tape.texts[cues[spot - 1].first - 1] in ',»”"':
                return behind
        return self.speakers.first(scene, low, cue.first)

    def _signature(self, view: View, scene: Scene, place: Place) -> Span | None:
        """Read a line that signs the quotation: "– X, PDG de Y"."""
        end = place.span.end
        rest = view.text[end : end + 200]
        line = rest.lstrip(" .\u00a0")
        if not line.startswith(("\n", "–", "—")):
            return None
        line = line.lstrip()
        if line[:1] not in ("–", "—", "-") or not line[1:2].isspace():
            return None
        start = end + rest.index(line[0], len(rest) - len(line)) + 1
        stop = start
        while stop < len(view.text) and view.text[stop] not in ",\n":
            stop += 1
        start += len(view.text[start:stop]) - len(view.text[start:stop].lstrip())
        return Span(start, stop) if stop > start else None

    def _alone(self, scene: Scene, place: Place) -> bool:
        """Tell whether the quotation is a sentence of its own."""
        texts = scene.tape.texts
        if any(texts[index][0].isalnum() for index in range(place.low, place.first)):
            return False
        inner = texts[place.behind - 2] if place.behind - 2 > place.first else ""
        behind = texts[place.behind] if place.behind < place.high else "."
        return inner in ".!?…" or behind in ".!?"

    def _earlier(self, view: View, scene: Scene, place: Place) -> Span | None:
        """Find the subject of the sentence before a quotation that stands alone."""
        sentences = view.sentences
        index = bisect_right(sentences, place.span.start, key=_start) - 2
        if index < 0:
            return None
        tape = scene.tape
        return self.speakers.first(scene, tape.at(sentences[index].start), tape.at(sentences[index].end))

    def _share(self, view: View, found: list[Quotation]) -> None:
        """Give a quotation without a cue the speaker of the one that follows it at once."""
        for number in range(len(found) - 2, -1, -1):
            one, other = found[number], found[number + 1]
            if one.cue is None and other.cue and other.cue.start >= other.end and not view.text[one.end : other.start].strip(" .\u00a0\n"):
                found[number] = Quotation(one.start, one.end, other.speaker, other.cue)


def _quotation(scene: Scene, place: Place, speaker: Span | None, cue: Span | None) -> Quotation:
    return Quotation(place.span.start, place.span.end, speaker, cue)


def _start(sentence: Sentence) -> int:
    return sentence.start


def _first(cue: Cue) -> int:
    return cue.first
