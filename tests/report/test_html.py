"""The HTML page without a browser: nothing from outside acts, nothing is fetched, colours can be read, it stays small."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import VERDICTS
from claimcheck.report.formats.html import PARTS
from claimcheck.report.words import page_words
from claimcheck.ruleset.lexicon import languages
from tests.report.pages import HOSTILE, hostile, large, page
from tests.report.sample import sample

STYLE = (PARTS / "page.css").read_text(encoding="utf-8")
READABLE = 4.5
"""Least contrast of text, WCAG 2.2 AA."""


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, and the texts of `<mark>`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.marks: dict[str, str] = {}
        self._claims: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and what a mark is of."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "mark":
            self._claims = (dict(attrs).get("data-claims") or "").split()

    def handle_endtag(self, tag: str) -> None:
        """Leave a mark."""
        if tag == "mark":
            self._claims = []

    def handle_data(self, data: str) -> None:
        """Keep the words of a mark."""
        for claim in self._claims:
            self.marks[claim] = self.marks.get(claim, "") + data

    def names(self) -> set[str]:
        """Name the elements."""
        return {tag for tag, _ in self.found}


@pytest.mark.parametrize("text", [page(sample()), page(hostile())], ids=["sample", "hostile"])
def test_nothing_but_its_own_style_and_script_may_act(text: str) -> None:
    elements = Elements(text)
    attributes = [(tag, name, value) for tag, given in elements.found for name, value in given.items()]
    assert [row for row in attributes if row[1].startswith("on") or row[1] in {"style", "src", "srcset", "action", "srcdoc"}] == []
    assert [value for _, name, value in attributes if name == "href" and not re.match(r"#|data:,$", value)] == []
    assert elements.names().isdisjoint({"img", "iframe", "object", "embed", "base", "svg", "audio", "video", "textarea"})
    assert [tag for tag, _ in elements.found].count("script") == [tag for tag, _ in elements.found].count("style") == 1


def test_the_policy_names_style_and_script_by_their_digest() -> None:
    text = page(hostile())
    (policy,) = (given["content"] for tag, given in Elements(text).found if given.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (part,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, flags=re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in policy


def test_every_text_from_outside_is_escaped() -> None:
    text = page(hostile())
    assert "<script>document" not in text
    assert "<img" not in text
    assert "{{ 7 * 7 }}" in text
    assert "\u202e" not in text
    text.encode()


def test_addresses_of_the_web_are_links() -> None:
    report = sample()
    documents = tuple(replace(found, article=replace(found.article, url="https://exemple.fr/a?b=1&c=2")) for found in report.documents)
    links = [given["href"] for tag, given in Elements(page(replace(report, documents=documents))).found if tag == "a"]
    assert links.count("https://exemple.fr/a?b=1&c=2") == len(documents)


@pytest.mark.parametrize("report", [sample(), hostile()], ids=["sample", "hostile"])
def test_every_claim_is_marked_at_its_own_words(report: object) -> None:
    """Also where claims overlap, and where the text holds letters outside the basic plane."""
    assert isinstance(report, type(sample()))
    named = dict.fromkeys(name for finding in _ordered(page(report)) for name in finding)
    quotes = {claim.id: claim.text for claim in report.claims}
    marks = Elements(page(report)).marks
    found = {name: " ".join(text.replace("\u00a0", " ").split()) for name, text in marks.items()}
    assert sorted(found) == sorted(named)
    told = {name for finding in report.findings for position in finding.positions for name in position.claims}
    assert sorted(found.values()) == sorted(" ".join(quotes[name].replace("\u00a0", " ").split()) for name in told)


def _ordered(text: str) -> list[list[str]]:
    return [given["data-claims"].split() for tag, given in Elements(text).found if tag in {"figure", "a"} and "data-claims" in given]


def test_it_reads_without_its_script() -> None:
    """Positions, passages and reasons of every finding stand in the page; its filters do not show."""
    text = page(sample())
    for finding in sample().findings:
        assert f'id="{finding.id}"' in text
    assert "Les deux ne peuvent".lower() in text.lower()
    assert '<form id="filters" role="search" aria-label="Filtrer les constats" hidden>' in text


def test_inside_one_article_every_passage_is_quoted() -> None:
    """The parts of a sum are of one position and one article."""
    report = sample()
    held = replace(report.findings[0].positions[0], claims=("courrier:1", "courrier:2"))
    finding = replace(report.findings[0], internal=True, positions=(held,), pairs=())
    figures = [given["data-claims"] for tag, given in Elements(page(replace(report, findings=(finding,)))).found if tag == "figure"]
    assert figures == ["0", "1"]


@pytest.mark.parametrize(("show", "least", "ids"), [(("agree",), 0.0, {"f1"}), (None, 0.96, {"f1", "f11"}), ((), 0.0, set())])
def test_only_what_is_asked_for(show: tuple[str, ...] | None, least: float, ids: set[str]) -> None:
    found = Elements(page(sample(), show=show, least=least)).found
    assert {given["data-finding"] for _, given in found if "data-finding" in given} == ids


def test_nothing_at_all_is_a_page_too() -> None:
    assert "aucune divergence" in page(replace(sample(), documents=(), stories=(), claims=(), findings=(), problems=()))


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_the_language_of_the_report(language: str) -> None:
    text = page(replace(sample(), language=language))
    assert f'<html lang="{language}">' in text
    assert page_words(language)["skip"] in text
    assert page_words(language).keys() == page_words("en").keys()


def test_no_word_of_the_page_is_left_over() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in PARTS.iterdir() if path.suffix in {".j2", ".py"})
    assert [key for key in page_words("fr") if not re.search(rf"page\.{key}\b|\"{key}\"", sources)] == []


def test_every_verdict_has_its_colour() -> None:
    assert [verdict for verdict in VERDICTS if f".{verdict}" not in STYLE] == []


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read(scheme: int) -> None:
    block = re.findall(r":root \{(.*?)\}", STYLE, flags=re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    pairs = [
        (ink, ground)
        for ground in ("paper", "sheet")
        for ink in colours
        if ink not in {"paper", "sheet", "line", "edge", "mark", "on-mark"}
    ]
    pairs.append(("on-mark", "mark"))
    for ink, ground in pairs:
        dark, light = sorted((luminance(colours[ink]), luminance(colours[ground])))
        assert (light + 0.05) / (dark + 0.05) >= READABLE, f"--{ink} on --{ground}"


def test_a_large_report_stays_quick_and_small() -> None:
    """Fifty articles, five hundred findings."""
    start = time.process_time()
    text = page(large(articles=50, findings=500))
    assert len(text) < 3_000_000
    assert time.process_time() - start < 10


@pytest.mark.parametrize("part", sorted(path.name for path in PARTS.glob("page.*")))
def test_its_parts_are_read_in_one_sitting(part: str) -> None:
    assert len((PARTS / part).read_text(encoding="utf-8").splitlines()) <= 300


@settings(max_examples=20, deadline=None)
@given(words=st.text(alphabet=st.characters(categories=None)))
def test_any_text_makes_a_page(words: str) -> None:
    """Also half a surrogate pair, control characters, changes of direction."""
    text = page(hostile(words))
    text.encode()
    assert Elements(text).names() == Elements(page(hostile())).names()


def test_hostile_text_is_hostile() -> None:
    assert HOSTILE in hostile().articles[0].text
