"""Paths → sources: files as named, folders searched through, each file once, in sorted order."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.model import Problem
from claimcheck.read.formats import HEAD, recognised, suffixes
from claimcheck.read.provenance import is_extract
from claimcheck.read.source import MAX_BYTES, Source

STDIN = "-"
_SILENT = (".yaml", ".yml", ".toml")
"""Answer keys and settings that stand beside articles."""
MOST_NAMED = 8
"""Kinds of files left aside that a message lists."""
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
    count = beside = 0
    for base, folders, files in os.walk(folder, onerror=refused.append):
        kept = [name for name in folders if not name.startswith((".", "__")) and not _holds_parts(Path(base, name), files)]
        beside += sum(
            len(found) for name in folders if name not in kept and name[0] not in "._" for _, _, found in os.walk(Path(base, name))
        )
        folders[:] = sorted(kept)
        for name in sorted(files):
            path = Path(base) / name
            if name.startswith((".", "~")) or path.suffix.lower() in _SILENT or path.stem.lower() in _NOT_ARTICLES or is_extract(path):
                continue
            if path.exists() and not path.is_file():  # a pipe would be waited for without end
                unknown[name] += 1
                continue
            if not name.lower().endswith(suffixes()) and not _recognised(path):
                unknown[path.suffix.lower() or name] += 1
                continue
            count += 1
            yield Source(str(path), path)
    for error in refused:
        yield Problem("unreadable-path", str(error.filename), f"cannot be opened ({_reason(error)}); check its permissions")
    allowed = ", ".join(suffixes())
    if unknown:
        listed = ", ".join(f"{count} × {suffix}" for suffix, count in sorted(unknown.items())[:MOST_NAMED])
        more = f" and {len(unknown) - MOST_NAMED} other kinds" if len(unknown) > MOST_NAMED else ""
        yield Problem("unknown-format", str(folder), f"files left aside: {listed}{more}; these are read: {allowed}", "warning")
    if beside:
        message = f"{beside} file(s) left aside in folders that belong to saved pages; name such a folder itself to read it"
        yield Problem("page-parts", str(folder), message, "warning")
    if not count:
        yield Problem("no-article", str(folder), f"the folder holds no article; these are read: {allowed}")


def _holds_parts(folder: Path, beside: Iterable[str]) -> bool:
    """Whether a folder holds the pictures, scripts and frames of a page that a browser saved beside it: `page_files`, `page-Dateien`."""
    stems = (Path(name).stem for name in beside if name.lower().endswith((".html", ".htm", ".xhtml")))
    return any(re.fullmatch(re.escape(stem) + r"[_.-]\w+", folder.name) for stem in stems)


def _recognised(path: Path) -> bool:
    """Whether a file whose name tells nothing is of a format that is known by its content."""
    if not path.exists():
        return False
    try:
        with path.open("rb") as stream:
            return recognised(stream.read(HEAD))
    except OSError:
        return False


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
