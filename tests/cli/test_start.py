"""Starting is cheap: help and version load nothing that works."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import __version__
from tests.cli.run import COMMAND, process

HEAVY = (
    "trafilatura",
    "lxml",
    "feedparser",
    "jinja2",
    "dateparser",
    "rapidfuzz",
    "yaml",
    "rich",
    "regex",
    "jsonschema",
    "claimcheck.pipeline",
    "claimcheck.extract",
    "claimcheck.judge",
)
MOST_CPU = 0.3
"""Seconds; what the project promises."""
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("argument", ["--help", "--version", "compare --help", "read --help", "rules --help"])
def test_nothing_heavy_is_loaded(argument: str) -> None:
    code = (
        "import sys\nfrom claimcheck.cli import run\n"
        f"run({argument.split()!r})\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == ""


def test_help_is_quick() -> None:
    """The best of three, so that a busy machine does not fail it."""
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*COMMAND, "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) <= MOST_CPU


def test_version() -> None:
    assert process("--version").stdout.decode() == f"claimcheck {__version__}\n"


def test_the_manual_is_the_programs() -> None:
    """docs/cli.md is what docs/generate.py writes."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import generate
    finally:
        sys.path.pop(0)
    for name, write in generate.PAGES.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == write(), f"docs/{name} is old: run `python docs/generate.py`"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("--help",), ("rules", "list")])
def test_a_full_disk_is_no_internal_error(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == [b"error: stdout: no space left on the device; make room, or write elsewhere"]


@pytest.mark.parametrize("arguments", [("--help",), ("rules", "list")])
def test_nobody_reads_stdout(arguments: tuple[str, ...]) -> None:
    """A pipe whose other end is closed: silence."""
    ours, theirs = os.pipe()
    os.close(ours)
    ran = subprocess.run([*COMMAND, *arguments], stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert ran.stderr == b""


def test_stdout_is_closed() -> None:
    ran = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *COMMAND, "rules", "list"], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
