"""Files stay readable, words of a language stay out of Python, and every named module has its test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "claimcheck"
MOST_LINES = 300
FRENCH = frozenset(
    {"aux", "avec", "dans", "des", "dont", "du", "elle", "il", "ils", "la", "le", "les", "ou", "par", "pour", "selon", "sur", "une"}
)
"""Words that no English name, key or message consists of."""
PYTHON = sorted(path for folder in ("claimcheck", "tests", "benchmarks", "docs") for path in (ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_length(path: Path) -> None:
    """A file is read in one sitting."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{name(path)} has {lines} lines; cut it along what it does"


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the string constants of a module that are not docstrings."""
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node


def accented(text: str) -> bool:
    """Whether a word with an accent or a ligature stands in it; a class of a regular expression ("[a-zà-ÿ]") is no word."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\[[^\]]*\]", " ", text))
    return any(re.search("[A-Za-z]", word) and not word.isascii() for word in words)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=name)
def test_no_words_of_a_language(path: Path) -> None:
    """Words live in rules/<lang>/, never in Python."""
    found = [
        f"{name(path)}:{node.lineno}: {node.value!r}"
        for node in strings(ast.parse(path.read_text(encoding="utf-8")))
        if accented(node.value) or node.value.strip() in FRENCH
    ]
    assert not found, "move to rules/<lang>/: " + "; ".join(found)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=name)
def test_modules_say_what_they_are(path: Path) -> None:
    """Every module opens with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{name(path)} has no docstring"


def test_pure_stages() -> None:
    """The library neither prints, nor exits, nor reads clock or environment; the command line does."""
    forbidden = {"print", "exit", "input", "breakpoint"}
    calls = {("datetime", "now"), ("datetime", "today"), ("date", "today"), ("time", "time"), ("os", "getenv"), ("sys", "exit")}
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] in {"cli", "engine", "__main__.py"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            if isinstance(called, ast.Name) and called.id in forbidden:
                found.append(f"{name(path)}:{node.lineno} calls {called.id}")
            if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and (called.value.id, called.attr) in calls:
                found.append(f"{name(path)}:{node.lineno} calls {called.value.id}.{called.attr}")
    assert not found, "; ".join(found)
