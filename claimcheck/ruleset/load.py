"""Rule files → checked `Kind` and `Rule` records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast, get_args

from claimcheck.model import ClaimType, Kind, Rule
from claimcheck.model.rule import Example, RuleSeverity, SubjectKind, ValueKind
from claimcheck.ruleset.check import Node, compose, optional, required
from claimcheck.ruleset.lexicon import FALLBACK, Lexicons, default_root, lexicons

SLOTS = ("time", "place", "group", "part", "basis", "event", "than", "of", "scope", "state", "plan", "window", "post")
"""Names of slots that a kind may list; `extract/claims/slots.py` fills them."""
LADDERS = ("same", "rounding", "overlap", "far-bound", "disjoint", "never")
KIND_KEYS = (
    "type",
    "value",
    "units",
    "nouns",
    "often",
    "message",
    "severity",
    "subject",
    "slots",
    "ladder",
    "evolves",
    "exclusive",
    "total",
    "act",
    "ask",
    "kin",
)
RULE_KEYS = ("before", "after", "unless", "needs", "gap", "examples")
DEFAULT_GAP = 6
DEFAULT_LADDER = ("same", "rounding", "overlap", "far-bound", "disjoint")


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet:
    """All kinds, and the rules of the languages that were asked for. Equal only to itself: readers are kept by it."""

    root: Path
    kinds: Mapping[str, Kind]
    """By attribute."""
    rules: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    """By language, sorted by id."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """Noun concept → the family it belongs to, of `groups.yaml`: gendarmes and policemen are one side of a street."""

    def lexicons(self, language: str) -> Lexicons:
        """Give the lexicons that stand beside the rules."""
        return lexicons(language, self.root)

    def standing_in(self, language: str) -> str:
        """Give the language whose rules read a text: its own, else the fallback."""
        return language if language in self.rules else FALLBACK


def _kind(path: Path, authorities: Sequence[str], kinds: Sequence[str]) -> Kind:
    node = compose(path)
    entries = node.mapping(KIND_KEYS)
    message = required(node, entries, "message").mapping()
    return Kind(
        id=path.stem,
        type=cast("ClaimType", required(node, entries, "type").choice(get_args(ClaimType))),
        value=cast("tuple[ValueKind, ...]", required(node, entries, "value").choices(get_args(ValueKind))),
        units=optional(entries, "units", Node.texts, ()),
        nouns=optional(entries, "nouns", Node.texts, ()),
        often=optional(entries, "often", Node.texts, ()),
        message=tuple((language, text.text()) for language, text in message.items()),
        severity=cast("RuleSeverity", optional(entries, "severity", lambda n: n.choice(get_args(RuleSeverity)), "error")),
        subject=cast("SubjectKind", optional(entries, "subject", lambda n: n.choice(get_args(SubjectKind)), "event")),
        slots=optional(entries, "slots", lambda n: n.choices(SLOTS), ()),
        ladder=optional(entries, "ladder", lambda n: n.choices(LADDERS), DEFAULT_LADDER),
        evolves=optional(entries, "evolves", Node.flag, default=False),
        exclusive=optional(entries, "exclusive", Node.flag, default=False),
        total=optional(entries, "total", Node.flag, default=False),
        act=optional(entries, "act", Node.flag, default=False),
        ask=optional(entries, "ask", lambda n: n.choices(authorities), ()),
        kin=optional(entries, "kin", lambda n: n.choices(kinds), ()),
    )


def _example(node: Node) -> Example:
    if node.is_text:
        return Example(text=node.text(), line=node.line)
    entries = node.mapping(("text", "value", "subject", "slot"))
    slot = entries["slot"].mapping(SLOTS) if "slot" in entries else {}
    return Example(
        text=required(node, entries, "text").text(),
        value=optional(entries, "value", Node.text, None),
        subject=optional(entries, "subject", Node.text, None),
        slot=tuple(sorted((name, value.text()) for name, value in slot.items())),
        line=node.line,
    )


def _rule(path: Path, language: str, kinds: Mapping[str, Kind]) -> Rule:
    node = compose(path)
    if path.stem not in kinds:
        node.fail("unknown-kind", f"no kind {path.stem!r}: write rules/kinds/{path.stem}.yaml first")
    entries = node.mapping(RULE_KEYS)
    examples = required(node, entries, "examples")
    sets = examples.mapping(("yes", "no", "todo"))
    yes, no, todo = (tuple(_example(item) for item in sets[key].items()) if key in sets else () for key in ("yes", "no", "todo"))
    if not yes or not no:
        examples.fail("missing-example", "a rule needs at least one `yes` and one `no` example")
    return Rule(
        id=path.stem,
        language=language,
        before=optional(entries, "before", Node.texts, ()),
        after=optional(entries, "after", Node.texts, ()),
        unless=optional(entries, "unless", Node.texts, ()),
        needs=optional(entries, "needs", Node.texts, ()),
        gap=optional(entries, "gap", Node.number, DEFAULT_GAP),
        path=str(path),
        yes=yes,
        no=no,
        todo=todo,
    )


@cache
def load(root: Path | None = None, languages: tuple[str, ...] = ("fr", "en")) -> RuleSet:
    """Load and check every kind and the rules of some languages; `UsageError` at the first file that is wrong."""
    base = root or default_root()
    authorities = _table(base / "parties.yaml").get("authorities", ())
    files = sorted(base.glob("kinds/*.yaml"))
    kinds = {path.stem: _kind(path, authorities, [file.stem for file in files]) for path in files}
    rules = {language: tuple(_rule(path, language, kinds) for path in sorted(base.glob(f"{language}/*.yaml"))) for language in languages}
    return RuleSet(
        base, kinds, rules, {concept: family for family, concepts in _table(base / "groups.yaml").items() for concept in concepts}
    )


def _table(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a file of lists, empty where it is missing."""
    return {name: items.texts() for name, items in compose(path).mapping().items()} if path.is_file() else {}
