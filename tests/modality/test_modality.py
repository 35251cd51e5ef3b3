"""Hedges and denials: the spec files, sentence in, words, kinds, parties and scopes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.extract.modality import DenialReader, HedgeReader
from claimcheck.extract.names import NameReader
from claimcheck.extract.view import View
from claimcheck.model import Article, Document, Sentence
from claimcheck.ruleset.lexicon import lexicons
from claimcheck.segment import segment
from tests.specs import cases

HERE = Path(__file__).parent


def view_of(text: str, language: str) -> View:
    documents, _ = segment([Article(id="a", outlet="a", text=text, language=language)])
    return View(documents[0])


@pytest.mark.parametrize(("language", "case"), cases(HERE))
def test_spec(language: str, case: dict[str, list[list[str]]]) -> None:
    """Every listed hedge and denial is read, and no other."""
    text = str(case["text"])
    view = view_of(text, language)
    words = lexicons(language)
    if "hedges" in case:
        hedges = [(text[one.start : one.end], one.kind) for one in HedgeReader(words).read(view)]
        assert sorted(hedges) == sorted((word, kind) for word, kind in case["hedges"])
    denials = DenialReader(words).read(view, NameReader(words).read(view)[1])
    if "denials" in case:
        assert len(denials) == len(case["denials"]), [text[one.start : one.end] for one in denials]
        for denial, (word, kind, party, inside, outside) in zip(denials, case["denials"], strict=True):
            scope = text[slice(*denial.scope)]
            assert (text[denial.start : denial.end], denial.kind) == (word, kind)
            assert party in (text[slice(*denial.party)] if denial.party else "")
            assert inside in scope
            assert not outside or outside not in scope
    else:
        assert not denials


HOSTILE = ("serait " * 20_000, "si " * 50_000, "nie " * 20_000, "et non 17 " * 20_000, "a" * 1_000_000, "1" * 200_000)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_quickly(text: str) -> None:
    """No text makes the readers crash or look around without bound."""
    view = View(Document(Article(id="a", outlet="a", text=text), (Sentence(0, len(text), "sentence", 0),)))
    HedgeReader(lexicons("fr")).read(view)
    DenialReader(lexicons("fr")).read(view, ())
