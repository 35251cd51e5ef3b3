"""Docs that cannot rot: commands, dependencies, rooms, links."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from claimcheck.cli import app
from claimcheck.report import formats

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def commands() -> Iterator[str]:
    """Yield every command of the program as one types it, sub-commands with their parent: "corpus score"."""

    def walk(command: Any, path: tuple[str, ...]) -> Iterator[str]:
        children = getattr(command, "commands", None)
        if not children:
            yield " ".join(path)
            return
        for name in sorted(children):
            if not children[name].hidden:
                yield from walk(children[name], (*path, name))

    yield from walk(typer.main.get_command(app), ())


def test_every_command_is_documented() -> None:
    """docs/cli.md names every command."""
    named = list(commands())
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    missing = [command for command in named if f"claimcheck {command}" not in page]
    assert not missing, f"docs/cli.md does not speak of: {', '.join(missing)}"


@pytest.mark.parametrize("name", formats.names())
def test_every_output_format_is_documented(name: str) -> None:
    """docs/output.md has a section for it, which opens as the format describes itself."""
    page = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    told = formats.load(name).DOC
    assert f"\n## {name}\n{told[0].upper()}{told[1:]}." in page, f"docs/output.md has no section `## {name}` that opens with its DOC"


@pytest.mark.parametrize("extra", [None, *PROJECT["optional-dependencies"]])
def test_every_dependency_is_explained(extra: str | None) -> None:
    """docs/dependencies.md names every package that pyproject.toml asks for."""
    wanted = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[><=\[; ]", line)[0] for line in wanted]
    missing = [name for name in names if not re.search(rf"\b{re.escape(name)}\b", page)]
    assert not missing, f"docs/dependencies.md does not speak of: {', '.join(missing)}"


def test_changelog_has_this_version() -> None:
    """CHANGELOG.md has a heading for the version that is built."""
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links(page: Path) -> None:
    """Every relative link of a page leads to a file of the checkout."""
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    broken = [target for target in targets if not (page.parent / target).exists()]
    assert not broken, f"{page.relative_to(ROOT)} links to what is not there: {broken}"


def test_makefile_targets_are_named() -> None:
    """Every `make …` that a page tells to type exists."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = {word for page in PAGES for word in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert named <= targets, f"no such target: {sorted(named - targets)}"
