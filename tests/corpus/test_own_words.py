"""The sample story is in our own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
STORY = ROOT / "corpus" / "pang-apple-meta"
RUN = 6
"""Words in a row that are not ours any more."""
ASKED_FOR = (
    "tout au plus une vingtaine de personnes",
    "dépassant les 200 millions de dollars",
    "plusieurs dizaines de millions de dollars",
)
"""Values that the project was asked to hold against each other, as the outlets put them."""


def runs(text: str) -> set[tuple[str, ...]]:
    """Give every run of six words."""
    words = re.findall(r"\w+", text.lower().replace("\u2019", "'"))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.skipif(not SEEDS, reason="the outlets' own articles are not on this machine")
@pytest.mark.parametrize("path", sorted(STORY.glob("*.txt")), ids=lambda path: path.stem)
def test_no_run_of_words_is_copied(path: Path) -> None:
    """No six words in a row stand in any of the outlets' own articles, but for the values that were asked for."""
    theirs = set().union(*(runs(seed.read_text(encoding="utf-8")) for seed in SEEDS))
    text = path.read_text(encoding="utf-8")
    for phrase in ASKED_FOR:
        text = text.replace(phrase, "asked_for")
    assert sorted(" ".join(run) for run in runs(text) & theirs) == []
