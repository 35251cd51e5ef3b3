"""A credit on its way: who, and where in the sentence, before its stretches are known."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.extract.attribution.scopes import Anchor
from claimcheck.model import Span

Role = Literal["upstream", "party", "venue"]


class Found(NamedTuple):
    """A credit before its scope is known."""

    anchor: Anchor
    span: Span
    """The words that credit: "selon la préfecture", "a indiqué le parquet"."""
    role: Role
    name: str
    source: Span
    """Whoever is credited."""
    contents: tuple[Span, ...] = ()
    """Quotations that are theirs."""
    only: bool = False
    """Whether nothing but the quotations is theirs."""
    whole: bool = False
    """Whether the whole text is theirs ("(Reuters) –", "avec AFP")."""
