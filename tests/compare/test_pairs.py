"""What two outlets say of one thing in a sentence or two each, and what must be found between them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.model import Article
from claimcheck.pipeline import compare_articles
from claimcheck.settings import Settings

DAY = date(2025, 3, 14)
CASES = [
    pytest.param(
        path.suffixes[0][1:],
        case,
        id=f"{path.stem}: {case[1][:70]}",
        marks=[pytest.mark.xfail(strict=True, reason=case[4]["todo"])] if "todo" in dict(*case[4:]) else [],
    )
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_pair(language: str, case: list[Any]) -> None:
    """The attribute gets its verdict, none where nothing is to be said, and nothing else contradicts."""
    first, second, attribute, verdict, *more = case
    days = dict(*more).get("days", [DAY, DAY])
    articles = [
        Article(name, name.upper(), text, language=language, published=day)
        for name, text, day in zip("ab", (first, second), days, strict=True)
    ]
    report = compare_articles(articles, settings=Settings(one_story=True))
    found = {finding.verdict for finding in report.findings if finding.attribute == attribute}
    assert found == ({verdict} if verdict else set()), [(finding.attribute, finding.explanation) for finding in report.findings]
    assert not [finding.explanation for finding in report.findings if finding.verdict == "contradiction" and finding.attribute != attribute]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Après la collision, la route est restée coupée jusqu'à 9 h.", "Après la collision, la route est restée coupée jusqu'à 23 h."),
        ("La collision s'est produite à 9 h.", "La collision s'est produite à 23 h."),
    ],
)
def test_hours_without_a_day(first: str, second: str) -> None:
    """Hours of articles without a date stand on no day, and nothing is lost by it."""
    articles = [Article(name, name.upper(), text, language="fr") for name, text in zip("ab", (first, second), strict=True)]
    report = compare_articles(articles, settings=Settings(one_story=True))
    assert not report.problems
    assert any(finding.attribute == "time-of-day" for finding in report.findings)
