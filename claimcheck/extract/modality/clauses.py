"""Where the clause around a word ends."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.extract.quotations.verbs import verbs
from claimcheck.extract.tape import PhraseTable, Words
from claimcheck.model import Span
from claimcheck.ruleset.lexicon import Lexicons

_ENDS = frozenset(';:«»“”"()—–')
REACH = 80
"""Words of a clause on either side of the word it is looked up for."""
NEW_CLAUSE = 6
"""Words behind "and" in which a subject and its own verb open another clause."""


class Clauses:
    """Finds clauses in one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        small, hedges = lexicons.get("phrases"), lexicons.get("hedges")

        def words(names: Iterable[str]) -> frozenset[str]:
            return frozenset(word for name in names for word in small[name])

        self._joints = frozenset(hedges["joints"])
        self._openers = words(("that", "relatives")) | frozenset(hedges["openers"])
        self._coordinators, self._subjects = words(("coordinators",)), words(("subjects",))
        self._determiners, self._finite = words(("determiners",)) | words(("subjects",)), words(("have", "be")) - words(("nonfinite",))
        reporting = verbs(lexicons)
        self._verbal = {word for word, form in reporting.forms.items() if form.tenses & {"finite", "past"}} - reporting.nouns
        self._comparisons = PhraseTable(hedges["comparisons"])

    def around(self, tape: Words, index: int, low: int, high: int) -> Span:
        """Give the clause around a word of a sentence `[low, high)` in word numbers."""
        low, high = max(low, index - REACH), min(high, index + REACH)
        first, comma = index, 0
        while first > low and not self._ends(tape, first - 1):
            if tape.texts[first - 1] in self._openers:
                first = comma or first
                break
            if tape.texts[first - 1] == "," and not comma:
                comma = first
            first -= 1
        return tape.span(first, self._last(tape, index, high))

    def after(self, tape: Words, index: int, low: int, high: int) -> Span:
        """Give the clause around a word without what a comma or "and" sets before its subject, nor what it is compared with."""
        low, high = max(low, index - REACH), min(high, index + REACH)
        first, texts = index, tape.texts
        while first > low and texts[first - 1] != "," and not self._ends(tape, first - 1) and texts[first - 1] not in self._openers:
            if texts[first - 1] in self._coordinators and (first == index or texts[first] in self._subjects):
                break
            first -= 1
        last = self._last(tape, index, high)
        for place in range(index + 1, last + 1):
            if self._comparisons.length(tape, place):
                last = place - 1
                break
        return tape.span(first, max(index, last))

    def _last(self, tape: Words, index: int, high: int) -> int:
        last = index
        while last + 1 < high and not self._ends(tape, last + 1) and not self._opens(tape, last + 1, high):
            last += 1
        return last

    def _ends(self, tape: Words, index: int) -> bool:
        word = tape.texts[index]
        if word in _ENDS:
            return True
        return word == "," and index + 1 < len(tape) and tape.texts[index + 1] in self._joints

    def _opens(self, tape: Words, index: int, high: int) -> bool:
        """Tell whether "and" opens a clause with its own subject and verb."""
        texts = tape.texts
        if texts[index] not in self._coordinators or index + 1 >= high:
            return False
        if texts[index + 1] in self._verbal or texts[index + 1] in self._finite:
            return True
        if texts[index + 1] not in self._determiners:
            return False
        return any(word in self._finite for word in texts[index + 2 : min(high, index + 2 + NEW_CLAUSE)])
