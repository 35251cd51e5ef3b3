"""Whether a sentence speaks of what is to come, for dates that do not say it themselves."""

from __future__ import annotations

from collections.abc import Iterator
import re
from dataclasses import replace

from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.words import Words

OPEN = ("weekday", "day", "dom", "month", "days")
"""What can be of the past or of the future."""
REACH = 80
"""How far a verb may stand, in characters."""


class Tense:
    """Looks for the verb that governs a date: the nearest before it, else the nearest after it."""

    def __init__(self, words: Words) -> None:
        self.verb = re.compile(rf"(?<!\w)(?:(?P<future>{'|'.join(words.data['future'])})|(?P<past>{'|'.join(words.data['past'])}))(?!\w)")

    def lean(self, atom: Atom, folded: str, low: int, high: int) -> Atom:
        """Mark an atom that the sentence between `low` and `high` puts into the future."""
        if not any(one.op in OPEN and "year" not in one.given and not one.given.get("side") for one in _parts(atom)):
            return atom
        if self._future(atom, folded, low, high):
            return replace(atom, given={**atom.given, "future": True})
        return atom

    def _future(self, atom: Atom, folded: str, low: int, high: int) -> bool:
        last = None
        for last in self.verb.finditer(folded, max(low, atom.start - REACH), atom.start):
            pass
        if last is not None:
            return last.lastgroup == "future"
        following = self.verb.search(folded, atom.end, min(high, atom.end + REACH))
        return following.lastgroup == "future" if following else atom.bound in ("until", "by")


def _parts(atom: Atom) -> Iterator[Atom]:
    yield atom
    if atom.of is not None:
        yield from _parts(atom.of)
