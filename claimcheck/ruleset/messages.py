"""Messages: what the program says in one language, read from `rules/<lang>/messages/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

from claimcheck.model import Problem, UsageError
from claimcheck.ruleset.lexicon import default_root, read_yaml


def read_messages(path: Path) -> Any:
    """Read one file of messages; a `UsageError` names it where it lacks what the one that ships for its language has."""
    found = read_yaml(path)
    shipped = default_root() / path.parent.parent.name / "messages" / path.name
    if path != shipped and shipped.is_file():
        wrong = next(_wrong(found, read_yaml(shipped)), None)
        if wrong:
            raise UsageError(Problem("broken-messages", str(path), f"{wrong}; compare it with the messages that ship with claimcheck"))
    return found


def _wrong(found: Any, shipped: Any, name: str = "") -> Iterator[str]:
    """Say what cannot take the place of the shipped messages: of another type, without one of their names, with a blank of its own."""
    if type(found) is not type(shipped):
        yield f"{name or 'the file'} is {type(found).__name__}, where {type(shipped).__name__} is needed"
    elif isinstance(shipped, dict):
        for key, value in shipped.items():
            here = f"{name}.{key}" if name else str(key)
            if key in found:
                yield from _wrong(found[key], value, here)
            else:
                yield f"{here} is missing"
    elif isinstance(shipped, list):
        if len(found) != len(shipped):
            yield f"{name} has {len(found)} entries, where {len(shipped)} are needed"
        for number, (one, other) in enumerate(zip(found, shipped, strict=False)):
            yield from _wrong(one, other, f"{name}[{number}]")
    elif isinstance(shipped, str):
        allowed = _blanks(shipped)
        try:
            own = _blanks(found) - allowed
        except ValueError as error:
            yield f"{name} cannot be filled in ({error})"
        else:
            if own:
                yield f"{name} has the blank {{{min(own)}}}, which nothing fills in; allowed: {', '.join(sorted(allowed)) or 'none'}"


def _blanks(text: str) -> set[str]:
    return {blank for _, blank, _, _ in Formatter().parse(text) if blank is not None}
