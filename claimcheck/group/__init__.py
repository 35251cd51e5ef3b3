"""Stage: layers of articles → stories, the articles that tell the same event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from claimcheck.group.clusters import USUAL, cluster
from claimcheck.group.features import Features, features
from claimcheck.group.vectors import unit_vectors
from claimcheck.model import Document, Layers, Problem, Story

__all__ = ["group"]

SMALL_BATCH = 25
"""Articles below which a batch that shares its main name is one story."""
MAIN_SHARE = 0.75
"""Share of the articles that name it in title or lead for a name to be the batch's main one."""
EVERYWHERE_SHARE = 0.9
"""Share of the articles that name it anywhere, where only half do so at their start."""
FEW = 4
"""Articles up to which a batch was most likely put together by hand."""
FEW_BOUNDS = replace(USUAL, join=0.14)
"""For them: 243 of 260 pairs from one story are found, 228 with `USUAL`."""
MAX_TITLE = 160
"""Most characters of a title that is taken from the text."""


def group(
    layers: Sequence[Layers], *, one_story: bool = False, rules_root: Path | None = None
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Group articles into stories, the largest first; an article that stands alone is a story of its own."""
    ordered = sorted(layers, key=lambda item: item.document.article.id)
    if not ordered:
        return (), ()
    groups = [list(range(len(ordered)))] if one_story else _groups(ordered, rules_root)
    stories = [[ordered[at].document for at in members] for members in groups]
    named = sorted(((_title(members), members) for members in stories), key=lambda item: (-len(item[1]), item[0], item[1][0].article.id))
    return tuple(
        Story(f"s{number}", title, tuple(sorted(document.article.id for document in members)))
        for number, (title, members) in enumerate(named, 1)
    ), ()


def _groups(layers: Sequence[Layers], root: Path | None) -> list[list[int]]:
    read = [features(item, root=root) for item in layers]
    vectors = unit_vectors(read)
    days = [item.document.article.published for item in layers]
    kin = _kin(read) if len(layers) < SMALL_BATCH else frozenset()
    return cluster(vectors, days, usual=FEW_BOUNDS if len(layers) <= FEW else USUAL, kin=kin)


def _kin(articles: Sequence[Features]) -> frozenset[int]:
    """Give the articles that name the main person, firm or place of the batch; none where it has no such name."""
    leading = Counter(name for article in articles for name in article.leading)
    anywhere = Counter(name for article in articles for name in article.names)
    size = len(articles)
    main = min(leading, key=lambda name: (-leading[name], -anywhere[name], name), default=None)
    if main is None:
        return frozenset()
    shared = leading[main] >= MAIN_SHARE * size or (2 * leading[main] >= size and anywhere[main] >= EVERYWHERE_SHARE * size)
    return frozenset(at for at, article in enumerate(articles) if main in article.names) if shared else frozenset()


def _title(documents: Sequence[Document]) -> str:
    """Give the title, or the first words, of the earliest article in the story's main language, one with a title if there is any."""
    spoken = Counter(document.article.language for document in documents)
    main = min(spoken, key=lambda language: (-spoken[language], language))

    def rank(document: Document) -> tuple[bool, bool, bool, str, str]:
        day = document.article.published
        moment = day if isinstance(day, datetime) or day is None else datetime(day.year, day.month, day.day)  # noqa: DTZ001 - naive, as published
        foreign, untitled = document.article.language != main, not document.article.title
        return foreign, untitled, moment is None, moment.isoformat() if moment else "", document.article.id

    first = min(documents, key=rank)
    if first.article.title:
        return first.article.title
    text = first.article.text
    opening = " ".join(text[first.sentences[0].start : first.sentences[0].end].split()) if first.sentences else first.article.id
    return opening if len(opening) <= MAX_TITLE else opening[: MAX_TITLE - 1].rsplit(" ", 1)[0] + "…"
