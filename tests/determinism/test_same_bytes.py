"""The same input gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def compare(paths: list[str], *, seed: str, format_: str) -> bytes:
    """Run the program in a process of its own, with a hash seed."""
    env = os.environ | {"PYTHONHASHSEED": seed, "COLUMNS": "120", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "claimcheck", "compare", *paths, "--format", format_]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False)
    assert run.returncode in {0, 1}, run.stderr.decode()
    return run.stdout


@pytest.mark.parametrize(
    ("story", "format_"), [*(("pang-apple-meta", name) for name in ("html", "json", "table")), ("arvenne-northgate", "json")]
)
def test_order_and_hash_seed_change_nothing(story: str, format_: str) -> None:
    """Files in another order, and another `PYTHONHASHSEED`: the same report to the byte."""
    paths = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "corpus" / story).glob("*.txt"))
    first = compare(paths, seed="0", format_=format_)
    assert first
    assert compare([*paths[2:], *paths[1::-1]], seed="4242", format_=format_) == first
