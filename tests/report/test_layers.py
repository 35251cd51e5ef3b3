"""What `annotate` writes, as JSON and as a table."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from claimcheck.model import (
    Article,
    Credit,
    Denial,
    Document,
    Entity,
    EntityMention,
    Hedge,
    Layers,
    Mention,
    Post,
    Quantity,
    Quotation,
    Sentence,
    Span,
)
from claimcheck.report.encode import dumps
from claimcheck.report.formats import Options
from claimcheck.report.layers import LAYERS, encode_layers
from claimcheck.report.reading import render

TEXT = "Selon Lise Vanel, ex-directrice de Norvia, « 40 postes » seraient menacés ; elle dément, d'après La Dépêche."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


WHOLE = Span(0, len(TEXT))
READ = Layers(
    document=Document(Article("a1", "Le Fil", TEXT), (Sentence(0, len(TEXT), "sentence", 0),)),
    mentions=(Mention(*at("40 postes"), "40 postes", Quantity(Decimal(40), Decimal(40), unit="job"), ("40 ← number",), "postes"),),
    entities=(Entity("e1", "person", "Lise Vanel"), Entity("e2", "organisation", "Norvia")),
    names=(
        EntityMention(*at("Lise Vanel"), "e1", "person"),
        EntityMention(*at("Norvia"), "e2", "organisation"),
        EntityMention(*at("elle"), "e1", "person", "reference"),
    ),
    quotations=(Quotation(*at("40 postes"), at("Lise Vanel"), at("Selon")),),
    hedges=(Hedge(*at("seraient"), "conditional", WHOLE),),
    denials=(Denial(*at("dément"), at("elle"), WHOLE),),
    credits=(Credit(*at("La Dépêche"), "upstream", "La Dépêche", (WHOLE,)),),
    posts=(Post(*at("ex-directrice"), at("Lise Vanel"), at("Norvia"), "former", "director"),),
)


def test_json() -> None:
    data = json.loads(dumps(encode_layers(READ)))
    assert data["id"] == "a1"
    assert data["sentences"] == [[0, len(TEXT)]]
    assert data["mentions"][0]["value"]["low"] == 40
    assert "derivation" not in data["mentions"][0]
    assert data["entities"] == [
        {"start": 6, "end": 16, "type": "person", "entity": "e1"},
        {"start": 35, "end": 41, "type": "organisation", "entity": "e2"},
    ]
    assert [found["entity"] for found in data["references"]] == ["e1"]
    assert data["quotations"][0]["speaker"] == [6, 16]
    assert data["denials"][0]["party"] == list(at("elle"))
    assert data["credits"][0]["role"] == "upstream"
    assert data["posts"][0] | {"person": [6, 16], "organisation": [35, 41], "status": "former"} == data["posts"][0]


@pytest.mark.parametrize("layer", LAYERS)
def test_json_of_one_layer(layer: str) -> None:
    also = {"references"} if layer == "entities" else set()
    assert set(encode_layers(READ, only=[layer])) == {"id", layer} | also


def test_json_with_derivations() -> None:
    assert encode_layers(READ, why=True)["mentions"][0]["derivation"] == ["40 ← number"]


def test_spans_lie_in_the_text() -> None:
    """Every start and end of every layer quotes something."""
    data = encode_layers(READ)
    for layer in LAYERS[1:]:
        for found in data[layer]:
            assert TEXT[found["start"] : found["end"]]


def test_table() -> None:
    page = render(READ, only=(), why=True, options=Options(width=80))
    assert "seraient → conditional" in page
    assert "Lise Vanel · Selon" in page
    assert "← 40 ← number" in page
    assert "sentences" not in page
    assert page.index("Lise Vanel") < page.index("La Dépêche")


def test_table_of_one_layer() -> None:
    page = render(READ, only=("sentences",), why=False, options=Options(width=80))
    assert page.count("sentences") == 1
    assert "hedges" not in page
