"""Names as marked in sentences, entities that share names, references, hostile text, and real articles where they are at hand."""

from __future__ import annotations

import json
import re
import time
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.extract.names import NameReader
from claimcheck.extract.view import View
from claimcheck.model import Article, Entity, EntityMention
from claimcheck.ruleset import lexicons
from claimcheck.segment import segment

SPECS = Path(__file__).parent / "specs"
SHARED = Path(__file__).resolve().parents[3] / "shared"
WIKINEWS = SHARED / "who" / "winer.fr.jsonl"
SEEDS = SHARED / "seeds"
MARK = re.compile(r"\[(\w) ([^\]]+)\]")
KINDS = {"person": "p", "organisation": "o", "place": "l", "outlet": "u", "agency": "u", "product": "d"}
MARKED = [
    pytest.param(path.suffixes[0][1:], sentence, id=sentence[:60])
    for path in sorted(SPECS.glob("marks.*.yaml"))
    for sentence in yaml.safe_load(path.read_text(encoding="utf-8"))
]
LINKS = [pytest.param(case, id=case["why"]) for case in yaml.safe_load((SPECS / "links.yaml").read_text(encoding="utf-8"))]


def read(text: str, language: str) -> tuple[tuple[Entity, ...], tuple[EntityMention, ...]]:
    (document,), _ = segment([Article(id="a", outlet="o", text=text, language=language)])
    return NameReader(lexicons(language)).read(View(document))


@pytest.mark.parametrize(("language", "marked"), MARKED)
def test_names_are_read_as_marked(language: str, marked: str) -> None:
    text, wanted = "", set()
    at = 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        wanted.add((len(text), len(text) + len(match.group(2)), match.group(1)))
        text += match.group(2)
        at = match.end()
    text += marked[at:]
    _, mentions = read(text, language)
    found = {(one.start, one.end, KINDS[one.type]) for one in mentions if one.form == "name" and one.type in KINDS}
    assert {(text[a:b], kind) for a, b, kind in found} == {(text[a:b], kind) for a, b, kind in wanted}


@pytest.mark.parametrize("case", LINKS)
def test_links(case: dict[str, list[list[str]]]) -> None:
    text = str(case["text"])
    entities, mentions = read(text, str(case["language"]))
    for forms in case.get("who", []):
        bearers = {one.entity for one in mentions if text[one.start : one.end] in forms and one.form == "name"}
        assert len(bearers) == 1
        (entity,) = [entity for entity in entities if entity.id in bearers]
        assert {entity.name, *entity.aliases} == set(forms)
    if "means" in case:
        names = {entity.id: entity.name for entity in entities}
        assert [[text[one.start : one.end], names[one.entity]] for one in mentions if one.form == "reference"] == case["means"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "É" * 5000,
        "Le " * 5000,
        "Jean " * 5000,
        "X" * 300_000,
        "d'" * 20_000,
        "M. " * 5000,
        "Paris, " * 5000,
        "(A) " * 5000,
        "\x00\ud7ff«'-.",
    ],
    ids=["empty", "letter", "capitals", "articles", "first names", "no space", "elisions", "titles", "places", "brackets", "odd"],
)
def test_hostile_text_neither_crashes_nor_hangs(text: str, language: str) -> None:
    start = time.process_time()
    _, mentions = read(text, language)
    assert time.process_time() - start < 5
    assert list(mentions) == sorted(mentions, key=lambda one: one.start)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_entity_has_its_mentions(language: str) -> None:
    text = "Luc Martin (Airbus) a vu Anna Weber à Berlin. Weber, 40 ans, dirige l'OMS."
    entities, mentions = read(text, language)
    assert {one.entity for one in mentions} == {entity.id for entity in entities}
    assert [entity.id for entity in entities] == [f"e{number}" for number in range(1, len(entities) + 1)]


def spans(row: dict[str, Any]) -> set[tuple[int, int, str]]:
    """Give the outermost names that the annotators marked."""
    found: list[tuple[int, int, str]] = []
    for span in sorted(row["spans"], key=lambda span: (span["start"], -span["end"])):
        kind = {"Person": "p", "Organization": "o", "Location": "l"}.get(span["type"])
        if kind and not any(a <= span["start"] and span["end"] <= b for a, b, _ in found):
            found.append((span["start"], span["end"], kind))
    return set(found)


@pytest.mark.skipif(not WIKINEWS.is_file(), reason="the annotated news are not at hand")
@pytest.mark.parametrize(("kind", "floor"), [("p", 0.86), ("o", 0.62), ("l", 0.84)])
def test_exact_names_in_real_news_do_not_fall_below_their_floor(kind: str, floor: float) -> None:
    right = read_ = marked = 0
    for row in islice(map(json.loads, WIKINEWS.read_text(encoding="utf-8").splitlines()), 0, None, 4):
        gold = {span for span in spans(row) if span[2] == kind}
        mentions = read(row["text"], "fr")[1]
        guess = {(one.start, one.end, kind) for one in mentions if one.form == "name" and KINDS.get(one.type, "").replace("u", "o") == kind}
        right, read_, marked = right + len(gold & guess), read_ + len(guess), marked + len(gold)
    assert 2 * right / (read_ + marked) >= floor


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles are not at hand")
def test_people_of_five_real_articles_stay_apart() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        entities, _ = read(path.read_text(encoding="utf-8"), "fr")
        people = [entity for entity in entities if entity.type == "person"]
        assert len({entity.name for entity in people}) == len(people)
        assert all(len(entity.name.split()) > 1 for entity in people), path.name
