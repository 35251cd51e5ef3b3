"""What is told in words: sentence in, concepts out; both languages know the same concepts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.extract.examples import claims_of
from claimcheck.model import Fact
from claimcheck.ruleset import languages, lexicons, load

RULESET = load(None, languages())
CASES = [
    pytest.param(path.suffixes[0][1:], *case, id=case[0][:70])
    for path in sorted(Path(__file__).parent.glob("facts.*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_states(language: str, text: str, wanted: list[str]) -> None:
    """A sentence tells these states and no others, or what they rule out."""
    known: dict[str, Any] = lexicons(language).get("facts")
    known = known | {entry["opposite"]: entry for entry in known.values() if "opposite" in entry}
    found = [claim.value for claim in claims_of(text, language, RULESET) if isinstance(claim.value, Fact) and claim.value.concept in known]
    assert {fact.concept if fact.holds else f"not {fact.concept}" for fact in found} == set(wanted)


def test_languages_know_the_same() -> None:
    """A concept that one language lacks could never be seen to agree."""
    tables = [lexicons(language).get("facts") for language in languages()]
    shape = [{concept: entry.get("subject") for concept, entry in table.items()} for table in tables]
    assert all(one == shape[0] for one in shape)
    assert not any(table.keys() & lexicons(language).get("predicates").keys() for language, table in zip(languages(), tables, strict=True))
