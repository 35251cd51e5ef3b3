"""Whether two figures of one article count the same sort of thing, so that one can be a part of the other."""

from __future__ import annotations

from claimcheck.model import Mention, Quantity
from claimcheck.ruleset import Lexicons
from claimcheck.ruleset.sorts import sorts

NOT_ADDED = frozenset({"%", "point", "times", "ordinal"})


def alike(whole: Quantity, part: Mention, behind: str, lexicons: Lexicons) -> bool:
    """Whether a figure can be a part of another: of the same unit, or people among people.

    A bare number is of people where the word `behind` it says how they are: "45 badly".
    """
    value = part.value
    if not isinstance(value, Quantity) or whole.unit is None or whole.unit in NOT_ADDED or whole.per != value.per:
        return False
    if whole.unit == value.unit:
        return True
    known = sorts(lexicons)
    if {whole.unit, value.unit} <= known.work:
        return True
    if whole.unit not in known.people:
        return False
    if value.unit in known.outcomes:
        return whole.unit in known.anyone
    if value.unit in known.people:
        return True
    quality = part.noun or (next(iter(behind.split(maxsplit=1)), "") if value.unit is None else "")
    return quality.lower().strip(".,;)") in known.qualities


def is_outcome(value: Quantity, lexicons: Lexicons) -> bool:
    """Whether people are counted by what happened to them."""
    return value.unit in sorts(lexicons).outcomes
