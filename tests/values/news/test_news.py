"""Sentences as newspapers write them: every value of a sentence, quantities beside dates, and none that is only a name."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from claimcheck.extract.values import read_values
from claimcheck.model import Mention, Quantity
from tests.values.dates.test_dates import told
from tests.values.test_quantities import notation

HERE = Path(__file__).parent
PUBLISHED = date(2025, 7, 16)
"""A Wednesday."""


def written(mention: Mention) -> str:
    """Write a value in the notation of its kind's own specs."""
    return notation(mention.value) if isinstance(mention.value, Quantity) else told(mention)


def cases() -> list[object]:
    """List (language, text, expected readings) of both languages."""
    return [
        pytest.param(language, row.get("text") or row["no"], row.get("read", {}), id=f"{language}: {row.get('text') or row['no']}")
        for language in ("fr", "en")
        for row in yaml.safe_load((HERE / f"{language}.yaml").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_reads(language: str, text: str, expected: dict[str, str]) -> None:
    """A sentence gives exactly the values of its spec."""
    assert {mention.text: written(mention) for mention in read_values(text, language=language, published=PUBLISHED)} == expected
