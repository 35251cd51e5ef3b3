"""How surely a stretch is asserted, and who is credited with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Generic, TypeVar

from claimcheck.model import Attribution, Denial, Layers, Modality, Span

Item = TypeVar("Item")
NOBODY = Attribution()


class Stances:
    """Looks up the hedges, denials and credits of one article."""

    def __init__(self, layers: Layers) -> None:
        self.plain = not layers.hedges and not layers.denials
        """Whether everything is asserted."""
        self._hedges = _Cover([(hedge.scope, hedge) for hedge in layers.hedges])
        self._denials = _Cover([(denial.scope, denial) for denial in layers.denials])
        self._credits = _Cover([(scope, credit) for credit in layers.credits if credit.role != "venue" for scope in credit.scope])

    def modality(self, span: Span) -> Modality:
        """Say how a stretch is put: withdrawn and denied outweigh hedged, hedged outweighs planned."""
        if self.plain:
            return "asserted"
        denials = [denial for _, denial in self._denials.over(span) if denial.kind == "withdrawal" or not _is_in(span, denial)]
        if denials:
            return "withdrawn" if any(denial.kind == "withdrawal" for denial in denials) else "denied"
        kinds = {hedge.kind for _, hedge in self._hedges.over(span)}
        if kinds & {"conditional", "hedge"}:
            return "hedged"
        return "planned" if kinds else "asserted"

    def attribution(self, span: Span) -> Attribution:
        """Say who is credited: of several, whoever's stretch is the shortest."""
        credits_ = self._credits.over(span)
        if not credits_:
            return NOBODY
        found: dict[str, tuple[int, str]] = {}
        for scope, credit in credits_:
            size = scope.end - scope.start
            if credit.role not in found or size < found[credit.role][0]:
                found[credit.role] = (size, credit.name)
        party, upstream = (found[role][1] if role in found else None for role in ("party", "upstream"))
        return Attribution(party, upstream)


def _is_in(span: Span, denial: Denial) -> bool:
    """Whether the words of a denial are those of the deed itself: "n'a rien signé" is told, not denied by anybody."""
    return denial.start <= span.start < denial.end


class _Cover(Generic[Item]):
    """Stretches that can be asked which of them cover a place."""

    def __init__(self, items: Sequence[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span.start for span, _ in self._items]
        self._longest = max((span.end - span.start for span, _ in self._items), default=0)

    def over(self, place: Span) -> list[tuple[Span, Item]]:
        """Give the stretches that contain the start of the place."""
        if not self._items:
            return []
        at = bisect_right(self._starts, place.start)
        found = []
        while at > 0:
            at -= 1
            span = self._items[at][0]
            if span.start + self._longest < place.start:
                break
            if span.end > place.start:
                found.append(self._items[at])
        return found
