"""Each figure of the score, on a key of two articles that is read at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.cli import run
from claimcheck.cli.corpus import split
from claimcheck.corpus import Key, Ratio, Score, read_key, score
from claimcheck.model import Article, Claim, DateValue, Document, Finding, Pair, Quantity, Report, Span, Value, Verdict

TEXTS = {
    "a": "Au moins douze blessés, dont trois enfants. Tout a commencé en mai 2024. Coût : 40 euros.",
    "b": "On compte vingt blessés et trois enfants parmi eux. C'était en juin 2024. Le prix est de 41 euros.",
}
KEY = """
articles: [{id: a, lang: fr}, {id: b, lang: fr}]
claims:
  - {id: a.hurt, article: a, type: casualties, slot: hurt, value_text: douze blessés, normalised: {low: 12, high: null}}
  - {id: b.hurt, article: b, type: casualties, slot: hurt, value_text: vingt blessés, normalised: {low: 20, high: 20}}
  - {id: a.children, article: a, type: casualties, slot: children, value_text: trois enfants}
  - {id: b.children, article: b, type: casualties, slot: children, value_text: trois enfants}
  - {id: a.start, article: a, type: date, slot: start, value_text: en mai 2024, normalised: {date: 2024-05}}
  - {id: b.start, article: b, type: date, slot: start, value_text: en juin 2024, normalised: {date: 2024-06}}
comparisons:
  - {a: [a, douze blessés], b: [b, vingt blessés], a_id: a.hurt, verdict: update, why: later}
  - {a: [a, trois enfants], b: [b, trois enfants], a_id: a.children, verdict: agree, why: same}
  - {a: [a, en mai 2024], b: [b, en juin 2024], a_id: a.start, verdict: contradiction, why: May against June}
"""
TWELVE, TWENTY, THREE = (Quantity(Decimal(low), Decimal(high) if high else None) for low, high in ((12, 0), (20, 20), (3, 3)))
MAY = DateValue(datetime(2024, 5, 1), datetime(2024, 6, 1), "month")  # noqa: DTZ001 - naive by design
READ: dict[str, tuple[str, Value]] = {
    "a1": ("douze blessés", TWELVE),
    "b1": ("vingt blessés", TWENTY),
    "a2": ("trois enfants", THREE),
    "b2": ("trois enfants", THREE),
    "a3": ("mai 2024", MAY),
    "b3": ("juin 2024", MAY),
    "a4": ("40 euros", TWELVE),
    "b4": ("41 euros", TWELVE),
}
"""Claim id → what a program read; the fourth of each article is in no key, the June date is read wrong."""


@pytest.fixture
def key(tmp_path: Path) -> Key:
    path = tmp_path / "truth.yaml"
    path.write_text(KEY, encoding="utf-8")
    return read_key(path)


def report(**verdicts: Verdict) -> Report:
    """Make a report; `a1b1="update"` says what was found for the pair a1, b1."""
    claims = []
    for name, (text, value) in READ.items():
        start = TEXTS[name[0]].index(text)
        span = Span(start, start + len(text))
        claims.append(Claim(name, name[0], "other", "", "any", (), text, *span, span, value, "any"))
    pairs = tuple(Pair(name[:2], name[2:], verdict, "", "any") for name, verdict in verdicts.items())
    finding = Finding("f1", "", "s1", "other", "", "any", (), "agree", "none", 1, False, False, "", (), pairs)
    documents = tuple(Document(Article(name, name, text), ()) for name, text in TEXTS.items())
    return Report("0", "fr", documents, (), tuple(claims), (finding,), ())


PERFECT: dict[str, Verdict] = {"a1b1": "update", "a2b2": "agree", "a3b3": "contradiction"}


def test_a_perfect_report(key: Key) -> None:
    """Every pair as the key has it; the one value that is read wrong is told."""
    found = score(key, report(**PERFECT))
    assert (found.precision, found.recall, found.f1) == (1, 1, 1)
    assert (found.claims, found.values) == (Ratio(6, 6), Ratio(3, 4))
    assert (found.agree, found.updates, found.contradictions, found.groups) == (Ratio(1, 1),) * 4
    assert [(note.kind, note.text[:20]) for note in found.notes] == [("wrong value", "b: 'en juin 2024' ->")]


@pytest.mark.parametrize("verdict", ["certainty", "compatible", "spelling"])
def test_what_counts_as_agreeing(key: Key, verdict: Verdict) -> None:
    """One side hedged or vaguer still agrees."""
    assert score(key, report(**PERFECT | {"a2b2": verdict})).agree == Ratio(1, 1)


def test_silence_is_a_miss_and_no_alarm(key: Key) -> None:
    """Nothing said: recall falls, no false alarm is raised."""
    found = score(key, report())
    assert (found.contradictions, found.agree, found.updates) == (Ratio(0, 1), Ratio(0, 1), Ratio(0, 1))
    assert (found.precision, found.false_alarms) == (0, 0)
    assert {note.kind for note in found.notes} == {"wrong value", "missed", "unaligned"}


@pytest.mark.parametrize("pair", ["a1b1", "a2b2", "a1b2"], ids=["an update", "an agreement", "what the key does not compare"])
def test_false_alarm(key: Key, pair: str) -> None:
    """What the key calls something else, or holds apart, is no contradiction."""
    found = score(key, report(**PERFECT | {pair: "contradiction"}))
    assert (found.false_alarms, found.precision) == (1, 0.5)


def test_what_the_key_does_not_speak_of_is_not_judged(key: Key) -> None:
    """Text that is not annotated is read by eye."""
    found = score(key, report(**PERFECT, a4b4="contradiction"))
    assert (found.unjudged, found.false_alarms, found.precision) == (1, 0, 1)


def test_what_a_reader_could_choose_otherwise_is_not_scored(key: Key) -> None:
    """An optional pair is neither a miss nor an alarm."""
    first, *others = key.comparisons
    loose = replace(key, comparisons=(replace(first, scored=False), *others))
    found = score(loose, report(**PERFECT | {"a1b1": "contradiction"}))
    assert (found.updates, found.false_alarms) == (Ratio(0, 0), 0)


def test_a_key_is_cut_by_type(key: Key) -> None:
    """Each part keeps its claims and scores the comparisons between them."""
    parts = split(key, "type")
    assert {name: (len(part.claims), sum(one.scored for one in part.comparisons)) for name, part in parts.items()} == {
        "type casualties": (4, 2),
        "type date": (2, 1),
    }
    assert list(split(key, "language")) == ["language fr"]


def test_scores_add_up(key: Key) -> None:
    """Several stories together: counts add, shares follow."""
    total = score(key, report(**PERFECT)) + score(key, report(a1b1="contradiction"))
    assert (total.precision, total.recall, total.false_alarms) == (0.5, 0.5, 1)
    assert str(Score()) == (
        "claims R=-  values R=-  contradictions P=0.00 R=1.00 F1=0.00 (groups R=-)  agree R=-  updates R=-  false_alarms=0  unjudged=0"
    )


def test_names_the_articles_without_claims(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """An article of which nothing is read is named, not only counted among the misses."""
    story = tmp_path / "fair"
    story.mkdir()
    (story / "truth.yaml").write_text(KEY, encoding="utf-8")
    (story / "a.txt").write_text(TEXTS["a"], encoding="utf-8")
    (story / "b.txt").write_text("Rien.", encoding="utf-8")
    run(["corpus", "score", "--root", str(tmp_path)])
    warnings = capfd.readouterr().err.splitlines()
    assert [line for line in warnings if "b.txt: gave no claims" in line] == warnings
    assert len(warnings) == 1
