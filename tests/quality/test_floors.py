"""The quality that has been reached on corpus/ is kept."""

from __future__ import annotations

import pytest

from tests.quality.floors import (
    ALL,
    NOT_READ,
    PAGE,
    alarms,
    corpus_digest,
    measure_parts,
    measured,
    read,
    read_by_eye,
    read_floors,
    row,
    seal,
    stories,
    worse,
)

PINNED = read_floors()
REASON = "run `make floors`, read its diff, and say in the commit what changed"


def test_the_corpus_is_the_one_that_was_measured() -> None:
    """Floors hold for these articles and keys only."""
    assert PINNED["corpus"] == corpus_digest(), f"the corpus changed since the floors were measured: {REASON}"


def test_floors_are_not_edited_by_hand() -> None:
    """Lowering a floor takes a flag, not an editor."""
    assert PINNED["seal"] == seal(PINNED["floors"]), f"floors.yaml was edited by hand: {REASON} (to lower: --lower-floors)"


def test_every_story_type_and_language_has_floors() -> None:
    assert set(PINNED["floors"]) == {*stories(), ALL, *measure_parts()}, REASON


@pytest.mark.parametrize("story", PINNED["floors"])
def test_floor(story: str) -> None:
    """No figure of a story falls below its floor."""
    if story not in {*stories(), ALL, *measure_parts()}:
        pytest.skip("not in the corpus any more")
    found = row(measured(story))
    fallen = [
        f"{name} {found[name]}, was {floor}" for name, floor in PINNED["floors"][story].items() if worse(name, found.get(name, 0), floor)
    ]
    assert not fallen, f"{'; '.join(fallen)}; see `claimcheck corpus score {story} -v`"


def test_every_alarm_is_read() -> None:
    """What goes wrong, and what the keys do not speak of, was read by eye, and the page says what was made of it."""
    page = PAGE.read_text(encoding="utf-8")
    for line in read_by_eye():
        assert not line.endswith(f"{NOT_READ} |"), f"judge it in tests/quality/read.yaml: {line}"
        assert line in page, "run `make floors`"


def test_no_judgement_outlives_its_alarm() -> None:
    """What went away leaves no explanation behind."""
    for kind, judged in read().items():
        for story, places in judged.items():
            assert set(places) <= set(alarms(kind, story)), f"take it out of tests/quality/read.yaml: {kind} of {story}"
