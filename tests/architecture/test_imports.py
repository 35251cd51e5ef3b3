"""The import law of docs/architecture.md, lazy and `TYPE_CHECKING` imports counted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "claimcheck"
STAGES = frozenset({"read", "segment", "extract", "group", "align", "judge", "report"})
BASE = frozenset({"model", "ruleset", "wording"})
ORDER = BASE | STAGES | {"settings"}

MAY_IMPORT: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "ruleset": frozenset({"model"}),
    "wording": frozenset({"model", "ruleset"}),
    "settings": BASE,
    **dict.fromkeys(STAGES, BASE),
    "corpus": frozenset({"model", "ruleset"}),
    "store": BASE,
    "fetch": BASE | {"read"},
    "pipeline": ORDER | {"store"},
    "engine": ORDER | {"pipeline", "store"},
    "cli": ORDER | {"pipeline", "engine", "store", "corpus", "fetch"},
    "__main__": frozenset({"cli"}),
    "__init__": ORDER | {"pipeline", "engine", "store"},
}
"""Room → the other rooms that it may import; its own room and `claimcheck.__version__` are always allowed."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """Name the room of a module: its folder below the package, or the module itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) of everything of ours that a module imports, wherever it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = ["claimcheck", *path.relative_to(PACKAGE).parts[:-1]]
                base = ".".join([*package[: len(package) - node.level + 1], *([base] if base else [])])
            yield from ((node.lineno, f"{base}.{alias.name}" if base == "claimcheck" else base) for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_import_law(path: Path) -> None:
    """A module imports only the rooms that its own room may know."""
    here = room(path)
    assert here in MAY_IMPORT, f"{here} is a new room: give it a row in docs/architecture.md and in MAY_IMPORT"
    for line, name in imported(path):
        first, _, rest = name.partition(".")
        target = rest.partition(".")[0]
        if first != "claimcheck" or target in {"", here, "__version__"}:
            continue
        assert target in MAY_IMPORT[here], f"{path.relative_to(ROOT)}:{line} imports {name}; {here} may import {sorted(MAY_IMPORT[here])}"


def test_no_cycles() -> None:
    """No two rooms import each other, not even in a roundabout way."""
    graph = {here: allowed - {here} for here, allowed in MAY_IMPORT.items()}
    done: set[str] = set()
    while len(done) < len(graph):
        free = {here for here, allowed in graph.items() if here not in done and allowed <= done}
        assert free, f"a cycle among {sorted(set(graph) - done)}"
        done |= free
