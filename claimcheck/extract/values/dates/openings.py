"""What a form can begin with: a look at one character spares trying most forms at a place.

Forms are regular expressions in which `<name>` stands for any word of a table and a space for a blank or the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

DIGIT = "0"
"""Stands for any figure."""
_QUANTIFIER = re.compile(r"(?:(\?)|(\*)|\+|\{(\d+)(?:,\d*)?\})[?+]?")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(\?<?[=!]))?")
_HEX = re.compile(r"x([0-9a-fA-F]{2})")
_EVERYTHING = frozenset("wWDsSbBZA")
"""Escapes that stand for more than can be listed."""
_SLOT = re.compile(r"<([a-z_]+?)\d?!?>")
_SPACE = frozenset(" \n")


def opening(character: str) -> str:
    """Give what stands for a character among openings."""
    return DIGIT if character.isdecimal() else character


def openings(form: str, slots: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """List the characters that a match can begin with, those of each slot being given; none where anything may."""
    found, empty, _ = _Form(form, slots).alternatives(0)
    return None if found is None or empty else frozenset(found)


class _Form:
    """Reads a form from left to right."""

    def __init__(self, source: str, slots: Mapping[str, frozenset[str]]) -> None:
        self.source = source
        self.slots = slots

    def alternatives(self, at: int) -> tuple[set[str] | None, bool, int]:
        """Read up to a closing bracket or the end: (what may open it, whether it may be empty, where it ends)."""
        every: set[str] | None = set()
        may_be_empty = False
        while True:
            found, empty, at = self._sequence(at)
            every = None if every is None or found is None else every | found
            may_be_empty |= empty
            if at >= len(self.source) or self.source[at] == ")":
                return every, may_be_empty, at
            at += 1

    def _sequence(self, at: int) -> tuple[set[str] | None, bool, int]:
        """Read one alternative to its end."""
        opened: set[str] | None = set()
        empty = True
        while at < len(self.source) and self.source[at] not in "|)":
            found, optional, at = self._item(at)
            if empty and opened is not None:
                opened = None if found is None else opened | found
            quantifier = _QUANTIFIER.match(self.source, at)
            if quantifier is not None:
                at = quantifier.end()
                optional |= bool(quantifier[1] or quantifier[2] or quantifier[3] == "0")
            empty &= optional
        return opened, empty, at

    def _item(self, at: int) -> tuple[set[str] | None, bool, int]:
        """Read one character, class, slot or group."""
        character = self.source[at]
        if character == "(" and (group := _GROUP.match(self.source, at)):
            found, empty, at = self.alternatives(group.end())
            return (set(), True, at + 1) if group[1] else (found, empty, at + 1)
        if character == "<" and (slot := _SLOT.match(self.source, at)):
            return set(self.slots[slot[1]]), False, slot.end()
        if character == "[":
            found, at = self._class(at + 1)
            return found, False, at
        if character == "\\":
            found, at = self._escaped(at + 1)
            return found, False, at
        if character in ".^$":
            return None, character != ".", at + 1
        return set(_SPACE) if character == " " else {opening(character)}, False, at + 1

    def _escaped(self, at: int) -> tuple[set[str] | None, int]:
        character = self.source[at]
        if hexadecimal := _HEX.match(self.source, at):
            return {opening(chr(int(hexadecimal[1], 16)))}, hexadecimal.end()
        if character in _EVERYTHING:
            return None, at + 1
        return {DIGIT if character == "d" else "\n" if character == "n" else opening(character)}, at + 1

    def _class(self, at: int) -> tuple[set[str] | None, int]:
        found: set[str] | None = None if self.source[at] == "^" else set()
        end = at + 1
        while self.source[end] != "]" or self.source[end - 1] == "\\":
            end += 1
        while at < end:
            one: set[str] | None
            if self.source[at] == "\\":
                one, at = self._escaped(at + 1)
            elif self.source[at + 1] == "-" and at + 2 < end:
                one = {opening(chr(code)) for code in range(ord(self.source[at]), ord(self.source[at + 2]) + 1)}
                at += 3
            else:
                one, at = {opening(self.source[at])}, at + 1
            found = None if found is None or one is None else found | one
        return found, end + 1
