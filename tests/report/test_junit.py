"""JUnit XML, read back with junitparser."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from claimcheck.model import Report
from claimcheck.report.formats.junit import render
from claimcheck.report.words import clean
from tests.report.hostile import OPTIONS, PAYLOADS, hostile
from tests.report.sample import sample


def read(report: Report, **options: Any) -> JUnitXml:
    return JUnitXml.fromstring(render(report, options=replace(OPTIONS, **options)).encode())


def test_a_suite_is_a_story_and_a_case_a_fact() -> None:
    report = sample()
    story, lost = read(report)
    assert story.name == clean(report.stories[0].title)
    assert len(story) == story.tests == len(report.findings)
    assert len({(case.classname, case.name) for case in story}) == len(report.findings)
    assert len(lost) == lost.errors == sum(problem.level == "error" for problem in report.problems)
    assert all(isinstance(case.result[0], Error) for case in lost)


@pytest.mark.parametrize("least", ["error", "warning", "note", "never"])
def test_what_ends_in_exit_code_1_is_a_failure(least: str) -> None:
    report = sample()
    xml = read(report, fail_on=least)
    failed = [case for suite in xml for case in suite if case.result and isinstance(case.result[0], Failure)]
    assert len(failed) == xml.failures == sum(finding.reaches(least) for finding in report.findings)


def test_what_was_not_compared_is_skipped() -> None:
    report = sample()
    xml = read(report)
    skipped = [case for suite in xml for case in suite if case.result and isinstance(case.result[0], Skipped)]
    assert len(skipped) == xml.skipped == sum(finding.verdict in ("not_comparable", "single") for finding in report.findings)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_any_text_is_xml(payload: str) -> None:
    report = hostile(payload)
    assert sum(len(suite) for suite in read(report)) == len(report.findings) + sum(problem.level == "error" for problem in report.problems)


def test_facts_of_one_name_are_told_apart() -> None:
    report = sample()
    twice = replace(report, findings=(*report.findings, replace(report.findings[0], id="f99", key="abcdef")))
    story = next(iter(read(twice)))
    assert len({(case.classname, case.name) for case in story}) == len(twice.findings)
