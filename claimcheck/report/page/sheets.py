"""Articles as the page shows them: paragraphs cut into pieces, so that every claim can be marked in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.model import Claim, Document, Report
from claimcheck.report.findings import Layout
from claimcheck.report.words import clean

_PARAGRAPH = re.compile(r"[^\r\n]+")
_WEB = re.compile(r"https?://[^\s\"'<>]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that the same claims hold."""

    text: str
    claims: str
    """Ordinals of the claims that it is part of, with spaces between; empty for none."""
    aside: str = ""
    """Why it is not the article; empty where it is."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the stored text that is not blank."""

    heading: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article."""

    number: int
    """Its ordinal in the report, from 0."""
    outlet: str
    title: str
    published: str
    """In words, empty where nobody knows; `iso` for machines."""
    iso: str
    url: str
    """An address of the web, else empty."""
    where: str
    language: str
    paragraphs: tuple[Paragraph, ...]


def sheets(report: Report, layout: Layout, numbers: Mapping[str, int]) -> tuple[Sheet, ...]:
    """Lay out every article; `numbers` gives the ordinal of each claim that may be marked."""
    marked: dict[str, list[Claim]] = {}
    for name in numbers:
        claim = layout.claims[name]
        marked.setdefault(claim.article, []).append(claim)
    found = []
    for number, document in enumerate(report.documents):
        article = document.article
        found.append(
            Sheet(
                number=number,
                outlet=layout.names[article.id],
                title=clean(article.title or ""),
                published=layout.words.day(article.published) if article.published else "",
                iso=article.published.isoformat() if article.published else "",
                url=article.url if article.url and _WEB.fullmatch(article.url) else "",
                where=clean(article.path or article.id),
                language=article.language,
                paragraphs=tuple(_paragraphs(document, marked.get(article.id, ()), numbers, layout)),
            )
        )
    return tuple(found)


def _paragraphs(document: Document, claims: Sequence[Claim], numbers: Mapping[str, int], layout: Layout) -> Iterator[Paragraph]:
    headings = {sentence.start for sentence in document.sentences if sentence.kind == "heading"}
    stretches = [(claim.start, claim.end, str(numbers[claim.id]), "") for claim in claims]
    stretches += [(passage.start, passage.end, "", layout.words.reason(passage.reason)) for passage in document.skipped]
    stretches.sort()
    text, live, following = document.article.text, list[tuple[int, int, str, str]](), 0
    for line in _PARAGRAPH.finditer(text):
        while following < len(stretches) and stretches[following][0] < line.end():
            live.append(stretches[following])
            following += 1
        live = [stretch for stretch in live if stretch[1] > line.start()]
        pieces = tuple(_pieces(text, line.start(), line.end(), live))
        if any(piece.text.strip() for piece in pieces):
            yield Paragraph(line.start() in headings, pieces)


def _pieces(text: str, start: int, end: int, stretches: Sequence[tuple[int, int, str, str]]) -> Iterator[Piece]:
    """Cut `[start, end)` wherever a stretch begins or ends."""
    edges = {start, end} | {edge for stretch in stretches for edge in stretch[:2] if start < edge < end}
    cuts = sorted(edges)
    for first, last in pairwise(cuts):
        here = [stretch for stretch in stretches if stretch[0] <= first and last <= stretch[1]]
        claims = " ".join(claim for _, _, claim, _ in here if claim)
        yield Piece(clean(text[first:last]), claims, next((reason for *_, reason in here if reason), ""))
