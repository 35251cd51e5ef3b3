"""Data to stdout, messages to stderr; nothing else in the program prints."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import typer

from claimcheck.cli.exits import Exit
from claimcheck.model.problem import Problem, UsageError

NARROWEST, WIDEST = 40, 200
"""Columns that a table is laid out for."""


def safe(text: str) -> str:
    """Show control characters of file names and messages instead of obeying them."""
    return "".join(letter if letter.isprintable() or letter in "\n\t" else "\ufffd" for letter in text)


def say(text: str) -> None:
    """Write one message to stderr."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(safe(text) + "\n")
        sys.stderr.flush()
    except BrokenPipeError:
        close(sys.stderr.fileno())
    except UnicodeEncodeError:
        sys.stderr.write(safe(text).encode("ascii", "replace").decode("ascii") + "\n")


def report_problems(problems: Iterable[Problem], *, quiet: bool = False) -> bool:
    """Write each problem as one message; say whether an input was lost. `quiet` leaves warnings unsaid."""
    lost = False
    for problem in problems:
        lost = lost or problem.level == "error"
        if problem.level == "error" or not quiet:
            say(f"{problem.level}: {problem.where}: {problem.message}".replace("\n", "\ufffd"))  # a line of its own could be a command
    return lost


def close(descriptor: int) -> None:
    """Let whatever is still written to a stream that nobody reads go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def emit(data: bytes) -> bool:
    """Write to stdout; say whether anybody still reads it."""
    if sys.stdout is None:
        return False
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        close(sys.stdout.fileno())
        return False
    return True


def encode(text: str) -> bytes:
    """Encode a table for the terminal; what its character set lacks becomes a question mark."""
    return text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "replace")


def write(data: bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, else to stdout; a `UsageError` says why the file cannot be written."""
    if output is None:
        emit(data)
        return
    draft = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)
            return
        draft.write_bytes(data)
        draft.replace(output)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        problem = Problem("unwritable-output", str(output), f"cannot be written: {error.strerror}; choose another --output")
        raise UsageError(problem) from error


def width() -> int:
    """Count the columns of the terminal, or what `COLUMNS` says; 100 where there is none."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def color(output: Path | None) -> bool:
    """Whether colours are wanted: on a terminal that has them, unless `NO_COLOR` is set."""
    terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def stdin_bytes(paths: Iterable[str]) -> bytes | None:
    """Read stdin when `-` is among the paths."""
    return sys.stdin.buffer.read() if "-" in paths else None


def leave(code: Exit) -> None:
    """End the command with an exit code."""
    raise typer.Exit(int(code))
