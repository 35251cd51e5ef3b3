"""Stories and topics: what is told together, and what is claimed of the same fact."""

from __future__ import annotations

from typing import Literal

from claimcheck.model.claim import Claim
from claimcheck.model.record import record


@record
class Follow:
    """One article that draws on another, or on an outlet that is not here."""

    follower: str
    """Article id."""
    source: str
    """Article id of the one followed, or the name of an outlet or agency as credited."""
    ground: Literal["credit", "copy"]
    shared: int = 0
    """For copies: runs of eight words that both have."""


@record
class Story:
    """The articles that tell the same event."""

    id: str
    """`s1`, `s2`…, the largest story first."""
    title: str
    articles: tuple[str, ...]
    """Article ids, sorted."""
    witnesses: int | None = None
    """How many independent outlets tell it; absent where nobody counted."""
    follows: tuple[Follow, ...] = ()
    """Who follows whom among its articles, sorted by follower and source."""


OPEN = "open"
"""Reason of a pair whose claims leave open whether they are of one fact: equal values agree, others are not compared."""


@record
class Topic:
    """The claims of one story about the same subject, attribute and slot."""

    story: str
    subject: str
    attribute: str
    slot: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    """Sorted by article, then place."""
    apart: tuple[tuple[str, str, str], ...] = ()
    """Pairs of claim ids that share the attribute but not the slot, with the reason's message key:
    judged `not_comparable`; those whose reason is `OPEN` may agree."""
    confidence: float = 1.0
    context: tuple[Claim, ...] = ()
    """Claims of the same subject and attribute in other slots: what an outlet tells apart, no other confuses."""
