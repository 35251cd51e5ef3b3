"""The answer keys of corpus/ say what their articles say."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from claimcheck.corpus import Key, find_keys, read_key
from claimcheck.model import UsageError
from claimcheck.model.finding import VERDICTS

ROOT = Path(__file__).resolve().parents[2] / "corpus"
KEYS = [read_key(path) for path in find_keys([ROOT])]
OWN = frozenset({"arvenne-northgate", "crue-orvane", "municipales-valbrune", "pang-apple-meta"})
"""Stories whose keys were written for this project: they also keep the rules of corpus/README.md to the letter."""


@pytest.fixture(params=KEYS, ids=lambda key: key.name)
def key(request: pytest.FixtureRequest) -> Key:
    return request.param


def test_every_folder_has_a_key() -> None:
    assert {key.name for key in KEYS} == {path.name for path in ROOT.iterdir() if path.is_dir()}


def test_articles_are_there(key: Key) -> None:
    """Every article of the key is a file, and every file is an article of the key."""
    assert {article.path for article in key.articles} == set(key.path.parent.glob("*.txt"))


def test_values_stand_in_their_articles(key: Key) -> None:
    """Each value_text is a part of its article, to the letter, of at most eight words."""
    texts = {article.id: article.path.read_text(encoding="utf-8") for article in key.articles}
    assert [claim.id for claim in key.claims if claim.value_text not in texts[claim.article]] == []
    if key.name in OWN:
        assert [claim.id for claim in key.claims if len(claim.value_text.split()) > 8] == []


def test_comparisons_name_claims(key: Key) -> None:
    """Both ends of a comparison are claims of the key, and its verdict is one of ours."""
    known = {(claim.article, claim.value_text) for claim in key.claims}
    assert [comparison.label for comparison in key.comparisons if comparison.a not in known or comparison.b not in known] == []
    assert {comparison.verdict for comparison in key.comparisons} <= set(VERDICTS)


@pytest.mark.parametrize("key", [key for key in KEYS if key.name in OWN], ids=lambda key: key.name)
def test_every_pair_of_a_slot_is_listed(key: Key) -> None:
    """What the key does not list would be held not comparable; other keys stay as their two readers made them."""
    listed = {frozenset((comparison.a, comparison.b)) for comparison in key.comparisons}
    missing = [
        (first.id, second.id)
        for first, second in itertools.combinations(key.claims, 2)
        if first.slot == second.slot and first.article != second.article
        if frozenset(((first.article, first.value_text), (second.article, second.value_text))) not in listed
    ]
    assert missing == []


def test_a_key_without_claims_is_refused(tmp_path: Path) -> None:
    """A file that is no key is named with what it lacks."""
    path = tmp_path / "truth.yaml"
    path.write_text("comparisons: []\narticles: []\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"truth.yaml.*no answer key.*claims"):
        read_key(path)
