"""Posts as written: whose, where, since when and until."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from claimcheck.extract.names import NameReader
from claimcheck.extract.posts import PostReader
from claimcheck.extract.view import View
from claimcheck.model import Article, Document, Post, Sentence
from claimcheck.ruleset import lexicons
from claimcheck.segment import segment

CASES = [
    pytest.param(path.suffixes[0][1:], text, posts, id=text[:60])
    for path in sorted(Path(__file__).parent.glob("specs.*.yaml"))
    for text, posts in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def read(text: str, language: str) -> tuple[Post, ...]:
    (document,), _ = segment([Article(id="a", outlet="o", text=text, language=language)])
    view = View(document)
    return PostReader(lexicons(language)).read(view, *NameReader(lexicons(language)).read(view))


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_posts(language: str, text: str, wanted: list[list[str | None]]) -> None:
    found = [
        [
            text[post.start : post.end],
            text[slice(*post.person)] if post.person else None,
            text[slice(*post.organisation)] if post.organisation else None,
            post.status,
            post.concept,
        ]
        for post in read(text, language)
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "exclusive", "scope"),
    [
        ("Luca Ferri, PDG de Renault, part.", True, None),
        ("Luca Ferri, fondateur de Renault, part.", False, None),
        ("Luca Ferri, responsable des modèles fondamentaux chez Apple, part.", False, "modèles fondamentaux"),
        ("Luca Ferri, directeur de la recherche, part.", False, "recherche"),
        ("Luca Ferri, maire de Rennes, part.", True, None),
    ],
)
def test_what_a_post_covers_and_whether_one_alone_holds_it(text: str, exclusive: bool, scope: str | None) -> None:
    (post,) = read(text, "fr")
    assert (post.exclusive, post.scope) == (exclusive, scope)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "text", ["PDG " * 5000, "directeur de la " * 5000, "CEO of " * 5000, "président Luc Martin, " * 2000, "ex-" * 9000]
)
def test_hostile_text_neither_crashes_nor_hangs(text: str, language: str) -> None:
    start = time.process_time()
    read(text, language)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", ["PDG de Meta et " * 9000, "président Luc Martin, " * 9000, "Luc Martin et " * 9000])
def test_one_endless_sentence_neither_crashes_nor_hangs(text: str) -> None:
    document = Document(Article("a", "o", text), (Sentence(0, len(text), "sentence", 0),))
    view = View(document)
    start = time.process_time()
    PostReader(lexicons("fr")).read(view, *NameReader(lexicons("fr")).read(view))
    assert time.process_time() - start < 5
