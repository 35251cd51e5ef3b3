"""What is found by name has its names, and its tests."""

from __future__ import annotations

import pkgutil
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from claimcheck.judge import comparators
from claimcheck.model import Value
from claimcheck.read import formats as input_formats
from claimcheck.report import formats as output_formats
from claimcheck.ruleset import load

ROOT = Path(__file__).resolve().parents[2]
RULES = load().rules
KINDS = sorted(kind.__dataclass_fields__["kind"].default for kind in get_args(Value))


def spoken_of(folder: str, word: str) -> bool:
    """Whether a test below a folder is named after a word, or speaks of it."""
    paths = [path for path in (ROOT / "tests" / folder).rglob("*") if path.suffix in {".py", ".yaml"}]
    return any(word in path.stem or word in path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("name", output_formats.names())
def test_output_format(name: str) -> None:
    """An output format is named like its module and says in one line who reads it."""
    module = output_formats.load(name)
    assert name == module.NAME
    assert module.DOC
    assert "\n" not in module.DOC
    assert callable(module.render)
    assert spoken_of("golden", name) or spoken_of("report", name) or spoken_of("cli", name)


@pytest.mark.parametrize("name", input_formats.names())
def test_input_format(name: str) -> None:
    """An input format is named like its module, says which files it reads and what they hold, and a test reads one."""
    module = input_formats.load(name)
    assert name == module.NAME
    assert module.SUFFIXES
    assert module.DOC
    assert any(spoken_of("read", suffix) for suffix in module.SUFFIXES), f"no test in tests/read reads a file named {module.SUFFIXES}"


def test_input_formats_do_not_compete() -> None:
    """Of the formats that share a suffix, at most one does not say by what content it is known."""
    formats = input_formats.formats()
    counts = Counter(suffix for module in formats if not hasattr(module, "recognises") for suffix in module.SUFFIXES)
    assert [suffix for suffix, count in counts.items() if count > 1] == []


def test_every_kind_of_value_has_a_comparator() -> None:
    """One comparator a kind of value, found by its name."""
    assert sorted(module.name for module in pkgutil.iter_modules(comparators.__path__)) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_comparator_is_tested(kind: str) -> None:
    assert spoken_of("judge", kind), f"no test in tests/judge speaks of {kind}"


@pytest.mark.parametrize("rule", [rule for rules in RULES.values() for rule in rules], ids=lambda rule: f"{rule.language}/{rule.id}")
def test_rule_has_examples(rule: object) -> None:
    """A pattern without a sentence that it reads and a near miss is a guess."""
    assert getattr(rule, "yes", ()), "no `yes` example"
    assert getattr(rule, "no", ()), "no `no` example"


def test_every_kind_has_rules() -> None:
    """A kind that no language can read, by its rules or by a reader of its own, is left over."""
    read = {rule.id for rules in RULES.values() for rule in rules}
    python = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "claimcheck").rglob("*.py"))
    assert sorted(kind for kind in set(load().kinds) - read if f'"{kind}"' not in python) == []
