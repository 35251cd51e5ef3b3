"""Publication dates as metadata writes them."""

from __future__ import annotations

import pytest

from claimcheck.read.dates import read_date


@pytest.mark.parametrize(
    ("given_", "language", "expected"),
    [
        ("2024-05-12", "fr", "2024-05-12"),
        ("2024-05-12T18:30:00+02:00", "fr", "2024-05-12 18:30:00"),
        ("2024-05-12T00:00:00Z", "en", "2024-05-12"),
        ("Sun, 12 May 2024 18:30:00 GMT", "en", "2024-05-12 18:30:00"),
        (1715538600, "fr", "2024-05-12 18:30:00"),
        (1715538600000, "fr", "2024-05-12 18:30:00"),
        ("12/05/2024", "fr", "2024-05-12"),
        ("12/05/2024 à 18h30", "fr", "2024-05-12 18:30:00"),
        ("12.5.2024", "fr", "2024-05-12"),
        ("05/12/2024", "en", "2024-05-12"),
        ("13/05/2024", "en", "2024-05-13"),
        ("12 mai 2024", "fr", "2024-05-12"),
        ("May 12, 2024 6:30 pm", "en", "2024-05-12 18:30:00"),
        ("05/12/2024 6:30 PM", "en", "2024-05-12 18:30:00"),
        ("20240512", "fr", "2024-05-12"),
        ("mai 2024", "fr", None),
        ("hier", "fr", None),
        ("12 mai", "fr", None),
        ("2024-13-45", "fr", None),
        ("99/99/2024", "fr", None),
        (True, "fr", None),
        ([2024], "fr", None),
        ("", "fr", None),
        (10**30, "fr", None),
    ],
)
def test_dates(given_: object, language: str, expected: str | None) -> None:
    found = read_date(given_, language=language)
    assert (str(found) if found else None) == expected
