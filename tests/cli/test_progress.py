"""How far a run is, and how it ends when somebody stops it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.cli import progress
from claimcheck.cli.progress import Progress
from claimcheck.model.watch import Phase
from tests.cli.run import COMMAND, Program
from tests.cli.test_compare import COURRIER, ECHO, FEED
from tests.cli.test_compare import article as row


def test_ctrl_c_stops_between_two_items_and_stories_are_finished() -> None:
    with Progress(quiet=True, keep=True) as watch:
        read = []
        for item in watch("articles", range(5)):
            read.append(item)
            if item == 2:
                signal.raise_signal(signal.SIGINT)
        assert read == [0, 1, 2]
        assert list(watch("files", range(5))) == []
        assert list(watch("stories", range(5))) == [*range(5)]
        assert "3 of 5 articles" in watch.problems[0].message
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_what_was_read_is_compared(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text(FEED + row("fil", ECHO) + row("phare", ECHO), encoding="utf-8")
    with Progress(quiet=True, keep=True) as watch:

        def stopped(phase: Phase, items: Sequence[Any]) -> Iterator[Any]:
            for number, item in enumerate(watch(phase, items)):
                if (phase, number) == ("articles", 1):
                    signal.raise_signal(signal.SIGINT)
                yield item

        report = pipeline.compare([str(tmp_path)], watch=stopped)
    assert [article.id for article in report.articles] == ["courrier", "echo"]
    assert any(finding.verdict == "contradiction" for finding in report.findings)


def interrupted(folder: Path, command: str, *arguments: str) -> tuple[int, str, str]:
    """Run the program on a folder with a pipe that it waits for, and stop it there."""
    (folder / "a.txt").write_text(COURRIER, encoding="utf-8")
    pipe = folder / "b"
    os.mkfifo(pipe)
    words = [*COMMAND, command, str(folder / "a.txt"), str(pipe), *arguments]
    running = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with pipe.open("wb"):  # waits until the program reads
        running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    return running.returncode, out, err


@pytest.mark.parametrize("command", ["compare", "extract"])
def test_an_output_is_still_written(tmp_path: Path, command: str) -> None:
    code, out, err = interrupted(tmp_path, command, "--format", "json", "--output", "report.json")
    assert (code, out) == (130, "")
    assert err.startswith("interrupted: ")
    problems = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["problems"]
    assert [problem["code"] for problem in problems].count("interrupted") == 1
    assert "error: claimcheck: stopped by Ctrl-C after 0 of " in err


@pytest.mark.parametrize("command", ["compare", "extract"])
def test_without_one_it_ends_at_once(tmp_path: Path, command: str) -> None:
    assert interrupted(tmp_path, command) == (130, "", "")


def test_a_line_every_few_seconds(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr is no terminal; none with `--quiet`."""
    monkeypatch.setattr(progress, "EVERY", 0.0)
    program.write("feed.jsonl", FEED)
    assert program("compare", "feed.jsonl", "--quiet").err == ""
    assert program("compare", "feed.jsonl").messages == ["files: 0 of 1", "articles: 0 of 2", "articles: 1 of 2", "stories: 0 of 1"]


def test_a_short_run_says_nothing(program: Program) -> None:
    program.write("feed.jsonl", FEED)
    assert program("compare", "feed.jsonl").err == ""
