"""Two values, one level of the ladder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from claimcheck.judge.comparators import compare
from claimcheck.judge.outcome import Ground
from tests.judge.notation import quantity, value

SPECS = yaml.safe_load((Path(__file__).parent / "values.yaml").read_text(encoding="utf-8"))
CASES = [(group, *map(str, case)) for group, cases in SPECS.items() for case in cases]


@pytest.mark.parametrize(("group", "a", "b", "verdict", "level"), CASES, ids=lambda text: text)
def test_pair(group: str, a: str, b: str, verdict: str, level: str) -> None:
    """The verdict is the one of the spec, whichever of the two comes first."""
    ground = Ground(exclusive=group.startswith("exclusive"), when=date(2022, 10, 1))
    read = quantity if group == "quantity" else value
    outcome, mirrored = compare(read(a), read(b), ground), compare(read(b), read(a), ground)
    assert (outcome.verdict, outcome.level) == (verdict, level)
    assert (mirrored.verdict, mirrored.level, mirrored.reason) == (outcome.verdict, outcome.level, outcome.reason)


def test_a_ladder_without_disjoint_never_contradicts() -> None:
    """A kind may leave the last rung out."""
    outcome = compare(value("509"), value("511"), Ground(ladder=("same", "overlap")))
    assert outcome.verdict == "not_comparable"


def test_a_ladder_without_rounding_takes_every_digit() -> None:
    """A kind may leave rounding out."""
    outcome = compare(value("63"), value("63.2"), Ground(ladder=("same", "overlap", "disjoint")))
    assert outcome.verdict == "contradiction"
