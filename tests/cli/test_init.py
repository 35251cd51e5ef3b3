"""`init`, and completion of the command line in a shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from claimcheck.cli.init import TEMPLATE
from claimcheck.read import formats as inputs
from claimcheck.report import formats
from claimcheck.settings import KEYS, Settings, load_settings, read_settings
from tests.cli.run import COMMAND, Program


def test_init_writes_a_file_that_changes_nothing(program: Program) -> None:
    ran = program("init")
    assert (ran.code, ran.out, ran.err) == (0, "claimcheck.toml\n", "")
    names = [format_.NAME for format_ in inputs.formats()]
    assert load_settings(program.folder, formats=formats.names(), input_formats=names) == Settings()


def test_every_key_is_there_and_can_be_used(program: Program) -> None:
    """Once the marks of the comments are taken away."""
    (program.folder / "rules" / "kinds").mkdir(parents=True)
    program.write("rules/kinds/x.yaml", "")
    table = tomllib.loads(re.sub(r"^# (?=[a-z-]+ = |\[)", "", TEMPLATE, flags=re.MULTILINE))
    assert set(table) == set(KEYS)
    names = [format_.NAME for format_ in inputs.formats()]
    assert read_settings(program.folder / "claimcheck.toml", table, formats=formats.names(), input_formats=names)


WRONG = {
    "a file that is there": (".", "claimcheck.toml: is there already"),
    "no folder": ("nowhere", "nowhere/claimcheck.toml: cannot be written"),
}


@pytest.mark.parametrize(("folder", "message"), WRONG.values(), ids=WRONG)
def test_init_overwrites_nothing(program: Program, folder: str, message: str) -> None:
    program.write("claimcheck.toml", "quiet = true\n")
    ran = program("init", folder)
    assert ran.code == 2
    assert message in ran.err
    assert (program.folder / "claimcheck.toml").read_text(encoding="utf-8") == "quiet = true\n"


COMPLETED = {
    "a command": ("com", "compare"),
    "an option": ("compare --for", "--format"),
    "a format": ("compare --format sa", "sarif"),
    "a verdict": ("compare --show contra", "contradiction"),
    "a severity": ("compare --fail-on w", "warning"),
}


@pytest.mark.parametrize(("typed", "word"), COMPLETED.values(), ids=COMPLETED)
def test_completion(typed: str, word: str) -> None:
    words = f"claimcheck {typed}"
    env = os.environ | {"_CLAIMCHECK_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    ran = subprocess.run(COMMAND, capture_output=True, text=True, env=env, check=False)
    assert (ran.returncode, ran.stdout.split(), ran.stderr) == (0, [word], "")


@pytest.mark.skipif(not shutil.which("bash"), reason="this system has no bash")
def test_the_shell_gets_a_script() -> None:
    """What `--show-completion` prints is a script that bash takes."""
    script = f'{sys.executable} -m claimcheck --show-completion > "$0" && bash -n "$0" && grep complete "$0"'
    ran = subprocess.run(["bash", "-c", f"file=$(mktemp); {script.replace('$0', '$file')}"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "_CLAIMCHECK_COMPLETE=complete_bash" in ran.stdout
