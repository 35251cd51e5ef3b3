"""Denials, and figures that are withdrawn."""

from __future__ import annotations

from claimcheck.extract.modality.clauses import Clauses
from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.tape import Openings, PhraseTable, Words
from claimcheck.extract.view import View
from claimcheck.model import Denial, EntityMention, Span
from claimcheck.ruleset.lexicon import Lexicons

PARTY_REACH = 60
"""Words before a denial in which its party is looked for."""
OBJECT_REACH = 6
"""Words between a weak verb of denial and what it denies."""
GAP = 7
"""Words between an auxiliary and its participle."""


class DenialReader:
    """Reads the denials of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        table = lexicons.get("denials")

        def listed(name: str) -> frozenset[str]:
            return frozenset(table[name])

        small = lexicons.get("phrases")
        self._speakers = Speakers(lexicons)
        self._strong, self._strong_participles, self._passive = listed("strong"), listed("strong_participles"), listed("passive")
        self._weak, self._weak_participles, self._objects = PhraseTable(table["weak"]), listed("weak_participles"), listed("objects")
        self._denounce, self._falsehoods = listed("denounce"), listed("falsehoods")
        self._auxiliaries, self._never, self._acts = listed("auxiliaries"), listed("never"), listed("acts")
        self._negations, self._agents, self._nouns = listed("negations"), listed("agents"), listed("nouns")
        self._withheld = listed("withheld")
        self._numbers, self._of = listed("numbers"), listed("of")
        self._have, self._be = frozenset(small["have"]), frozenset(small["be"])
        self._that = frozenset(small["that"])
        self._phrases = PhraseTable(table["phrases"])
        self._withdrawn, self._corrected = PhraseTable(table["withdrawn"]), PhraseTable(table["corrected"])
        self._corrected_to, self._but = PhraseTable(table["not_but"]), listed("but")
        self._announced = PhraseTable(table["announced"])
        self._earlier, self._contrary = PhraseTable(table["earlier"]), PhraseTable(table["contrary"])
        self._clauses = Clauses(lexicons)
        self._denying = Openings((self._phrases, self._weak), self._strong | self._strong_participles | self._weak_participles | self._acts)
        self._withdrawing = Openings((self._withdrawn, self._corrected_to, self._contrary, self._corrected))

    def read(self, view: View, mentions: tuple[EntityMention, ...]) -> tuple[Denial, ...]:
        """Find denials and withdrawals, sorted by start."""
        tape = view.tape
        scene = Scene(tape, view.text, mentions)
        found: list[Denial] = []
        for low, high in view.pieces:
            found.extend(self._denials(scene, low, high))
            found.extend(self._withdrawals(tape, low, high))
        return tuple(sorted(dict.fromkeys(found), key=lambda denial: (denial.start, denial.end)))

    def _denials(self, scene: Scene, low: int, high: int) -> list[Denial]:
        tape, texts = scene.tape, scene.tape.texts
        found: list[Denial] = []
        for index in self._denying.places(tape, low, high):
            taken = self._phrases.length(tape, index)
            first, last = index, index + taken - 1
            word = texts[index]
            if not taken:
                if word in self._strong:
                    if self._is_noun(tape, index, low) or texts[min(index + 1, high - 1)] in self._withheld:
                        continue
                elif word in self._strong_participles:
                    first = self._auxiliary(tape, index, low)
                    if first == index and word not in self._passive:
                        continue
                elif word in self._weak_participles or self._weak.length(tape, index):
                    first = self._auxiliary(tape, index, low) if word in self._weak_participles else index
                    if word in self._weak_participles and first == index:
                        continue
                    if not self._denies(tape, index, high):
                        continue
                elif word in self._acts and index > low and texts[index - 1] in self._never and self._negated_act(tape, index, low):
                    first = index - 3 if index - 3 >= low and texts[index - 3] in self._negations else index - 2
                else:
                    continue
                last = index
            if last >= high or self._negated(texts, first, low):
                continue
            span = tape.span(first, last)
            passive = word in self._passive and first == index
            party = self._agent(scene, last, high) if passive else self._party(scene, first, max(low, first - PARTY_REACH))
            scope = self._clauses.around(tape, index, low, high)
            found.append(Denial(span.start, span.end, party, scope if passive else Span(span.start, scope.end)))
        return _apart(found)

    def _party(self, scene: Scene, first: int, low: int) -> Span | None:
        """Find who denies; a participle or a verb joined to another has the sentence's first noun phrase."""
        return self._speakers.left(scene, first, low) or self._speakers.first(scene, low, first)

    def _agent(self, scene: Scene, last: int, high: int) -> Span | None:
        """Find by whom something is denied."""
        behind = last + 1
        if behind >= high or scene.tape.texts[behind] not in self._agents:
            return None
        agent = self._speakers.right(scene, behind + 1, high)
        return agent if agent and scene.tape.at(agent.start) == behind + 1 else None

    def _is_noun(self, tape: Words, index: int, low: int) -> bool:
        before = tape.texts[index - 1] if index > low else ""
        return tape.texts[index] in self._nouns or before in self._be or before in self._speakers.determiners - self._speakers.clitics

    def _auxiliary(self, tape: Words, index: int, low: int) -> int:
        """Find the active auxiliary of a participle; the participle itself where there is none."""
        for place in range(index - 1, max(low, index - GAP) - 1, -1):
            word = tape.texts[place]
            if word in self._have:
                return place
            if word in self._be or word in self._agents or word in ';:.«»“"':
                return index
        return index

    def _denies(self, tape: Words, index: int, high: int) -> bool:
        """Tell whether a weak verb has an object that one denies."""
        wanted = self._falsehoods if tape.texts[index] in self._denounce else self._objects
        for place in range(index + 1, min(index + 1 + OBJECT_REACH, high)):
            word = tape.texts[place]
            if word in wanted:
                return True
            if word in self._agents or word in ",;:":
                return False
        return False

    def _negated_act(self, tape: Words, index: int, low: int) -> bool:
        return index - 2 >= low and tape.texts[index - 2] in self._auxiliaries

    def _negated(self, texts: list[str], first: int, low: int) -> bool:
        before = texts[max(low, first - 2) : first]
        return any(word in self._negations for word in before)

    def _withdrawals(self, tape: Words, low: int, high: int) -> list[Denial]:
        found: list[Denial] = []
        free = low
        for index in self._withdrawing.places(tape, low, high):
            if index < free:
                continue
            taken, scope = self._withdrawal(tape, index, low, high)
            if scope:
                span = tape.span(index, index + taken - 1)
                found.append(Denial(span.start, span.end, None, scope, "withdrawal"))
                free = index + taken
        return found

    def _withdrawal(self, tape: Words, index: int, low: int, high: int) -> tuple[int, Span | None]:
        """Read the words at a place that withdraw something: how many they are, and the stretch that is withdrawn."""
        taken = self._withdrawn.length(tape, index)
        number = self._number(tape, index + taken, high) if taken else None
        if number:
            return taken, number
        taken = self._corrected_to.length(tape, index)
        number = self._number(tape, index + taken, high) if taken else None
        if number and any(word in self._but for word in tape.texts[tape.at(number.end) : tape.at(number.end) + OBJECT_REACH]):
            return taken, number
        taken = self._contrary.length(tape, index)
        if taken:
            return taken, tape.span(index, index + taken - 1)
        taken = self._corrected.length(tape, index)
        return taken, self._before(tape, low, high) if taken else None

    def _before(self, tape: Words, low: int, high: int) -> Span | None:
        """Find the earlier figure that a correction withdraws, in the same sentence."""
        for place in range(low, high):
            taken = self._earlier.length(tape, place)
            if not taken:
                continue
            for start in range(place + taken, min(high, place + taken + 10)):
                number = self._number(tape, start, high)
                if number:
                    return number
        for place in range(low, high):
            if self._announced.length(tape, place):
                for start in range(max(low, place - 3), place):
                    number = self._number(tape, start, place)
                    if number:
                        return number
        return None

    def _number(self, tape: Words, index: int, high: int) -> Span | None:
        """Read the number that stands at a word, small words before it allowed."""
        texts = tape.texts
        place = index
        while place < min(high, index + 3) and texts[place] in self._of:
            place += 1
        if place >= high or not (texts[place][0].isdigit() or texts[place] in self._numbers):
            return None
        last = place
        while last + 1 < high and (
            texts[last + 1][0].isdigit()
            or texts[last + 1] in self._numbers
            or (texts[last + 1] in ".,-" and last + 2 < high and texts[last + 2][0].isdigit())
        ):
            last += 1
        return tape.span(place, last)


def _apart(found: list[Denial]) -> list[Denial]:
    """Drop the denials that stand inside another."""
    kept: list[Denial] = []
    for denial in found:
        if kept and denial.start < kept[-1].end:
            continue
        kept.append(denial)
    return kept
