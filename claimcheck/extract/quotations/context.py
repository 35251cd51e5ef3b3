"""Which words before or behind a marked stretch say whose it is."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue
from claimcheck.extract.tape import PhraseTable
from claimcheck.model import Span
from claimcheck.ruleset.lexicon import Lexicons

REACH = 14
"""Words between a quotation and the cue behind it."""
CHARGED = 8
"""Words between what says that somebody is charged and the charge."""
SHARED = 3
"""Verbs that may share one subject."""


class Place(NamedTuple):
    """A marked stretch in its sentence, in word numbers, `behind` and `high` excluded."""

    span: Span
    first: int
    behind: int
    low: int
    high: int


class Finder:
    """Finds cue and speaker of marked stretches."""

    def __init__(self, speakers: Speakers, lexicons: Lexicons) -> None:
        small, credits_ = lexicons.get("phrases"), lexicons.get("credits")
        self._speakers = speakers
        self.according = PhraseTable(credits_["according"])
        self._viewpoint = PhraseTable(credits_["viewpoint"])
        self._nouns = frozenset(lexicons.get("speech")["nouns"])
        self._charges = PhraseTable(lexicons.get("speech")["charges"])
        self._reads = PhraseTable(lexicons.get("speech")["reads"])
        self._free = frozenset(small["free"])
        self._agent, self._that = frozenset(small["agent"]), frozenset(small["that"])

    def described(self, scene: Scene, cues: list[Cue], place: Place) -> tuple[Span | None, Span] | None:
        """Read a passive right before the marks: "décrit comme « … »", "accusés de « … » par X"."""
        tape = scene.tape
        spot = bisect_right(cues, place.first - 1, key=_first) - 1
        if spot < 0 or cues[spot].first < place.low or place.first - cues[spot].last > 3:
            return None
        cue = cues[spot]
        if cue.mood != "passive" or tape.texts[place.first - 1] in self._speakers.determiners - self._speakers.chain:
            return None
        if (
            spot
            and cues[spot - 1].mood == "past"
            and cues[spot - 1].first >= place.low
            and tape.texts[cue.first - 1] in self._speakers.coordinators
        ):
            return self.subject(scene, cues, spot - 1, place.low), tape.span(cue.first, cue.last)
        agent = place.behind if place.behind < place.high and tape.texts[place.behind] in self._agent else None
        speaker = self._speakers.right(scene, agent + 1, place.high) if agent is not None else None
        return speaker, tape.span(cue.first, cue.last)

    def charged(self, scene: Scene, place: Place) -> bool:
        """Tell whether the marks quote a charge: "mis en examen pour « … »"."""
        texts = scene.tape.texts
        if place.first <= place.low or texts[place.first - 1] not in self._speakers.prepositions | self._speakers.chain:
            return False
        near = range(max(place.low, place.first - CHARGED), place.first - 1)
        return not scene.capital(min(place.first + 1, len(texts) - 1)) and any(self._charges.length(scene.tape, index) for index in near)

    def after(self, scene: Scene, cues: list[Cue], place: Place) -> tuple[Span | None, Span] | None:
        """Read a cue behind the quotation: "« … », a déclaré X", "said X", "selon X"."""
        tape, texts = scene.tape, scene.tape.texts
        index = place.behind
        while index < place.high and texts[index] in ",-–—)":
            index += 1
        if index >= place.high or texts[index] in ".;:":
            return None
        if self.according.length(tape, index):
            return self._accorded(scene, cues, place, index)
        read = self._reads.length(tape, index)
        if read:
            return self._speakers.right(scene, index + read + 1, place.high), tape.span(index, index + read - 1)
        spot = bisect_right(cues, index - 1, key=_first)
        while spot < len(cues) and cues[spot].first > index and texts[cues[spot].first - 1] in self._speakers.relatives:
            spot += 1
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
            comma = texts[index - 1] in ",-–—" or texts[place.behind - 2] in ",?!."
            speaker = self._speakers.right(scene, cue.last + 1, place.high)
            if speaker and not comma and place.first > place.low and self._speakers.starts(scene, place.first - 1):
                return None
            return (speaker, span) if speaker else None
        if self._speakers.starts(scene, index) and texts[cue.first - 1] == "," and "," in texts[index : cue.first - 1]:
            return self._speakers.first(scene, index, cue.first), span
        if any(texts[between] in ',;:«“"' or texts[between] in self._speakers.subordinators for between in range(index, cue.first)):
            return None
        speaker = self._speakers.left(scene, cue.first, index)
        closed = texts[index - 1] == "," or texts[place.behind - 2] in ",?!"
        return (speaker, span) if speaker and closed else None

    def sourced(self, scene: Scene, cues: list[Cue], place: Place) -> tuple[Span | None, Span] | None:
        """Read a source right behind a short stretch that hangs on no determiner: "a pu « … » selon X"."""
        capital = scene.capital(min(place.first + 1, len(scene.tape) - 1))
        if capital or place.behind >= place.high or scene.tape.texts[place.first - 1] in self._speakers.determiners:
            return None
        return self._accorded(scene, cues, place, place.behind) if self.according.length(scene.tape, place.behind) else None

    def _accorded(self, scene: Scene, cues: list[Cue], place: Place, index: int) -> tuple[Span | None, Span] | None:
        """Read the source that "selon", "according to" introduce at a word."""
        tape = scene.tape
        begin = index + self.according.length(tape, index)
        cue = next((cue for cue in cues if begin < cue.first <= begin + 3), None)
        source = self._speakers.right(scene, begin, place.high)
        if cue and begin < place.high and tape.texts[begin] in self._free:
            source = self._speakers.right(scene, cue.last + 1, place.high) or source
        return (source, tape.span(index, begin - 1)) if source else None

    def before(self, scene: Scene, cues: list[Cue], place: Place) -> tuple[Span | None, Span | None] | None:
        """Read a cue before the quotation, in its sentence: "X a affirmé : « … »", "selon X, « … »"."""
        tape, texts = scene.tape, scene.tape.texts
        low = place.low
        for index in range(place.first - 1, low - 1, -1):
            if texts[index] == ";":
                low = index + 1
                break
        spot = bisect_right(cues, place.first - 1, key=_first)
        while spot and cues[spot - 1].first >= low:
            spot -= 1
            cue = cues[spot]
            if cue.mood == "passive" or (cue.kind == "incise" and texts[place.first - 1] != ":"):
                continue
            if cue.mood == "infinitive" and self.according.ending(tape, cue.last):
                continue
            if spot and self._reported(scene, cues[spot - 1], cue):
                continue
            subject = self.subject(scene, cues, spot, place.low)
            if subject is None and cue.mood in ("finite", "past") and cue.first > place.low and cue.kind == "stance":
                continue
            if texts[cue.last] in self._nouns and (subject is None or not self._speakers.human(scene, subject)):
                continue
            if subject is None and cue.mood == "gerund":
                subject = self._speakers.first(scene, place.behind, place.high)
            return subject, tape.span(cue.first, cue.last)
        for index in range(place.first - 1, place.low - 1, -1):
            for table in (self.according, self._viewpoint):
                taken = table.length(tape, index)
                if not taken or index + taken >= place.first:
                    continue
                opening = (
                    index == place.low
                    or texts[index - 1] in ",;–—-.»"
                    or not texts[index - 1].isalnum()
                    or texts[index - 1] in self._speakers.coordinators
                    or table is self.according
                )
                source = self._speakers.right(scene, index + taken, place.first)
                if opening and source and (table is self.according or "," in texts[index : place.first] or texts[place.first - 1] == ":"):
                    return source, tape.span(index, index + taken - 1)
        if texts[place.first - 1] == ":" and place.first > place.low:
            return self._speakers.first(scene, place.low, place.first), None
        return None

    def closing(self, scene: Scene, cues: list[Cue], place: Place) -> tuple[Span | None, Span] | None:
        """Read a cue that ends the sentence which the quotation opens: "« … », causées par X, ajoutent-ils"."""
        tape, texts = scene.tape, scene.tape.texts
        spot = bisect_right(cues, place.high - 1, key=_first) - 1
        while spot >= 0 and cues[spot].first >= place.behind:
            cue = cues[spot]
            if cue.pronoun is not None:
                return tape.span(cue.pronoun, cue.pronoun), tape.span(cue.first, cue.last)
            if texts[cue.first - 1] == "," and cue.mood in ("finite", "past") and cue.kind in ("say", "incise"):
                speaker = self._speakers.right(scene, cue.last + 1, place.high)
                if speaker and self._speakers.human(scene, speaker):
                    return speaker, tape.span(cue.first, cue.last)
            spot -= 1
        for index in range(place.behind, place.high):
            if self.according.length(tape, index):
                return self._accorded(scene, cues, place, index)
        return None

    def _reported(self, scene: Scene, outer: Cue, inner: Cue) -> bool:
        """Tell whether a cue only continues what another reports: "ajoutant qu'il ne souhaite pas « … »"."""
        texts = scene.tape.texts
        between = texts[outer.last + 1 : inner.first]
        return 0 < len(between) <= 3 and between[0] in self._that and all(word in self._speakers.subjects for word in between[1:])

    def subject(self, scene: Scene, cues: list[Cue], spot: int, low: int) -> Span | None:
        """Find who does what a cue says; a participle or an infinitive has the subject of the verb before it."""
        for back in range(spot, max(-1, spot - SHARED), -1):
            cue = cues[back]
            if back < spot and (cue.first < low or cue.mood == "passive"):
                break
            own = self._own(scene, cue, low)
            if own:
                return own
        return self._speakers.first(scene, low, cues[spot].first)

    def _own(self, scene: Scene, cue: Cue, low: int) -> Span | None:
        """Find the subject that a verb has itself, before it or, in an inversion, behind it."""
        if cue.pronoun is not None:
            return scene.tape.span(cue.pronoun, cue.pronoun)
        if cue.mood not in ("finite", "past", "conditional"):
            return None
        subject = self._speakers.left(scene, cue.first, low)
        if subject is None and cue.first > low and scene.tape.texts[cue.first - 1] in ',»”"':
            subject = self._speakers.right(scene, cue.last + 1, min(cue.last + REACH, len(scene.tape)))
        return subject


def _first(cue: Cue) -> int:
    return cue.first
