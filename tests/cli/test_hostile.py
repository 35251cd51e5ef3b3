"""What nobody should feed the program: it says so and goes on."""

from __future__ import annotations

import os
import re
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


@pytest.mark.parametrize("name", ["html", "json", "jsonl"])
def test_a_second_run_reads_no_report_of_the_first(program: Program, name: str) -> None:
    """A report among the articles is left aside with a word, and may be written again."""
    for outlet in "ab":
        (program.folder / f"{outlet}.txt").write_text(DEAD, encoding="utf-8")
    command = ("compare", "a.txt", "b.txt", ".", f"--{name}-output", f"report.{name}")
    first, second = program(*command), program(*command, f"report.{name}")
    assert (first.code, second.code) == (0, 0)
    assert second.messages == [f"warning: report.{name}: is a report that claimcheck wrote, no article; it is left aside"]


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


DAMAGED_MESSAGES = {
    "empty": ("", "the file is NoneType, where dict is needed"),
    "a list": ("[1]", "the file is list, where dict is needed"),
    "itself": ("a: &a [*a]", "judge.yaml: cannot be read"),
    "one missing": ("claim: '{quote}'\n", "is missing; compare it with the messages that ship with claimcheck"),
    "a blank too many": ("claim: '{quota}'\n", "claim has the blank {quota}, which nothing fills in; allowed: quote, reading"),
    "half a blank": ("claim: '{quote'\n", "claim cannot be filled in"),
}


@pytest.mark.parametrize(("damage", "message"), DAMAGED_MESSAGES.values(), ids=DAMAGED_MESSAGES)
def test_broken_messages_are_an_error_of_the_rules(program: Program, damage: str, message: str) -> None:
    """The file is named; no finding is lost for a sentence that cannot be written."""
    rules = program.folder / "rules"
    shutil.copytree(default_root(), rules)
    told = rules / "fr" / "messages" / "judge.yaml"
    kept = re.sub(r"(?m)^claim: .*\n", damage, told.read_text(encoding="utf-8")) if message.startswith("claim ") else damage
    told.write_text(kept, encoding="utf-8")
    for name in "ab":
        program.write(f"{name}.txt", DEAD)
    ran = program("compare", "a.txt", "b.txt", "--one-story", "--rules", rules, "--ui", "fr")
    assert ran.code == 2
    assert "judge.yaml: " in ran.err
    assert message in ran.err
