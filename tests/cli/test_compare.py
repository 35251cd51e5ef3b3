"""`compare` as a newsroom runs it: what is printed where, and with which exit code."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimcheck.report.schema import schema
from claimcheck.ruleset import default_root
from tests.cli.run import COMMAND, Program, process

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


def test_fail_on(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    assert program("compare", path, "--fail-on", "never").code == 0
    assert program("compare", path, "--fail-on", "note").code == 1
    assert program("compare", path, "--min-confidence", "1").code == 0


def test_show(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    assert "✓ accord" not in program("compare", path).out
    assert "✓ accord" in program("compare", path, "--show", "agree").out
    shown = data(program("compare", path, "--format", "json", "--show", "agree").out)["findings"]
    assert {finding["verdict"] for finding in shown} == {"agree"}


def test_language_of_the_report(program: Program) -> None:
    path = program.write("feed.jsonl", FEED)
    assert "confiance" in program("compare", path).out
    ran = program("compare", path, "--ui", "en")
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
    claims = json.loads(program("extract", path, "--format", "json").out)["claims"]
    assert claims == data(program("compare", path, "--format", "json").out)["claims"]


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


UNREADABLE = {
    "missing path": ("nowhere.txt", None, "nowhere.txt"),
    "empty folder": ("empty", {}, "empty"),
    "empty file": ("x.txt", b"", "x.txt"),
    "binary": ("x.txt", bytes(range(256)) * 20, "x.txt"),
    "broken JSON": ("x.jsonl", article("trois", ECHO).encode() * 6 + b'{"id": "x",\n', "x.jsonl:7"),
    "picture": ("x.jpg", b"\xff\xd8\xff\xe0", "x.jpg"),
}


@pytest.mark.parametrize(("name", "content", "where"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_said_and_the_rest_is_reported(program: Program, name: str, content: Any, where: str) -> None:
    feed = program.write("feed.jsonl", FEED)
    if isinstance(content, bytes):
        program.write(name, content)
    elif content is not None:
        (program.folder / name).mkdir()
    ran = program("compare", feed, name, "--format", "json")
    assert ran.code == 3
    assert {"courrier", "echo"} <= {article["id"] for article in data(ran.out)["articles"]}
    errors = [message for message in ran.messages if message.startswith("error: ")]
    assert len(errors) == 1
    assert where in errors[0]
    assert "Traceback" not in ran.err


def test_front_matter_that_is_no_yaml_is_said_and_the_text_is_read(program: Program) -> None:
    program.write("courrier.md", COURRIER)
    program.write("echo.md", f"---\ntitle: [a\n---\n{ECHO}")
    ran = program("compare", program.folder, "--one-story", "--format", "json")
    assert len(data(ran.out)["articles"]) == 2
    assert len(ran.messages) == 1
    assert ran.err.startswith("warning: ")
    assert "echo.md" in ran.err


GUESSED = {"latin-1": (ECHO.encode("latin-1"), 1), "utf-16": (ECHO.encode("utf-16"), 0), "utf-8 with a mark": (ECHO.encode("utf-8-sig"), 0)}


@pytest.mark.parametrize(("content", "warnings"), GUESSED.values(), ids=GUESSED)
def test_other_encodings_are_read(program: Program, content: bytes, warnings: int) -> None:
    paths = program.write("courrier.txt", COURRIER), program.write("echo.txt", content)
    ran = program("compare", *paths, "--one-story")
    assert ran.code == 1
    assert len(ran.messages) == warnings
    assert all(message.startswith("warning: ") for message in ran.messages)
    assert program("compare", *paths, "--one-story", "--quiet").err == ""


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
