"""Paths → sources: files as named, folders searched through, each file once, in sorted order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.model import Problem
from claimcheck.read.formats import by_suffix
from claimcheck.read.source import MAX_BYTES, Source

STDIN = "-"
_SILENT = (".yaml", ".yml", ".toml")
"""Answer keys and settings that stand beside articles."""
_NOT_ARTICLES = ("readme", "license", "licence", "changelog")


def find_sources(paths: Iterable[str], *, stdin: bytes | None) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Find what the paths name; the order of the paths changes nothing."""
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    for name in sorted(set(paths)):
        if name == STDIN:
            found[STDIN] = Source("stdin", None, stdin or b"")
            continue
        for item in _expand(name):
            if isinstance(item, Problem):
                problems.append(item)
            elif item.path:
                found.setdefault(os.path.realpath(item.path), item)
    ordered = sorted(found.values(), key=lambda source: source.path.as_posix() if source.path else "")
    return tuple(ordered), tuple(problems)


def _expand(name: str) -> Iterator[Source | Problem]:
    path = Path(name)
    try:
        if path.is_dir():
            yield from _folder(path)
        elif path.is_file():
            yield Source(name, path)
        elif path.exists():
            yield Source(name, path, _drain(path))
        else:
            yield Problem("missing-path", name, "there is no such file or folder; check the spelling")
    except (OSError, ValueError) as error:
        yield Problem("unreadable-path", name, f"cannot be opened ({_reason(error)}); check the path and its permissions")


def _drain(path: Path) -> bytes:
    """Read a pipe or a device, which can be read only once."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _folder(folder: Path) -> Iterator[Source | Problem]:
    unknown: Counter[str] = Counter()
    refused: list[OSError] = []
    count = 0
    for base, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(files):
            path = Path(base) / name
            suffix = path.suffix.lower()
            if name.startswith((".", "~")) or suffix in _SILENT or path.stem.lower() in _NOT_ARTICLES:
                continue
            if suffix not in by_suffix():
                unknown[suffix or name] += 1
                continue
            if path.exists() and not path.is_file():  # a pipe would be waited for without end
                unknown[name] += 1
                continue
            count += 1
            yield Source(str(path), path)
    for error in refused:
        yield Problem("unreadable-path", str(error.filename), f"cannot be opened ({_reason(error)}); check its permissions")
    allowed = ", ".join(sorted(by_suffix()))
    if unknown:
        listed = ", ".join(f"{count} × {suffix}" for suffix, count in sorted(unknown.items())[:8])
        yield Problem("unknown-format", str(folder), f"files left aside: {listed}; these are read: {allowed}", "warning")
    if not count:
        yield Problem("no-article", str(folder), f"the folder holds no article; these are read: {allowed}")


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
