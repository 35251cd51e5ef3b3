"""Articles and their parts. Offsets are half-open and count characters of `Article.text`."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from claimcheck.model.record import record


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of an article's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other stretch lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@record
class Article:
    """One outlet's text with what is known of it."""

    id: str
    """Unique in a run; by default the file's stem."""
    outlet: str
    text: str
    """The stored text, untouched: every offset of the program counts its characters."""
    title: str | None = None
    published: date | None = None
    """When it came out; a `datetime` where the hour is known, naive in the outlet's own time."""
    modified: date | None = None
    """When it was last changed, in the same time."""
    zone: str | None = None
    """How far that time is from UTC where the input says so: `+02:00`."""
    language: str = "fr"
    """ISO 639-1 code of a folder under `rules/`."""
    region: str | None = None
    """ISO 3166-1 code of the country that the input's language tag names: `US` of `en-US`."""
    author: str | None = None
    url: str | None = None
    path: str | None = None
    line: int | None = None
    """Line of its file, from 1, on which the text starts; absent where its lines are not the file's own, as in JSON."""
    sha256: str = ""
    """Hexadecimal digest of the UTF-8 text."""
    credits: tuple[str, ...] = ()
    """Agencies named beside the text ("avec AFP"), as given by the input's metadata."""
    format: str = ""
    """Name of the input format that it was read as."""


SentenceKind = Literal["sentence", "heading", "item"]


@record
class Sentence:
    """A sentence, a heading or a list item of the article's own prose."""

    start: int
    end: int
    kind: SentenceKind
    paragraph: int
    """Ordinal of its paragraph in the article, from 0."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@record
class Passage:
    """A stretch of text that is not the article: a menu, a reader's comment, promotion."""

    start: int
    end: int
    reason: str
    """Named in `rules/<lang>/lexicon/boilerplate.yaml`: menu, comment, related, promotion, signature…"""


@record
class Document:
    """An article cut into sentences, with what was set aside."""

    article: Article
    sentences: tuple[Sentence, ...]
    """In order, never overlapping; nothing that was set aside is in them."""
    skipped: tuple[Passage, ...] = ()
