"""Who stands behind a claim by himself, and who follows whom."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from claimcheck.judge.parties import one_source
from claimcheck.judge.readings import day
from claimcheck.judge.whereabouts import Whereabouts
from claimcheck.model import Claim, Document, Follow, Layers
from claimcheck.model.fold import bare, fold

SHINGLE = 8
"""Words in a row that are held against other articles."""
COPIED = 5
"""Shared shingles that make a copied passage: twelve words in a row, or several shorter runs."""
WHOLE = 0.5
"""A credit that covers this share of a text is the article's, not a claim's."""
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"«[^«»]{1,2000}»|“[^“”]{1,2000}”|\"[^\"\n]{1,600}\"")


class Witnesses:
    """Counts independent witnesses and tells who follows whom; built once for all topics of a run."""

    def __init__(self, documents: Sequence[Document], layers: Sequence[Layers] = ()) -> None:
        ordered = sorted(documents, key=lambda document: document.article.id)
        self._outlets = {document.article.id: bare(document.article.outlet).strip() for document in ordered}
        self._credits = article_credits(ordered, layers)
        self._credited = credited(ordered, layers)
        self._voices = {layer.document.article.id: {bare(credit.name).strip() for credit in layer.credits} for layer in layers}
        self._copies = copies(ordered, layers)
        self.whereabouts = Whereabouts(layers)
        """What places the articles speak of."""
        self._root: dict[str, str] = {}
        for first, second in self._copies:
            self._root[self._find(second)] = self._find(first)

    def _find(self, article: str) -> str:
        while (parent := self._root.get(article, article)) != article:
            self._root[article] = self._root.get(parent, parent)
            article = parent
        return article

    def count(self, claims: Iterable[Claim]) -> int:
        """Count the independent outlets behind some claims."""
        return self._count((claim.article, claim.attribution.upstream) for claim in claims)

    def independent(self, articles: Iterable[str]) -> int:
        """Count the independent outlets among some articles, given by their ids."""
        return self._count((article, None) for article in articles)

    def follows(self, articles: Iterable[str]) -> tuple[Follow, ...]:
        """Tell who follows whom in one story: credited outlets, and articles whose passages a later one of another outlet repeats."""
        told = sorted(set(articles))
        by_outlet = {self._outlets[article]: article for article in reversed(told)}
        found = {
            Follow(article, by_outlet.get(key, name), "credit")
            for article in told
            for key, name in self._credited.get(article, {}).items()
            if key != self._outlets[article]
        }
        found |= {
            Follow(later, first, "copy", shared)
            for (first, later), shared in self._copies.items()
            if {first, later} <= set(told) and self._outlets[first] != self._outlets[later]
        }
        return tuple(sorted(found, key=lambda follow: (follow.follower, follow.source, follow.ground)))

    def sourced(self, article: str, sources: Iterable[str]) -> bool:
        """Whether an article is of one of some sources, credits one of them anywhere, or credits anybody as a whole."""
        known = {self._outlets.get(article, article), *self._credited.get(article, ()), *self._voices.get(article, ())}
        return article in self._credits or any(one_source(source, name) for source in sources for name in known)

    def _count(self, sources: Iterable[tuple[str, str | None]]) -> int:
        """Count what is left of articles when those of one outlet, one copied text or one credited source are one."""
        root: dict[str, str] = {}

        def find(name: str) -> str:
            while (parent := root.setdefault(name, name)) != name:
                name = parent
            return name

        articles = set()
        for article, upstream in sources:
            articles.add(article)
            names = [bare(upstream).strip()] if upstream else list(self._credits.get(article, ()))
            ties = [f"copy {self._find(article)}", f"outlet {self._outlets.get(article, article)}"]
            for tie in (*ties, *(f"outlet {name}" for name in names)):
                root[find(tie)] = find(f"article {article}")
        return len({find(f"article {article}") for article in articles})


def article_credits(documents: Iterable[Document], layers: Iterable[Layers]) -> dict[str, tuple[str, ...]]:
    """Collect whom each article as a whole credits, folded: its metadata, and credits without a scope or with most of the text."""
    found: dict[str, set[str]] = {}
    for document in documents:
        found.setdefault(document.article.id, set()).update(bare(name).strip() for name in document.article.credits)
    for layer in layers:
        article = layer.document.article
        for credit in layer.credits:
            size = sum(span.end - span.start for span in credit.scope)
            if credit.role == "upstream" and (not credit.scope or size >= WHOLE * len(article.text)):
                found.setdefault(article.id, set()).add(bare(credit.name).strip())
    return {article: tuple(sorted(names)) for article, names in found.items() if names}


def credited(documents: Iterable[Document], layers: Iterable[Layers]) -> dict[str, dict[str, str]]:
    """Collect the outlets and agencies that each article credits, wherever it does: folded name → the name."""
    found: dict[str, dict[str, str]] = {}
    for document in documents:
        found.setdefault(document.article.id, {}).update((bare(name).strip(), name) for name in document.article.credits)
    for layer in layers:
        names = (credit.name for credit in layer.credits if credit.role == "upstream")
        found.setdefault(layer.document.article.id, {}).update((bare(name).strip(), name) for name in names)
    return found


def _quotations(document: Document, layer: Layers | None) -> list[tuple[int, int]]:
    spans = [match.span() for match in _QUOTED.finditer(document.article.text)]
    if layer is not None:
        spans += [(quotation.start, quotation.end) for quotation in layer.quotations if quotation.direct]
    return sorted(spans)


def shingles(document: Document, layer: Layers | None = None) -> set[tuple[str, ...]]:
    """Cut an article's own prose into runs of eight words, leaving quotations out."""
    text = fold(document.article.text)
    quoted = _merged(_quotations(document, layer))
    starts = [start for start, _ in quoted]
    found: set[tuple[str, ...]] = set()
    run: list[str] = []

    def close() -> None:
        found.update(zip(*(run[offset:] for offset in range(SHINGLE)), strict=False))
        run.clear()

    for sentence in document.sentences:
        last = -1
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            at = bisect_right(starts, match.start()) - 1
            inside = at >= 0 and match.start() < quoted[at][1]
            if run and (inside or last != at):
                close()
            if not inside:
                run.append(match.group())
            last = at
    close()
    return found


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def copies(documents: Sequence[Document], layers: Sequence[Layers] = ()) -> dict[tuple[str, str], int]:
    """Count the shingles that articles share with the first article that has them, where they make a copied passage."""
    layer_of = {layer.document.article.id: layer for layer in layers}
    holder: dict[tuple[str, ...], str] = {}
    shared: Counter[tuple[str, str]] = Counter()
    for document in sorted(documents, key=_age):
        article = document.article.id
        for shingle in shingles(document, layer_of.get(article)):
            first = holder.setdefault(shingle, article)
            if first != article:
                shared[first, article] += 1
    return {pair: count for pair, count in sorted(shared.items()) if count >= COPIED}


def _age(document: Document) -> tuple[date, str]:
    published = document.article.published
    return (day(published) if published else date.max, document.article.id)
