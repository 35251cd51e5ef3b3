"""One article in every format gives the same claims, and is as well known, as the same article as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.model import Article, Claim, Document, Given
from claimcheck.read.stage import read
from claimcheck.settings import Settings
from tests.read.build import BUILT, make_warc

SAMPLES = Path(__file__).parent / "samples"
WRITTEN = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".txt")
SPACES = str.maketrans("\u00a0\u202f", "  ")


def read_claims(path: Path, *, settings: Settings | None = None) -> dict[str, tuple[Article, list[tuple[Any, ...]]]]:
    """Give each outlet's article with its claims, each as all that is said of it but its place."""
    documents, claims, problems = pipeline.extract_paths([str(path)], settings=settings)
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


def same(path: Path, known: tuple[str, ...] = ("title", "published", "language", "url", "author", "credits"), **options: Any) -> None:
    """Hold a file against the plain texts; a format may know the day only, and may write an agency beside the author."""
    found = read_claims(path, **options)
    assert found
    for outlet, (article, claims) in found.items():
        expected, wanted = REFERENCE[outlet]
        assert claims == wanted
        for name in known:
            one, other = str(getattr(article, name)), str(getattr(expected, name))
            assert other.startswith(one) if name == "published" else one.startswith(other) if name == "author" else one == other, name


@pytest.mark.parametrize("name", WRITTEN)
def test_sample(name: str) -> None:
    same(SAMPLES / name)


@pytest.mark.parametrize("name", BUILT)
def test_built(tmp_path: Path, name: str) -> None:
    """What is no text is built by the test."""
    path = tmp_path / name
    path.write_bytes(BUILT[name]((SAMPLES / "pont.txt").read_text(encoding="utf-8")))
    given = Given(tmp_path, name, {"outlet": "La Gazette de l'Orle", "date": "2024-05-13T18:40:00+02:00"})
    same(path, ("published", "language"), settings=Settings(articles=(given,)))


@pytest.mark.parametrize("name", ["both.warc", "both.warc.gz"])
def test_archive(tmp_path: Path, name: str) -> None:
    pages = {
        "https://gazette.example/pont": (SAMPLES / "pont.html").read_bytes(),
        "https://courier.example/bridge": (SAMPLES / "bridge.xhtml").read_bytes(),
    }
    path = tmp_path / name
    path.write_bytes(make_warc(pages, gzip=name.endswith(".gz")))
    same(path)
    assert len(read([str(path)])[0]) == 2


def test_every_article_is_complete() -> None:
    articles, _ = read([str(SAMPLES / "pont.html")])
    assert (articles[0].modified, articles[0].zone) == (REFERENCE[articles[0].outlet][0].modified, "+02:00")
