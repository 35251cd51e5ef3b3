"""Whether two figures of one article count the same sort of thing, so that one can be a part of the other."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.model import Mention, Quantity
from claimcheck.ruleset import Lexicons, default_root
from claimcheck.ruleset.lexicon import read_yaml

NOT_ADDED = frozenset({"%", "point", "times", "ordinal"})


class _Sorts(NamedTuple):
    people: frozenset[str]
    """Concepts that count people."""
    qualities: frozenset[str]
    """Words that stand for the people they describe: "45 badly"."""
    anyone: frozenset[str]
    outcomes: frozenset[str]
    work: frozenset[str]


@cache
def _sorts(lexicons: Lexicons) -> _Sorts:
    table = read_yaml((lexicons.root or default_root()) / "checks.yaml")
    people = frozenset(concept for concept, noun in lexicons.get("nouns").items() if noun.get("class") == "person")
    words = frozenset(word for family in lexicons.get("checks")["exclusive"] for side in family for word in side)
    return _Sorts(people, words, *(frozenset(table[key]) for key in ("anyone", "outcomes", "work")))


def alike(whole: Quantity, part: Mention, behind: str, lexicons: Lexicons) -> bool:
    """Whether a figure can be a part of another: of the same unit, or people among people.

    A bare number is of people where the word `behind` it says how they are: "45 badly".
    """
    value = part.value
    if not isinstance(value, Quantity) or whole.unit is None or whole.unit in NOT_ADDED or whole.per != value.per:
        return False
    if whole.unit == value.unit:
        return True
    sorts = _sorts(lexicons)
    if {whole.unit, value.unit} <= sorts.work:
        return True
    if whole.unit not in sorts.people:
        return False
    if value.unit in sorts.outcomes:
        return whole.unit in sorts.anyone
    if value.unit in sorts.people:
        return True
    quality = part.noun or (next(iter(behind.split(maxsplit=1)), "") if value.unit is None else "")
    return quality.lower().strip(".,;)") in sorts.qualities


def is_outcome(value: Quantity, lexicons: Lexicons) -> bool:
    """Whether people are counted by what happened to them."""
    return value.unit in _sorts(lexicons).outcomes
