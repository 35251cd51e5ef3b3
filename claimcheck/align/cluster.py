"""Claims of one subject and attribute, parted by their slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claimcheck.align.identity import same_organisation, words_of
from claimcheck.align.places import GENERAL, HAPPENED_ON, same_place
from claimcheck.model import Claim, DateValue, Kind

STRICT = ("group", "part", "basis", "plan", "event", "than", "window", "post")
"""Slots whose absence says something: a figure with no group is the total."""
LOOSE = ("time", "place", "state", "of", "scope")
"""Slots that writers leave out when they are plain: a figure without a period can be of any. A slot in neither pins nothing down."""
CASUALTIES = "casualties"
AHEAD = frozenset({"sought", "guidance", "consensus"})
"""What is asked for or forecast is never taken for what is given, though the other side says nothing."""
LISTED = "listed"
"""Rule of names in a row: of what, only the words around them tell."""
BEGINNING = ("basis", "since")
"""Slot of a date from which on something is so."""
LOOSE_LOSS = 0.85
"""Confidence kept for each loose slot that one side leaves out."""
GENERAL_CONFIDENCE = 0.6
REPORTED = frozenset({*range(89, 93), *range(181, 185)})
"""Days of a quarter and of a half-year, of which figures are reported beside the year's."""
SLACK = 7
FIRST, LAST = "0001-01-01", "9999-12-31"
"""Days that stand for an end which a period leaves open."""


@dataclass(slots=True)
class Cluster:
    """Claims whose slots agree."""

    claims: list[Claim]
    slot: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0
    pinned: bool = False
    """Whether a figure without a period is of no other's period."""

    def differs(self, slot: Mapping[str, str]) -> str | None:
        """Name the first slot in which a claim cannot be of this cluster; none when it fits."""
        return differing(self.slot, slot, pinned=self.pinned)

    def shared(self, slot: Mapping[str, str]) -> int:
        """Count the slots that both give."""
        return sum(name in slot for name in self.slot)

    def add(self, claim: Claim, slot: Mapping[str, str]) -> None:
        """Take a claim in; what it leaves open costs confidence."""
        if any((name in slot) != (name in self.slot) for name in LOOSE):
            self.confidence = min(self.confidence, LOOSE_LOSS)
        for name, value in slot.items():
            self.slot.setdefault(name, value)
        self.claims.append(claim)


def differing(one: Mapping[str, str], other: Mapping[str, str], *, pinned: bool) -> str | None:
    """Name the first slot that keeps two facts apart; none when they can be one."""
    for name in STRICT:
        if one.get(name) != other.get(name):
            return name
    for name in LOOSE:
        mine, theirs = one.get(name), other.get(name)
        if mine != theirs and AHEAD & {mine, theirs}:
            return name
        if name == "time" and pinned and (mine is None) != (theirs is None):
            return name
        if mine is not None and theirs is not None and not _same(name, mine, theirs):
            return name
    return None


def may_be_one(a: Claim, b: Claim, *, pinned: bool) -> bool:
    """Whether the slots of two claims leave open that they are of one fact, though too little is said to hold them against each other.

    "Fermé depuis lundi" is a closure on Monday where another outlet says so; what is counted by no rule is often told without its event.
    """
    mine, theirs = a.slots, b.slots
    if (isinstance(a.value, DateValue) and isinstance(b.value, DateValue)) or a.attribute == b.attribute == HAPPENED_ON:
        mine, theirs = ({name: value for name, value in slot.items() if (name, value) != BEGINNING} for slot in (mine, theirs))
    if a.rule == b.rule and a.rule in (GENERAL, LISTED) and ("event" in mine) != ("event" in theirs):
        mine, theirs = ({name: value for name, value in slot.items() if name != "event"} for slot in (mine, theirs))
    return differing(mine, theirs, pinned=pinned) is None


def _same(name: str, one: str, other: str) -> bool:
    if one == other:
        return True
    if name == "time":
        return _overlap(one, other)
    if name == "place":
        return same_place(one, other)
    if name == "of":
        return same_organisation(words_of(one), words_of(other))
    return False


def _overlap(one: str, other: str) -> bool:
    """Whether two periods `start/end` can be one: they overlap, and none is a mere quarter or half of the other."""
    a, b, c, d = (*_ends(one), *_ends(other))
    short, long = sorted((b - a, d - c))
    return max(a, c) < min(b, d) and not (short in REPORTED and long > short + SLACK)


def _ends(period: str) -> tuple[int, int]:
    start, _, end = period.partition("/")
    return date.fromisoformat(start or FIRST).toordinal(), date.fromisoformat(end or LAST).toordinal()


def own_sides(claims: Sequence[Claim], kind: Kind | None) -> list[Claim]:
    """Give a party's figures without a group the one group that this party counts: its own side.

    "Les organisateurs annoncent 200 blessés" are 200 demonstrators, where the organisers count nobody else. A party that
    counts all and some in one sentence ("17 morts, dont six enfants") counts for everybody.
    """
    if kind is None or kind.type != CASUALTIES:
        return list(claims)
    groups: dict[str, set[str]] = defaultdict(set)
    counted: dict[tuple[str, str, int], set[bool]] = defaultdict(set)
    for claim in claims:
        if claim.attribution.party:
            counted[claim.attribution.party, claim.article, claim.sentence.start].add("group" in claim.slots)
            if "group" in claim.slots:
                groups[claim.attribution.party].add(claim.slots["group"])
    neutral = {party for (party, _, _), sides in counted.items() if len(sides) > 1}
    found = []
    for claim in claims:
        party = claim.attribution.party or ""
        sides = set() if party in neutral else groups.get(party, set())
        if len(sides) == 1 and "group" not in claim.slots:
            found.append(replace(claim, slot=tuple(sorted({**claim.slots, "group": min(sides)}.items()))))
        else:
            found.append(claim)
    return found


def cluster(claims: Sequence[Claim], kind: Kind | None) -> list[Cluster]:
    """Part claims by slot: the most precise claims found the clusters, the vaguer join the one they share most with."""
    pins = {claim.id: {name: value for name, value in claim.slot if name in STRICT + LOOSE} for claim in claims}
    order = sorted(claims, key=lambda claim: (-len(pins[claim.id]), tuple(pins[claim.id].items()), claim.article, claim.start))
    clusters: list[Cluster] = []
    for claim in order:
        slot = pins[claim.id]
        fitting = [(found.shared(slot), len(found.claims), -i) for i, found in enumerate(clusters) if found.differs(slot) is None]
        if fitting:
            clusters[-max(fitting)[2]].add(claim, slot)
        else:
            clusters.append(Cluster([claim], dict(slot), pinned=kind is not None and kind.pinned))
    if kind is None:
        for found in clusters:
            found.confidence = min(found.confidence, GENERAL_CONFIDENCE)
    return clusters
