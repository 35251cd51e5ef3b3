"""Sorts of counted things: people, those whom anything may befall, work; concepts of `lexicon/nouns`, shared by all languages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.ruleset.lexicon import Lexicons, default_root, read_yaml


class Sorts(NamedTuple):
    """Concepts of counted nouns by what they count."""

    people: frozenset[str]
    qualities: frozenset[str]
    """Words that stand for the people they describe: "45 badly"."""
    anyone: frozenset[str]
    outcomes: frozenset[str]
    work: frozenset[str]


@cache
def sorts(lexicons: Lexicons) -> Sorts:
    """Read the sorts from `lexicon/nouns`, `lexicon/checks` and `checks.yaml`."""
    table = read_yaml((lexicons.root or default_root()) / "checks.yaml")
    people = frozenset(concept for concept, noun in lexicons.get("nouns").items() if noun.get("class") == "person")
    words = frozenset(word for family in lexicons.get("checks")["exclusive"] for side in family for word in side)
    return Sorts(people, words, *(frozenset(table[key]) for key in ("anyone", "outcomes", "work")))
