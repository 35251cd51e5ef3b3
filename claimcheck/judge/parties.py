"""How the sources of a story stand to one another, after `rules/parties.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.judge.likeness import words
from claimcheck.ruleset.lexicon import default_root, read_yaml

NAMED = "@"
"""Stands before the folded name of a source that has one, so that it is never taken for a key of the lexicon."""


@cache
def side(name: str, root: Path | None = None) -> frozenset[str]:
    """Give the parties of one list: official, catch-all, nobody, partisan or bodies."""
    return frozenset(read_yaml((root or default_root()) / "parties.yaml")[name])


def one_source(a: str, b: str, root: Path | None = None) -> bool:
    """Whether two credits are of one source: "the ministry" and "the ministry of X" are; nobody in particular is not."""
    mine, theirs = set(words(a)), set(words(b))
    if {a, b} & side("nobody", root) or not mine:
        return False
    return a == b or mine <= theirs or theirs <= mine


def opposed(a: str, b: str, root: Path | None = None) -> bool:
    """Whether two credits name two parties, so that it is they who disagree."""
    if one_source(a, b, root) or {a, b} & side("nobody", root):
        return False
    named = {party for party in (a, b) if party.startswith(NAMED)}
    if len(named) == 1 and not {a, b} - named <= side("bodies", root):
        return False
    official = {a, b} <= side("official", root) | side("catch-all", root)
    return not (official and {a, b} & side("catch-all", root))


def partisan(name: str | None, root: Path | None = None) -> bool:
    """Whether a source counts for itself."""
    return name is not None and name in side("partisan", root)


def sides(a: str | None, b: str | None, root: Path | None = None) -> bool:
    """Whether two credits in one article set one side's word against another's: a partisan's, or that of any two but officials."""
    if partisan(a, root) or partisan(b, root):
        return a != b
    if a is None or b is None or one_source(a, b, root) or {a, b} & side("nobody", root):
        return False
    return not {a, b} <= side("official", root) | side("catch-all", root)
