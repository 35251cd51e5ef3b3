"""Positions: the claims of a topic that hold the same value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimcheck.judge.readings import Reading
from claimcheck.judge.witnesses import Witnesses
from claimcheck.model import Claim, Position, Value


def positions(
    grouped: Mapping[Reading, Sequence[Claim]],
    agreeing: Sequence[tuple[Reading, Reading]],
    describe: Callable[[Value], str],
    witnesses: Witnesses,
) -> tuple[Position, ...]:
    """Cluster readings that agree, the widest held first; a cluster is labelled with its most frequent wording."""
    root: dict[Reading, Reading] = {}

    def find(reading: Reading) -> Reading:
        while (parent := root.setdefault(reading, reading)) != reading:
            reading = parent
        return reading

    by_value: dict[Value, Reading] = {}
    for reading in grouped:
        root[find(reading)] = find(by_value.setdefault(reading.value, reading))
    for a, b in agreeing:
        root[find(a)] = find(b)
    clusters: dict[Reading, list[Reading]] = {}
    for reading in grouped:
        clusters.setdefault(find(reading), []).append(reading)
    found = []
    for cluster in clusters.values():
        claims = sorted((claim for reading in cluster for claim in grouped[reading]), key=place)
        labels: dict[str, int] = {}
        for reading in cluster:
            label = describe(reading.shown)
            labels[label] = labels.get(label, 0) + len(grouped[reading])
        label = min(labels, key=lambda text: (-labels[text], len(text), text))
        found.append(
            (len({claim.article for claim in claims}), Position(label, tuple(claim.id for claim in claims), witnesses.count(claims)))
        )
    found.sort(key=lambda item: (-item[0], -item[1].witnesses, -len(item[1].claims), item[1].label, item[1].claims))
    return tuple(position for _, position in found)


def place(claim: Claim) -> tuple[str, int, int, str]:
    """Order claims by article, then place."""
    return (claim.article, claim.start, claim.end, claim.id)
