"""What nobody should feed the program: it says so and goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.ruleset import default_root
from tests.cli.run import Program

DEAD = "Trois personnes sont mortes mardi à Brélon, selon la préfecture."


@pytest.mark.parametrize("after", [0.1, 1.0])
def test_an_interruption_is_quiet(tmp_path: Path, after: float) -> None:
    """Ctrl-C ends in 130 without a word, while modules load as well as later; test_progress.py stops a run at a known place."""
    (tmp_path / "a.txt").write_text(f"{DEAD} " * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "claimcheck", "compare", str(tmp_path)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(after)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode in (130, -signal.SIGINT), "the second where the interpreter itself was still starting"
    assert b"Traceback" not in said or b"claimcheck" not in said


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
