"""JSON version 1: valid against its schema, exact, deterministic, and readable again."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import DateValue, Fact, Names, Quantity, Role, Value
from claimcheck.report import formats
from claimcheck.report.decode import decode
from claimcheck.report.encode import dumps, encode, number, to_bytes
from claimcheck.report.formats import Options
from claimcheck.report.formats.json import render_claims
from claimcheck.report.schema import schema
from tests.report.sample import sample


def report(**options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(formats.load("json").render(sample(), options=Options(**options)))
    return found


def test_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(report(), schema())


@pytest.mark.parametrize("wrong", [{"verdict": "lie"}, {"confidence": 2}, {"extra": 1}, {"explanation": None}])
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    data = report()
    data["findings"][0] |= wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema())


def test_the_schema_in_the_docs_is_this_one() -> None:
    path = Path(__file__).resolve().parents[2] / "docs" / "schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schema(), "run `python docs/generate.py`"


def test_quotes_are_where_they_say() -> None:
    texts = {article.id: article.text for article in sample().articles}
    for claim in report()["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]
        start, end = claim["sentence"]
        assert texts[claim["article"]][start:end] == claim["sentence_text"]


def test_everything_is_written_unless_verdicts_are_picked() -> None:
    assert len(report()["findings"]) == len(sample().findings)
    assert {finding["verdict"] for finding in report(show=("agree", "single"))["findings"]} == {"agree", "single"}
    assert all(finding["confidence"] >= 0.9 for finding in report(min_confidence=0.9)["findings"])


def test_claims_alone() -> None:
    found = sample()
    data = json.loads(render_claims(found.documents, found.claims, found.problems))
    assert data["claims"] == report()["claims"]
    assert data["articles"] == report()["articles"]


NUMBERS = {
    "1": "1",
    "1.0": "1",
    "1E+3": "1000",
    "0.1": "0.1",
    "33.3": "33.3",
    "200000000": "200000000",
    "123456789.12": "123456789.12",
    "-0.05": "-0.05",
    "12345678901234567890": "12345678901234567890",
    "1E+400": "null",
    "NaN": "null",
    "Infinity": "null",
}


@pytest.mark.parametrize(("value", "written"), NUMBERS.items())
def test_number(value: str, written: str) -> None:
    """Whole numbers have no decimals, others no noise, and what no reader knows is left out."""
    assert dumps(number(Decimal(value))) == written


def moment(*fields: int) -> datetime:
    return datetime(*fields)  # type: ignore[arg-type]  # noqa: DTZ001 - naive by design


VALUES: dict[str, tuple[Value, dict[str, Any]]] = {
    "bound": (
        Quantity(Decimal(200), None, low_open=True, unit="USD", per="year"),
        {"low": 200, "low_open": True, "high": None, "high_open": True, "unit": "USD", "per": "year", "over": None, "approximate": False},
    ),
    "over": (
        Quantity(Decimal("1.5"), Decimal("1.5"), unit="EUR", over=Quantity(Decimal(4), Decimal(4), unit="year")),
        {"low": 1.5, "high": 1.5},
    ),
    "year": (
        DateValue(moment(2021, 1, 1), moment(2022, 1, 1), "year"),
        {"kind": "date", "start": "2021-01-01", "end": "2022-01-01", "granularity": "year", "approximate": False},
    ),
    "hour": (
        DateValue(moment(2021, 1, 1, 0), moment(2021, 1, 1, 1), "hour", zone="GMT"),
        {"start": "2021-01-01T00:00:00", "end": "2021-01-01T01:00:00", "zone": "GMT"},
    ),
    "range with hours": (
        DateValue(moment(2021, 1, 1, 14), moment(2021, 1, 2), "range"),
        {"start": "2021-01-01T14:00:00", "end": "2021-01-02"},
    ),
    "open date": (DateValue(None, moment(2030, 1, 1), "year"), {"start": None, "end": "2030-01-01"}),
    "relative": (DateValue(None, None, "day", relative="le même jour"), {"start": None, "relative": "le même jour"}),
    "role": (
        Role("chief-executive", "Valpapier", "former", exclusive=True),
        {"kind": "role", "status": "former", "organisation": "Valpapier"},
    ),
    "names": (Names(("A", "B"), 3, open=True), {"kind": "names", "names": ["A", "B"], "count": 3, "open": True}),
    "fact": (Fact("denied", holds=False), {"kind": "fact", "holds": False}),
}


@pytest.mark.parametrize(("value", "expected"), VALUES.values(), ids=VALUES)
def test_value(value: Value, expected: dict[str, Any]) -> None:
    data = encode(value)
    assert {key: data[key] for key in expected} == expected
    jsonschema.validate(data, {**schema()["$defs"]["value"], "$defs": schema()["$defs"]})
    assert decode(json.loads(dumps(data))) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_decimals_come_back(value: Decimal) -> None:
    assert Decimal(dumps(number(value))) == value


def test_half_a_surrogate_pair_stays_json() -> None:
    assert json.loads(to_bytes(dumps({"text": "\ud800é"}))) == {"text": "\ud800é"}


PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_indented_as_the_library_does(data: Any) -> None:
    assert dumps(data, indent=True) == json.dumps(data, ensure_ascii=False, indent=1)
