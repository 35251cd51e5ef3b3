"""Lists of counts: in "deux Français et un Suisse" the article counts too."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from claimcheck.extract.values.nouns import NounReader
from claimcheck.extract.values.phrases import WINDOW
from claimcheck.extract.values.reading import Reading
from claimcheck.extract.values.trie import trie
from claimcheck.model import Quantity
from claimcheck.ruleset import Lexicons

ONE = Decimal(1)
MAX_MEMBERS = 12
"""No list of people in a sentence is longer."""


class ListReader:
    """Reads the members that an article counts, beside a count of people."""

    def __init__(self, lexicons: Lexicons, nouns: NounReader) -> None:
        amounts: dict[str, Any] = lexicons.get("amounts")
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._nouns = nouns
        self._step = f"{lexicons.language}/lexicon/nouns"
        articles = trie(amounts["list_articles"])
        joints = trie(amounts["list_joints"])
        ends = trie([",", *numbers["and"]])
        of = trie(numbers["of"])
        self._after = re.compile(rf"(?:\s(?:{of})(?:\s|(?<='))[\w-]+)?(?:\s?(?:{joints})){{1,2}}\s?(({articles})\s)(?=\w)")
        self._before = re.compile(rf"(?<!\w)(?:{articles})\s([^,.;:!?]{{3,30}}?)\s?(?:{ends})\s$")

    def around(self, folded: str, readings: tuple[Reading, ...], floor: int) -> tuple[Reading, ...]:
        """Add the members before (not before `floor`) and after the counts of people just read."""
        found = [reading for reading in (self._ahead(folded, readings[0].start, floor),) if reading]
        found.extend(readings)
        while len(found) < MAX_MEMBERS:
            match = self._after.match(folded, found[-1].end)
            noun = self._nouns.known(folded, match.end()) if match else None
            if not match or not noun or not noun.person:
                break
            found.append(self._one(match.start(1), noun.end, noun.unit, noun.start))
        return tuple(found)

    def _ahead(self, folded: str, start: int, floor: int) -> Reading | None:
        first = max(floor, start - WINDOW)
        match = self._before.search(folded[first:start])
        noun = self._nouns.known(folded, first + match.start(1)) if match else None
        if not match or not noun or not noun.person or noun.end != first + match.end(1):
            return None
        return self._one(first + match.start(), noun.end, noun.unit, noun.start)

    def _one(self, start: int, end: int, unit: str, noun: int) -> Reading:
        return Reading(start, end, Quantity(ONE, ONE, unit=unit), (f"{unit} · {self._step}",), (noun, end), person=True)
