"""`annotate`: one answer a text, as it comes; a line that cannot be read never stops the others."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import COMMAND, Program

ROWS = [
    {"id": "un", "text": "Norvia emploie 240 personnes à Brelange.", "language": "fr", "published": "2025-03-12"},
    {"id": "two", "text": "Norvia employs 240 people in Brelange.", "language": "en"},
]
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()
BROKEN = LINES.replace(b"\n", b"\n{broken\n", 1) + b'\n{"id": "three"}\n1\n'


def answers(out: str) -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in map(json.loads, out.splitlines())}


@pytest.mark.parametrize("source", ["file", "stdin"])
def test_one_answer_a_line(program: Program, source: str) -> None:
    path = program.write("texts.jsonl", LINES)
    ran = program("annotate", path if source == "file" else "-", stdin=LINES)
    assert ran.code == 0
    assert ran.err == ""
    found = answers(ran.out)
    assert list(found) == ["un", "two"]
    assert set(found["un"]) == {
        "id",
        "sentences",
        "mentions",
        "entities",
        "references",
        "quotations",
        "hedges",
        "denials",
        "credits",
        "posts",
    }


@pytest.mark.parametrize("source", ["file", "stdin"])
def test_lines_that_cannot_be_read(program: Program, source: str) -> None:
    path = program.write("texts.jsonl", BROKEN)
    ran = program("annotate", path if source == "file" else "-", "--only", "mentions", stdin=BROKEN)
    assert ran.code == 3
    assert list(answers(ran.out)) == ["un", "two"]
    name = str(path) if source == "file" else "stdin"
    assert [message.partition(" ")[2].partition(": ")[0] for message in ran.messages] == [f"{name}:2:2", f"{name}:5", f"{name}:6"]


def test_a_text_without_id_takes_its_line(program: Program) -> None:
    assert list(answers(program("annotate", "-", stdin=b'\n{"text": "Un texte."}\n').out)) == ["stdin:2"]


def test_offsets_count_the_text_as_it_came(program: Program) -> None:
    """Line ends, blanks at the start and letters beyond the first plane included."""
    text = "  \r\n\U0001f600 Norvia emploie 240 personnes.\r\n"
    ran = program("annotate", "-", "--only", "mentions", "--only", "sentences", stdin=json.dumps({"id": "a", "text": text}).encode())
    (found,) = answers(ran.out).values()
    assert [text[mention["start"] : mention["end"]] for mention in found["mentions"]] == ["240 personnes"]
    assert [text[start:end].endswith("Norvia emploie 240 personnes.") for start, end in found["sentences"]] == [True]


def test_layers_may_be_named_with_commas(program: Program) -> None:
    ran = program("annotate", "-", "--only", "hedges,denials", stdin=LINES)
    assert set(answers(ran.out)["un"]) == {"id", "hedges", "denials"}


def test_derivations(program: Program) -> None:
    (mention,) = answers(program("annotate", "-", "--only", "mentions", "--why", stdin=LINES).out)["un"]["mentions"]
    assert mention["derivation"]


def test_plain_text_gives_a_table(program: Program) -> None:
    path = program.write("norvia.txt", ROWS[0]["text"])
    ran = program("annotate", path)
    assert ran.out.startswith("norvia\n")
    assert "240 personnes" in ran.out
    assert program("annotate", path, "--format", "jsonl").out.startswith("{")
    assert program("annotate", "-", "--format", "table", stdin=LINES).out.startswith("un\n")


def test_a_missing_file(program: Program) -> None:
    ran = program("annotate", "nowhere.jsonl")
    assert ran.code == 3
    assert len(ran.messages) == 1
    assert "nowhere.jsonl" in ran.err


def test_it_answers_before_the_next_line_comes() -> None:
    """A program at the other end of the pipe can wait for each answer; Ctrl-C ends it quietly."""
    with subprocess.Popen([*COMMAND, "annotate", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as talk:
        assert talk.stdin
        assert talk.stdout
        assert talk.stderr
        for row in ROWS:
            talk.stdin.write(json.dumps(row).encode() + b"\n")
            talk.stdin.flush()
            assert json.loads(talk.stdout.readline())["id"] == row["id"]
        talk.send_signal(signal.SIGINT)
        assert talk.wait(60) == 130
        assert talk.stderr.read() == b""


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_bytes(LINES * 300)
    with subprocess.Popen([*COMMAND, "annotate", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as talk:
        assert talk.stdout
        assert talk.stderr
        talk.stdout.readline()
        talk.stdout.close()
        assert talk.wait(60) == 0
        assert talk.stderr.read() == b""
