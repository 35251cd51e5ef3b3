"""The quality that has been reached on corpus/ is kept."""

from __future__ import annotations

import pytest

from tests.quality.floors import ALL, NOT_READ, PAGE, corpus_digest, measure, read_by_eye, read_floors, row, seal, stories, worse

PINNED = read_floors()
REASON = "run `make floors`, read its diff, and say in the commit what changed"


def test_the_corpus_is_the_one_that_was_measured() -> None:
    """Floors hold for these articles and keys only."""
    assert PINNED["corpus"] == corpus_digest(), f"the corpus changed since the floors were measured: {REASON}"


def test_floors_are_not_edited_by_hand() -> None:
    """Lowering a floor takes a flag, not an editor."""
    assert PINNED["seal"] == seal(PINNED["floors"]), f"floors.yaml was edited by hand: {REASON} (to lower: --lower-floors)"


def test_every_story_has_floors() -> None:
    assert set(PINNED["floors"]) == {*stories(), ALL}, REASON


@pytest.mark.parametrize("story", PINNED["floors"])
def test_floor(story: str) -> None:
    """No figure of a story falls below its floor."""
    if story != ALL and story not in stories():
        pytest.skip("not in the corpus any more")
    found = row(measure(story))
    fallen = [
        f"{name} {found[name]}, was {floor}" for name, floor in PINNED["floors"][story].items() if worse(name, found.get(name, 0), floor)
    ]
    assert not fallen, f"{'; '.join(fallen)}; see `claimcheck corpus score {story} -v`"


def test_every_unjudged_place_is_read() -> None:
    """What the keys do not speak of was read by eye, and the page says what was made of it."""
    page = PAGE.read_text(encoding="utf-8")
    for line in read_by_eye():
        assert not line.endswith(f"{NOT_READ} |"), line
        assert line in page, "run `make floors`"
