"""What a check finds: two sides of one article that cannot both hold, and the arithmetic that says so."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Claim, Mention, Value


@dataclass(frozen=True, slots=True)
class Side:
    """One figure, or several that make one together."""

    value: Value
    """What stands in the label: the figure itself, the sum of several."""
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sides that cannot both hold."""

    kind: str
    """Id of the kind in `rules/kinds/`."""
    a: Side
    b: Side
    reason: str
    """Key of the sentence in `messages/checks.yaml`, under `reasons`."""
    facts: tuple[tuple[str, Value | int | str], ...]
    """What the sentence names; a whole number is a weekday, counted from Monday, 0."""
    confidence: float


@dataclass(frozen=True, slots=True)
class Slip:
    """A clash whose figures are claims, in its article and story."""

    clash: Clash
    article: str
    story: str
    a: tuple[Claim, ...]
    b: tuple[Claim, ...]
