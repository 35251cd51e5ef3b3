"""Several reports of one run: each format to a file of its own, beside the one on stdout."""

from __future__ import annotations

import json

import pytest

from claimcheck.report import formats
from tests.cli.run import Program
from tests.cli.test_compare import FEED


def test_every_format_has_its_option_and_all_can_be_given_at_once(program: Program) -> None:
    """Each file holds what `--format NAME --output` writes, and stdout what it always does."""
    program.write("feed.jsonl", FEED)
    wanted = [argument for name in formats.names() for argument in (f"--{name}-output", f"{name}.out")]
    ran = program("compare", "feed.jsonl", "--format", "json", *wanted)
    assert (ran.code, ran.err) == (1, "")
    assert json.loads(ran.out)["schema"] == "claimcheck/1"
    for name in formats.names():
        program("compare", "feed.jsonl", "--format", name, "--output", "alone.out")
        assert (program.folder / f"{name}.out").read_bytes() == (program.folder / "alone.out").read_bytes()


def test_the_table_still_goes_to_stdout(program: Program) -> None:
    program.write("feed.jsonl", FEED)
    assert "✗ contradiction" in program("compare", "feed.jsonl", "--json-output", "report.json").out


WRONG = {
    "NAME itself": ("--NAME-output x", "NAME stands for the name of a format: --"),
    "near name": ("--jsom-output x", "--json-output"),
    "one file for two": ("--json-output a --table-output ./a", "two reports would be written there (json, table)"),
    "as --output": ("--output a --json-output a", "two reports would be written there (table, json)"),
    "a folder": ("--json-output .", "'.' is a folder"),
    "no folder": ("--json-output nowhere/a", "there is no folder 'nowhere'"),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_wrong(program: Program, arguments: str, message: str) -> None:
    """Said before anything is read."""
    ran = program("compare", "missing.txt", *arguments.split())
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert "missing.txt" not in ran.err


def test_the_help_has_one_row_for_all(program: Program) -> None:
    told = program("compare", "--help").out
    assert "--NAME-output" in told
    assert "--json-output" not in told


def test_a_file_that_cannot_be_written_keeps_no_other_from_being(program: Program) -> None:
    program.write("feed.jsonl", FEED)
    program.write("table.txt", "before")
    ran = program("compare", "feed.jsonl", "--json-output", f"{'x' * 250}.json", "--table-output", "table.txt")
    assert ran.code == 2
    assert "cannot be written" in ran.err
    assert "contradiction" in (program.folder / "table.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in program.folder.iterdir()) == ["feed.jsonl", "table.txt"]


def test_what_a_format_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that an extra brings, and how to get it."""

    def missing(_: str) -> None:
        raise ModuleNotFoundError(name="nothing")

    monkeypatch.setattr(formats, "import_module", missing)
    with pytest.raises(formats.UsageError, match=r"the format sheet: needs nothing.*pip install 'claimcheck-news\[sheet\]'"):
        formats.load("sheet")
