"""Checked reading of rule files: an unknown key or value is refused with its place and what was allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml
from rapidfuzz import process

from claimcheck.model import Problem, UsageError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
T = TypeVar("T")


class Node:
    """A YAML value that knows where it stands."""

    def __init__(self, node: yaml.Node, path: Path) -> None:
        self.node = node
        self.path = path

    @property
    def where(self) -> str:
        """`file:line:column`, counted from 1."""
        mark = self.node.start_mark
        return f"{self.path}:{mark.line + 1}:{mark.column + 1}"

    @property
    def line(self) -> int:
        """Line in the file, from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def is_text(self) -> bool:
        """Whether it is a scalar."""
        return isinstance(self.node, yaml.ScalarNode)

    def fail(self, code: str, message: str) -> NoReturn:
        """Raise a `UsageError` that points here."""
        raise UsageError(Problem(code, self.where, message))

    def mapping(self, allowed: Iterable[str] | None = None) -> dict[str, Node]:
        """Give the entries of a mapping; keys outside `allowed` are refused."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("wrong-shape", f"found {self._kind()}, a mapping is needed")
        known = None if allowed is None else tuple(allowed)
        entries: dict[str, Node] = {}
        for key, value in self.node.value:
            name = str(key.value)
            if known is not None and name not in known:
                Node(key, self.path).fail("unknown-key", f"unknown key {name!r}{nearest(name, known)}; allowed: {', '.join(known)}")
            if name in entries:
                Node(key, self.path).fail("repeated-key", f"key {name!r} stands twice")
            entries[name] = Node(value, self.path)
        return entries

    def items(self) -> list[Node]:
        """Give the items of a sequence; a single scalar counts as a list of one."""
        if isinstance(self.node, yaml.ScalarNode):
            return [self]
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("wrong-shape", f"found {self._kind()}, a list is needed")
        return [Node(item, self.path) for item in self.node.value]

    def text(self) -> str:
        """Give a scalar as it is written."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fail("wrong-shape", f"found {self._kind()}, a text is needed")
        return str(self.node.value)

    def choice(self, allowed: Sequence[str]) -> str:
        """Give a scalar that must be one of a few words."""
        word = self.text()
        if word not in allowed:
            self.fail("unknown-value", f"found {word!r}{nearest(word, allowed)}; allowed: {', '.join(allowed)}")
        return word

    def texts(self) -> tuple[str, ...]:
        """Give a list of scalars."""
        return tuple(item.text() for item in self.items())

    def choices(self, allowed: Sequence[str]) -> tuple[str, ...]:
        """Give a list of scalars, each one of a few words."""
        return tuple(item.choice(allowed) for item in self.items())

    def flag(self) -> bool:
        """Give `true` or `false`."""
        return self.choice(("true", "false")) == "true"

    def number(self) -> int:
        """Give a whole number."""
        word = self.text()
        if not word.isdigit():
            self.fail("wrong-shape", f"found {word!r}, a whole number is needed")
        return int(word)

    def _kind(self) -> str:
        if isinstance(self.node, yaml.MappingNode):
            return "a mapping"
        return "a list" if isinstance(self.node, yaml.SequenceNode) else "a text"


def nearest(word: str, known: Sequence[str]) -> str:
    """Suggest the known word that is closest, as a clause for a message; empty where none is close."""
    best = process.extractOne(word, known, score_cutoff=70)
    return f" (did you mean {best[0]!r}?)" if best else ""


def compose(path: Path) -> Node:
    """Parse one rule file, keeping the places; a `UsageError` names file, line and column."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise UsageError(Problem("broken-yaml", where, f"not YAML: {error.problem or error}; mend the file")) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(Problem("unreadable-rules", str(path), f"cannot be read: {error}")) from error
    if node is None:
        raise UsageError(Problem("empty-rule", f"{path}:1:1", "the file is empty; write a rule or remove it"))
    return Node(node, path)


def optional(entries: dict[str, Node], key: str, read: Callable[[Node], T], default: T) -> T:
    """Read an entry where it is given."""
    return read(entries[key]) if key in entries else default


def required(owner: Node, entries: dict[str, Node], key: str) -> Node:
    """Give an entry that must be there."""
    if key not in entries:
        owner.fail("missing-key", f"key {key!r} is missing")
    return entries[key]
