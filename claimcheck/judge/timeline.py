"""The states of a figure that evolves, in the order of time: which is the newest, who takes one back, who still prints an older one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from claimcheck.judge.basis import scale
from claimcheck.judge.bench import Bench
from claimcheck.judge.course import STAGE, stated
from claimcheck.judge.extent import extent
from claimcheck.judge.parties import partisan
from claimcheck.judge.readings import Reading, day
from claimcheck.judge.weigh import Weighed
from claimcheck.model import Claim, Quantity, Standing, State, Timeline
from claimcheck.model.finding import Change

Told = Sequence[tuple[Reading, Claim]]
"""The claims that give one figure, each with its reading."""
NEWER = frozenset({"update", "contradiction"})
FEWEST = 2
"""States that make a course."""


def timeline(
    grouped: Mapping[Reading, Sequence[Claim]], weighed: Mapping[tuple[Reading, Reading], Weighed], bench: Bench
) -> Timeline | None:
    """Put the figures of a topic in the order in which they came out; none where no two of them are states of one count.

    A partisan's figures stand beside the count and are left out.
    """
    if not any(found.outcome.verdict == "update" for found in weighed.values()):
        return None
    families = Counter(_family(reading, bench) for reading, claims in grouped.items() for _ in claims)
    family = max(families, key=lambda name: (families[name], name))
    told: dict[Decimal, list[tuple[Reading, Claim]]] = {}
    withdrawn: dict[Decimal, list[str]] = {}
    for reading, claims in grouped.items():
        number = stated(reading.value)
        if number is None or reading.time is None or _family(reading, bench) != family or partisan(reading.party, bench.ruleset.root):
            continue
        if reading.modality == "withdrawn":
            withdrawn.setdefault(number, []).extend(claim.id for claim in claims)
        elif reading.modality in {"asserted", "hedged"}:
            told.setdefault(number, []).extend((reading, claim) for claim in claims)
    numbers = _states(told)
    if len(numbers) < FEWEST:
        return None
    latest = _latest(numbers, told, withdrawn)
    states = tuple(
        State(
            label=_label(told[number], bench),
            first=_days(told[number])[0],
            last=_days(told[number])[1],
            change=_change(numbers[:at], number, withdrawn),
            claims=tuple(sorted(claim.id for _, claim in told[number])),
            withdrawn=tuple(sorted(withdrawn.get(number, ()))),
        )
        for at, number in enumerate(numbers)
    )
    return Timeline(states, latest, tuple(_standings(numbers, latest, told, weighed, bench)))


def _states(told: Mapping[Decimal, Told]) -> list[Decimal]:
    """Order figures by the days as of which they are given; one that only bounds an earlier figure is no state of its own."""
    states: list[Decimal] = []
    for number in sorted(told, key=lambda number: (*_days(told[number]), number)):
        exact = any(not _bounds(reading) for reading, _ in told[number])
        higher = all(isinstance(reading.value, Quantity) and reading.value.high is None for reading, _ in told[number])
        if exact or (higher and number > max(states, default=-number.copy_abs() - 1)):
            states.append(number)
    return states


def _change(before: Sequence[Decimal], number: Decimal, withdrawn: Collection[Decimal]) -> Change:
    """Say how a figure stands to the one before it; lower than one that was taken back, it corrects."""
    if not before:
        return "first"
    if number > before[-1]:
        return "up"
    return "corrected" if before[-1] in withdrawn else "down"


def _family(reading: Reading, bench: Bench) -> str:
    """Name what a figure is measured in; figures in two currencies have no order."""
    return scale(reading.value.unit, bench.ruleset.root).family if isinstance(reading.value, Quantity) else ""


def _bounds(reading: Reading) -> bool:
    """Whether a figure is a mere bound."""
    return isinstance(reading.value, Quantity) and extent(reading.value).form == "bound"


def _days(told: Told) -> tuple[date, date]:
    """Give the first and the last day as of which a figure is given."""
    days = [day(reading.time) for reading, _ in told if reading.time is not None]
    return min(days), max(days)


def _articles(told: Told) -> int:
    return len({claim.article for _, claim in told})


def _latest(numbers: Sequence[Decimal], told: Mapping[Decimal, Told], withdrawn: Collection[Decimal]) -> int | None:
    """Choose the figure that came up last; none where two did at once.

    What one article alone has counts only where nobody has since repeated a figure that several have: it may just be wrong.
    """
    kept = [number for number in numbers if number not in withdrawn] or list(numbers)
    repeated = max((_days(told[number])[1] for number in kept if _articles(told[number]) >= STAGE), default=date.min)
    kept = [number for number in kept if _articles(told[number]) >= STAGE or _days(told[number])[0] > repeated]
    ranks = [(*_days(told[number]), _articles(told[number])) for number in kept]
    return numbers.index(kept[ranks.index(max(ranks))]) if ranks.count(max(ranks)) == 1 else None


def _label(told: Told, bench: Bench) -> str:
    labels = Counter(bench.reasons.describe(reading.shown) for reading, _ in told)
    return min(labels, key=lambda text: (-labels[text], len(text), text))


def _standings(
    numbers: Sequence[Decimal],
    latest: int | None,
    told: Mapping[Decimal, Told],
    weighed: Mapping[tuple[Reading, Reading], Weighed],
    bench: Bench,
) -> Iterable[Standing]:
    """Give each outlet's newest figure: that of its last article, and there the one that came up last."""
    newest: dict[str, tuple[date, int, Reading, Claim]] = {}
    for at, number in enumerate(numbers):
        for reading, claim in told[number]:
            if reading.time is None:
                continue
            outlet = bench.said(claim).outlet
            if outlet not in newest or (day(reading.time), at) >= newest[outlet][:2]:
                newest[outlet] = (day(reading.time), at, reading, claim)
    for outlet, (when, at, reading, claim) in sorted(newest.items()):
        behind = latest is not None and at < latest and _behind(reading, when, told[numbers[latest]], weighed)
        yield Standing(outlet, bench.reasons.describe(reading.shown), when, claim.id, behind=behind)


def _behind(reading: Reading, when: date, newer: Told, weighed: Mapping[tuple[Reading, Reading], Weighed]) -> bool:
    """Whether a figure was printed after several articles had a newer one that excludes it; a mere bound stays true."""
    if _bounds(reading) or _articles(newer) < STAGE or when <= _days(newer)[0]:
        return False
    pairs = [weighed.get((reading, other)) or weighed.get((other, reading)) for other, _ in newer]
    return any(found is not None and found.outcome.verdict in NEWER for found in pairs)
