"""Whose dates in figures put the month first."""

from __future__ import annotations

import pytest

from claimcheck.extract.stage import annotate
from claimcheck.model import Article, DateValue
from claimcheck.ruleset import load
from claimcheck.segment import segment

TEXT = "The contract was signed on 3/4/2025 in the end, said both of the companies, and nobody was told before the summer."


@pytest.mark.parametrize(
    ("outlet", "region", "month"),
    [("The Guardian", None, 4), ("The New York Times", None, 3), ("The New York Times", "GB", 4), ("Somewhere Herald", "US", 3)],
)
def test_month_first(outlet: str, region: str | None, month: int) -> None:
    """An American outlet's, unless the language tag names another country."""
    documents, _ = segment([Article(id="a", outlet=outlet, text=TEXT, language="en", region=region)])
    layers, _ = annotate(documents, ruleset=load(languages=("en",)))
    (date,) = [mention.value for mention in layers[0].mentions if isinstance(mention.value, DateValue) and mention.text[0] == "3"]
    assert date.start is not None
    assert date.start.month == month
