"""What an article more changes: a copy or a stranger nothing that needs a human."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.model import Article, Report
from claimcheck.pipeline import compare_articles
from claimcheck.read.stage import read

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
STORIES = ("pang-apple-meta", "arvenne-northgate")
LOUD = frozenset({"contradiction", "dispute", "update", "spelling", "certainty"})
STRANGER = Article(
    id="zz-stranger",
    outlet="Gazette du Marais",
    language="fr",
    title="La fête de la citrouille attire les curieux",
    text="La fête de la citrouille attire les curieux\n\n"
    "Quelque 1 300 visiteurs ont goûté dimanche la soupe de Mme Odile Ferrant, à Pierreval. "
    "La plus grosse citrouille pesait 212 kg, selon la mairie. La prochaine édition est prévue en octobre.",
)


def articles(story: str) -> tuple[Article, ...]:
    found, problems = read([str(CORPUS / story)])
    assert not [problem for problem in problems if problem.level == "error"]
    return found


def loud(report: Report) -> Counter[tuple[object, ...]]:
    """Count the findings that need a human; of two spellings either may name the subject."""
    return Counter((finding.attribute, finding.slot, finding.verdict) for finding in report.findings if finding.verdict in LOUD)


@pytest.mark.parametrize("story", STORIES)
def test_a_copy_adds_nothing(story: str) -> None:
    """The same text under another id, of the same outlet or of another: no finding more, no finding less, no witness more."""
    told = articles(story)
    before = compare_articles(told)
    assert loud(before)
    for outlet in (told[0].outlet, "Copie conforme"):
        after = compare_articles([*told, replace(told[0], id="zz-copy", outlet=outlet)])
        assert loud(after) == loud(before)
        assert [found.witnesses for found in after.stories] == [found.witnesses for found in before.stories]


@pytest.mark.parametrize("story", STORIES)
def test_a_stranger_changes_nothing(story: str) -> None:
    """An article of another story is a story of its own; all findings stay as they were."""
    told = articles(story)
    before, after = compare_articles(told), compare_articles([*told, STRANGER])
    assert len(after.stories) == len(before.stories) + 1
    assert after.findings == before.findings


def test_thirty_copies_are_one_witness() -> None:
    """However often a text is printed, it stands for one, and contradicts nobody."""
    copies = [replace(STRANGER, id=f"copy-{n}", outlet=f"Titre {n}") for n in range(30)]
    report = compare_articles(copies)
    assert not loud(report)
    assert [story.witnesses for story in report.stories] == [1]
