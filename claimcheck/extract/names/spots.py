"""What stands around a place of a text."""

from __future__ import annotations

import re

from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import Sentence

_OPENERS = " \u00a0\u202f\"'«“”‘(–—-•·*[…:>\n\t"
_QUOTES = "«“\"':•"
_SPACES = " \u00a0\u202f"
_LAST = re.compile(r"([\w.-]+'?) ?$")
_WORDS = re.compile(r"[\w.-]+'?")
_WINDOW = 60
"""Characters looked back, at most."""


def numbered(word: str) -> bool:
    """Whether a word is a model's number ("A320")."""
    return any(c.isdigit() for c in word)


def after_capital(view: View, start: int) -> bool:
    """Whether the word before a place has a capital."""
    before = view.text.rfind(" ", 0, start - 1)
    return view.text[before + 1 : before + 2].isupper()


def office(view: View, sentence: Sentence, start: int, words: NameWords) -> bool:
    """Whether a minister or a ministry stands before a place."""
    window = view.bare[max(sentence.start, start - _WINDOW) : start]
    return any(head in window for head in words.field_heads)


def adjacent(view: View, end: int, start: int) -> bool:
    """Whether one space alone lies between two places."""
    return start - end == 1 and view.text[end] in _SPACES


def opens(view: View, sentence: Sentence, start: int) -> bool:
    """Whether a word opens a sentence or a quotation, so that its capital proves nothing."""
    if start - sentence.start > 1 and view.text[start - 2].isalnum():
        return False  # nearly every word
    before = view.text[max(sentence.start, start - 3) : start]
    return not before.strip(_OPENERS) and (start - sentence.start <= 3 or any(c in _QUOTES for c in before))


def previous_word(view: View, sentence: Sentence, start: int) -> str:
    """Give the bare word that touches a place from the left, empty behind punctuation."""
    match = _LAST.search(view.bare, max(sentence.start, start - 20), start)
    return match.group(1) if match else ""


def words_before(view: View, low: int, start: int) -> list[str]:
    """Give the bare words just before a place, the nearest last; elided ones keep their apostrophe."""
    return _WORDS.findall(view.bare, max(low, start - _WINDOW), start)
