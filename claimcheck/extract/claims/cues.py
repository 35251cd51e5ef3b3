"""The phrases of the vocabulary that stand in one sentence, to be asked for by what they do there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.claims.phrases import Hit
from claimcheck.extract.claims.vocabulary import Cue, Side


class Cues:
    """The phrases of one sentence, by side and by name."""

    __slots__ = ("_by_name", "_by_side", "roles", "triggers")

    def __init__(self, hits: Iterable[Hit[Cue]]) -> None:
        self.triggers: list[Hit[Cue]] = []
        """What gives an attribute to a value behind it or before it."""
        self.roles: dict[str, list[Hit[Cue]]] = {}
        """Clause words by role."""
        self._by_side: dict[Side, list[Hit[Cue]]] = {}
        self._by_name: dict[Side, dict[str, list[Hit[Cue]]]] = {}
        for hit in hits:
            side, name, _ = hit.key
            self._by_side.setdefault(side, []).append(hit)
            if side == "clause":
                self.roles.setdefault(name, []).append(hit)
            elif side in ("before", "after"):
                self.triggers.append(hit)

    def of(self, side: Side) -> Sequence[Hit[Cue]]:
        """Give the phrases of one side."""
        return self._by_side.get(side, ())

    def named(self, side: Side, name: str) -> Sequence[Hit[Cue]]:
        """Give the phrases of one side that have a name."""
        if side not in self._by_side:
            return ()
        known = self._by_name.get(side)
        if known is None:
            known = self._by_name[side] = {}
            for hit in self._by_side[side]:
                known.setdefault(hit.key.name, []).append(hit)
        return known.get(name, ())
