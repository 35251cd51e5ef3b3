"""Echoes: claims of one telling figure, where an article leaves open of what or of whom it is.

What is read must not disagree: two attributes that rules name, two subjects surely told, two slots that differ keep claims
apart whatever their figures. An echo can only agree; it never holds one value against another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from claimcheck.align.adopt import GENERAL, Shared
from claimcheck.align.cluster import CASUALTIES, LOOSE, differing
from claimcheck.align.places import HAPPENED_ON
from claimcheck.model import HOURLY, OPEN, Claim, DateValue, Kind, Quantity, Value
from claimcheck.ruleset import FALLBACK, RuleSet
from claimcheck.ruleset.sorts import Sorts, sorts

Key = tuple[str, str]
"""Attribute and subject."""
Told = tuple[Key, Claim]
UNSURE = 0.8
"""Confidence up to which a claim's subject was carried over or guessed."""
GUESSED = 0.45
"""The same for what is of a person: two people are two people."""
MUTE = frozenset({"group", "event", *LOOSE})
"""Slots that an echo may leave out; a part, a plan, another basis are always told."""
DATED = "dated"
"""Dates of announcements and sales: one day sees many, one hour few."""
PINNED = frozenset({"event", "time"})
"""What tells both of these is of another time than what tells neither."""
NAMED_EVENT = 0.5
"""Confidence in a date that stands beside an event of the lexicon, at least."""
COUNTS = frozenset({"count", CASUALTIES})
LARGE = 13
"""Counts from here on are telling unless they are round; smaller ones are of everything."""
MANY = 1000
"""Counts from here on are telling even if they are round."""
SMALL = 3
SUM = 100
"""Smallest sum of money that is telling."""
ROUND = 5
"""Shares in round fives are of everything."""
MAX_TOLD = 60
"""Claims of one figure; beyond it the story repeats one fact, which its topics hold."""


@dataclass(frozen=True, slots=True)
class Echo:
    """Two claims of one figure."""

    one: Claim
    """The one whose topic they are told under."""
    other: Claim

    @property
    def pair(self) -> tuple[str, str, str]:
        """As `Topic.apart` lists it."""
        first, second = sorted((self.one.id, self.other.id))
        return first, second, OPEN


def echoes(shared: Shared, ruleset: RuleSet) -> Mapping[Key, list[Echo]]:
    """Find the echoes among the claims of a story, by the attribute and subject that they are told under."""
    listener = _Listener(ruleset.kinds, sorts(ruleset.lexicons(FALLBACK)))
    found: dict[Key, dict[tuple[str, str, str], Echo]] = defaultdict(dict)
    for (_, number), told in sorted(_by_figure(shared).items()):
        for pair in _across(told):
            home, away = sorted(pair, key=lambda item: (_unread(item[1]), -len(shared[item[0]]), item[0], item[1].id))
            if listener.hears(home, away, number):
                echo = Echo(home[1], away[1])
                found[home[0]].setdefault(echo.pair, echo)
    return {key: list(pairs.values()) for key, pairs in found.items()}


def _by_figure(shared: Shared) -> dict[tuple[str, Decimal], list[Told]]:
    found: dict[tuple[str, Decimal], list[Told]] = defaultdict(list)
    for key, claims in shared.items():
        for claim in claims:
            value = claim.value
            if isinstance(value, Quantity):
                measure = "count" if claim.type in COUNTS else f"{claim.type} {value.unit} {value.per}"
                for number in _numbers(value):
                    found[measure, number].append((key, claim))
            elif isinstance(value, DateValue) and value.start is not None and value.granularity in HOURLY:
                found["hour", Decimal(int(value.start.strftime("%Y%m%d%H%M")))].append((key, claim))
            elif isinstance(value, DateValue) and value.start is not None and (attribute := _dated(claim)):
                found[f"{attribute} {value.granularity}", Decimal(value.start.toordinal())].append((key, claim))
    return found


def _dated(claim: Claim) -> str | None:
    """Name what a day can be of: "samedi 25 mars" beside a verb that nobody knows may be the event's; a mere "samedi" is anything's."""
    if claim.attribute != DATED:
        return claim.attribute
    whole_day = isinstance(claim.value, DateValue) and claim.value.granularity == "day" and claim.confidence < NAMED_EVENT
    return HAPPENED_ON if whole_day and any(letter.isdigit() for letter in claim.text) else None


def _numbers(value: Quantity) -> set[Decimal]:
    """Give the numbers that a figure can be written with: 2600 for "près de 2 600", 1200 for "about 1,200", 200 for "plus de 200"."""
    found = {value.low, value.high}
    if value.approximate and value.low is not None and value.high is not None:
        found.add((value.low + value.high) / 2)
    return {number.normalize() for number in found if number}


def _across(told: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Pair the claims of different articles that no topic lines up already."""
    for one, other in combinations(told[:MAX_TOLD], 2):
        (mine, a), (theirs, b) = one, other
        if a.article != b.article and (mine, a.slot) != (theirs, b.slot) and _meet(a.value, b.value):
            yield one, other


def _meet(one: Value, other: Value) -> bool:
    """Whether two figures of one number leave open that they are equal: "nearly 25,000" is not "more than 25,000"."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return isinstance(one, DateValue) and isinstance(other, DateValue)
    below, above = (one, other) if (one.low or 0) <= (other.low or 0) else (other, one)
    if below.high is None or above.low is None or below.high > above.low:
        return True
    return below.high == above.low and not (below.high_open or above.low_open)


@dataclass(frozen=True, slots=True)
class _Listener:
    """Tells an echo from two facts that share a figure."""

    kinds: Mapping[str, Kind]
    sorts: Sorts

    def hears(self, home: Told, away: Told, number: Decimal) -> bool:
        """Whether nothing that was read keeps two claims of one number apart, and the number is telling."""
        (mine, a), (theirs, b) = home, away
        if mine[0] != theirs[0] and not _unread(b) and not self._kin(mine[0], theirs[0]):
            return False
        if not self._one_subject(mine[1], theirs[1], a, b, self.kinds.get(mine[0])) or not _one_slot(a, b) or not self._one_noun(a, b):
            return False
        return _telling(number, a, b, same_subject=bool(mine[1]) and mine[1] == theirs[1])

    def _kin(self, one: str, other: str) -> bool:
        """Whether outlets tell one figure under either kind."""
        return any(kind is not None and name in kind.kin for kind, name in ((self.kinds.get(one), other), (self.kinds.get(other), one)))

    @staticmethod
    def _one_subject(mine: str, theirs: str, a: Claim, b: Claim, kind: Kind | None) -> bool:
        """Whether two subjects can be one: the same, or one of them not told or only guessed."""
        unsure = GUESSED if kind is not None and kind.subject == "person" else UNSURE
        return mine == theirs or not (mine and theirs) or min(a.confidence, b.confidence) <= unsure

    def _one_noun(self, a: Claim, b: Claim) -> bool:
        """Whether two counts can be of one sort of thing: people, jobs, or the same noun."""
        if a.type not in COUNTS:
            return True
        one, other = (getattr(claim.value, "unit", None) for claim in (a, b))
        if one == other or {one, other} <= self.sorts.work:
            return True
        anybody = self.sorts.people | self.sorts.work | self.sorts.outcomes
        return bool({one, other} & (self.sorts.anyone | {None})) and {one, other} <= anybody | {None}


def _unread(claim: Claim) -> bool:
    """Whether no rule says of what a figure or an hour is."""
    return claim.rule == GENERAL or claim.attribute == DATED


def _slots(claim: Claim) -> dict[str, str]:
    """Give the slots that pin a claim down; the verb beside an hour is each outlet's own."""
    slots = claim.slots
    return {name: value for name, value in slots.items() if name != "event"} if claim.attribute == DATED else slots


def _one_slot(a: Claim, b: Claim) -> bool:
    """Whether the slots that both give are the same, and nothing is told of one that its absence would deny."""
    mine, theirs = _slots(a), _slots(b)
    if not (_unread(a) and _unread(b)) and any(
        one.keys() >= PINNED and not PINNED & other.keys() for one, other in ((mine, theirs), (theirs, mine))
    ):
        return False
    one = {name: value for name, value in mine.items() if name in theirs or name not in MUTE}
    other = {name: value for name, value in theirs.items() if name in mine or name not in MUTE}
    return differing(one, other, pinned=False) is None


def _telling(number: Decimal, a: Claim, b: Claim, *, same_subject: bool) -> bool:
    """Whether a number tells one fact from the others of a story."""
    digits = len(number.as_tuple().digits)
    if isinstance(a.value, DateValue):
        if a.attribute == b.attribute == DATED:
            return a.value.granularity in HOURLY
        return DATED in (a.attribute, b.attribute) or a.slots.get("event") == b.slots.get("event")
    if a.type in COUNTS:
        told_alike = same_subject or a.slots.get("event", "") == b.slots.get("event", "-")
        one_group = a.type == b.type == CASUALTIES and "group" in a.slots and a.slots["group"] == b.slots.get("group")
        return (number >= LARGE and digits > 1) or number >= MANY or (number >= SMALL and told_alike) or one_group
    if a.type == "percent":
        return same_subject or (digits > 1 and number % ROUND != 0)
    return number >= SUM if a.type == "money" else digits > 1 or same_subject
