"""Which articles are told to be of one story."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml

from claimcheck.extract.stage import annotate
from claimcheck.group import group
from claimcheck.model import Article, Layers, Story
from claimcheck.read.stage import read
from claimcheck.ruleset import RuleSet, load
from claimcheck.segment import segment

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
KEYS = {path.parent.name: path for path in sorted((ROOT / "corpus").glob("*/truth.yaml"))}
KEYS |= {f"{path.stem}, shared": path for path in [*sorted(SHARED.glob("stories/*.yaml")), *SHARED.glob("seeds/gold.yaml")]}
MIN_F1 = 0.95


@cache
def ruleset() -> RuleSet:
    return load(None, ("en", "fr"))


def layered(articles: Sequence[Article]) -> list[Layers]:
    documents, _ = segment(articles)
    found, problems = annotate(documents, ruleset=ruleset(), only=frozenset({"mentions", "entities"}))
    assert not problems
    return list(found)


@cache
def story(name: str) -> tuple[Layers, ...]:
    """Read the articles of an annotated story, their dates and languages from its key."""
    path = KEYS[name]
    key = yaml.safe_load(path.read_text(encoding="utf-8"))
    folder = path.with_suffix("") if path.with_suffix("").is_dir() else path.parent
    articles, _ = read([str(folder)])
    told = {str(row.get("file") or f"{row['id']}.txt"): row for row in key["articles"]}
    dated = []
    for article in articles:
        row = told[Path(article.path or "").name]
        published = date.fromisoformat(str(row["date"])[:10]) if row.get("date") else None
        language = row.get("lang") or key.get("language") or article.language
        dated.append(replace(article, id=f"{name}/{article.id}", published=published, language=language))
    return tuple(layered(dated))


def undated(layers: Sequence[Layers]) -> list[Layers]:
    def without(item: Layers) -> Layers:
        return replace(item, document=replace(item.document, article=replace(item.document.article, published=None)))

    return [without(item) for item in layers]


def b_cubed(stories: Sequence[Story]) -> float:
    """Give the F1 of B³: the mean, over articles, of how pure and how complete their story is."""
    own = {article: set(found.articles) for found in stories for article in found.articles}
    gold = {article: {other for other in own if other.split("/")[0] == article.split("/")[0]} for article in own}
    precision = sum(len(own[a] & gold[a]) / len(own[a]) for a in own) / len(own)
    recall = sum(len(own[a] & gold[a]) / len(gold[a]) for a in own) / len(own)
    return 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize("name", KEYS)
def test_one_story_alone(name: str) -> None:
    layers = story(name)
    (found,), problems = group(layers)
    assert not problems
    assert found.id == "s1"
    assert found.title
    assert len(found.articles) == len(layers)


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize("where", ["corpus", "shared"])
def test_all_stories_mixed(where: str, dated: bool) -> None:
    """Nothing is joined, and next to nothing is torn apart."""
    chosen = [name for name in KEYS if name.endswith(", shared") == (where == "shared")]
    if not chosen:
        pytest.skip("these stories are not here")
    layers = [item for name in chosen for item in story(name)]
    stories, _ = group(layers if dated else undated(layers))
    mixed = [found for found in stories if len({article.split("/")[0] for article in found.articles}) > 1]
    assert not mixed
    assert b_cubed(stories) >= MIN_F1
    assert [found.id for found in stories] == [f"s{number}" for number in range(1, len(stories) + 1)]
    assert [len(found.articles) for found in stories] == sorted((len(found.articles) for found in stories), reverse=True)


def test_order_changes_nothing() -> None:
    layers = [item for name in sorted(KEYS)[:3] for item in story(name)]
    assert group(layers) == group(layers[::-1])


FLOOD = "La rivière Orbe a débordé mardi à Valbrune. Le maire, Paul Rocher, évoque {n} maisons inondées et deux écoles fermées."
STRIKE = "Les conducteurs de bus de Montclar sont en grève depuis lundi. Le syndicat, par la voix d'Ana Lopez, réclame {n} euros de plus."


def article(name: str, text: str, day: date | None = None) -> Article:
    return Article(id=name, outlet=name, text=text, published=day)


def test_two_stories_of_two_articles() -> None:
    texts = [FLOOD.format(n=40), FLOOD.format(n=50), STRIKE.format(n=100), STRIKE.format(n=150)]
    stories, _ = group(layered([article(f"a{n}", text) for n, text in enumerate(texts)]))
    assert sorted(found.articles for found in stories) == [("a0", "a1"), ("a2", "a3")]


def test_an_article_that_stands_alone_is_a_story() -> None:
    stories, _ = group(layered([article("a", FLOOD), article("b", STRIKE)]))
    assert [found.articles for found in stories] == [("a",), ("b",)] or [found.articles for found in stories] == [("b",), ("a",)]


def test_days_keep_the_same_words_apart() -> None:
    """The same place is flooded again a year later."""
    first, other = date(2024, 3, 5), date(2025, 3, 4)
    flood = [article(f"a{n}", FLOOD.format(n=n), first + timedelta(n)) for n in range(3)]
    again = [article(f"b{n}", FLOOD.format(n=n + 70), other + timedelta(n)) for n in range(3)]
    stories, _ = group(layered(flood + again))
    assert sorted(found.articles for found in stories) == [("a0", "a1", "a2"), ("b0", "b1", "b2")]


def test_one_story_on_demand() -> None:
    (found,), _ = group(layered([article("b", FLOOD, date(2024, 1, 1)), article("a", STRIKE)]), one_story=True)
    assert found.articles == ("a", "b")
    assert found.title.startswith("La rivière Orbe")


def test_nothing_to_group() -> None:
    assert group([]) == ((), ())
    (found,), _ = group(layered([article("a", "…")]))
    assert found.articles == ("a",)


def test_time_grows_with_the_batch_not_with_its_square() -> None:
    def took(size: int) -> float:
        texts = [
            f"Le village {chr(97 + n % 26)}{'xyz'[n % 3]}{n:04d}ville{n} a fêté {n} ans. {FLOOD if n % 50 == 0 else STRIKE}"
            for n in range(size)
        ]
        layers = [Layers(document) for document in segment([article(f"a{n}", text) for n, text in enumerate(texts)])[0]]
        start = time.process_time()
        group(layers)
        return time.process_time() - start

    took(50)
    assert took(1200) < 6 * took(400) + 0.5


@pytest.mark.parametrize("name", [name for name in KEYS if not name.endswith(", shared")])
def test_a_stray_article_stays_alone(name: str) -> None:
    """An article of another story neither falls into a story nor tears it apart."""
    for other in KEYS:
        if other.endswith(", shared") or other == name:
            continue
        for stray in story(other)[:3]:
            stories, _ = group([*story(name), stray])
            assert [len(found.articles) for found in stories] == [len(story(name)), 1], (other, stray.document.article.id)
