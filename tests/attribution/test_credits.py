"""Credits: the spec files, sentence in, roles, names and stretches out."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.extract.attribution import CreditReader
from claimcheck.extract.names import NameReader
from claimcheck.extract.quotations import QuotationReader
from claimcheck.extract.view import View
from claimcheck.model import Article, Credit, Document, Sentence
from claimcheck.ruleset.lexicon import lexicons
from claimcheck.segment import segment
from tests.specs import cases

HERE = Path(__file__).parent


def read(text: str, language: str) -> tuple[Credit, ...]:
    documents, _ = segment([Article(id="a", outlet="a", text=text, language=language)])
    view = View(documents[0])
    words = lexicons(language)
    _, mentions = NameReader(words).read(view)
    return CreditReader(words).read(view, mentions, QuotationReader(words).read(view, mentions))


@pytest.mark.parametrize(("language", "case"), cases(HERE))
def test_spec(language: str, case: dict[str, list[list[str]]]) -> None:
    """Every listed credit is read with its role, name and stretch, and no other."""
    text = str(case["text"])
    credits_ = list(read(text, language))
    got = sorted((one.role, one.name) for one in credits_)
    assert got == sorted((role, name) for role, name, *_ in case["credits"])
    for role, name, theirs, others in case["credits"]:
        fitting = [
            one
            for one in credits_
            if (one.role, one.name) == (role, name)
            and any(theirs in text[slice(*scope)] for scope in one.scope)
            and not (others and any(others in text[slice(*scope)] for scope in one.scope))
        ]
        assert fitting, [(one.name, [text[slice(*scope)] for scope in one.scope]) for one in credits_]


def test_parties_are_the_same_in_all_languages() -> None:
    """A source has one name whatever the language, so that outlets in two languages can be compared."""
    assert set(lexicons("fr").get("parties")) == set(lexicons("en").get("parties"))


@pytest.mark.parametrize("text", ["selon " * 40_000, "(AFP) " * 20_000, "selon la police " * 20_000, "a dit que le maire a dit " * 10_000])
def test_hostile_text_is_read_quickly(text: str) -> None:
    """No text makes the reader crash or look around without bound."""
    view = View(Document(Article(id="a", outlet="a", text=text), (Sentence(0, len(text), "sentence", 0),)))
    quotations = QuotationReader(lexicons("fr")).read(view, ())
    CreditReader(lexicons("fr")).read(view, (), quotations)
