"""`rules`: listed, shown, tested and written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimcheck.ruleset import default_root, languages, load
from tests.cli.run import Program


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Give a copy of the rules to change."""
    return Path(shutil.copytree(default_root(), tmp_path / "rules"))


def test_list(program: Program) -> None:
    ran = program("rules", "list")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == sorted(load().kinds)
    assert "the headcount" in ran.out
    assert "l'effectif" in program("rules", "list", "--ui", "fr").out


def test_list_of_one_language(program: Program) -> None:
    assert "fr " not in program("rules", "list", "--language", "en").out.partition("headcount")[2].partition("\n")[0]


def test_show(program: Program) -> None:
    ran = program("rules", "show", "headcount")
    assert ran.code == 0
    for word in ("type      count", "message   fr: l'effectif", "before ", "yes ", "no "):
        assert word in ran.out
    for language in languages():
        assert str(default_root() / language / "headcount.yaml") in ran.out


def test_test(program: Program) -> None:
    """One rule at a time; the whole set is run by tests/rules."""
    ran = program("rules", "test", "headcount", "--language", "fr")
    rule = next(rule for rule in load().rules["fr"] if rule.id == "headcount")
    assert f"{len(rule.yes) + len(rule.no) + len(rule.todo)} examples: " in ran.out
    assert ran.code == (0 if " 0 fail" in ran.out else 1)


def test_an_example_that_does_not_hold(program: Program, rules: Path) -> None:
    path = rules / "fr" / "headcount.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  yes:\n", '  yes:\n    - "Rien à lire."\n'), encoding="utf-8")
    ran = program("rules", "test", "headcount", "--language", "fr", "--rules", rules)
    assert ran.code == 1
    assert f"{path}:" in ran.out
    assert "must be read in 'Rien à lire.'" in ran.out


def test_new(program: Program, rules: Path) -> None:
    """The files say what is missing until somebody fills them in."""
    ran = program("rules", "new", "bus-fare", "--type", "money", "--rules", rules)
    assert ran.code == 0
    assert ran.out.splitlines() == [str(rules / folder / "bus-fare.yaml") for folder in ("kinds", *languages())]
    ran = program("rules", "list", "--rules", rules)
    assert ran.code == 2
    assert len(ran.messages) == 1
    assert "bus-fare.yaml" in ran.err
