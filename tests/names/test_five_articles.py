"""The people whom five real articles name, every one of them and nobody else; skipped where the articles are not at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from claimcheck.extract.names import NameReader
from claimcheck.extract.view import View
from claimcheck.model import Article
from claimcheck.ruleset import lexicons
from claimcheck.segment import segment

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
PEOPLE = {
    "gizmodo": ["Ruoming Pang", "Mark Zuckerberg", "Nat Friedman", "Alexandr Wang"],
    "01net": [
        "Tim Cook",
        "Bowen Zhang",
        "Mark Lee",
        "Tom Gunter",
        "Ruoming Pang",
        "Mark Zuckerberg",
        "Zhifeng Cheng",
        "Daphne Luong",
        "John Giannaandrea",
    ],
    "mondetech": ["Ruoming Pang", "Mark Zuckerberg", "Alexandr Wang", "Nat Friedman"],
    "iphonesoft": [
        "Ruoming Pang",
        "Mark Zuckerberg",
        "Yuanzhi Li",
        "Anton Bakhtin",
        "Tom Gunter",
        "Zhifeng Chen",
        "Chong Wang",
        "Zirui Wang",
        "Chung-Cheng Chiu",
        "Guoli Yin",
    ],
    "next": [
        "Ruoming Pang",
        "Mark Zuckerberg",
        "Yann Le Cun",
        "Ilya Sutskever",
        "Daniel Levy",
        "Daniel Gross",
        "Nat Friedman",
        "Yuanzhi Li",
        "Anton Bakhtin",
        "Sam Altman",
        "Alexandr Wang",
        "Antonio Casilli",
    ],
}
"""By article, everybody who is named in its prose, in full; where a surname stands alone it is this person's."""
FLOOR = 0.95

pytestmark = pytest.mark.skipif(not (SEEDS / "gold.yaml").is_file(), reason="the five articles are not at hand")


def test_people_are_found_and_nobody_else() -> None:
    """Precision and recall over every place where a person is named, full name or surname, exact to the letter."""
    right = found = named = 0
    for article in yaml.safe_load((SEEDS / "gold.yaml").read_text(encoding="utf-8"))["articles"]:
        text = (SEEDS / article["file"]).read_text(encoding="utf-8")
        (document,), _ = segment([Article(id=article["id"], outlet=article["outlet"], text=text, language="fr")])
        people = PEOPLE[article["id"]]
        surnames = {name.split()[-1] for name in people}
        forms = "|".join(map(re.escape, [*people, *sorted(surnames)]))
        prose = [sentence.span for sentence in document.sentences]
        wanted = {match.span() for match in re.finditer(rf"\b(?:{forms})\b", text) if any(a <= match.start() < b for a, b in prose)}
        entities, mentions = NameReader(lexicons("fr")).read(View(document))
        read = {(one.start, one.end) for one in mentions if one.type == "person" and one.form == "name"}
        right, found, named = right + len(wanted & read), found + len(read), named + len(wanted)
        assert sorted(entity.name for entity in entities if entity.type == "person") == sorted(people), article["id"]
    assert named > len(PEOPLE)
    assert right >= FLOOR * found
    assert right >= FLOOR * named
