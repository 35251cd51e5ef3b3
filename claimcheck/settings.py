"""What a run is asked to do: one frozen record, filled from the configuration file and the command line."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.model.finding import SEVERITIES, THRESHOLDS, VERDICTS
from claimcheck.model.given import Given
from claimcheck.model.problem import Problem, UsageError

FILE = "claimcheck.toml"
TABLE = "tool.claimcheck"
SKIPPED = "skipped"
ALL = "all"
SHOW: tuple[str, ...] = (*VERDICTS, SKIPPED, ALL)
"""What `show` may name: verdicts, the passages set aside, or everything."""
FAIL_ON: tuple[str, ...] = (*reversed(SEVERITIES[1:]), THRESHOLDS[-1])
GIVEN = ("outlet", "date", "language", "title", "url")
"""What `articles` may say of a file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to compare and what to show."""

    format: str | None = None
    """Name of an output format; absent: each command's own."""
    show: tuple[str, ...] | None = None
    """Verdicts to show; absent: what each format shows by itself."""
    fail_on: str = "error"
    """Least severity that ends in exit code 1, or `never`."""
    min_confidence: float = 0.0
    """Findings below it, in [0, 1], are left out."""
    rules: Path | None = None
    """Root of the rules, instead of those that ship with the program."""
    one_story: bool = False
    """Whether all articles tell one story, whatever they say."""
    input_format: str | None = None
    """Name of the input format that all inputs are read as; absent: told by name and content."""
    articles: tuple[Given, ...] = ()
    """What is known of some inputs, whatever they say themselves."""
    ui: str | None = None
    """Language of the report; absent: the articles' main language."""
    quiet: bool = False
    """Whether warnings stay unsaid."""


def guess(name: str, allowed: Iterable[str]) -> str:
    """Say what is allowed, and which of it was likely meant."""
    allowed = tuple(allowed)
    folded = {word.replace("_", "-"): word for word in allowed}
    near = [folded[word] for word in difflib.get_close_matches(name.lower().replace("_", "-"), folded, n=1, cutoff=0.6)]
    meant = f"did you mean {near[0]!r}? " if near else ""
    return f"{meant}allowed: {', '.join(allowed)}"


def pick(name: str, allowed: Iterable[str]) -> str:
    """Give the name back if it is allowed; `ValueError` says what is, and the nearest guess."""
    allowed = tuple(allowed)
    if name not in allowed:
        raise ValueError(f"{name!r} is unknown; {guess(name, allowed)}")
    return name


def pick_show(names: Iterable[str]) -> tuple[str, ...]:
    """Read the verdicts to show, comma separated or not; `ValueError` names one that is unknown."""
    wanted = [part.strip() for name in names for part in name.split(",") if part.strip()]
    if not wanted:
        raise ValueError(f"names nothing; allowed: {', '.join(SHOW)}")
    found = {pick(name.replace("-", "_"), SHOW) for name in wanted}
    return (*SHOW[:-2], SKIPPED) if ALL in found else tuple(name for name in SHOW if name in found)


def pick_share(value: float) -> float:
    """Read a confidence; `ValueError` unless it lies in [0, 1]."""
    if not 0 <= value <= 1:
        raise ValueError(f"{value:g} is not between 0 and 1")
    return float(value)


def pick_language(name: str) -> str:
    """Read a language that has rules; `ValueError` names those that have."""
    from claimcheck.ruleset import languages

    return pick(name, languages())


def pick_rules(path: Path) -> Path:
    """Read the root of the rules; `ValueError` unless it is a folder that holds some."""
    if not path.is_dir():
        raise ValueError(f"{str(path)!r} is no folder; give one that is laid out like the rules that ship with claimcheck")
    if not any(path.glob("kinds/*.yaml")):
        raise ValueError(f"{str(path)!r} holds no rules (kinds/*.yaml); give one laid out like those that ship with claimcheck")
    return path


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")  # noqa: TRY004 - one kind of error for one kind of trouble
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")  # noqa: TRY004
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{value!r} is no number between 0 and 1")  # noqa: TRY004
    return pick_share(value)


def _show(value: Any) -> tuple[str, ...]:
    return pick_show([_text(name) for name in (value if isinstance(value, list) else [value])])


def _articles(value: Any) -> Mapping[str, Mapping[str, str]]:
    if not isinstance(value, dict) or not all(isinstance(fields, dict) for fields in value.values()):
        raise ValueError('is no table of tables; write [articles."drafts/*.html"] with outlet, date or language below it')
    return {
        str(pattern): {pick(name, GIVEN): str(found) if isinstance(found, date) else _text(found) for name, found in fields.items()}
        for pattern, fields in value.items()
    }


KEYS: Mapping[str, Callable[[Any], Any]] = {
    "format": _text,
    "show": _show,
    "fail-on": lambda value: pick(_text(value), FAIL_ON),
    "min-confidence": _share,
    "rules": _text,
    "one-story": _flag,
    "input-format": _text,
    "articles": _articles,
    "ui": lambda value: pick_language(_text(value)),
    "quiet": _flag,
}
"""Keys of the configuration file, each with how it is read."""


def _find(folder: Path) -> tuple[Path, Mapping[str, Any]] | None:
    for name in (FILE, "pyproject.toml"):
        path = folder / name
        if not path.is_file():
            continue
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (ValueError, RecursionError) as error:  # also of numbers too long, of nesting too deep
            raise UsageError(Problem("broken-configuration", str(path), f"not TOML: {error}; mend the file")) from error
        except OSError as error:
            raise UsageError(Problem("unreadable-configuration", str(path), f"cannot be read: {error.strerror}")) from error
        tools = data.get("tool")
        table = data if name == FILE else tools.get("claimcheck") if isinstance(tools, dict) else None
        if table is None:
            continue
        if not isinstance(table, dict):
            raise UsageError(Problem("bad-configuration", str(path), f"{TABLE} is no table; write [{TABLE}] with a key on each line below"))
        return path, table
    return None


def read_settings(path: Path, table: Mapping[str, Any], *, formats: Collection[str], input_formats: Collection[str]) -> Settings:
    """Check one configuration table; `UsageError` names the file, every key that is wrong and what was allowed."""
    problems: list[Problem] = []
    found: dict[str, Any] = {}
    for key, value in table.items():
        try:
            read = KEYS[pick(key, KEYS)](value)
            if key in ("format", "input-format"):
                pick(read, formats if key == "format" else input_formats)
            if key == "rules":
                read = pick_rules(path.parent / read)
            if key == "articles":
                read = tuple(Given(path.parent, pattern, fields) for pattern, fields in read.items())
            found[key.replace("-", "_")] = read
        except ValueError as error:
            what = f"{key}: {error}" if key in KEYS else f"key {error}"
            problems.append(Problem("bad-configuration", str(path), what))
    if problems:
        raise UsageError(*problems)
    return Settings(**found)


def load_settings(start: Path, *, formats: Collection[str], input_formats: Collection[str]) -> Settings:
    """Read the nearest `claimcheck.toml` or `[tool.claimcheck]` from a folder upwards; the defaults where there is none.

    `formats` and `input_formats` may be named. Raises `UsageError` for a file that cannot be used.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        found = _find(folder)
        if found is not None:
            return read_settings(*found, formats=formats, input_formats=input_formats)
    return Settings()
