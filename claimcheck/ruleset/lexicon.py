"""Lexicons: the words of one language, read once from `rules/<lang>/lexicon/`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml

from claimcheck.model import Problem, UsageError

T = TypeVar("T")
FALLBACK = "en"
"""Language whose rules and words stand in where an article or a report is in one that has none."""
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STR, _SEQ, _MAP, _BOOL = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map", "bool"))
_LONGEST_NAMED = len("false")
"""Of what begins with a letter only the names of truth values and of nothing are no text."""


class _Loader(_Base):  # type: ignore[misc]
    """A safe loader to which only `true` and `false` are truth values ("no" and "on" are words), quick where nearly all is text."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {
        first: [pair for pair in pairs if pair[0] != _BOOL] for first, pairs in _Base.yaml_implicit_resolvers.items()
    }

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Tell what kind of value a node is."""
        plain = kind is yaml.ScalarNode and implicit[0] and value
        if plain and (not self.yaml_implicit_resolvers.get(value[0]) or (value[0].isalpha() and len(value) > _LONGEST_NAMED)):
            return _STR
        return super().resolve(kind, value, implicit)

    def construct_document(self, node: Any) -> Any:
        """Build what a file holds."""
        try:
            return self._build(node, {})
        except TypeError:  # a key that is a list: the safe loader names its place
            return super().construct_document(node)

    def _build(self, node: Any, built: dict[int, Any]) -> Any:
        if node.tag == _STR:
            return node.value
        if id(node) not in built:
            if node.tag == _SEQ:
                built[id(node)] = [self._build(item, built) for item in node.value]
            elif node.tag == _MAP:
                self.flatten_mapping(node)
                built[id(node)] = {self._build(key, built): self._build(value, built) for key, value in node.value}
            else:
                built[id(node)] = self.construct_object(node, deep=True)
        return built[id(node)]


_Loader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), list("tf"))


def default_root() -> Path:
    """Find the rules that ship with the program: `rules/` in a checkout, inside the package once installed."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def read_yaml(path: Path) -> Any:
    """Parse one YAML file of the rules; a `UsageError` names file, line and column."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise UsageError(Problem("broken-yaml", where, f"not YAML: {error.problem or error}; mend the file")) from error
    except (OSError, UnicodeDecodeError, RecursionError, yaml.YAMLError) as error:
        raise UsageError(Problem("unreadable-rules", str(path), f"cannot be read: {error}")) from error


class Lexicons:
    """The lexicons of one language; each file is read when it is first asked for."""

    def __init__(self, language: str, root: Path | None = None) -> None:
        self.language = language
        self.root = root or default_root()
        self._read: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """Give the parsed `lexicon/<name>.yaml`; `UsageError` where it is missing or broken."""
        if name not in self._read:
            path = self.root / self.language / "lexicon" / f"{name}.yaml"
            if not path.is_file():
                raise UsageError(Problem("missing-lexicon", str(path), "no such lexicon; reinstall claimcheck or mend --rules"))
            self._read[name] = read_yaml(path)
        return self._read[name]

    def words(self, name: str) -> frozenset[str]:
        """Give the lines of `lexicon/<name>.txt`; `#` starts a comment."""
        key = f"{name}.txt"
        if key not in self._read:
            path = self.root / self.language / "lexicon" / key
            if not path.is_file():
                raise UsageError(Problem("missing-lexicon", str(path), "no such word list; reinstall claimcheck or mend --rules"))
            lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
            self._read[key] = frozenset(sys.intern(line) for line in lines if line)
        words: frozenset[str] = self._read[key]
        return words


@cache
def lexicons(language: str, root: Path | None = None) -> Lexicons:
    """Give the lexicons of a language, shared by all readers of a process."""
    return Lexicons(language, root)


def build(make: Callable[[Lexicons], T], words: Lexicons) -> T:
    """Make a reader of lexicons; a `UsageError` names them where they lack what it needs."""
    try:
        return make(words)
    except (LookupError, TypeError, AttributeError, ValueError, re.error) as error:
        where = str(words.root / words.language / "lexicon")
        what = f"lacks what is needed to read ({type(error).__name__}: {error}); compare it with the lexicons that ship with claimcheck"
        raise UsageError(Problem("broken-lexicon", where, what)) from error


def languages(root: Path | None = None) -> tuple[str, ...]:
    """List the languages that have a folder with lexicons, sorted."""
    base = root or default_root()
    return tuple(sorted(path.parent.name for path in base.glob("*/lexicon") if path.is_dir()))
