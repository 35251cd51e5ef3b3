"""What the tables say: numbers agree, periods are short, every language says everything."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from claimcheck import report
from claimcheck.model import VERDICTS, Modality
from claimcheck.report.words import clean, words
from claimcheck.ruleset.lexicon import default_root, languages, lexicons, read_yaml

FR, EN = words("fr"), words("en")


def shape(value: Any) -> Any:
    """Keep the keys, drop the words."""
    return {key: shape(item) for key, item in value.items()} if isinstance(value, dict) else None


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same_things(language: str) -> None:
    messages = [read_yaml(default_root() / name / "messages" / "report.yaml") for name in (language, "en")]
    assert shape(messages[0]) == shape(messages[1])


@pytest.mark.parametrize("language", languages())
def test_every_verdict_and_modality_has_words(language: str) -> None:
    say = words(language)
    assert all(say.verdict(name) and say.count(name, 2) for name in VERDICTS)
    assert all(say.modality(name) for name in get_args(Modality) if name != "asserted")


def test_no_message_is_left_over() -> None:
    """Every message is said somewhere."""
    python = "".join(path.read_text(encoding="utf-8") for path in Path(report.__file__).parent.rglob("*.py"))
    labels = read_yaml(default_root() / "fr" / "messages" / "report.yaml")["labels"]
    assert [key for key in labels if not re.search(f"['\"]{key}['\"]", python)] == []


def test_unknown_languages_fall_back() -> None:
    assert words("xx").verdict("agree") == EN.verdict("agree")


@pytest.mark.parametrize(
    ("n", "fr", "en"), [(0, "0 article", "0 articles"), (1, "1 article", "1 article"), (2, "2 articles", "2 articles")]
)
def test_count(n: int, fr: str, en: str) -> None:
    assert (FR.count("article", n).replace("\u00a0", " "), EN.count("article", n).replace("\u00a0", " ")) == (fr, en)


def test_decimal() -> None:
    assert (FR.decimal(0.9), EN.decimal(0.9)) == ("0,90", "0.90")


def test_day() -> None:
    assert FR.day(date(2025, 7, 8)) == "08/07/2025"
    assert FR.day(datetime(2025, 7, 8, 6, 5)) == "08/07/2025 à 06h05"  # noqa: DTZ001 - naive by design
    assert EN.day(date(2025, 7, 8)) == "08 Jul 2025"


SLOTS = {
    "year": ("2024-01-01/2025-01-01", "2024"),
    "month": ("2024-06-01/2024-07-01", "06/2024"),
    "december": ("2024-12-01/2025-01-01", "12/2024"),
    "day": ("2024-06-03/2024-06-04", "03/06/2024"),
    "range": ("2024-06-03/2024-06-10", "03/06/2024–10/06/2024"),
    "open": ("2024-06-03/", "03/06/2024–…"),
    "no day": ("2024-99-99/2024-06-10", "2024-99-99/2024-06-10"),
}


@pytest.mark.parametrize(("value", "said"), SLOTS.values(), ids=SLOTS)
def test_period(value: str, said: str) -> None:
    assert FR.slot("time", value) == said


def test_slot() -> None:
    """In words of the messages, else of the lexicons, else as it stands."""
    assert FR.slot("basis", "gross") == "brut"
    assert EN.slot("basis", "gross") == "gross"
    assert FR.slot("group", "no-such-concept") == "no such concept"
    assert FR.slot("place", "Deux-Sèvres") == "Deux-Sèvres"
    for name, values in lexicons("fr").get("slots").items():
        assert all(FR.slot(name, value) for value in values)
    for value in lexicons("fr").get("predicates"):
        assert "*" not in FR.slot("event", value)


def test_credit() -> None:
    assert FR.credit("prefecture", None) == "source\u00a0: préfecture"
    assert FR.credit("le maire", "Agence Sud") == "source\u00a0: le maire, d'après Agence Sud"
    assert FR.credit("Agence Sud", "Agence Sud") == "source\u00a0: Agence Sud"
    assert FR.credit(None, None) == ""


def test_clean() -> None:
    assert clean("a\r\n\tb\u2028c\u00a0d\x1b[0m\u00ade") == "a b c\u00a0d\ufffd[0me"


@pytest.mark.parametrize("language", languages())
def test_every_event_has_a_noun(language: str) -> None:
    """No verb form of the lexicon is shown in its stead, whichever language an article is in."""
    events = {event for name in languages() for event in lexicons(name).get("predicates")}
    assert not events - set(read_yaml(default_root() / language / "messages" / "values.yaml")["events"])


@pytest.mark.parametrize("language", languages())
def test_every_source_and_post_is_said_in_the_reports_language(language: str) -> None:
    """A party or post that only another language has would be shown by its concept."""
    for table, entries in (("parties", lambda found: found), ("posts", lambda found: found["concepts"])):
        known = {concept for name in languages() for concept in entries(lexicons(name).get(table))}
        said = set(entries(lexicons(language).get(table))) | set(read_yaml(default_root() / language / "messages" / "values.yaml")[table])
        assert not known - said


@pytest.mark.parametrize(
    ("name", "value", "french", "english"),
    [
        ("post", "chief-executive", "PDG", "chief executive"),
        ("event", "arrest", "arrestation", "arrest"),
        ("event", "memo", "note interne", "memo"),
        ("part", "some", "une partie", "some of them"),
        ("basis", "offset", "compté d'un autre jour", "counted from another day"),
    ],
)
def test_concepts_are_said_in_words(name: str, value: str, french: str, english: str) -> None:
    assert (FR.slot(name, value), EN.slot(name, value)) == (french, english)


def test_sources_are_said_in_words() -> None:
    """The key of a party is never shown; one that nobody names is said to be unnamed."""
    assert [say.credit("prefecture", None) for say in (FR, EN)] == ["source\u00a0: préfecture", "source: prefecture"]
    assert [say.party("sources") for say in (FR, EN)] == ["source non nommée", "unnamed source"]
    assert FR.party("Union du littoral") == "Union du littoral"
