"""Options of the test run."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("explore", max_examples=5000)
settings.load_profile("same")  # every run tries the same texts; `--hypothesis-profile explore` looks for new ones


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our own options."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden reports; review the diff")
