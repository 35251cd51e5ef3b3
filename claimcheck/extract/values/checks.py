"""What only looks like an amount: figures inside names, codes, scores, times, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Any

from claimcheck.extract.values.beginnings import DIGIT, ahead, of_phrases
from claimcheck.extract.values.phrases import Endings
from claimcheck.extract.values.trie import trie
from claimcheck.ruleset import Lexicons

TOKEN = re.compile(r"\d[\w.,:/'’-]*(?: \d{2}(?=\D|$)){0,4}")
"""A figure that was no amount is passed over with everything that hangs on it."""

MAX_AGE = 115
"""Nobody in the news is older."""
SCORE = 2
"""How many figures one side's score may have: "3 à 1"."""
_GLUED_RIGHT = re.compile(r"[\w°#@\\]|[-–/:.,][\d]|-[^\W\d_]")
_NAME_AFTER = re.compile(r"\s[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-ÿ]")
_PHONE = re.compile(
    r"(?:\+\d{1,3}[ .]?\(?0?\)?\d|0\d)(?:[ .-]?\d{2}){4}(?!\d)|\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{2}(?:[ .]\d{2}){3,}(?![\d,])"
)
_DIALLED = r"\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}(?!\d)|(?<![\d.,])0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}(?!\d)"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_RECENT = re.compile(r"(?:19[5-9]\d|20[0-4]\d)$")
_CAPITAL = re.compile(r"(?:^|[\s(«\"“'’])([A-ZÀ-ÖØ-Þ][\w.&’'-]*)[\s-]$")
_START = re.compile(r"(?:^|[.!?…:»\"”\n•–—-])\s*[\w'’.&-]+[\s-]$")


class Checks:
    """The checks of one language."""

    def __init__(self, lexicons: Lexicons, persons: AbstractSet[str]) -> None:
        amounts: dict[str, Any] = lexicons.get("amounts")
        self._identifiers = Endings(dict.fromkeys(lexicons.words("identifiers"), True))
        begin = ahead({DIGIT, "+", *of_phrases(amounts["names"])})
        self._names = re.compile(rf"{begin}(?:(?<!\w)(?:{trie(amounts['names'])})(?!\w)|{_DIALLED})")
        self._hangers = re.compile(rf"-(?:{trie(amounts['hangers'])})(?!\w)")
        self._year_first: bool = amounts["year_first"]
        streets = amounts["streets"]
        self._street = re.compile(rf",?\s(?:{trie(streets)})(?!\w)" if streets else "(?!)")
        self._person = re.compile(r"[^\W\d_a-z][\w’'-]+\s[^\W\d_a-z][\w’'-]+,\s$")
        self._noun = re.compile(r"([^\W\d_]+),\s$")
        self._persons = persons
        origins = "".join(rf"(?<!{word} )" for word in lexicons.get("bounds")["from"])
        self._score = re.compile(rf"(?<![\d.,]){origins}\d{{1,2}} (?:{trie(amounts['score'])}) \d{{1,2}}(?![\d\w]|[.,]\d)")
        self._stop = lexicons.words("function-words")

    def names(self, text: str) -> tuple[tuple[int, int], ...]:
        """Find names that hold a figure, as half-open stretches."""
        return tuple(found.span() for found in self._names.finditer(text))

    def opens(self, folded: str, position: int) -> bool:
        """Tell whether a figure may start here: nothing is glued to its left, and it is no telephone number."""
        if _PHONE.match(folded, position):
            return False
        if position == 0:
            return True
        before = folded[position - 1]
        if before in "+-−–~'’":
            ahead = folded[position - 2] if position > 1 else " "
            return before in "'’" or not (ahead.isalnum() or ahead in "./,")
        if before in ".,":
            ahead = folded[position - 2] if position > 1 else " "
            return not ahead.isdigit() and not ahead.isalpha()
        return not (before.isalnum() or before in "#@_\\/:")

    def names_year(self, folded: str, start: int, end: int) -> bool:
        """Tell whether a figure before a noun is a year that qualifies it, where the language puts it so ("the 2024 vote")."""
        return self._year_first and _RECENT.match(folded[start:end]) is not None

    def numbered(self, folded: str, start: int) -> bool:
        """Tell whether the word before says that a number names something: "numéro deux"."""
        return self._identifiers.match(folded, start) is not None

    def apposed(self, text: str, folded: str, start: int, end: int) -> bool:
        """Tell whether a bare figure is somebody's age, set between commas after a name or person: "Anna Berg, 45, said"."""
        if text[end : end + 1] != "," or not 1 <= end - start <= 3 or not 1 <= int(text[start:end]) <= MAX_AGE:
            return False
        first = max(0, start - 60)
        if self._person.search(text[first:start]):
            return True
        noun = self._noun.search(folded[first:start])
        goes_on = text[end + 1 : end + 3].strip()[:1].isdigit() or self._street.match(folded, end)
        return noun is not None and noun[1] in self._persons and not goes_on

    def bare(self, text: str, folded: str, start: int, end: int) -> bool:
        """Tell whether a figure with neither unit nor noun can be an amount at all."""
        written = folded[start:end]
        if (_GLUED_RIGHT.match(folded, end) and not self._hangers.match(folded, end)) or (_YEAR.match(written) is not None):
            return False
        if _NAME_AFTER.match(text, end) or self._street.match(folded, end):
            return False
        if written[0] == "0" and len(written) > 1 and written.isdigit():
            return False
        if len(written) <= SCORE and self._scored(folded, start, end):
            return False
        return not self.names_before(text, folded, start)

    def _scored(self, folded: str, start: int, end: int) -> bool:
        """Tell whether a figure is one side of a score: "battus 3 à 1"."""
        return any(found.start() <= start < found.end() for found in self._score.finditer(folded, max(0, start - 8), end + 8))

    def names_before(self, text: str, folded: str, start: int) -> bool:
        """Tell whether the word before makes the figure a name: "article 49", "Boeing 737"."""
        if self.numbered(folded, start):
            return True
        window = text[max(0, start - 40) : start]
        capital = _CAPITAL.search(window)
        if not capital or (window.isupper() and " " in window.strip()):  # a shouted headline proves nothing
            return False
        word = capital[1]
        if not (word.isupper() and len(word) > 1) and (word.lower() in self._stop or "'" in word or "’" in word):
            return False
        return _START.search(window) is None
