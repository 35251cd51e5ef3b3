"""Pages as browsers save them: metadata, encodings, what is set aside, and pages without an article."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.read.agencies import agencies
from claimcheck.read.stage import read
from tests.read.files import codes, one, put

WORDS = (
    "Le conseil municipal de Saint-Aubin a voté jeudi la construction d'une école de douze classes sur l'ancien terrain de la gare. "
    "Le chantier doit commencer au printemps, selon l'adjointe chargée de l'enfance, qui attend deux cents élèves à la rentrée suivante."
)


def page(*, head: str = "", body: str = f"<article><h1>Une école à Saint-Aubin</h1><p>{WORDS}</p></article>", attributes: str = "") -> str:
    return f"<!DOCTYPE html><html{attributes}><head>{head}</head><body>{body}</body></html>"


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


STORY = '"@type": "NewsArticle", "headline": "Une école à Saint-Aubin", "datePublished": "2024-02-01T08:30:00+01:00"'
METADATA: dict[str, tuple[str, dict[str, Any]]] = {
    "json-ld": (
        linked("{" + STORY + ', "publisher": {"name": "Le Val"}, "author": "Luc Roy", "url": "https://val.example/1"}'),
        {
            "outlet": "Le Val",
            "author": "Luc Roy",
            "url": "https://val.example/1",
            "published": datetime(2024, 2, 1, 8, 30),  # noqa: DTZ001
            "zone": "+01:00",
        },
    ),
    "json-ld in a list": (linked("[{" + STORY + "}]"), {"published": datetime(2024, 2, 1, 8, 30)}),  # noqa: DTZ001
    "other pages in a list of items": (
        linked('{"@type": "ItemList", "mainEntity": {' + STORY + "}}") + '<meta name="date" content="2024-02-02">',
        {"published": date(2024, 2, 2)},
    ),
    "the article of this address": (
        linked('[{"@type": "NewsArticle", "url": "https://val.example/2", "datePublished": "2020-01-01"},'
               '{"@type": "NewsArticle", "url": "https://val.example/1", "datePublished": "2024-02-01"}]')
        + '<link rel="canonical" href="https://val.example/1">',
        {"published": date(2024, 2, 1), "outlet": "val.example"},
    ),
    "broken json-ld": (linked("{" + STORY) + '<meta property="og:site_name" content="Le Val">', {"outlet": "Le Val", "published": None}),
    "an hour rather than a day": (
        linked('{"@type": "Article", "datePublished": "2024-02-01"}')
        + '<meta property="article:published_time" content="2024-02-01 08:30">',
        {"published": datetime(2024, 2, 1, 8, 30)},  # noqa: DTZ001
    ),
    "the headline shown, not the one made for sharing": (
        '<meta property="og:title" content="DIRECT : une école à Saint-Aubin">',
        {"title": "Une école à Saint-Aubin"},
    ),
    "escaped twice": (linked('{"@type": "Article", "publisher": {"name": "L&#039;Orle"}}'), {"outlet": "L'Orle"}),
    "an agency as author": ('<meta name="author" content="Luc Roy avec AFP et Reuters">', {"credits": ("AFP", "Reuters")}),
    "hostile": (
        linked('{"@type": ["NewsArticle", 3], "author": [1, null, {"name": {"a": 2}}], "url": {"@id": 5}, "inLanguage": ["fr"]}'),
        {"author": None},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), METADATA.values(), ids=METADATA)
def test_metadata(tmp_path: Path, head: str, expected: dict[str, Any]) -> None:
    article, problems = one(put(tmp_path, "a.html", page(head=head)))
    assert not problems
    assert {name: getattr(article, name) for name in expected} == expected


def test_the_language_of_the_words_beats_the_templates(tmp_path: Path) -> None:
    body = f"<article><h1>Une école à Saint-Aubin</h1>{f'<p>{WORDS}</p>' * 3}</article>"
    article, _ = one(put(tmp_path, "a.html", page(body=body, attributes=' lang="en-US"')))
    assert article.language == "fr"


ASIDE = {
    "comments": '<section id="comments"><p>Kevin</p><p>Moi je compte 40 000 élèves dans cette école.</p></section>',
    "related": '<div class="related-posts"><p><a href="/1">Un incendie fait 40 000 sinistrés à Nantes</a></p></div>',
    "consent": '<div id="didomi-popup"><p>Nos 40 000 partenaires utilisent des cookies sur votre appareil.</p></div>',
    "script": "<script>var p = '<p>40 000 morts</p>';</script>",
    "caption": "<figure><img src=x><figcaption>Les 40 000 élèves attendus</figcaption></figure>",
}


@pytest.mark.parametrize("part", ASIDE.values(), ids=ASIDE)
def test_what_is_not_the_article(tmp_path: Path, part: str) -> None:
    article, _ = one(put(tmp_path, "a.html", page(body=f"<article><h1>Une école</h1><p>{WORDS}</p><p>{WORDS[:126]}</p>{part}</article>")))
    assert "40 000" not in article.text
    assert "douze classes" in article.text


def test_an_article_in_a_box_of_any_name_is_kept(tmp_path: Path) -> None:
    article, _ = one(put(tmp_path, "a.html", page(body=f'<div class="share-wrapper"><p>{WORDS}</p><p>{WORDS[:120]}</p></div>')))
    assert "douze classes" in article.text


@pytest.mark.parametrize(
    ("charset", "declared", "warning"),
    [
        ("utf-8", "utf-8", []),
        ("utf-8", "iso-8859-1", []),
        ("iso-8859-15", "iso-8859-15", []),
        ("cp1252", "iso-8859-1", []),
        ("cp1252", None, ["guessed-encoding"]),
        ("cp1252", "utf-8", ["guessed-encoding"]),
        ("cp1252", "no-such-thing", ["guessed-encoding"]),
        ("cp1252", "hex", ["guessed-encoding"]),
        ("cp1252", "idna", ["guessed-encoding"]),
        ("cp1252", "unicode_escape", ["guessed-encoding"]),
        ("cp1252", "shift_jis", ["wrong-encoding", "guessed-encoding"]),
        ("utf-16", None, []),
    ],
)
def test_encodings(tmp_path: Path, charset: str, declared: str | None, warning: list[str]) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    article, problems = one(put(tmp_path, "a.htm", page(head=head).encode(charset)))
    assert "voté jeudi" in article.text
    assert "Une école" in article.text
    assert codes(problems) == [(code, "warning") for code in warning]


NO_ARTICLE = {
    "a list of links": page(body="<ul><li><a href='/1'>Un</a></li><li><a href='/2'>Deux</a></li></ul>"),
    "nothing": page(body=""),
    "a script": page(body="<script>render()</script><noscript></noscript>"),
    "no markup": "<html",
    "comments alone": "<!-- -->",
}


@pytest.mark.parametrize("text", NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_a_page_without_text_is_reported(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, "a.html", text)
    articles, problems = read([path])
    assert articles == ()
    assert [(problem.code, problem.where, problem.level) for problem in problems] == [("no-text", path, "error")]


def test_pages_are_known_by_content(tmp_path: Path) -> None:
    put(tmp_path, "article.php", page())
    put(tmp_path, "index", page())
    put(tmp_path, "code.php", "<?php echo 1;")
    articles, problems = read([str(tmp_path)])
    assert [(article.id, article.format) for article in articles] == [("article", "html"), ("index", "html")]
    assert codes(problems) == [("unknown-format", "warning")]
    assert read(["-"], stdin=page().encode())[0][0].format == "html"


def test_parts_of_saved_pages_are_left_aside_in_one_word(tmp_path: Path) -> None:
    put(tmp_path, "Une école.html", page())
    for name in ("a.css", "b.js", "saved_resource.html", "sub/c.png"):
        put(tmp_path, f"Une école_files/{name}", page())
    articles, problems = read([str(tmp_path)])
    assert [article.id for article in articles] == ["Une école"]
    assert codes(problems) == [("page-parts", "warning")]
    assert problems[0].message.startswith("4 file(s)")


def test_input_format_overrides_name_and_content(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", page())
    articles, _ = read([path], input_format="text")
    assert articles[0].text == page()


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Par Jeanne Morel avec AFP", ("AFP",)),
        ("Le Val avec Agence France-Presse", ("AFP",)),
        ("AFP / Reuters", ("AFP", "Reuters")),
        ("Reporting by Alan Reed, Associated Press", ("Associated Press",)),
        ("Petra Novak", ()),
        ("SANA KHAN", ()),
        ("Jean-Sana", ()),
        ("", ()),
    ],
)
def test_agencies(byline: str, expected: tuple[str, ...]) -> None:
    assert agencies(byline) == expected
