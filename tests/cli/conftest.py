"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Program


@pytest.fixture
def program(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Give the command line, run in an empty folder."""
    return Program(tmp_path, capsysbinary, monkeypatch)
