"""Hedges: words that weaken an assertion, and the clause they weaken."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from claimcheck.extract.modality.clauses import Clauses
from claimcheck.extract.modality.conditional import Conditional, conditionals
from claimcheck.extract.quotations.marks import marked
from claimcheck.extract.quotations.verbs import Cue, verbs
from claimcheck.extract.tape import Openings, PhraseTable, Words
from claimcheck.extract.view import View
from claimcheck.model import Hedge
from claimcheck.ruleset.lexicon import Lexicons

_KINDS: tuple[Literal["hedge", "plan", "forecast"], ...] = ("forecast", "hedge", "plan")


class HedgeReader:
    """Reads the hedges of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        table = lexicons.get("hedges")
        self._verbs = verbs(lexicons)
        self._conditional = conditionals(lexicons)
        self._tables = tuple((kind, PhraseTable(table[kind])) for kind in _KINDS)
        self._openings = Openings(phrases for _, phrases in self._tables)
        self._infinitives = tuple(table["infinitive"])
        self._before_infinitive = frozenset(table["plan_before_infinitive"])
        self._between = frozenset((table.get("conditional") or {}).get("between", ()))
        self._modals = frozenset(table["modals"])
        small = lexicons.get("phrases")
        self._before_noun = frozenset(small["determiners"]) | frozenset(small["prepositions"])
        self._clauses = Clauses(lexicons)

    def read(self, view: View) -> tuple[Hedge, ...]:
        """Find the hedges, sorted by start."""
        tape = view.tape
        cues = self._verbs.cues(tape)
        quoted = marked(view.folded)
        ends = [span.end for span in quoted]
        found: list[Hedge] = []
        for low, high in view.pieces:
            spoken = cues[bisect_right(cues, low - 1, key=_first) : bisect_right(cues, high - 1, key=_first)]
            for conditional in self._conditional.read(tape, low, high, spoken):
                place = bisect_right(ends, tape.starts[conditional.index])
                if place < len(quoted) and quoted[place].start < tape.starts[conditional.index]:
                    continue
                hedge = self._of_conditional(tape, conditional, low, high)
                if hedge:
                    found.append(hedge)
            found.extend(self._lexical(view, tape, low, high))
        return tuple(sorted(dict.fromkeys(found), key=lambda hedge: (hedge.start, hedge.end)))

    def _of_conditional(self, tape: Words, conditional: Conditional, low: int, high: int) -> Hedge | None:
        index = conditional.index
        if conditional.words:
            span = tape.span(*conditional.words)
            kind: Literal["hedge", "plan"] = "plan" if conditional.reading == "wish" else "hedge"
            return Hedge(span.start, span.end, kind, self._clauses.around(tape, index, low, high))
        if conditional.reading not in ("reported", "future"):
            return None
        if conditional.cue:
            span = tape.span(conditional.cue.first, conditional.cue.last)
            return Hedge(span.start, span.end, "plan", self._clauses.after(tape, index, low, high))
        # With its subject before it the verb weakens no fronted clause; right behind a comma, the subject stands before that.
        find = self._clauses.around if tape.texts[index - 1] == "," else self._clauses.after
        return Hedge(tape.starts[index], tape.end(index), "conditional", find(tape, index, low, high))

    def _lexical(self, view: View, tape: Words, low: int, high: int) -> list[Hedge]:
        found: list[Hedge] = []
        free = low
        for index in self._openings.places(tape, low, high):
            if index < free:
                continue
            for kind, table in self._tables:
                taken = table.length(tape, index)
                if not taken or (taken == 1 and not (self._plans(tape, index, high) and self._verb(view, tape, index, high))):
                    continue
                span = tape.span(index, index + taken - 1)
                find = self._clauses.around if kind == "hedge" else self._clauses.after
                found.append(Hedge(span.start, span.end, kind, find(tape, index, low, high)))
                free = index + taken
                break
        return found

    def _verb(self, view: View, tape: Words, index: int, high: int) -> bool:
        """Tell whether a word that is also a name or a noun stands as a verb: written small, with an infinitive behind it."""
        if tape.texts[index] not in self._modals:
            return True
        before = tape.texts[index - 1] if index else ""
        behind = tape.texts[index + 1] if index + 1 < high else ""
        return view.text[tape.starts[index]].islower() and before not in self._before_noun and behind.isalpha()

    def _plans(self, tape: Words, index: int, high: int) -> bool:
        """Tell whether a verb that plans only before an infinitive has one."""
        if tape.texts[index] not in self._before_infinitive:
            return True
        if index and tape.texts[index - 1] in self._before_noun:
            return False
        place = index + 1
        while place < high and place < index + 4:
            word = tape.texts[place]
            if word in self._between or len(word) <= 2:
                place += 1
                continue
            return word.endswith(self._infinitives)
        return False


def _first(cue: Cue) -> int:
    return cue.first
