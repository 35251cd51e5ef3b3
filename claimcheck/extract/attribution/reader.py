"""Credits: upstream outlets, parties of the story and venues, each with the stretches that are theirs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from claimcheck.extract.attribution.outlets import OutletNames, OutletRoles
from claimcheck.extract.attribution.parties import PRESS, Naming, Parties
from claimcheck.extract.attribution.scopes import Anchor, Side, scopes
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue, Verbs
from claimcheck.extract.quotations.words import PhraseTable, Words, words
from claimcheck.extract.view import View
from claimcheck.model import Credit, EntityMention, Quotation, Span
from claimcheck.ruleset.lexicon import Lexicons


@dataclass(frozen=True, slots=True)
class Found:
    """A credit before its scope is known."""

    anchor: Anchor
    span: Span
    role: str
    name: str
    source: Span
    """Whoever is credited."""
    extra: tuple[Span, ...] = ()


class CreditReader:
    """Reads the credits of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        table = lexicons.get("credits")
        self.verbs = Verbs(lexicons)
        self.speakers = Speakers(lexicons)
        self.parties = Parties(lexicons, self.speakers)
        self.names = OutletNames(lexicons)
        self.roles = OutletRoles(lexicons, self.speakers)
        self._according, self._beside = PhraseTable(table["according"]), PhraseTable(table["beside"])
        self._giving = PhraseTable(table["giving"])
        self._not_sources = frozenset(table["not_sources"])
        self._joints = frozenset(table["joints"])
        self._same = PhraseTable(table["same_source"])

    def read(self, view: View, mentions: tuple[EntityMention, ...], quotations: tuple[Quotation, ...]) -> tuple[Credit, ...]:
        """Find the credits, sorted by start."""
        tape = words(view.folded)
        scene = Scene(tape, view.text, mentions)
        naming = Naming(self.parties, self.speakers, scene, mentions)
        cues = self.verbs.cues(tape)
        press = [mention for mention in mentions if mention.type in PRESS and mention.form == "name"]
        starts = [mention.start for mention in press]
        spoken = sorted((quotation for quotation in quotations if quotation.speaker), key=lambda quotation: quotation.start)
        places = [quotation.start for quotation in spoken]
        credits_: list[Credit] = []
        last: str | None = None
        for sentence in view.sentences:
            low, high = tape.at(sentence.start), tape.at(sentence.end)
            here = cues[bisect_right(cues, low - 1, key=_first) : bisect_right(cues, high - 1, key=_first)]
            outlets = press[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            said = spoken[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
            found = self._sentence(scene, naming, low, high, here, outlets, said, last)
            credits_.extend(self._scoped(scene, found, low, high))
            for one in found:
                if one.role == "party":
                    last = one.name
        return tuple(sorted(credits_, key=lambda credit: (credit.start, credit.end)))

    def _sentence(
        self,
        scene: Scene,
        naming: Naming,
        low: int,
        high: int,
        cues: list[Cue],
        outlets: list[EntityMention],
        said: list[Quotation],
        last: str | None,
    ) -> list[Found]:
        found = self._outlets(scene, naming, low, high, cues, outlets)
        found += self._sources(scene, naming, low, high, cues, found)
        found += self._speaking(scene, naming, low, high, cues, said, found, last)
        return sorted(found, key=lambda one: one.anchor.first)

    def _outlets(self, scene: Scene, naming: Naming, low: int, high: int, cues: list[Cue], outlets: list[EntityMention]) -> list[Found]:
        tape = scene.tape
        found: list[Found] = []
        earlier: tuple[int, Found | None] | None = None
        for mention in outlets:
            first, last = tape.at(mention.start), tape.at(mention.end) - 1
            if last < first:
                continue
            source = tape.span(first, last)
            according = self._accorded(tape, first, low)
            one: Found | None = None
            if earlier and earlier[1] and self.roles.joined(tape, first, earlier[0]):
                one = replace(earlier[1], span=source, name=self._press(naming, mention), source=source)
            elif according is not None:
                one = self._found(scene, according, last, "upstream", self._press(naming, mention), source, low)
            else:
                part, start = self.roles.part(scene, first, last, low, high, cues)
                if part != "none":
                    one = self._found(scene, min(start, first), max(last, start), part, self._press(naming, mention), source, low)
            if one:
                found.append(one)
            earlier = (last, one)
        return found

    def _press(self, naming: Naming, mention: EntityMention) -> str:
        return self.names.canonical(naming.canonical(mention))

    def _accorded(self, tape: Words, first: int, low: int) -> int | None:
        """Find "selon" before a press name, with nothing but its labels and articles between."""
        place = first - 1
        while place >= low and place > first - 6:
            taken = self._according.length(tape, place)
            if taken and place + taken <= first:
                return place
            if tape.texts[place] not in self.roles.skip and tape.texts[place] not in self.speakers.chain:
                return None
            place -= 1
        return None

    def _found(self, scene: Scene, first: int, last: int, role: str, name: str, source: Span, low: int) -> Found:
        span = scene.tape.span(first, last)
        return Found(Anchor(first, last, self._side(scene, first, low)), span, role, name, source)

    def _side(self, scene: Scene, first: int, low: int) -> Side:
        """Tell where the content of a credit stands, from what stands before it."""
        texts = scene.tape.texts
        place = first - 1
        while place >= low and (texts[place] in ",-–—.»" or texts[place] in self.speakers.fillers or texts[place] in self._joints):
            if texts[place] in self._joints:
                return "behind"
            place -= 1
        if place < low or texts[place] in self.speakers.subordinators or texts[place] in ":;":
            return "behind"
        return "before"

    def _sources(self, scene: Scene, naming: Naming, low: int, high: int, cues: list[Cue], found: list[Found]) -> list[Found]:
        """Find parties that "selon", "d'après" introduce."""
        tape, texts = scene.tape, scene.tape.texts
        new: list[Found] = []
        index = low
        while index < high:
            taken = self._according.length(tape, index)
            beside = 0 if taken else self._beside.length(tape, index)
            if not taken and not beside:
                index += 1
                continue
            begin = index + (taken or beside)
            if begin >= high or texts[begin] in self._not_sources or any(one.anchor.first <= index <= one.anchor.last for one in found):
                index = begin
                continue
            source = self._source(scene, begin, high, cues)
            if source and not self._excluded(scene, source):
                last = max(tape.at(source.end) - 1, begin)
                concept = self.parties.find(tape, source)
                if taken or (concept and self._side(scene, index, low) == "behind"):
                    role, name = self._who(naming, source)
                    new.append(self._found(scene, index, last, role, name, source, low))
            index = begin
        return new

    def _source(self, scene: Scene, begin: int, high: int, cues: list[Cue]) -> Span | None:
        cue = next((cue for cue in cues if begin <= cue.first <= begin + 2 and cue.mood != "passive"), None)
        if cue and scene.tape.texts[begin] in self._not_sources | self.speakers.determiners | self.speakers.subordinators:
            return self.speakers.right(scene, cue.last + 1, high)
        source = self.speakers.right(scene, begin, high)
        if source is None or scene.tape.at(source.start) > begin + 1:
            last = begin
            while (
                last + 1 < high
                and scene.tape.texts[last + 1][0].isalnum()
                and scene.tape.texts[last + 1] not in self.speakers.stops
                and last < begin + 3
            ):
                last += 1
            return scene.tape.span(begin, last) if self.parties.find(scene.tape, scene.tape.span(begin, last)) else source
        return source

    def _excluded(self, scene: Scene, source: Span) -> bool:
        tape = scene.tape
        first, last = tape.at(source.start), tape.at(source.end)
        while first < last - 1 and (tape.texts[first] in self.speakers.determiners or tape.texts[first] in self.speakers.chain):
            first += 1
        return tape.texts[first] in self._not_sources or tape.texts[first][0].isdigit()

    def _who(self, naming: Naming, source: Span) -> tuple[str, str]:
        head = naming.head(source)
        if head and head.type in PRESS:
            return "upstream", self._press(naming, head)
        return "party", naming.name(source)

    def _speaking(
        self,
        scene: Scene,
        naming: Naming,
        low: int,
        high: int,
        cues: list[Cue],
        said: list[Quotation],
        found: list[Found],
        last: str | None,
    ) -> list[Found]:
        """Find parties that speak: the speakers of quotations, and parties that give a figure."""
        tape, texts = scene.tape, scene.tape.texts
        new: list[Found] = []
        taken: set[Span] = set()
        for quotation in said:
            speaker = quotation.speaker
            if speaker is None or any(one.source.overlaps(speaker) and one.role != "venue" for one in found):
                continue
            name = self._speaker(scene, naming, speaker, last)
            content = Span(quotation.start, quotation.end)
            if speaker in taken:
                new = [replace(one, extra=(*one.extra, content)) if one.source == speaker else one for one in new]
                continue
            if name is None:
                continue
            taken.add(speaker)
            role, name = name
            cue = quotation.cue or speaker
            start, end = min(speaker.start, cue.start), max(speaker.end, cue.end)
            first, final = tape.at(start), tape.at(end) - 1
            if not low <= first < high:
                first = final = tape.at(quotation.start)
            side: Side = "before" if quotation.start < start else "behind"
            new.append(Found(Anchor(first, max(first, final), side), Span(start, end), role, name, speaker, (content,)))
        for index in range(low, high):
            length = self._giving.length(tape, index)
            if not length or any(one.anchor.first <= index <= one.anchor.last for one in (*found, *new)):
                continue
            subject = self.speakers.left(scene, self._group(texts, index, low), low)
            if subject is None or subject in taken or any(one.source.overlaps(subject) for one in (*found, *new)):
                continue
            resolved = self._speaker(scene, naming, subject, last) if self._speaks(scene, naming, subject) else None
            if resolved:
                taken.add(subject)
                first = tape.at(subject.start)
                new.append(Found(Anchor(first, index + length - 1, "behind"), tape.span(first, index + length - 1), *resolved, subject))
        return new

    def _group(self, texts: list[str], index: int, low: int) -> int:
        return index

    def _speaks(self, scene: Scene, naming: Naming, subject: Span) -> bool:
        """Tell whether a noun phrase is a known party, or a pronoun that may stand for one."""
        return (
            self.parties.find(scene.tape, subject) is not None or scene.tape.texts[scene.tape.at(subject.start)] in self.speakers.subjects
        )

    def _speaker(self, scene: Scene, naming: Naming, speaker: Span, last: str | None) -> tuple[str, str] | None:
        """Name a speaker; a pronoun stands for the party that spoke last."""
        word = scene.tape.texts[min(scene.tape.at(speaker.start), len(scene.tape) - 1)]
        if word in self.speakers.subjects or word in self.speakers.strong or self._same.length(scene.tape, scene.tape.at(speaker.start)):
            return ("party", last) if last else None
        return self._who(naming, speaker)

    def _scoped(self, scene: Scene, found: list[Found], low: int, high: int) -> list[Credit]:
        owners = [one for one in found if one.role != "venue"]
        shares = scopes(scene.tape, [one.anchor for one in owners], low, high, self._joints) if owners else []
        credits_ = []
        for one, share in zip(owners, shares, strict=True):
            beyond = tuple(span for span in one.extra if not share.contains(span))
            credits_.append(Credit(one.span.start, one.span.end, one.role, one.name, (share, *beyond)))  # type: ignore[arg-type]
        whole = scene.tape.span(low, high - 1)
        credits_.extend(Credit(one.span.start, one.span.end, "venue", one.name, (whole,)) for one in found if one.role == "venue")
        return credits_


def _first(cue: Cue) -> int:
    return cue.first
