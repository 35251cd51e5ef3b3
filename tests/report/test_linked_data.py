"""JSON-LD for fact-checkers (claimreview) and for annotation tools (annotations), and JSON lines."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from claimcheck.model import Report
from claimcheck.report import formats
from claimcheck.report.encode import to_bytes
from claimcheck.report.formats.json import encode_report
from claimcheck.report.formats.jsonl import RECORDS
from claimcheck.report.schema import schema
from tests.report.hostile import OPTIONS, PAYLOADS, hostile
from tests.report.sample import sample


def written(name: str, report: Report) -> bytes:
    text = formats.load(name).render(report, options=OPTIONS)
    assert isinstance(text, str)
    return to_bytes(text)


def data(name: str, report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(name, report))
    return found


def test_each_position_that_needs_a_human_is_drafted() -> None:
    report = sample()
    graph = data("claimreview", report)["@graph"]
    claims = {node["@id"]: node for node in graph if node["@type"] == "Claim"}
    reviews = [node for node in graph if node["@type"] == "ClaimReview"]
    positions = [position for finding in report.findings if finding.verdict in formats.HUMAN for position in finding.positions]
    assert len(claims) == len(reviews) == len(positions)
    for review in reviews:
        assert claims[review["itemReviewed"]["@id"]]["name"] == review["claimReviewed"]
        assert review["creativeWorkStatus"] == "Draft"
    outlets = {article["publisher"]["name"] for node in claims.values() for article in node["appearance"]}
    assert outlets == {article.outlet for article in report.articles} - {"Le Phare"}


def test_nothing_is_rated_dated_or_signed() -> None:
    """Who is right, since when and in whose name is for the editor to say."""
    reviews = [node for node in data("claimreview", sample())["@graph"] if node["@type"] == "ClaimReview"]
    assert not {"reviewRating", "author", "datePublished"} & {name for review in reviews for name in review}


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_drafts_can_be_pasted_into_a_page(payload: str) -> None:
    found = written("claimreview", hostile(payload))
    assert not any(sign in found.decode() for sign in "<>&\u2028\u2029")
    assert json.loads(found)


@pytest.mark.parametrize("payload", ["", *PAYLOADS.values()], ids=["none", *PAYLOADS])
def test_selectors_select_what_was_claimed(payload: str) -> None:
    report = hostile(payload) if payload else sample()
    texts = [article.text for claim in report.claims for article in report.articles if article.id == claim.article]
    items = data("annotations", report)["first"]["items"]
    for item, text in zip(items, texts, strict=True):
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (quote["exact"], text[start - len(quote["prefix"]) : start]) == (text[start:end], quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_annotations_have_names_for_good() -> None:
    page = data("annotations", sample())
    names = [item["id"] for item in page["first"]["items"]]
    assert len(set(names)) == len(names) == page["total"] == len(sample().claims)
    assert names == [item["id"] for item in data("annotations", sample())["first"]["items"]]


def test_annotations_tell_the_findings_that_they_are_part_of() -> None:
    tags = {
        body["value"] for item in data("annotations", sample())["first"]["items"] for body in item["body"] if body["purpose"] == "tagging"
    }
    assert tags == set(formats.HUMAN)


@pytest.mark.parametrize("payload", ["", *PAYLOADS.values()], ids=["none", *PAYLOADS])
def test_json_lines_are_the_json_report(payload: str) -> None:
    report = hostile(payload) if payload else sample()
    found: dict[str, Any] = {name: [] for name in RECORDS}
    lists = {record: name for name, record in RECORDS.items()}
    for number, line in enumerate(written("jsonl", report).decode().removesuffix("\n").split("\n")):
        row = json.loads(line)
        record = row.pop("record")
        assert (record == "report") is (number == 0)
        if record == "report":
            assert not any(isinstance(field, list) for field in row.values())
            found |= row
        else:
            found[lists[record]].append(row)
    assert found == json.loads(to_bytes(json.dumps(encode_report(report, options=OPTIONS))))
    jsonschema.validate(found, schema())
