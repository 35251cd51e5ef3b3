"""Stage: articles → documents, cut into sentences, with what is not the article set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.model import Article, Document, Passage, Problem, Sentence, SentenceKind, UsageError
from claimcheck.segment.boilerplate import CREDITED, boilerplate
from claimcheck.segment.lines import FINAL, Line, cut_lines, join_lines
from claimcheck.segment.sentences import splitter

__all__ = ["segment"]

MAX_HEADING = 160
"""Most characters of a heading; the longest headlines have about 150."""
MAX_HEADING_WORDS = 25
MAX_QUESTION_WORDS = 12
"""Most words of a heading that asks."""
_WORD = re.compile(r"\w")
_BRACKET = re.compile(r"(?<=.)\s*\([^()]*\)\Z")
_QUOTED_END = '»”"'


def segment(articles: Iterable[Article], *, rules_root: Path | None = None) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Cut articles into sentences, headings and list items; set aside what is not the article.

    An article without a title gets the heading it begins with, which stays in its text.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for article in articles:
        try:
            document = _document(article, rules_root)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - one bad article must not end the run
            where = article.path or article.id
            problems.append(
                Problem("unsegmented", where, f"cannot be cut into sentences ({type(error).__name__}: {error}); please report it")
            )
            continue
        documents.append(document)
        if not document.sentences:
            where = article.path or article.id
            message = f"nothing of the text looks like an article ({len(document.skipped)} passage(s) set aside); see --show skipped"
            problems.append(Problem("no-prose", where, message, "warning"))
    return tuple(documents), tuple(problems)


def _document(article: Article, root: Path | None) -> Document:
    text = article.text
    lines = cut_lines(text)
    reasons = boilerplate(root).reasons(text, lines)
    sentences: list[Sentence] = []
    kept: list[Line] = []
    runs: list[list[Line]] = []
    for line, reason in zip(lines, reasons, strict=True):
        if not reason:
            kept.append(line)
            continue
        runs += [kept, [line] if reason == CREDITED else []]
        kept = []
    runs.append(kept)
    credited = {line.start for line, reason in zip(lines, reasons, strict=True) if reason == CREDITED}
    paragraphs = [paragraph for run in runs for paragraph in join_lines(text, run)]
    cut = splitter(article.language, root)
    ordinal = -1
    for at, paragraph in enumerate(paragraphs):
        start, end = paragraph[0].body, paragraph[-1].end
        if not _WORD.search(text, start, end):
            continue
        signs = _signs(text, paragraphs, at)
        kind: SentenceKind = "sentence" if signs or paragraph[0].start in credited else _kind(text, paragraph, alone=len(paragraphs) == 1)
        if not signs or ordinal < 0:
            ordinal += 1
        sentences += [Sentence(low, high, kind, ordinal) for low, high in cut.split(text, start, end) if _WORD.search(text, low, high)]
    title = article.title
    if title is None and sentences and sentences[0].kind == "heading":
        first = next(line for line in lines if line.end > sentences[0].start)
        title = " ".join(text[first.body : first.end].split())
    return Document(article if title == article.title else replace(article, title=title), tuple(sentences), _passages(lines, reasons))


def _signs(text: str, paragraphs: Sequence[Sequence[Line]], at: int) -> bool:
    """Whether a line behind a dash names who spoke the words above it."""
    first = paragraphs[at][0]
    if first.mark != "dash" or not at:
        return False
    above = paragraphs[at - 1][-1].end
    if any(mark in text[max(0, above - 3) : above] for mark in _QUOTED_END):
        return True
    beside = [paragraphs[other][0].mark for other in (at - 1, at + 1) if other < len(paragraphs)]
    return "dash" not in beside and text[first.end - 1] not in FINAL + ":;,"


def _kind(text: str, paragraph: Sequence[Line], *, alone: bool) -> SentenceKind:
    """Tell a heading, a list item and prose apart."""
    first = paragraph[0]
    if first.mark in ("bullet", "dash"):
        return "item"
    if first.mark == "hashes":
        return "heading"
    size = first.end - first.body
    if alone or len(paragraph) > 1 or size > MAX_HEADING:
        return "sentence"
    shown = _BRACKET.sub("", text[first.body : first.end]) or text[first.body : first.end]
    words = shown.split()
    last = words[-1][-1]
    if last == "?":
        return "heading" if len(words) <= MAX_QUESTION_WORDS and words[0][0] not in '«“"' else "sentence"
    if last in ".!…:;,":
        return "sentence"
    ended = last in '»”")' and words[-1].rstrip('»”") ')[-1:] in (".", "!", "…")
    if last == "»" and len(words) > 1 and words[-1] == "»":
        ended = words[-2][-1] in ".!…"
    whole = text[first.body] in '«“"' and last in _QUOTED_END
    return "sentence" if ended or whole or len(words) > MAX_HEADING_WORDS else "heading"


def _passages(lines: Sequence[Line], reasons: Sequence[str]) -> tuple[Passage, ...]:
    """Join neighbouring lines that were set aside for the same reason."""
    passages: list[Passage] = []
    before = ""
    for line, reason in zip(lines, reasons, strict=True):
        if reason == CREDITED:
            reason = ""  # noqa: PLW2901 - it is no passage
        if reason and reason == before:
            passages[-1] = Passage(passages[-1].start, line.end, reason)
        elif reason:
            passages.append(Passage(line.start, line.end, reason))
        before = reason
    return tuple(passages)
