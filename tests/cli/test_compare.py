"""`compare` as a newsroom runs it: what is printed where, and with which exit code."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimcheck.cli.compare import exit_code
from claimcheck.cli.exits import Exit
from claimcheck.report.schema import schema
from claimcheck.ruleset import default_root
from claimcheck.settings import Settings
from tests.cli.run import COMMAND, Program, process
from tests.report.sample import sample

COURRIER = """\
L'incendie de la papeterie de Montbrun fait neuf blessés

La papeterie Valpapier de Montbrun, dans le Doubs, a brûlé dans la nuit de mardi à mercredi. L'incendie a fait neuf blessés.
Valpapier emploie 230 salariés à Montbrun. Les dégâts s'élèvent à 12 millions d'euros.
"""
ECHO = """\
Montbrun : la papeterie Valpapier ravagée par un incendie

Un incendie a ravagé la papeterie Valpapier de Montbrun, dans le Doubs, dans la nuit de mardi à mercredi. Neuf personnes ont été blessées.
Valpapier emploie 480 salariés à Montbrun. Les dégâts s'élèvent à 12 millions d'euros.
"""


def article(name: str, text: str, **fields: str) -> str:
    return json.dumps({"id": name, "outlet": name.title(), "date": "2025-03-12", "language": "fr", "text": text, **fields}) + "\n"


FEED = article("courrier", COURRIER) + article("echo", ECHO)


def data(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)
    jsonschema.validate(found, schema())
    return found


def test_a_contradiction_is_shown_and_ends_in_1(program: Program) -> None:
    ran = program("compare", program.write("feed.jsonl", FEED))
    assert ran.code == 1
    assert ran.err == ""
    assert "✗ contradiction" in ran.out
    assert "[230 salariés]" in ran.out
    assert "[480 salariés]" in ran.out


def test_json(program: Program) -> None:
    found = data(program("compare", program.write("feed.jsonl", FEED), "--format", "json").out)
    assert [article["outlet"] for article in found["articles"]] == ["Courrier", "Echo"]
    assert [story["articles"] for story in found["stories"]] == [["courrier", "echo"]]
    claims = {claim["id"]: claim["text"] for claim in found["claims"]}
    verdicts = {claims[pair["a"]]: pair["verdict"] for finding in found["findings"] for pair in finding["pairs"]}
    assert verdicts["230 salariés"] == "contradiction"
    assert verdicts["12 millions d'euros"] == "agree"


def test_stdin_is_a_path(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    claims = [data(program("compare", name, "--format", "json", stdin=FEED.encode()).out)["claims"] for name in (path, "-")]
    assert claims[0] == claims[1]


EXITS = {
    "contradiction": (Settings(), False, Exit.FOUND),
    "never": (Settings(fail_on="never"), False, Exit.OK),
    "nothing so sure": (Settings(min_confidence=0.999), False, Exit.OK),
    "lost input": (Settings(), True, Exit.UNREAD),
    "lost input and never": (Settings(fail_on="never"), True, Exit.UNREAD),
}


@pytest.mark.parametrize(("settings", "lost", "code"), EXITS.values(), ids=EXITS)
def test_exit_code(settings: Settings, lost: bool, code: Exit) -> None:
    assert exit_code(sample(), settings, lost=lost) == code


SEVERITIES = {"dispute": ("note",), "spelling": ("warning", "note"), "contradiction": ("error", "warning", "note"), "agree": ()}


@pytest.mark.parametrize(("verdict", "fails"), SEVERITIES.items())
@pytest.mark.parametrize("least", ["error", "warning", "note"])
def test_fail_on(verdict: str, fails: tuple[str, ...], least: str) -> None:
    """What is at or above the least severity counts."""
    report = sample()
    report = replace(report, findings=tuple(finding for finding in report.findings if finding.verdict == verdict))
    assert exit_code(report, Settings(fail_on=least), lost=False) == (Exit.FOUND if least in fails else Exit.OK)


def test_fewer_than_two_outlets_come_before_what_was_found() -> None:
    report = sample()
    documents = tuple(replace(document, article=replace(document.article, outlet="Le Fil")) for document in report.documents)
    assert exit_code(replace(report, documents=documents), Settings(), lost=False) == Exit.ALONE
    assert exit_code(replace(report, documents=documents), Settings(), lost=True) == Exit.UNREAD


def test_show(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    assert "✓ accord" in program("compare", path, "--show", "agree").out
    shown = data(program("compare", path, "--format", "json", "--show", "agree").out)["findings"]
    assert {finding["verdict"] for finding in shown} == {"agree"}


def test_language_of_the_report(program: Program) -> None:
    ran = program("compare", program.write("feed.jsonl", FEED), "--ui", "en")
    assert "confidence" in ran.out
    assert "confiance" not in ran.out


def test_output_goes_to_a_file(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    ran = program("compare", path, "--format", "json", "--output", "report.json")
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    data((program.folder / "report.json").read_text(encoding="utf-8"))
    assert sorted(found.name for found in program.folder.iterdir()) == ["feed.jsonl", "report.json"]


def test_a_report_can_be_explained(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    program("compare", path, "--format", "json", "--output", "report.json")
    found = data((program.folder / "report.json").read_text(encoding="utf-8"))
    wrong = next(finding for finding in found["findings"] if finding["verdict"] == "contradiction")
    ran = program("explain", "report.json", wrong["id"])
    assert ran.code == 0
    assert "[480 salariés]" in ran.out
    for claim in found["claims"]:
        assert program("explain", "report.json", claim["id"]).code == 0


def test_extract(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    ran = program("extract", path)
    assert ran.code == 0
    assert "[230 salariés]" in ran.out
    assert "← " not in ran.out
    assert "← " in program("extract", path, "--why").out


def test_the_configuration_counts_and_flags_win(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    program.write("claimcheck.toml", 'fail-on = "never"\nui = "en"\n')
    ran = program("compare", path)
    assert ran.code == 0
    assert "confidence" in ran.out
    ran = program("compare", path, "--fail-on", "error", "--ui", "fr")
    assert ran.code == 1
    assert "confiance" in ran.out


def test_one_outlet_ends_in_4_and_is_still_reported(program: Program) -> None:
    path = program.write("feed.jsonl", article("courrier", COURRIER) + article("bis", ECHO, outlet="Courrier"))
    ran = program("compare", path, "--format", "json")
    assert ran.code == 4
    assert data(ran.out)["articles"]
    assert ran.messages == ["error: fewer than two outlets to compare (found: Courrier); give articles of at least two outlets"]


UNREADABLE: dict[str, tuple[bytes | None, str]] = {
    "empty.txt": (b"", "empty.txt"),
    "binary.txt": (bytes(range(256)) * 20, "binary.txt"),
    "broken.jsonl": (article("trois", ECHO).encode() + b"\n" * 5 + b'{"id": "x",\n', "broken.jsonl:7"),
    "picture.jpg": (b"\xff\xd8\xff\xe0", "picture.jpg"),
    "missing.txt": (None, "missing.txt"),
    "folder": (None, "folder"),
}
"""Name → content, and where the message says it is; a folder is empty."""


def test_what_cannot_be_read_is_said_and_the_rest_is_reported(program: Program) -> None:
    feed = program.write("feed.jsonl", FEED)
    (program.folder / "folder").mkdir()
    for name, (content, _) in UNREADABLE.items():
        if content is not None:
            program.write(name, content)
    ran = program("compare", feed, *UNREADABLE, "--format", "json")
    assert ran.code == 3
    assert {"courrier", "echo", "trois"} == {article["id"] for article in data(ran.out)["articles"]}
    errors = [message for message in ran.messages if message.startswith("error: ")]
    assert len(errors) == len(UNREADABLE)
    for _, where in UNREADABLE.values():
        assert len([error for error in errors if error.startswith(f"error: {where}:")]) == 1
    assert "Traceback" not in ran.err


def test_front_matter_that_is_no_yaml_is_said_and_the_text_is_read(program: Program) -> None:
    program.write("courrier.md", COURRIER)
    program.write("echo.md", f"---\ntitle: [a\n---\n{ECHO}")
    ran = program("compare", program.folder, "--one-story", "--format", "json")
    assert len(data(ran.out)["articles"]) == 2
    assert len(ran.messages) == 1
    assert ran.err.startswith("warning: ")
    assert "echo.md" in ran.err


def test_other_encodings_are_read(program: Program) -> None:
    """UTF-16 and marked UTF-8 without a word, Latin-1 with a warning, which `--quiet` leaves unsaid."""
    paths = [
        program.write("courrier.txt", COURRIER),
        program.write("echo.txt", ECHO.encode("latin-1")),
        program.write("fil.txt", ECHO.encode("utf-16")),
        program.write("phare.txt", ECHO.encode("utf-8-sig")),
    ]
    ran = program("extract", *paths)
    assert ran.code == 0
    assert ran.out.count("[480 salariés]") == 3
    assert len(ran.messages) == 1
    assert ran.err.startswith(f"warning: {paths[1]}: ")
    assert program("extract", *paths, "--quiet").err == ""


def test_a_rule_with_an_unknown_key(program: Program) -> None:
    rules = program.folder / "rules"
    shutil.copytree(default_root(), rules)
    path = rules / "fr" / "headcount.yaml"
    path.write_text("befroe: [emploie]\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    ran = program("compare", program.write("feed.jsonl", FEED), "--rules", rules)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.messages) == 1
    assert f"{path}:1:" in ran.err
    assert "befroe" in ran.err
    assert "before" in ran.err


def terminal(*arguments: str | Path, **env: str) -> bytes:
    """Run the program with its stdout on a terminal."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TERM"}}
    subprocess.run([*COMMAND, *map(str, arguments)], stdout=theirs, stderr=subprocess.PIPE, env=clean | env, check=False, timeout=60)
    os.close(theirs)
    out = b""
    while True:
        try:
            block = os.read(ours, 65536)
        except OSError:
            break
        if not block:
            break
        out += block
    os.close(ours)
    return out


COLOURS = {
    "terminal": ({"TERM": "xterm-256color"}, True),
    "NO_COLOR": ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
    "dumb": ({"TERM": "dumb"}, False),
}


@pytest.mark.parametrize(("env", "coloured"), COLOURS.values(), ids=COLOURS)
def test_colour(tmp_path: Path, env: dict[str, str], coloured: bool) -> None:
    path = tmp_path / "un.txt"
    path.write_text(COURRIER, encoding="utf-8")
    out = terminal("extract", path, **env)
    assert (b"\x1b[" in out) is coloured
    assert "230 salariés" in out.decode()


def test_no_colour_in_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(FEED, encoding="utf-8")
    assert b"\x1b" not in process("compare", path, TERM="xterm-256color").stdout


def test_letters_that_the_terminal_lacks(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(FEED, encoding="utf-8")
    ran = process("compare", path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == 1
    assert b"? contradiction" in ran.stdout
    assert b"Traceback" not in ran.stderr
