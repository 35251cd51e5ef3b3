"""What an expression can begin with: a look at three letters spares most attempts.

Lexicons make long expressions of many alternatives, which are tried one by one at every word; nearly always none of them stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

from claimcheck.extract.values.trie import trie

LENGTH = 3
"""Letters looked at: with four the tables grow, and little is won."""
DIGIT, SPACE, DIGITS = "0", " ", r"\d"
"""Stand for any figure and any white space."""
_QUANTIFIER = re.compile(r"(?:\?|(\*)|(\+)|\{(\d+)(?:(,)(\d*))?\})[?+]?")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(\?<?[=!]))?")
_SLOT = re.compile(r"<([a-z_]+?)\d?!?>")
_HEX = re.compile(r"x([0-9a-fA-F]{2})")
_ESCAPES = {"d": DIGIT, **dict.fromkeys("snrtfv", SPACE)}
_EVERYTHING = frozenset("wWDSbBZA")
"""Escapes that stand for more than can be listed."""


class Beginnings(NamedTuple):
    """What stretches of text may begin with."""

    whole: frozenset[str]
    """Stretches that end there, so that what follows them is looked at too."""
    cut: frozenset[str]
    """Those behind which anything may stand."""

    def then(self, other: Beginnings) -> Beginnings:
        """Say what a stretch and the next one begin with together."""
        whole = {one + two for one, two in product(self.whole, other.whole)}
        cut = self.cut | {(one + two)[:LENGTH] for one, two in product(self.whole, other.cut)}
        return _cut_short(whole, cut)

    def __or__(self, other: Beginnings) -> Beginnings:
        """Say what either begins with."""
        return Beginnings(self.whole | other.whole, self.cut | other.cut)


def _cut_short(whole: Iterable[str], cut: Iterable[str] = ()) -> Beginnings:
    short = frozenset(one for one in whole if len(one) < LENGTH)
    return Beginnings(short, frozenset(cut) | {one[:LENGTH] for one in whole if len(one) >= LENGTH})


NOTHING = Beginnings(frozenset({""}), frozenset())
NEVER = Beginnings(frozenset(), frozenset())
ANYTHING = Beginnings(frozenset(), frozenset({""}))


def plain(text: str) -> str:
    """Write letters as beginnings are written."""
    return text if text.isalpha() else "".join(DIGIT if c.isdecimal() else SPACE if c.isspace() else c for c in text)


def of_phrases(phrases: Iterable[str]) -> frozenset[str]:
    """List what phrases begin with; what stands for their spaces is left open."""
    return frozenset(plain(phrase[:LENGTH].partition(" ")[0]) for phrase in phrases)


def of_form(form: str, slots: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """List what a form of `lexicon/dates` begins with, given what the words of its slots do; "" where it may be anything."""
    found, _ = _Source(form, slots).alternatives(0)
    return found.whole | found.cut


def ahead(begin: Iterable[str]) -> str:
    """Give regex source that looks whether one of some beginnings stands at a place."""
    letters = trie(begin)
    return f"(?={letters.replace(DIGIT, DIGITS)})"


class _Source:
    """Reads a form from left to right: a regular expression with slots."""

    def __init__(self, source: str, slots: Mapping[str, frozenset[str]]) -> None:
        self.source = source
        self.slots = slots

    def alternatives(self, at: int) -> tuple[Beginnings, int]:
        """Read up to a closing bracket or the end."""
        found = NEVER
        while True:
            one, at = self._sequence(at)
            found |= one
            if at >= len(self.source) or self.source[at] == ")":
                return found, at
            at += 1

    def _sequence(self, at: int) -> tuple[Beginnings, int]:
        """Read one alternative to its end."""
        found = NOTHING
        while at < len(self.source) and self.source[at] not in "|)":
            one, at = self._item(at)
            quantifier = _QUANTIFIER.match(self.source, at)
            if quantifier is not None:
                one, at = _repeated(one, quantifier), quantifier.end()
            found = found.then(one) if found.whole else found
        return found, at

    def _item(self, at: int) -> tuple[Beginnings, int]:
        """Read one character, class, slot or group."""
        character = self.source[at]
        if character == "(" and (group := _GROUP.match(self.source, at)):
            found, at = self.alternatives(group.end())
            return (NOTHING if group[1] else found), at + 1
        if character == "<" and (slot := _SLOT.match(self.source, at)):
            return Beginnings(frozenset(), self.slots[slot[1]]), slot.end()
        if character == "[":
            return self._class(at + 1)
        if character == "\\":
            return self._escaped(at + 1)
        if character in ".^$":
            return (ANYTHING if character == "." else NOTHING), at + 1
        if character == " ":
            return Beginnings(frozenset(), frozenset(SPACE)), at + 1  # one white space or two
        return _cut_short({plain(character)}), at + 1

    def _escaped(self, at: int) -> tuple[Beginnings, int]:
        character = self.source[at]
        if hexadecimal := _HEX.match(self.source, at):
            return _cut_short({plain(chr(int(hexadecimal[1], 16)))}), hexadecimal.end()
        if character in _EVERYTHING:
            return (NOTHING if character in "bBZA" else ANYTHING), at + 1
        return _cut_short({_ESCAPES.get(character, character)}), at + 1

    def _class(self, at: int) -> tuple[Beginnings, int]:
        found = ANYTHING if self.source[at] == "^" else NEVER
        end = at + 1
        while self.source[end] != "]" or self.source[end - 1] == "\\":
            end += 1
        while at < end:
            if self.source[at] == "\\":
                one, at = self._escaped(at + 1)
            elif self.source[at + 1] == "-" and at + 2 < end:
                one = _cut_short({plain(chr(code)) for code in range(ord(self.source[at]), ord(self.source[at + 2]) + 1)})
                at += 3
            else:
                one, at = _cut_short({plain(self.source[at])}), at + 1
            found |= one
        return (ANYTHING if "" in found.cut else found), end + 1


def _repeated(found: Beginnings, quantifier: re.Match[str]) -> Beginnings:
    """Say what a quantified item begins with; behind the first of several anything may stand."""
    star, plus, least, comma, _ = quantifier.groups()
    if star or plus or comma or (least and least not in ("0", "1")):
        found = Beginnings(frozenset(), found.cut | found.whole)
    optional = star or least == "0" or not (plus or least)  # the last is a question mark
    return found | NOTHING if optional else found
