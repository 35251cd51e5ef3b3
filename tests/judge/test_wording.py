"""Values in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.ruleset import lexicons
from claimcheck.wording import describe, label, messages
from tests.judge.notation import quantity, value

SPECS = yaml.safe_load((Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8"))
CASES = [(group, *map(str, case)) for group, cases in SPECS.items() for case in cases]


@pytest.mark.parametrize(("group", "text", "french", "english"), CASES, ids=lambda text: text)
def test_label(group: str, text: str, french: str, english: str) -> None:
    """A value has its label in both languages; no-break spaces are compared as spaces."""
    read = quantity if group == "quantity" else value
    assert [plain(describe(read(text), lexicons(language))) for language in ("fr", "en")] == [french, english]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_french_typography() -> None:
    """Thousands keep together with a narrow space, a number and its unit with a no-break space."""
    assert label(quantity("2600 person"), "fr") == "2\u202f600\u00a0personnes"


@pytest.mark.parametrize("name", ["judge", "values"])
def test_languages_say_the_same(name: str) -> None:
    """Every message exists in both languages."""
    french, english = (messages(language, name) for language in ("fr", "en"))
    assert keys(french) == keys(english)


def keys(table: object) -> object:
    """Give the keys; a currency may have a sign in one language and its code in the other."""
    return {key: key == "signs" or keys(inner) for key, inner in table.items()} if isinstance(table, dict) else None
