"""What nobody should feed the program: it says so and goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.ruleset import default_root
from tests.cli.run import Program, process

DEAD = "Trois personnes sont mortes mardi à Brélon, selon la préfecture."


@pytest.mark.parametrize("module", ["typer", "claimcheck.pipeline"])
def test_an_interruption_is_quiet(tmp_path: Path, module: str) -> None:
    """Ctrl-C ends in 130 without a word, while modules load as well as later; test_progress.py stops a run at a known place."""
    (tmp_path / "a.txt").write_text(f"{DEAD} " * 20_000, encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "claimcheck", "compare", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        while not (line := running.stderr.readline()).rstrip().endswith(f" {module}"):
            assert line, f"{module} was never loaded"
        running.send_signal(signal.SIGINT)
        said = [line for line in running.stderr if not line.startswith("import time:")]
    assert (running.returncode, said) == (130, [])


def test_a_pipe_in_a_folder_is_left_aside(program: Program) -> None:
    """Nothing is waited for, and what was left aside is said."""
    (program.folder / "news").mkdir()
    (program.folder / "news" / "a.txt").write_text(DEAD, encoding="utf-8")
    (program.folder / "news" / "b.txt").write_text(DEAD, encoding="utf-8")
    os.mkfifo(program.folder / "news" / "c.txt")
    ran = program("compare", "news")
    assert ran.code == 0
    assert "c.txt" in ran.err


@pytest.mark.parametrize("name", ["hedges", "abbreviations"])
@pytest.mark.parametrize("damage", ["x", "a: b", None])
def test_a_broken_lexicon_is_an_error_of_the_rules(program: Program, name: str, damage: str | None) -> None:
    """It is no fault of the articles: exit code 2, and the lexicons are named."""
    rules = program.folder / "rules"
    shutil.copytree(default_root(), rules)
    lexicon = rules / "fr" / "lexicon" / f"{name}.yaml"
    lexicon.unlink() if damage is None else lexicon.write_text(damage, encoding="utf-8")
    (program.folder / "a.txt").write_text(DEAD, encoding="utf-8")
    ran = program("compare", "a.txt", "--rules", "rules")
    assert ran.code == 2
    assert "lexicon" in ran.err


@pytest.mark.parametrize("command", ["compare", "extract", "read"])
def test_an_article_is_never_written_over(program: Program, command: str) -> None:
    """Also when it is named in another way."""
    path = program.write("a.txt", DEAD)
    ran = program(command, "a.txt", "--output", "./a.txt")
    assert (ran.code, path.read_text(encoding="utf-8")) == (2, DEAD)
    assert ran.messages == ["error: a.txt: is to be read and would be overwritten; write to another file"]


def test_the_name_of_a_file_starts_no_line(program: Program) -> None:
    """A CI server takes a line on stderr that starts with two colons for a command."""
    assert len(program("compare", "a\n::error::b.txt").messages) == 1


def test_the_library_that_reads_a_document_is_not_heard(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\nnothing")
    said = process("compare", tmp_path / "a.pdf").stderr.decode().splitlines()
    assert [line.partition(":")[0] for line in said] == ["error"]
