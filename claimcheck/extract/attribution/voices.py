"""Parties and outlets that speak: speakers of quotations, and whoever gives a figure."""

from __future__ import annotations

from typing import Literal

from claimcheck.extract.attribution.found import Found
from claimcheck.extract.attribution.parties import Naming, Parties
from claimcheck.extract.attribution.scopes import Anchor, Side, subject_side
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue
from claimcheck.extract.tape import PhraseTable
from claimcheck.model import Quotation, Span
from claimcheck.ruleset.lexicon import Lexicons

LONGEST_FIGURE = 4
"""Words from a figure to the participle behind it: "120 millions d'euros avancés"."""
_JOINS = frozenset(",;")
Who = tuple[Literal["upstream", "party"], str]
"""Role and name."""


class Voices:
    """Finds the credits of those who speak in one sentence."""

    def __init__(self, lexicons: Lexicons, speakers: Speakers, parties: Parties) -> None:
        table = lexicons.get("credits")
        self._speakers, self._parties = speakers, parties
        self._giving = frozenset(table["giving"])
        self._gap = frozenset(table["gapped"])
        self._expecting = frozenset(table["expecting"])
        small = lexicons.get("phrases")
        self._negations = frozenset(small["negations"]) | frozenset(small["not"])
        self._restricting = frozenset(table["restricting"])
        self._givers = frozenset(table["givers"])
        self._agent = frozenset(lexicons.get("phrases")["agent"])
        self._same = PhraseTable(table["same_source"])
        self._nobody = frozenset(table["nobody"])

    def find(
        self,
        scene: Scene,
        naming: Naming,
        bounds: tuple[int, int],
        cues: list[Cue],
        said: list[Quotation],
        known: list[Found],
        last: str | None,
    ) -> list[Found]:
        """Find the speakers of a sentence `bounds` (word numbers); `known` are the credits already found, `last` who spoke before."""
        new: dict[Span, Found] = {}
        kinds = {scene.tape.starts[cue.first]: cue for cue in cues}
        for quotation in said:
            speaker = quotation.speaker
            if speaker is None or any(one.source.overlaps(speaker) and one.role != "venue" for one in known):
                continue
            verb = kinds.get(quotation.cue.start) if quotation.cue else None
            if not quotation.direct and verb and verb.kind == "stance":
                continue
            if not self._speakers.human(scene, speaker):
                continue
            content = Span(quotation.start, quotation.end)
            if speaker in new:
                quoted = new[speaker]
                new[speaker] = quoted._replace(contents=(*quoted.contents, content), only=quoted.only and quotation.direct)
                continue
            who = self.who(scene, naming, speaker, last, bounds[0])
            if who:
                new[speaker] = self._said(scene, bounds, quotation, speaker, kinds, who)
        taken = [*known, *new.values()]
        for cue in cues:
            one = self._gives(scene, naming, bounds, cue, taken, last)
            if one:
                taken.append(one)
                new.setdefault(one.source, one)
        if taken:
            new |= {one.source: one for one in self._gapped(scene, naming, bounds, taken)}
        return list(new.values())

    def _gapped(self, scene: Scene, naming: Naming, bounds: tuple[int, int], taken: list[Found]) -> list[Found]:
        """Find parties with a figure whose verb is left out: "les syndicats annoncent 60 %, la direction 12 %"."""
        tape, texts = scene.tape, scene.tape.texts
        found: list[Found] = []
        for index in range(min(one.anchor.last for one in taken) + 1, bounds[1] - 2):
            if texts[index] not in _JOINS and texts[index] not in self._speakers.coordinators:
                continue
            first = index + 1
            head = first + 1 if texts[first] in self._speakers.determiners else first
            last = head + self._parties.length(tape, head) - 1
            if last < head or last + 1 >= bounds[1] or any(one.anchor.first <= first <= one.anchor.last for one in taken):
                continue
            if texts[last + 1].isdigit() or texts[last + 1] in self._gap:
                source = tape.span(first, last)
                found.append(Found(Anchor(first, last, "behind"), source, *naming.who(source), source))
        return found

    def _said(self, scene: Scene, bounds: tuple[int, int], quotation: Quotation, speaker: Span, kinds: dict[int, Cue], who: Who) -> Found:
        tape = scene.tape
        cue = quotation.cue or speaker
        start, end = min(speaker.start, cue.start), max(speaker.end, cue.end)
        first, last = tape.at(start), tape.at(end) - 1
        if not bounds[0] <= first < bounds[1]:
            first = last = max(bounds[0], tape.at(quotation.start))
            start, end = quotation.start, quotation.end
        side: Side = "before" if quotation.start < start else "behind"
        verb = kinds.get(cue.start)
        only = quotation.direct and (verb is None or verb.kind in ("stance", "incise"))
        role, name = who
        return Found(
            Anchor(first, max(first, last), side), Span(start, end), role, name, speaker, (Span(quotation.start, quotation.end),), only
        )

    def _gives(self, scene: Scene, naming: Naming, bounds: tuple[int, int], cue: Cue, taken: list[Found], last: str | None) -> Found | None:
        """Read a verb that gives a figure without a clause: "les organisateurs donnent un bilan", "donné par le parquet"."""
        tape = scene.tape
        expected = cue.mood == "passive" and cue.lemma in self._expecting
        if not (cue.lemma in self._giving or expected) or cue.mood in ("infinitive", "gerund") or self._negated(tape.texts, cue):
            return None
        if any(one.anchor.first <= cue.first <= one.anchor.last for one in taken):
            return None
        if cue.mood == "passive":
            agent = cue.last + 1
            if agent >= bounds[1] or tape.texts[agent] not in self._agent:
                return None
            source = self._speakers.right(scene, agent + 1, bounds[1])
            side: Side = "around"
        elif cue.pronoun is not None:
            source, side = tape.span(cue.pronoun, cue.pronoun), "before"
        else:
            source = self._speakers.left(scene, cue.first, bounds[0])
            side = subject_side(scene, tape.at(source.start), cue.last, bounds, self._speakers) if source else "behind"
        if source is None or tape.at(source.start) < bounds[0] or any(one.source.overlaps(source) for one in taken):
            return None
        if not self._speakers.human(scene, source) or (cue.kind == "give" and not self._gives_figures(scene, source)):
            return None
        who = self.who(scene, naming, source, last, bounds[0])
        if who is None:
            return None
        start, end = min(source.start, tape.starts[cue.first]), max(source.end, tape.end(cue.last))
        found = Found(Anchor(tape.at(start), tape.at(end) - 1, side), Span(start, end), who[0], who[1], source)
        figure = self._figure(scene, cue.first, bounds[0]) if cue.mood == "passive" else cue.first
        return found if figure == cue.first else found._replace(contents=(tape.span(figure, cue.last),), only=True)

    def _figure(self, scene: Scene, verb: int, low: int) -> int:
        """Give where the figure begins that a participle stands right behind: "far from the 60 % put forward by …"."""
        texts, first = scene.tape.texts, verb
        while first > low and verb - first < LONGEST_FIGURE and texts[first - 1] not in self._speakers.determiners:
            first -= 1
            if texts[first][0].isdigit():
                return first
        return verb

    def _negated(self, texts: list[str], cue: Cue) -> bool:
        """Whether nothing is given: "n'en donne pas"; "n'en confirme que 120" gives a figure."""
        if cue.last + 1 < len(texts) and texts[cue.last + 1] in self._restricting:
            return False
        return any(word in self._negations for word in texts[max(0, cue.first - 1) : cue.last + 2])

    def _gives_figures(self, scene: Scene, source: Span) -> bool:
        return self._parties.find(scene.tape, source) in self._givers

    def who(self, scene: Scene, naming: Naming, speaker: Span, last: str | None, low: int) -> Who | None:
        """Name a speaker; a pronoun is the one it refers to, else the party that opens its sentence at `low`, or that spoke last."""
        tape = scene.tape
        first = min(tape.at(speaker.start), len(tape) - 1)
        word = tape.texts[first]
        if word in self._nobody:
            return None
        if word in self._speakers.subjects or word in self._speakers.strong or self._same.length(tape, first):
            if meant := naming.referent(speaker):
                return "party", meant
            if subject := self._opening(scene, low, first):
                return naming.who(subject)
            meant = last or naming.lone(speaker.start)
            return ("party", meant) if meant else None
        return naming.who(speaker)

    def _opening(self, scene: Scene, low: int, pronoun: int) -> Span | None:
        """Give the party that a sentence opens with, before a pronoun: "le syndicat conteste ce bilan : il en compte 12"."""
        tape = scene.tape
        if low >= pronoun or not self._speakers.starts(scene, low):
            return None
        subject = self._speakers.right(scene, low, pronoun)
        return subject if subject and tape.texts[low] not in self._speakers.subjects and self._parties.find(tape, subject) else None
