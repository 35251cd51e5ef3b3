"""Sentence in, what an article says against itself out; every case without `slips` must stay silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.judge.checks import load, names
from claimcheck.model import Article
from claimcheck.pipeline import compare_articles
from claimcheck.ruleset import default_root, languages, lexicons
from claimcheck.ruleset.lexicon import read_yaml
from claimcheck.settings import Settings
from tests.specs import cases

HERE = Path(__file__).parent
PUBLISHED = date(2025, 7, 12)
NO_BREAK = str.maketrans("\u00a0\u202f", "  ")


@pytest.mark.parametrize(("language", "case"), cases(HERE))
def test_article_against_itself(language: str, case: dict[str, Any]) -> None:
    article = Article("a", "Courrier", case["text"], language=language, published=case.get("published", PUBLISHED))
    report = compare_articles([article], settings=Settings(ui=language))
    found = [finding for finding in report.findings if finding.internal]
    said = [f"{finding.attribute}: {' / '.join(position.label for position in finding.positions)}" for finding in found]
    assert sorted(text.translate(NO_BREAK) for text in said) == sorted(case.get("slips", []))
    assert not report.problems


@pytest.mark.parametrize("name", names())
def test_every_check_is_tested(name: str) -> None:
    """A check says in one line what it holds against what, and in every language sentences make it speak up."""
    assert load(name).DOC
    for path in HERE.glob("*.yaml"):
        assert path.read_text(encoding="utf-8").count(f'slips: ["{name}: ') >= 2


@pytest.mark.parametrize("language", languages())
def test_concepts_are_known(language: str) -> None:
    """The concepts that the checks name are counted nouns of every language."""
    named = {concept for concepts in read_yaml(default_root() / "checks.yaml").values() for concept in concepts}
    assert named <= lexicons(language).get("nouns").keys()
