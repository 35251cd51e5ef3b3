"""Credits: upstream outlets, parties of the story and venues, each with the stretches that are theirs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from claimcheck.extract.attribution.found import Found, Role
from claimcheck.extract.attribution.outlets import OutletRoles
from claimcheck.extract.attribution.parties import PRESS, Naming, Parties
from claimcheck.extract.attribution.scopes import Anchor, Side, scopes, subject_side
from claimcheck.extract.attribution.voices import Voices
from claimcheck.extract.modality.conditional import conditionals
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue, verbs
from claimcheck.extract.tape import Openings, PhraseTable, Words
from claimcheck.extract.view import View
from claimcheck.model import Credit, EntityMention, Quotation, Sentence, Span
from claimcheck.ruleset.lexicon import Lexicons

MAX_CREDITS = 40
"""Press names and quotations that are looked at in one sentence."""
HANDED_REACH = 3
"""Words from a source to the words by which another hands it on: a comma, the end of "sources proches du dossier"."""
LABEL_REACH = 6
"""Words between "selon" and the press name: "selon le quotidien économique X"."""


class CreditReader:
    """Reads the credits of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        table = lexicons.get("credits")
        self._verbs = verbs(lexicons)
        self._speakers = Speakers(lexicons)
        self._parties = Parties(lexicons)
        self._roles = OutletRoles(lexicons, self._speakers)
        self._voices = Voices(lexicons, self._speakers, self._parties)
        self._conditionals = conditionals(lexicons)
        self._according, self._beside, self._citing = (PhraseTable(table[name]) for name in ("according", "beside", "citing"))
        self._sourcewise = PhraseTable(table["sourcewise"])
        self._introducing = Openings((self._according, self._beside, self._citing, self._sourcewise))
        self._brought = frozenset(table["brought"])
        self._continues = PhraseTable(table["continues"])
        self._beside_parties = frozenset(table["beside_parties"])
        self._free = frozenset(lexicons.get("phrases")["free"])
        self._not_sources, self._joints = frozenset(table["not_sources"]), frozenset(table["joints"])

    def read(self, view: View, mentions: tuple[EntityMention, ...], quotations: tuple[Quotation, ...]) -> tuple[Credit, ...]:
        """Find the credits, sorted by start."""
        tape = view.tape
        scene = Scene(tape, view.text, mentions)
        naming = Naming(self._parties, self._speakers, scene, mentions)
        cues = [cue for cue in self._verbs.cues(tape) if cue.last not in scene.inside]
        press = [mention for mention in mentions if mention.type in PRESS and mention.form == "name"]
        starts = [mention.start for mention in press]
        spoken = [quotation for quotation in quotations if quotation.speaker]
        places = [quotation.start for quotation in spoken]
        credits_: list[Credit] = []
        last: str | None = None
        before: Sentence | None = None
        for sentence, pieces in view.pieces_of:
            for bounds in pieces:
                span = tape.span(bounds[0], bounds[1] - 1)
                here = cues[bisect_left(cues, bounds[0], key=_first) : bisect_left(cues, bounds[1], key=_first)]
                outlets = press[bisect_left(starts, span.start) : bisect_left(starts, span.end)][:MAX_CREDITS]
                said = spoken[bisect_left(places, span.start) : bisect_left(places, span.end)][:MAX_CREDITS]
                found = self._outlets(scene, naming, bounds, here, outlets)
                found += self._sources(scene, naming, bounds, here, found, last)
                if found or here or said:
                    found += self._voices.find(scene, naming, bounds, here, said, found, last)
                    found.sort(key=lambda one: (one.anchor.first, one.anchor.last))
                if found:
                    credits_.extend(self._scoped(scene, found, bounds))
                    last = next((one.name for one in reversed(found) if one.role == "party"), last)
                elif before and before.paragraph == sentence.paragraph and credits_ and self._reported(tape, bounds, here):
                    self._extend(credits_, before, sentence)
            before = sentence
        return tuple(sorted(credits_, key=lambda credit: (credit.start, credit.end)))

    def _reported(self, tape: Words, bounds: tuple[int, int], cues: list[Cue]) -> bool:
        """Tell whether a sentence goes on reporting, by its first words or by its conditional."""
        if self._continues.length(tape, bounds[0]):
            return True
        return any(one.reading == "reported" for one in self._conditionals.read(tape, *bounds, cues))

    def _extend(self, credits_: list[Credit], before: Sentence, sentence: Sentence) -> None:
        """Let the last source of the sentence before own this sentence too."""
        for number in range(len(credits_) - 1, -1, -1):
            credit = credits_[number]
            if credit.scope[-1].end <= before.start:
                return
            if credit.role != "venue":
                credits_[number] = replace(credit, scope=(*credit.scope, sentence.span))
                return

    def _outlets(self, scene: Scene, naming: Naming, bounds: tuple[int, int], cues: list[Cue], outlets: list[EntityMention]) -> list[Found]:
        """Find what the press names of a sentence do."""
        tape = scene.tape
        low, high = bounds
        found: list[Found] = []
        earlier: tuple[int, Found | None] | None = None
        for mention in outlets:
            first, last = tape.at(mention.start), tape.at(mention.end) - 1
            if last < first:
                continue
            source, name = tape.span(first, last), naming.press(mention)
            according = self._accorded(tape, first, low)
            one: Found | None = None
            if earlier and earlier[1] and self._roles.joined(tape, first, earlier[0]):
                one = earlier[1]._replace(span=source, name=name, source=source)
            elif according is not None:
                one = self._found(scene, according, last, "upstream", name, source, low)
            elif self._roles.feeds_all(scene, first, last, low, high):
                one = self._found(scene, first, last, "upstream", name, source, low)._replace(whole=True)
            else:
                part, start = self._roles.part(scene, first, last, low, high, cues)
                if part != "none":
                    one = self._found(scene, min(start, first), max(last, start), part, name, source, low)
                    if start > last:
                        one = one._replace(anchor=Anchor(first, start, subject_side(scene, first, start, bounds, self._speakers)))
            if one and earlier and not earlier[1] and one.role == "upstream" and self._roles.joined(tape, first, earlier[0]):
                before = outlets[outlets.index(mention) - 1]
                found.append(one._replace(span=before.span, name=naming.press(before), source=before.span))
            if one:
                found.append(one)
            earlier = (last, one)
        return found

    def _accorded(self, tape: Words, first: int, low: int) -> int | None:
        """Find "selon" before a press name, with nothing but its labels, articles and products between."""
        place, product = first - 1, False
        while place >= max(low, first - LABEL_REACH):
            taken = self._according.ending(tape, place) or self._citing.ending(tape, place)
            if taken and place - taken + 1 >= low:
                return place - taken + 1
            word = tape.texts[place]
            product = product or word in self._roles.products
            if (
                word not in self._roles.skip
                and word not in self._speakers.chain
                and not product
                and word not in self._speakers.prepositions
            ):
                return None
            place -= 1
        return None

    def _found(self, scene: Scene, first: int, last: int, role: Role, name: str, source: Span, low: int) -> Found:
        return Found(Anchor(first, last, self._side(scene, first, low)), scene.tape.span(first, last), role, name, source)

    def _side(self, scene: Scene, first: int, low: int) -> Side:
        """Tell where the content of a credit stands, from what stands before it."""
        texts = scene.tape.texts
        place = first - 1
        while place >= low and (texts[place] in ",-–—.»(" or texts[place] in self._speakers.fillers or texts[place] in self._joints):
            if texts[place] in self._joints:
                return "behind"
            place -= 1
        if place < low or texts[place] in self._speakers.subordinators or texts[place] in ":;":
            return "behind"
        return "before"

    def _sources(
        self, scene: Scene, naming: Naming, bounds: tuple[int, int], cues: list[Cue], found: list[Found], last: str | None
    ) -> list[Found]:
        """Find parties that "selon", "d'après" introduce."""
        tape, texts = scene.tape, scene.tape.texts
        low, high = bounds
        new: list[Found] = []
        free = low
        for index in self._introducing.places(tape, low, high):
            if index < free:
                continue
            taken = self._according.length(tape, index)
            citing = 0 if taken else self._citing.length(tape, index)
            beside = 0 if taken or citing else self._beside.length(tape, index)
            if self._sourcewise.length(tape, index) and self._parties.length(tape, index + 1) > 1:
                taken = 1  # "de source policière": its noun is the source's own
            begin = index + (taken or citing or beside)
            free = max(begin, index + 1)
            hyphened = begin < high and texts[begin] == "-"
            known = any(one.anchor.first <= index <= one.anchor.last for one in found)
            if begin == index or begin >= high or hyphened or known or texts[begin] in self._not_sources:
                continue
            source = self._source(scene, begin, high, cues)
            if source and not self._excluded(scene, source):
                final = max(tape.at(source.end) - 1, begin)
                known_party = self._parties.find(tape, source) or naming.head(source)
                if (
                    taken
                    or (citing and known_party)
                    or (beside and self._side(scene, index, low) == "behind" and self._parties.find(tape, source) in self._beside_parties)
                ):
                    who = self._voices.who(scene, naming, source, last, low)
                    if who:
                        new.append(self._found(scene, index, final, *who, source, low))
        return new

    def _source(self, scene: Scene, begin: int, high: int, cues: list[Cue]) -> Span | None:
        tape, texts = scene.tape, scene.tape.texts
        spot = bisect_right(cues, begin, key=_first)
        cue = cues[spot] if spot < len(cues) and cues[spot].first <= begin + 2 and texts[begin] in self._free else None
        if cue and cue.mood != "passive":
            return self._speakers.right(scene, cue.last + 1, high) or self._speakers.left(scene, cue.first, begin + 1)
        source = self._speakers.right(scene, begin, high)
        if source and tape.at(source.start) <= begin + 1:
            return source
        last = begin
        while last + 1 < high and last < begin + 3 and texts[last + 1][0].isalnum() and texts[last + 1] not in self._speakers.stops:
            last += 1
        bare_noun = tape.span(begin, last)
        return bare_noun if self._parties.find(tape, bare_noun) else source

    def _excluded(self, scene: Scene, source: Span) -> bool:
        tape = scene.tape
        first, last = tape.at(source.start), tape.at(source.end)
        while first < last - 1 and (tape.texts[first] in self._speakers.determiners or tape.texts[first] in self._speakers.chain):
            first += 1
        head = tape.texts[first]
        return (
            head in self._not_sources or head[0].isdigit() or (head in self._speakers.determiners and head not in self._speakers.pronouns)
        )

    def _scoped(self, scene: Scene, found: list[Found], bounds: tuple[int, int]) -> list[Credit]:
        """Give each credit of a sentence its stretches."""
        tape = scene.tape
        found = self._joined(tape, found)
        sharing = [one for one in found if one.role != "venue" and not one.whole and not one.only]
        anchors = list(dict.fromkeys(one.anchor for one in sharing))
        shares = dict(zip(anchors, scopes(tape, anchors, *bounds, self._joints) if anchors else [], strict=True))
        credits_ = []
        for one in found:
            share = None if one.role == "venue" or one.only else shares.get(one.anchor)
            if one.whole:
                scope: tuple[Span, ...] = (Span(0, len(scene.text)),)
            elif share is None:
                scope = one.contents if one.only else (tape.span(bounds[0], bounds[1] - 1),)
            else:
                scope = (share, *(content for content in one.contents if not share.contains(content)))
            credits_.append(Credit(one.span.start, one.span.end, one.role, one.name, scope))
        return credits_

    def _joined(self, tape: Words, found: list[Found]) -> list[Found]:
        """Make one anchor of a party and the outlet that quotes it: "selon un élu cité par X", "X reported, citing officials"."""
        joined = list(found)
        for at, (one, other) in enumerate(pairwise(found)):
            near = other.anchor.first - one.anchor.last <= HANDED_REACH
            quoting = any(self._citing.length(tape, anchor.first) for anchor in (one.anchor, other.anchor))
            if near and {one.role, other.role} == {"party", "upstream"} and (quoting or tape.texts[other.anchor.first] in self._brought):
                anchor = Anchor(one.anchor.first, other.anchor.last, one.anchor.side)
                joined[at : at + 2] = (one._replace(anchor=anchor), other._replace(anchor=anchor))
        return joined


def _first(cue: Cue) -> int:
    return cue.first
