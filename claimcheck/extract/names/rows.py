"""Names in a row with others, which are of their kind."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.extract.names.candidate import Candidate
from claimcheck.model import EntityType

_ROW_GAP = 5
"""Characters between two names of one list: ", ", " et ", " and "."""


def listed(candidates: list[Candidate], settled: dict[str, EntityType]) -> None:
    """Take an unknown name of several words for a person's where it stands in a row with people."""
    for before, after in pairwise(candidates):
        if not 0 < after.start - before.end <= _ROW_GAP:
            continue
        for one, other in ((before, after), (after, before)):
            alone = one.kind is None and one.key not in settled and len(one.words) in (2, 3) and one.known is None
            if alone and settled.get(other.key) == "person" and len(other.words) > 1 and max(one.votes.values(), default=0.0) <= 0.8:
                settled[one.key] = "person"


def paired(candidates: list[Candidate], settled: dict[str, EntityType]) -> None:
    """Take an unknown name for an organisation's where it stands in a row with one and nothing else speaks."""
    for before, after in pairwise(candidates):
        if not 0 < after.start - before.end <= _ROW_GAP:
            continue
        for one, other in ((before, after), (after, before)):
            alone = (
                one.kind is None
                and one.known is None
                and one.key not in settled
                and not one.opening
                and max(one.votes.values(), default=0.0) <= 0.0
            )
            if alone and settled.get(other.key) == "organisation":
                settled[one.key] = "organisation"
