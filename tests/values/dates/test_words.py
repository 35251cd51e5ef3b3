"""The words and forms of a language: numbers in words, and what a broken form says."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from claimcheck.extract.values.dates.words import Words, key
from claimcheck.model import UsageError
from claimcheck.ruleset.lexicon import Lexicons, default_root


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [
        ("fr", "vingt et un", 21),
        ("fr", "soixante-quinze", 75),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "nonante-deux", 92),
        ("fr", "troisième", 3),
        ("fr", "2e", 2),
        ("en", "twenty-one", 21),
        ("en", "thirty first", 31),
        ("en", "a", 1),
        ("en", "12th", 12),
    ],
)
def test_count(language: str, word: str, number: int) -> None:
    """Small numbers and ordinals are read in figures and in words."""
    assert Words(Lexicons(language)).count(word) == number


def test_key_brings_spellings_together() -> None:
    """Accents, hyphens and dots do not matter for looking a word up."""
    assert key("Après-midi".lower()) == key("apres midi")
    assert key("sept.") == key("sept")


@pytest.mark.parametrize(("form", "message"), [("<moth> <year>", "moth"), ("(<month>", "unterminated|missing")])
def test_broken_form(tmp_path: Path, form: str, message: str) -> None:
    """A form that cannot be read names its file and what is wrong, once it is needed."""
    root = tmp_path / "rules"
    copytree(default_root() / "en", root / "en")
    lexicon = root / "en" / "lexicon" / "dates.yaml"
    lexicon.write_text(
        lexicon.read_text("utf-8").replace("forms:\n  month: &month\n", f'forms:\n  month: &month\n    - {{op: month, form: "{form}"}}\n'),
        "utf-8",
    )
    with pytest.raises(UsageError, match=message) as error:
        [form.pattern for form in Words(Lexicons("en", root)).forms["month"]]
    assert "dates.yaml" in str(error.value)
