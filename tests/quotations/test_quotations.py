"""Quotations: the spec files, sentence in, words and speakers out."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.extract.names import NameReader
from claimcheck.extract.quotations import QuotationReader
from claimcheck.extract.view import View
from claimcheck.model import Article, Document, Quotation, Sentence
from claimcheck.ruleset.lexicon import lexicons
from claimcheck.segment import segment
from tests.specs import cases

HERE = Path(__file__).parent


def read(text: str, language: str) -> tuple[Quotation, ...]:
    documents, _ = segment([Article(id="a", outlet="a", text=text, language=language)])
    view = View(documents[0])
    _, mentions = NameReader(lexicons(language)).read(view)
    return QuotationReader(lexicons(language)).read(view, mentions)


@pytest.mark.parametrize(("language", "case"), cases(HERE))
def test_spec(language: str, case: dict[str, list[tuple[str, str]]]) -> None:
    """Every listed quotation is read with its speaker, and no other direct one."""
    text = str(case["text"])
    quotations = read(text, language)
    said = {text[one.start : one.end]: one.speaker and text[slice(*one.speaker)] for one in quotations if one.direct}
    wanted = dict(case.get("direct", []))
    assert set(said) == set(wanted)
    for words, speaker in wanted.items():
        assert said[words] is not None
        assert speaker in str(said[words])
    reported = [(text[one.start : one.end], str(one.speaker and text[slice(*one.speaker)])) for one in quotations if not one.direct]
    for clause, speaker in case.get("reported", []):
        assert any(clause in words and speaker in who for words, who in reported), reported
    if case.get("reported") == []:
        assert not reported


@pytest.mark.parametrize("text", ["« " * 20_000, "«" + "a" * 500_000, '"' * 50_000, "' " * 50_000, "a dit que " * 20_000, "“‘«" * 20_000])
def test_hostile_text_is_read_quickly(text: str) -> None:
    """No text makes the reader crash or look around without bound."""
    article = Article(id="a", outlet="a", text=text)
    view = View(Document(article, (Sentence(0, len(text), "sentence", 0),)))
    QuotationReader(lexicons("fr")).read(view, ())
