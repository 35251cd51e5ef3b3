"""Which of two times is earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimcheck.judge.readings import order, reading
from claimcheck.model import Article
from tests.judge.build import claims_of, documents_of, moment

CASES = [
    ("2025-03-10T09:00", None, "2025-03-10T12:00", None, -1),
    ("2025-03-10T09:00", "+01:00", "2025-03-10T12:00", "+01:00", -1),
    ("2025-03-10T09:00", "-05:00", "2025-03-10T12:00", "+01:00", 1),
    ("2025-03-10T09:00", "-05:00", "2025-03-10T15:20", "+01:00", 0),
    ("2025-03-10T23:00", "-05:00", "2025-03-11T02:00", "+01:00", 1),
    ("2025-03-10T09:00", "-05:00", "2025-03-10T12:00", None, -1),
    ("2025-03-10T09:00", "-05:00", "2025-03-11", "+01:00", -1),
]


@pytest.mark.parametrize(("first", "zone", "second", "other", "wanted"), CASES)
def test_publications_of_two_zones_are_brought_together(first: str, zone: str | None, second: str, other: str | None, wanted: int) -> None:
    """An outlet overseas that publishes at nine has published after noon in Paris; an unknown zone is taken for one's own."""
    times = [published(day, place) for day, place in ((first, zone), (second, other))]
    assert order(*times) == wanted
    assert order(*times[::-1]) == -wanted


def published(day: str, zone: str | None) -> date | None:
    """Read as of when a claim without a time of its own is told."""
    claims = claims_of([["a", "1 km"]])
    (document,) = documents_of(claims, None)
    article: Article = document.article
    return reading(claims[0], replace(article, published=moment(day), zone=zone), ()).time
