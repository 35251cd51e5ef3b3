"""A stretch of text that may be a name, with what speaks for each type."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from claimcheck.extract.view import View
from claimcheck.model import EntityType

_LONGEST_ACRONYM = 7


@dataclass(slots=True)
class Candidate:
    """A stretch that may be a name; it lives only while one document is read."""

    start: int
    end: int
    key: str
    """Its folded words without accents."""
    kind: EntityType | None = None
    """Set where structure or lexicon leave no doubt."""
    gender: Literal["m", "f"] | None = None
    known: EntityType | None = None
    """What the lexicon says of the whole stretch."""
    opening: bool = False
    """Whether it opens a sentence, so that its capital proves nothing."""
    acronym: bool = False
    votes: dict[str, float] = field(default_factory=dict)

    def vote(self, kind: str, weight: float) -> None:
        """Add weight to a type."""
        self.votes[kind] = self.votes.get(kind, 0.0) + weight

    @property
    def words(self) -> list[str]:
        """The key, word by word."""
        return self.key.split()


def spanning(view: View, start: int, end: int, kind: EntityType | None, known: EntityType | None) -> Candidate:
    """Make a candidate of a stretch of a document."""
    acronym = end - start < _LONGEST_ACRONYM and view.text[start:end].isupper()
    return Candidate(start, end, " ".join(view.bare[start:end].split()), kind, None, known, acronym=acronym)
