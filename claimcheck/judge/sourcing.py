"""Sources that get lost on the way: what some outlets credit to one source, another gives as a fact of its own.

Most figures need no source: what the authorities count, what two sources confirm, what most outlets give flatly. Left are
figures that stand on one press report, one named voice or one side's count, in outlets that credit it nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.judge.likeness import words
from claimcheck.judge.parties import NAMED, one_source, partisan
from claimcheck.judge.readings import Reading
from claimcheck.judge.weigh import POSITIVE, Weighed
from claimcheck.judge.witnesses import Witnesses
from claimcheck.model import Claim, ClaimType, Kind

FIGURES: frozenset[ClaimType] = frozenset({"money", "count", "casualties", "percent", "measure"})
"""Types of claims that are worth a source; dates, ages, names and posts are told by everybody."""


@dataclass(frozen=True, slots=True)
class Drop:
    """One value that some articles credit to a source, and others to nobody."""

    credited: Mapping[str, Claim]
    """The claims that name the source, by their ids."""
    flat: Mapping[str, Claim]
    """The claims of articles that never do."""

    def between(self, a: Claim, b: Claim) -> bool:
        """Whether one of two claims names the source that the other drops."""
        return (a.id in self.credited and b.id in self.flat) or (a.id in self.flat and b.id in self.credited)


def drops(
    grouped: Mapping[Reading, Sequence[Claim]],
    weighed: Mapping[tuple[Reading, Reading], Weighed],
    kind: Kind | None,
    witnesses: Witnesses,
    root: Path | None = None,
) -> Iterator[Drop]:
    """Give the values of one topic whose source some articles drop."""
    if kind is None or kind.type not in FIGURES:
        return
    asserted = [reading for reading in grouped if reading.modality == "asserted"]
    while asserted:
        alike = [reading for reading in asserted if reading is asserted[0] or _agree(asserted[0], reading, weighed)]
        asserted = [reading for reading in asserted if reading not in alike]
        credited = [reading for reading in alike if _credits(reading)]
        sources = {_source(reading, grouped[reading][0].subject, kind, root) for reading in credited}
        names = {source for source in sources if source}
        if not names or len(names) < len(sources) or any(not one_source(a, b, root) for a in names for b in names):
            continue
        named = {claim.id: claim for reading in credited for claim in grouped[reading]}
        outlets = {claim.article for claim in named.values()}
        vaguer = [reading for reading in grouped if reading in alike or _may_be(alike[0], reading, weighed)]
        if len({claim.article for claim in _uncredited(vaguer, grouped)} - outlets) > len(outlets):
            continue
        bare = [claim for claim in _uncredited(alike, grouped) if claim.article not in outlets]
        flat = {claim.id: claim for claim in bare if not witnesses.sourced(claim.article, names)}
        if flat:
            yield Drop(named, flat)


def _credits(reading: Reading) -> bool:
    return bool(reading.party or reading.upstream)


def _uncredited(readings: Iterable[Reading], grouped: Mapping[Reading, Sequence[Claim]]) -> list[Claim]:
    return [claim for reading in readings if not _credits(reading) for claim in grouped[reading]]


def _agree(a: Reading, b: Reading, weighed: Mapping[tuple[Reading, Reading], Weighed]) -> bool:
    outcome = (weighed.get((a, b)) or weighed[b, a]).outcome
    return outcome.verdict == "agree" and outcome.level == "same"


def _may_be(a: Reading, b: Reading, weighed: Mapping[tuple[Reading, Reading], Weighed]) -> bool:
    return (weighed.get((a, b)) or weighed[b, a]).outcome.verdict in POSITIVE


def _source(reading: Reading, subject: str, kind: Kind, root: Path | None) -> str | None:
    """Give the source that a value should not go without; none where it is everybody's, or tells of itself."""
    party = reading.party
    if partisan(party, root):
        return party
    if kind.evolves or (party and (not party.startswith(NAMED) or set(words(party)) & set(words(subject)))):
        return None
    return party or reading.upstream
