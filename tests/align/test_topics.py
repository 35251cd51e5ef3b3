"""Which claims of short articles meet, and which are kept apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.align.stage import align
from claimcheck.extract.stage import extract
from claimcheck.group import group
from claimcheck.model import OPEN, Article, Claim
from claimcheck.ruleset import load
from claimcheck.segment import segment

DAY = date(2025, 3, 14)
FILES = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [
    pytest.param(path.suffixes[0][1:], case, id=f"{path.stem}: {case['articles'][0][:60]}")
    for path in FILES
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
RULES = {language: load(None, (language,)) for language in ("fr", "en")}


@pytest.mark.parametrize(("language", "case"), CASES)
def test_topics(language: str, case: dict[str, Any]) -> None:
    """The claims of one attribute meet in these topics; `open` pairs agree where their values do, other pairs are kept apart."""
    articles = [Article(name, name, text, language=language, published=DAY) for name, text in zip("abc", case["articles"], strict=False)]
    extracted, _ = extract(segment(articles)[0], ruleset=RULES[language])
    claims = {claim.id: claim for found in extracted for claim in found.claims}
    stories, _ = group([found.layers for found in extracted], one_story=True)
    topics = [topic for topic in align(stories, claims.values(), ruleset=RULES[language])[0] if topic.attribute == case["attribute"]]
    met = [_texts(topic.claims) for topic in topics if not topic.apart and len({claim.article for claim in topic.claims}) > 1]
    pairs = [(key == OPEN, [claims[a].text, claims[b].text]) for topic in topics for a, b, key in topic.apart]
    assert sorted(met) == sorted(case.get("topics", []))
    assert sorted(pair for is_open, pair in pairs if is_open) == sorted(case.get("open", []))
    assert sorted(pair for is_open, pair in pairs if not is_open) == sorted(case.get("apart", []))


def _texts(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.text for claim in claims]
