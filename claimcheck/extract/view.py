"""One document as the readers see it: folded once, cut into words once."""

from __future__ import annotations

from functools import cached_property

from claimcheck.extract.tape import Words, stretches, words
from claimcheck.model import Article, Document, Sentence
from claimcheck.model.fold import fold, unaccented


class View:
    """A document with its folded text; every form has the length of the text, so offsets are the same in all."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.article.text
        self.folded = fold(self.text)

    @cached_property
    def bare(self) -> str:
        """Folded, without accents."""
        return unaccented(self.folded)

    @cached_property
    def tape(self) -> Words:
        """Its words and signs, in order."""
        return words(self.folded)

    @cached_property
    def pieces_of(self) -> list[tuple[Sentence, list[tuple[int, int]]]]:
        """Each sentence with where it stands in word numbers, a very long one in pieces."""
        return [(sentence, list(stretches(self.tape, sentence.start, sentence.end))) for sentence in self.sentences]

    @cached_property
    def pieces(self) -> list[tuple[int, int]]:
        """All pieces, in order."""
        return [piece for _, pieces in self.pieces_of for piece in pieces]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.document.article

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The article's own prose, in order."""
        return self.document.sentences
