"""docs/input.md keeps up with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from claimcheck.read.fields import FIELDS
from claimcheck.read.formats import formats

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")
SOURCES = [path.read_text(encoding="utf-8") for room in ("read", "segment", "fetch") for path in (ROOT / "claimcheck" / room).rglob("*.py")]
CODES = sorted({code for source in SOURCES for code in re.findall(r'Problem\(\s*"([a-z-]+)"', source)})
REASONS = sorted(
    {reason for path in ROOT.glob("rules/*/lexicon/boilerplate.yaml") for reason in yaml.safe_load(path.read_text(encoding="utf-8"))}
)


@pytest.mark.parametrize("name", [*CODES, *REASONS, "signature", *(suffix for format_ in formats() for suffix in format_.SUFFIXES)])
def test_named(name: str) -> None:
    """Every message, reason and suffix is named."""
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize("name", [alias for accepted in FIELDS.values() for alias in accepted])
def test_fields_are_named(name: str) -> None:
    """Every accepted field name is listed."""
    assert f"`{name}`" in PAGE
