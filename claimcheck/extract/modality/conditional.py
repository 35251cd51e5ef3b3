"""The conditional of journalists, told apart from hypothesis, wish, and the future seen from the past."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Any, Literal

from claimcheck.extract.quotations.verbs import Cue
from claimcheck.extract.recall import Recall
from claimcheck.extract.tape import PhraseTable, Words
from claimcheck.model.record import record
from claimcheck.ruleset.lexicon import Lexicons

Reading = Literal["reported", "future", "forecast", "possible", "supposed", "unreal", "wish", "other"]


@record
class Conditional:
    """A conditional verb in its sentence; word numbers."""

    index: int
    reading: Reading
    cue: Cue | None = None
    """The reporting verb from whose past the conditional is a future."""
    words: tuple[int, int] | None = None
    """First and last word of what makes it unreal: the "if", the "could have", the wish itself."""


class ConditionalReader:
    """Reads the conditionals of one language; without a table of endings it finds none."""

    def __init__(self, table: dict[str, Any]) -> None:
        def words(name: str) -> frozenset[str]:
            return frozenset(table.get(name, ()))

        self._endings = tuple(table.get("endings", ()))
        self._last = frozenset(ending[-1] for ending in self._endings)
        self._forms, self._never = words("forms"), words("never")
        self._forecast, self._possible, self._wish = words("forecast"), words("possible"), words("wish")
        self._unreal, self._between = words("unreal"), words("between")
        self._be, self._have = words("be"), words("have")
        self._advice, self._impersonal = words("advice"), words("impersonal")
        self._asking, self._generic, self._general = words("asking"), words("generic"), words("general")
        self._relatives, self._that, self._present = words("relatives"), words("that"), words("present")
        self._participles = tuple(table.get("participles", ()))
        self._past = tuple(table.get("past", ()))
        self._openers, self._infinitives = words("openers"), tuple(table.get("infinitives", ()))
        self._conditional = Recall(self.is_conditional)
        self._last_read: tuple[Words | None, list[int]] = (None, [])
        self._conditions = PhraseTable(table.get("conditions", ()))
        self._idioms = PhraseTable(table.get("idioms", ()))

    def is_conditional(self, word: str) -> bool:
        """Tell whether a folded word is a verb in the conditional."""
        return word in self._forms or (word[-1:] in self._last and word.endswith(self._endings) and word not in self._never)

    def read(self, tape: Words, low: int, high: int, cues: list[Cue]) -> list[Conditional]:
        """Read the conditionals of one sentence, in word numbers; `cues` are its reporting verbs."""
        if not self._endings:
            return []
        places = self._places(tape)
        places = places[bisect_left(places, low) : bisect_left(places, high)]
        if not places:
            return []
        supposed = self._supposed(tape, low, high)
        return [self._one(tape, index, low, high, cues, supposed) for index in places]

    def _places(self, tape: Words) -> list[int]:
        """Give where the conditionals of a text stand; several readers ask for the same text in turn."""
        if self._last_read[0] is not tape:
            known = self._conditional
            self._last_read = tape, [index for index, word in enumerate(tape.texts) if known[word]]
        return self._last_read[1]

    def _one(self, tape: Words, index: int, low: int, high: int, cues: list[Cue], supposed: tuple[int, int] | None) -> Conditional:
        word = tape.texts[index]
        if word in self._forecast:
            return Conditional(index, "forecast")
        if word in self._possible:
            return Conditional(index, "possible")
        if word in self._wish:
            return Conditional(index, "wish", words=(index, index))
        if supposed or self._conceded(tape, index, low):
            return Conditional(index, "supposed", words=supposed)
        place = self._after(tape, index, high)
        after = tape.texts[place] if place < high else ""
        perfect = word in self._have and self._is_participle(after)
        if word in self._have and after in self._unreal:
            return Conditional(index, "unreal", words=(place, place))
        if word in self._be and self._advised(tape, index, low, after):
            return Conditional(index, "other")
        if self._idiom(tape, index, low) or tape.texts[min(index + 1, len(tape) - 1)] == "-":
            return Conditional(index, "other")
        if not perfect and self._imagined(tape, index, low):
            return Conditional(index, "other")
        if not perfect:
            cue = self._past_cue(tape, index, cues)
            if cue:
                return Conditional(index, "future", cue)
        return Conditional(index, "reported")

    def _after(self, tape: Words, index: int, high: int) -> int:
        """Find the first word behind an auxiliary that is no adverb."""
        place = index + 1
        while place < high and (tape.texts[place] in self._between or tape.texts[place] in "-,"):
            place += 1
        return place

    def _is_participle(self, word: str) -> bool:
        return word.endswith(self._participles)

    def _supposed(self, tape: Words, low: int, high: int) -> tuple[int, int] | None:
        """Find the words that make a sentence conditional."""
        opener = low + 1 < high and tape.texts[low] in self._openers and not tape.texts[low + 1].endswith(self._infinitives)
        if opener:
            return low, low
        for index in range(low, high):
            taken = self._conditions.length(tape, index)
            if not taken:
                continue
            if index > low and tape.texts[index - 1] in self._asking:
                continue
            return index, index + taken - 1
        return None

    def _conceded(self, tape: Words, index: int, low: int) -> bool:
        """Tell whether the verb stands in a clause that supposes or concedes: "même s'il serait"."""
        return any(self._conditions.length(tape, place) for place in range(max(low, index - 3), index))

    def _advised(self, tape: Words, index: int, low: int, after: str) -> bool:
        """Tell whether "il serait", "l'idéal serait" advises or comments."""
        subject = tape.texts[index - 1] if index > low else ""
        return subject in self._impersonal and after in self._advice

    def _idiom(self, tape: Words, index: int, low: int) -> bool:
        return any(
            self._idioms.length(tape, start) and start + self._idioms.length(tape, start) > index
            for start in range(max(low, index - 3), index + 1)
        )

    def _imagined(self, tape: Words, index: int, low: int) -> bool:
        """Tell whether the subject is a thing in general: "la taille d'un télescope qui aurait…"."""
        if index - 1 <= low or tape.texts[index - 1] not in self._relatives:
            return False
        for place in range(index - 2, max(low, index - 6), -1):
            if tape.texts[place] in self._generic:
                return place > low and tape.texts[place - 1] in self._general
            if not tape.texts[place].isalnum() or tape.texts[place] in self._general:
                return False
        return False

    def _past_cue(self, tape: Words, index: int, cues: list[Cue]) -> Cue | None:
        """Find a reporting verb in the past with its "que" before a conditional."""
        for cue in reversed(cues):
            if cue.last >= index or cue.mood not in ("past", "finite", "gerund") or not self._is_past(tape, cue):
                continue
            if any(tape.texts[place] in self._that for place in range(cue.last + 1, min(cue.last + 14, index))):
                return cue
        return None

    def _is_past(self, tape: Words, cue: Cue) -> bool:
        return cue.mood == "past" or tape.texts[cue.last].endswith(self._past)


@cache
def conditionals(lexicons: Lexicons) -> ConditionalReader:
    """Give the reader of a language's conditionals, shared by its readers."""
    return ConditionalReader(lexicons.get("hedges").get("conditional") or {})
