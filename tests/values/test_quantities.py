"""Texts and every quantity that must be read in them; a text under `no` must give none."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from claimcheck.extract.values import read_values
from claimcheck.model import DateValue, Mention, Quantity

SPECS = Path(__file__).parent / "specs"


def end(value: Decimal | None, infinite: str) -> str:
    """Write one end of an interval, rounded to six places."""
    return infinite if value is None else f"{round(value, 6).normalize():f}"


def notation(value: Quantity) -> str:
    """Write a value as the spec files do: `[0.9, 1) EUR /year over [4, 4] year ~`."""
    low, high = end(value.low, "-inf"), end(value.high, "inf")
    parts = [f"{'(' if value.low_open or value.low is None else '['}{low}, {high}{')' if value.high_open or value.high is None else ']'}"]
    parts += [value.unit] if value.unit else []
    parts += [f"/{value.per}"] if value.per else []
    parts += [f"over {notation(value.over)}"] if value.over else []
    parts += ["~"] if value.approximate else []
    return " ".join(parts)


def readings(mentions: tuple[Mention, ...]) -> dict[str, str]:
    """Map each quote to its value in the notation of the spec files; dates have specs of their own."""
    return {mention.text: notation(mention.value) for mention in mentions if isinstance(mention.value, Quantity)}


def cases() -> list[object]:
    """List (language, text, expected readings) of all spec files."""
    found = []
    for path in sorted(SPECS.glob("quantities.*.yaml")):
        language = path.suffixes[0].lstrip(".")
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            text, expected = (row["no"], {}) if "no" in row else (row["text"], row["read"])
            found.append(pytest.param(language, text, expected, id=f"{language}: {text}"))
    return found


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_reads(language: str, text: str, expected: dict[str, str]) -> None:
    """Exactly the expected values are read, with bounds, unit, period and approximation."""
    mentions = read_values(text, language=language)
    assert readings(mentions) == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_says_how_it_was_read() -> None:
    """The derivation names each word and the lexicon that has it, the outermost first."""
    (mention,) = read_values("Ils ont vendu plus de 40 tracteurs à leurs voisins.", language="fr")
    assert mention.noun == "tracteurs"
    assert mention.derivation[0] == "plus de → (N, ∞) · fr/lexicon/bounds"
    assert mention.derivation[-1] == "40 → 40 · fr/lexicon/numbers"


@pytest.mark.parametrize(
    ("text", "weight"),
    [("63,2 millions", "1E+5"), ("63 millions", "1E+6"), ("509", "1"), ("12 500", "1E+2"), ("6,8", "0.1"), ("cent vingt", None)],
)
def test_weighs_the_last_significant_digit(text: str, weight: str | None) -> None:
    """A number in digits carries the weight of its last significant digit."""
    (mention,) = read_values(f"Il y en a {text}.", language="fr")
    assert isinstance(mention.value, Quantity)
    assert mention.value.precision == (None if weight is None else Decimal(weight))


@pytest.mark.parametrize(("language", "month"), [("en", 4), ("en-GB", 4), ("en-US", 3)])
def test_american_dates(language: str, month: int) -> None:
    """The country of the language says which figure is the month."""
    (mention,) = read_values("The contract was signed on 3/4/2025 in the end, said both of the companies.", language=language)
    assert isinstance(mention.value, DateValue)
    assert mention.value.start is not None
    assert mention.value.start.month == month
