"""Facts that no rule names: what cannot be compared is of different things, and gets findings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.judge.pairs import Judged

APART = "not_comparable"


def part(pairs: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """Part the pairs of one topic: those that comparable values link, a list each, then all that are not comparable.

    Each comes with a name that tells it from the others and does not depend on the articles' order; empty where there is one.
    """
    owner: dict[str, str] = {}

    def find(claim: str) -> str:
        while owner.setdefault(claim, claim) != claim:
            claim = owner[claim]
        return claim

    for judged in pairs:
        if judged.verdict != APART:
            first, second = sorted((find(judged.a.id), find(judged.b.id)))
            owner[second] = first
    linked: dict[str, list[Judged]] = {}
    apart: list[Judged] = []
    for judged in pairs:
        (apart if judged.verdict == APART else linked.setdefault(find(judged.a.id), [])).append(judged)
    parts = [(min(repr(value) for judged in held for value in judged.held.shown), held) for held in linked.values()]
    if apart:
        parts.append((APART, apart))
    return ((f"part={name}" if len(parts) > 1 else "", held) for name, held in parts)
