"""One article in every format gives the same claims, and is as well known, as the same article as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.model import Article, Claim, Document
from claimcheck.read.stage import read
from tests.read.build import BUILT

SAMPLES = Path(__file__).parent / "samples"
WRITTEN = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".txt")
SPACES = str.maketrans("\u00a0\u202f", "  ")


def read_claims(path: Path) -> dict[str, tuple[Article, list[tuple[Any, ...]]]]:
    """Give each outlet's article with its claims, each as all that is said of it but its place."""
    documents, claims, problems = pipeline.extract_paths([str(path)])
    assert problems == ()
    return {document.article.outlet: (document.article, list(told(document, claims))) for document in documents}


def told(document: Document, claims: tuple[Claim, ...]) -> Iterator[tuple[Any, ...]]:
    for claim in claims:
        if claim.article == document.article.id:
            yield claim.type, claim.subject, claim.attribute, dict(claim.slot), claim.value, claim.modality, claim.text.translate(SPACES)


REFERENCE = {**read_claims(SAMPLES / "pont.txt"), **read_claims(SAMPLES / "bridge.txt")}


def test_reference() -> None:
    """The articles say something to compare."""
    assert all(len(claims) > 8 for _, claims in REFERENCE.values())


def same(path: Path, *, known: tuple[str, ...] = ("title", "published", "language", "url", "author", "credits")) -> None:
    found = read_claims(path)
    assert found
    for outlet, (article, claims) in found.items():
        expected, wanted = REFERENCE[outlet]
        assert claims == wanted
        for name in known:
            assert getattr(article, name) == getattr(expected, name), name


@pytest.mark.parametrize("name", WRITTEN)
def test_sample(name: str) -> None:
    same(SAMPLES / name)


@pytest.mark.parametrize("name", BUILT)
def test_built(tmp_path: Path, name: str) -> None:
    """What is no text is built by the test."""
    path = tmp_path / name
    path.write_bytes(BUILT[name]((SAMPLES / "pont.txt").read_text(encoding="utf-8")))
    same(path)


def test_every_article_is_complete() -> None:
    articles, _ = read([str(SAMPLES / "pont.html")])
    assert (articles[0].modified, articles[0].zone) == (REFERENCE[articles[0].outlet][0].modified, "+02:00")
