"""Whether a sentence speaks of what is to come, for dates that do not say it themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.extract.values.beginnings import ahead, of_form
from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.words import Words

OPEN = ("weekday", "day", "dom", "month", "days", "holiday", "season")
"""What can be of the past or of the future."""
REACH = 80
"""How far a verb may stand, in characters."""
DONE_REACH = 45
"""How far behind a deed that is over its date may stand, in characters: "a rejoint la direction du groupe en juin"."""


class Tense:
    """Looks for the verb that governs a date: the nearest before it, else the nearest after it."""

    def __init__(self, words: Words) -> None:
        done, future, past = (words.data[name] for name in ("done", "future", "past"))
        self.done = re.compile(rf"(?<!\w){_ahead(done)}(?:{'|'.join(done)})(?!\w)")
        self.told = re.compile(words.data["told"])
        self.having = re.compile(rf"(?<!\w)(?:{words.data['having']}) ?$")
        self.apart = re.compile(words.data["done-apart"])
        self.verb = re.compile(rf"(?<!\w){_ahead((*future, *past))}(?:(?P<future>{'|'.join(future)})|(?P<past>{'|'.join(past)}))(?!\w)")

    def lean(self, atom: Atom, folded: str, low: int, high: int) -> Atom:
        """Mark an atom with the tense of its verb, in the sentence between `low` and `high`: future, past, or done for good."""
        if atom.bound != "from" and not any(
            one.op in OPEN and "year" not in one.given and not one.given.get("side") for one in _parts(atom)
        ):
            return atom
        tense = self._governing(atom, folded, low, high)
        if tense == "past" and atom.bound in ("until", "by"):
            if self.having.search(folded, low, atom.start) is None:
                return atom
            tense = "future"
        if tense == "past" and atom.bound is None and self._is_done(atom, folded, low):
            tense = "done"
        return atom if tense is None else atom._replace(given={**atom.given, "tense": tense})

    def _is_done(self, atom: Atom, folded: str, low: int) -> bool:
        """Whether the verb before a date is of a deed that is over, and nothing between them may have the date for itself."""
        deed = max(self.done.finditer(folded, max(low, atom.start - REACH), atom.start), key=lambda verb: verb.start(), default=None)
        if deed is None or atom.start - deed.end() > DONE_REACH:
            return False
        return not (self.verb.search(folded, deed.end(), atom.start) or self.apart.search(folded, deed.end(), atom.start))

    def _governing(self, atom: Atom, folded: str, low: int, high: int) -> str | None:
        if self.told.search(folded, low, atom.start):
            return "past"
        before = [verb.lastgroup for verb in self.verb.finditer(folded, max(low, atom.start - REACH), atom.start)]
        if before:
            return before[-1]
        after = self.verb.search(folded, atom.end, min(high, atom.end + REACH))
        if after is not None:
            return after.lastgroup
        return "future" if atom.bound in ("until", "by") else None


def _ahead(verbs: Iterable[str]) -> str:
    """Look whether one of some verbs, written as regular expressions, may begin at a place."""
    return ahead({letters for verb in verbs for letters in of_form(verb, {})})


def _parts(atom: Atom) -> Iterator[Atom]:
    yield atom
    if atom.of is not None:
        yield from _parts(atom.of)
