"""Quotations: marked words and reported clauses, with speaker and cue."""

from __future__ import annotations

from bisect import bisect_right

from claimcheck.extract.quotations.context import REACH, Finder, Place
from claimcheck.extract.quotations.indirect import Indirect
from claimcheck.extract.quotations.marks import marked
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue, verbs
from claimcheck.extract.tape import MAX_SENTENCE, PhraseTable
from claimcheck.extract.view import View
from claimcheck.model import EntityMention, Quotation, Sentence, Span
from claimcheck.ruleset.lexicon import Lexicons

SHORT = 3
"""Words: a marked stretch of at most so many may be a term or a title."""
LONG = 4
"""Words: a marked stretch of at least so many is speech even without a cue."""
NEAR = 300
"""Characters: a quotation that follows another so soon has the same speaker when nothing else says so."""
HUNG = 7
"""Words: the same, when it hangs on a determiner and so may be a name."""
TITLE = 8
"""Words: a stretch with a capital that hangs on a word and is shorter than this may be a title."""


class QuotationReader:
    """Reads the quotations of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.verbs = verbs(lexicons)
        self.speakers = Speakers(lexicons)
        self._finder = Finder(self.speakers, lexicons)
        self._naming = PhraseTable(lexicons.get("speech")["naming"])
        small = lexicons.get("phrases")
        verbal = {word for name in ("clitics", "negations", "not", "have", "be", "that", "to") for word in small[name]}
        self._predicates = frozenset(verbal) - self.speakers.determiners
        self._indirect = Indirect(self._finder, self.speakers, lexicons)

    def read(self, view: View, mentions: tuple[EntityMention, ...]) -> tuple[Quotation, ...]:
        """Find direct and indirect quotations, sorted by start."""
        tape = view.tape
        scene = Scene(tape, view.text, mentions)
        cues = [cue for cue in self.verbs.cues(tape) if cue.last not in scene.inside]
        found: list[Quotation] = []
        spans = marked(view.folded)
        for span in spans:
            place = self._place(view, scene, span)
            if place is None:
                continue
            quotation = self._read(view, scene, cues, place, found)
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
        return Place(span, first, behind, max(low, first - MAX_SENTENCE), max(behind, min(tape.at(end), behind + MAX_SENTENCE)))

    def _read(self, view: View, scene: Scene, cues: list[Cue], place: Place, found: list[Quotation]) -> Quotation | None:
        texts = scene.tape.texts
        length = sum(1 for index in range(place.first, place.behind) if texts[index][0].isalnum())
        if not length or self._names(scene, cues, place):
            return None
        listed = self._listed(scene, place, found)
        if listed:
            return Quotation(place.span.start, place.span.end, listed.speaker, listed.cue)
        term = self._term(scene, place, length)
        after = self._finder.after(scene, cues, place)
        if after and term and not (after[0] and after[1].contains(after[0])):
            after = self._finder.sourced(scene, cues, place)
        if after:
            return _quotation(place, *after)
        described = self._finder.described(scene, cues, place)
        if described:
            return _quotation(place, *described)
        before = self._finder.before(scene, cues, place)
        if before and (not term or self._governs(scene, before[1], place)):
            return _quotation(place, *before)
        if self._finder.charged(scene, place):
            return _quotation(place, None, None)
        if term:
            return None
        closing = self._finder.closing(scene, cues, place)
        if closing:
            return _quotation(place, *closing)
        signed = self._signature(view, place)
        if signed:
            return Quotation(place.span.start, place.span.end, signed, None)
        follows = bool(found) and found[-1].speaker is not None and place.span.start - found[-1].end < NEAR
        if self._alone(scene, place) and (length >= SHORT or follows):
            previous = found[-1].speaker if found and place.span.start - found[-1].end < 600 else None
            introduced = view.text[max(0, place.span.start - 8) : place.span.start].rstrip().endswith(":")
            speaker = self._beside(view, scene, place) if introduced or previous is None else previous
            return Quotation(place.span.start, place.span.end, speaker, None)
        hung = texts[place.first - 1] in self.speakers.determiners | self.speakers.chain
        if length >= (HUNG if hung else LONG):
            speaker = self.speakers.left(scene, place.first, place.low) if texts[place.first - 1] in self._predicates else None
            return Quotation(place.span.start, place.span.end, speaker or self.speakers.first(scene, place.low, place.first), None)
        return None

    def _names(self, scene: Scene, cues: list[Cue], place: Place) -> bool:
        """Tell whether the marks hold a name that is given: "baptisé « … »"."""
        for index in range(max(place.low, place.first - 4), place.first):
            taken = self._naming.length(scene.tape, index)
            if taken and index + taken >= place.first:
                spot = bisect_right(cues, index, key=_first) - 1
                return not (spot >= 0 and cues[spot].last == index and cues[spot].mood != "passive")
        return False

    def _listed(self, scene: Scene, place: Place, found: list[Quotation]) -> Quotation | None:
        """Give the quotation that this one is only joined to: "« … », « … » et « … »"."""
        if not found or found[-1].end > place.span.start:
            return None
        between = scene.tape.texts[scene.tape.at(found[-1].end) : place.first]
        joined = bool(between) and all(word == "," or word in self.speakers.coordinators for word in between)
        return found[-1] if joined else None

    def _term(self, scene: Scene, place: Place, length: int) -> bool:
        """Tell whether a marked stretch looks like a term or a title: hung on a word inside a sentence, short or with a capital."""
        if place.first <= place.low:
            return False
        texts = scene.tape.texts
        before = texts[place.first - 1]
        if not before[0].isalnum() or before in self._predicates or self._finder.according.length(scene.tape, place.first - 1):
            return False
        capital = place.first + 1 < len(scene.tape) and scene.capital(place.first + 1)
        if not capital and length == SHORT and texts[place.first + 1] in self.speakers.determiners:
            return False
        ended = texts[place.behind - 2] in ".!?…"
        return length <= SHORT or (capital and length < TITLE and not ended)

    def _governs(self, scene: Scene, cue: Span | None, place: Place) -> bool:
        """Tell whether a cue stands so near before a term-like stretch that it must be its own."""
        before = scene.tape.texts[place.first - 1]
        according = cue is not None and self._finder.according.length(scene.tape, scene.tape.at(cue.start)) > 0
        if according and before not in self.speakers.determiners | self.speakers.chain:
            return not scene.capital(min(place.first + 1, len(scene.tape) - 1))
        if cue is None or scene.capital(min(place.first + 1, len(scene.tape) - 1)):
            return cue is not None and scene.tape.at(cue.end) >= place.first
        between = scene.tape.texts[scene.tape.at(cue.end) : place.first]
        return len(between) <= REACH and "," not in between

    def _signature(self, view: View, place: Place) -> Span | None:
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

    def _beside(self, view: View, scene: Scene, place: Place) -> Span | None:
        """Find whom a quotation that stands alone is about: the subject of the sentence before it, or behind it at a paragraph's start."""
        sentences, tape = view.sentences, scene.tape
        index = bisect_right(sentences, place.span.start, key=_start) - 1
        for near in (index - 1, index + 1):
            if (
                0 <= near < len(sentences)
                and sentences[near].kind == "sentence"
                and sentences[near].paragraph == sentences[index].paragraph
            ):
                return self.speakers.first(scene, tape.at(sentences[near].start), tape.at(sentences[near].end))
        if index > 0:
            return self.speakers.first(scene, tape.at(sentences[index - 1].start), tape.at(sentences[index - 1].end))
        return None

    def _share(self, view: View, found: list[Quotation]) -> None:
        """Give a quotation without a cue the speaker of the one that follows it at once."""
        for number in range(len(found) - 2, -1, -1):
            one, other = found[number], found[number + 1]
            if one.cue is None and other.cue and other.cue.start >= other.end and not view.text[one.end : other.start].strip(" .\u00a0\n"):
                found[number] = Quotation(one.start, one.end, other.speaker, other.cue)


def _quotation(place: Place, speaker: Span | None, cue: Span | None) -> Quotation:
    return Quotation(place.span.start, place.span.end, speaker, cue)


def _first(cue: Cue) -> int:
    return cue.first


def _start(sentence: Sentence) -> int:
    return sentence.start
