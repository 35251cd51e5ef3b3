"""Running the program: inside this process where that is enough, as a process of its own where it is not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimcheck.cli import run

COMMAND = (sys.executable, "-m", "claimcheck")


@dataclass(frozen=True)
class Ran:
    """What one run left behind."""

    code: int
    out: str
    err: str

    @property
    def messages(self) -> list[str]:
        """The lines on stderr."""
        return self.err.splitlines()


class Program:
    """The command line, run inside the test's process from a folder of its own."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[bytes], patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capture = capture
        self._patch = patch
        patch.chdir(folder)
        patch.setenv("COLUMNS", "100")

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Ran:
        """Run one command line."""
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._capture.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = self._capture.readouterr()
        return Ran(int(code), out.decode(), err.decode())

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def process(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, check=False, env=os.environ | env, timeout=60)
