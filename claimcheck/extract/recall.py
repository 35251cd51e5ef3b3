"""What was worked out of a word is remembered: the words of news repeat, within a text and from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
MEMORY = 50_000
"""Words that are remembered: more than any newspaper uses, few enough for any memory."""


class Recall(dict[str, T]):
    """Gives what a function makes of a word; `recall[word]` works it out once."""

    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> T:
        """Work out a word that was not met before."""
        found = self._work_out(word)
        if len(self) < MEMORY:
            self[word] = found
        return found
