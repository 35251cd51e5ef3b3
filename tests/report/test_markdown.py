"""Markdown: what an editor reads in a pull request, and nothing that an article put there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.report import formats
from claimcheck.report.formats.markdown import JOINER, MOST, escaped, render
from claimcheck.report.words import clean
from tests.report.hostile import OPTIONS, PAYLOADS, hostile
from tests.report.sample import sample

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = {"inline", "text", "text_special", "softbreak", "html_inline"}
"""Kinds of tokens that a report is made of, with both ends of these blocks."""
OURS |= {f"{name}_{end}" for name in ("heading", "paragraph", "bullet_list", "list_item") for end in ("open", "close")}
LIVE = re.compile(r"@\w|#\d|\bGH-\d|:\w+:|:/|\$.*(?<!\\)\$", re.IGNORECASE)


def tokens(found: list[Token]) -> Iterator[Token]:
    for token in found:
        yield token
        yield from tokens(token.children or [])


def shown(markdown: str) -> str:
    """Give the text that a reader sees."""
    return "".join(token.content for token in tokens(READER.parse(markdown)) if token.type in ("text", "text_special"))


def assert_tame(markdown: str) -> None:
    """Whatever a reader of Markdown, or GitHub after it, would make something of is ours."""
    for token in tokens(READER.parse(markdown)):
        assert token.type in OURS, token
        assert token.type != "html_inline" or token.content in ("<b>", "</b>"), token.content
    seen = shown(markdown)
    assert not LIVE.search(seen.replace("$", "")), LIVE.search(seen)
    assert not re.search(r"(?<!\\)www\.", markdown, re.IGNORECASE)
    assert not re.search(r"(?<!\\)\$", markdown)


def test_a_report() -> None:
    told = render(sample(), options=OPTIONS)
    assert_tame(told)
    assert told.startswith("## Papeterie de Montbrun")
    assert "<b>12 millions d'euros</b>" in told
    assert [line for line in told.splitlines() if line.startswith("### ✗ contradiction")]
    assert told.splitlines()[-1].startswith("3\u00a0contradictions · ")


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_articles_put_nothing_into_it(payload: str) -> None:
    told = render(hostile(payload), options=OPTIONS)
    assert_tame(told)
    assert len(told.encode("utf-8", "backslashreplace")) <= MOST


@given(st.text(alphabet=st.sampled_from("*_`~[]()<>!#@$|&:\\/-+.=1aGH w\n\t\"'{}^"), max_size=40))
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    told = f"- x {escaped(text)}"
    assert_tame(told)
    assert " ".join(shown(told).replace(JOINER, "").split()) == " ".join(f"x {clean(text)}".split())


def test_cut_by_whole_findings_the_gravest_first() -> None:
    """What is left out is counted, and every finding that is there is there whole."""
    report = sample()
    many = tuple(
        replace(finding, id=f"f{n}", explanation=f"{finding.explanation} {'x' * 900}")
        for n, finding in enumerate((finding for _ in range(40) for finding in report.findings), 1)
    )
    told = render(replace(report, findings=many), options=OPTIONS)
    assert len(told.encode()) <= MOST
    kept = len(re.findall("^### ", told, flags=re.MULTILINE))
    human = sum(finding.verdict in formats.HUMAN for finding in many)
    assert told.count("x" * 900) == kept < human
    assert f"{human - kept}\u00a0constats" in told
    assert "mise à jour" not in "".join(re.findall("^### .*", told, flags=re.MULTILINE))


def test_nothing_to_tell() -> None:
    told = render(replace(sample(), findings=(), documents=(), stories=(), claims=(), problems=()), options=OPTIONS)
    assert told == "aucune divergence à examiner\n"
