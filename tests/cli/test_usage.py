"""Every wrong use gives one clear message, its exit code and no traceback."""

from __future__ import annotations

import pytest

from claimcheck.report import formats
from tests.cli.run import Program

WRONG = {
    "unknown command": ("compar x", "Did you mean 'compare'"),
    "no path": ("compare", "Missing argument 'PATH"),
    "empty path": ("compare ''", "one of the paths is empty"),
    "unknown option": ("compare --fromat json x", "--fromat"),
    "unknown format": ("compare --format yaml x", f"'yaml' is unknown; allowed: {', '.join(formats.names())}"),
    "near verdict": ("compare --show contradictoin x", "did you mean 'contradiction'? allowed: contradiction, dispute"),
    "far verdict": ("compare --show agree,foo x", "'foo' is unknown; allowed: contradiction, dispute"),
    "no verdict": ("compare --show , x", "names nothing; allowed: contradiction"),
    "unknown severity": ("compare --fail-on err x", "did you mean 'error'? allowed: error, warning, note, never"),
    "confidence too high": ("compare --min-confidence 2 x", "2 is not between 0 and 1"),
    "confidence no number": ("compare --min-confidence nan x", "nan is not between 0 and 1"),
    "confidence a word": ("compare --min-confidence high x", "--min-confidence"),
    "no rules": ("compare --rules nowhere x", "'nowhere' is no folder"),
    "empty rules": ("compare --rules . x", "'.' holds no rules"),
    "unknown language": ("compare --ui xx x", "'xx' is unknown; allowed: en, fr"),
    "no folder for output": ("compare --output nowhere/x.json x", "there is no folder 'nowhere'"),
    "output is a folder": ("compare --output . x", "'.' is a folder"),
    "extract formats": ("extract --format jsonl x", "allowed: table, json"),
    "unknown layer": ("annotate --only mention x", "did you mean 'mentions'?"),
    "annotate formats": ("annotate --format json x", "did you mean 'jsonl'? allowed: jsonl, table"),
    "explain without report": ("explain", "Missing argument 'REPORT'"),
    "explain without name": ("explain r.json", "Missing argument 'ID'"),
    "explain a missing report": ("explain r.json f1", "r.json: cannot be read: no such file or directory"),
    "unknown rule": ("rules show hedcount", "did you mean 'headcount'?"),
    "rule name": ("rules new Head_Count", "small letters, digits and hyphens"),
    "rule that exists": ("rules new headcount", "is there already"),
    "rule type": ("rules new x --type monney", "did you mean 'money'?"),
}


@pytest.mark.parametrize(("line", "message"), WRONG.values(), ids=WRONG)
def test_wrong_use(program: Program, line: str, message: str) -> None:
    ran = program(*(word.strip("'") for word in line.split()))
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.messages) == 1
    assert ran.err.startswith("error: ")
    assert message in ran.err


REPORTS = {
    "no JSON": (b"{", "is no JSON"),
    "not UTF-8": (b"\xff\xfe", "is no JSON"),
    "another document": (b'{"a": 1}', "is no report of schema claimcheck/1"),
    "a list": (b"[]", "is no report of schema claimcheck/1"),
    "without claims": (b'{"schema": "claimcheck/1"}', "lacks 'claims'"),
    "wrong shape": (b'{"schema": "claimcheck/1", "claims": 3, "articles": []}', "is not shaped as its schema says"),
    "wrong finding": (b'{"schema": "claimcheck/1", "claims": [], "articles": [], "findings": [{"id": "f1"}]}', "lacks 'verdict'"),
    "unknown name": (b'{"schema": "claimcheck/1", "claims": [], "articles": [], "findings": []}', "has no finding or claim 'f1'"),
}


@pytest.mark.parametrize(("content", "message"), REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("source", ["file", "stdin"])
def test_reports_that_cannot_be_explained(program: Program, content: bytes, message: str, source: str) -> None:
    path = program.write("r.json", content)
    ran = program("explain", path if source == "file" else "-", "f1", stdin=content)
    assert ran.code == 2
    assert len(ran.messages) == 1
    assert message in ran.err


@pytest.mark.parametrize("arguments", [(), ("rules",), ("corpus",)])
def test_a_command_alone_shows_its_help(program: Program, arguments: tuple[str, ...]) -> None:
    """On stderr: nothing was asked for that could be data."""
    ran = program(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: claimcheck")


@pytest.mark.parametrize(
    "command", ["compare", "extract", "annotate", "explain", "rules", "rules list", "rules show", "rules test", "rules new"]
)
def test_help(program: Program, command: str) -> None:
    ran = program(*command.split(), "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: claimcheck {command}")


def test_an_internal_error_is_one_line(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how to report it, and shows the traceback only when asked to."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("claimcheck.cli.options.load_settings", broken)
    ran = program("compare", "x")
    assert ran.code == 70
    assert len(ran.messages) == 1
    assert "internal error (ZeroDivisionError: boom)" in ran.err
    assert "CLAIMCHECK_DEBUG=1" in ran.err
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    assert "Traceback" in program("compare", "x").err
