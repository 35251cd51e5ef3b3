"""The nearest configuration file wins, flags win over it, and a wrong key says what was allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import UsageError
from claimcheck.settings import SHOW, Settings, load_settings, pick_show
from tests.cli.run import Program

FORMATS = ("json", "table")


def load(folder: Path) -> Settings:
    return load_settings(folder, formats=FORMATS, input_formats=("html", "text"))


def test_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_every_key(tmp_path: Path) -> None:
    (tmp_path / "my-rules" / "kinds").mkdir(parents=True)
    (tmp_path / "my-rules" / "kinds" / "x.yaml").touch()
    (tmp_path / "claimcheck.toml").write_text(
        'format = "json"\nshow = ["agree", "contradiction"]\nfail-on = "note"\nmin-confidence = 0.5\n'
        'rules = "my-rules"\none-story = true\nui = "en"\nquiet = true\n'
    )
    assert load(tmp_path) == Settings(
        format="json",
        show=("contradiction", "agree"),
        fail_on="note",
        min_confidence=0.5,
        rules=tmp_path / "my-rules",
        one_story=True,
        ui="en",
        quiet=True,
    )


def test_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.claimcheck]\nshow = "agree"\n')
    assert load(tmp_path).show == ("agree",)


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    """A `pyproject.toml` without our table is passed over; in one folder our own file comes first."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "claimcheck.toml").write_text('ui = "en"\n')
    (below / "pyproject.toml").write_text("[tool.other]\n")
    assert load(below).ui == "en"
    (tmp_path / "a" / "claimcheck.toml").write_text("quiet = true\n")
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.claimcheck]\nfail-on = "note"\n')
    assert load(below) == Settings(quiet=True)


WRONG = {
    "unknown key": ("colour = true", "key 'colour' is unknown; allowed: format, show"),
    "near key": ("fail_on = 'note'", "did you mean 'fail-on'?"),
    "unknown format": ("format = 'yaml'", "format: 'yaml' is unknown; allowed: json, table"),
    "unknown verdict": ("show = ['contradictions']", "did you mean 'contradiction'?"),
    "verdict no text": ("show = [1]", "show: 1 is no text"),
    "confidence": ("min-confidence = 3", "min-confidence: 3 is not between 0 and 1"),
    "confidence no number": ("min-confidence = true", "min-confidence: True is no number"),
    "flag": ("quiet = 'yes'", "quiet: 'yes' is neither true nor false"),
    "rules": ("rules = 'nowhere'", "is no folder"),
    "empty rules": ("rules = '.'", "holds no rules"),
    "language": ("ui = 'xx'", "ui: 'xx' is unknown; allowed: en, fr"),
    "no TOML": ("format = ", "not TOML"),
    "too deep": ("a = " + "[" * 100_000, "not TOML"),
    "too long a number": ("min-confidence = " + "9" * 5000, "not TOML"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_wrong(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "claimcheck.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as caught:
        load(tmp_path)
    (problem,) = caught.value.problems
    assert problem.where == str(path)
    assert message in problem.message


def test_a_table_of_another_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool]\nclaimcheck = "json"\n')
    with pytest.raises(UsageError, match="table"):
        load(tmp_path)


def test_a_project_without_tables_of_tools_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("tool = 3\n")
    assert load(tmp_path) == Settings()


def test_an_editor_may_put_its_mark_first(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_bytes(b"\xef\xbb\xbfquiet = true\n")
    assert load(tmp_path).quiet


def test_every_wrong_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("a = 1\nb = 2\n")
    with pytest.raises(UsageError) as caught:
        load(tmp_path)
    assert len(caught.value.problems) == 2


def test_the_program_says_so_and_stops(program: Program) -> None:
    program.write("claimcheck.toml", "colour = true\n")
    ran = program("compare", "x.txt")
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith(f"error: {program.folder / 'claimcheck.toml'}: key 'colour' is unknown")


SHOWN = {
    "one": (["agree"], ("agree",)),
    "commas": (["agree, update", "contradiction"], ("contradiction", "update", "agree")),
    "hyphen": (["not-comparable"], ("not_comparable",)),
    "skipped": (["skipped"], ("skipped",)),
    "all": (["all", "agree"], SHOW[:-1]),
}


@pytest.mark.parametrize(("names", "expected"), SHOWN.values(), ids=SHOWN)
def test_show(names: list[str], expected: tuple[str, ...]) -> None:
    assert pick_show(names) == expected
