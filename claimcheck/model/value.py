"""What a mention means. Numbers are exact decimals, dates half-open intervals; nothing is a float."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from claimcheck.model.record import record


@record
class Quantity:
    """An interval of exact decimals with its unit."""

    low: Decimal | None
    """Lower end; absent where nothing bounds it from below."""
    high: Decimal | None
    low_open: bool = False
    """Whether the lower end itself is left out ("plus de 200")."""
    high_open: bool = False
    unit: str | None = None
    """ISO 4217 for money, UCUM-like for measures, `%`, `point`, `times`, `year`… for durations, a noun
    class or the singular noun for counts, `ordinal` for ranks; none for a bare number."""
    per: str | None = None
    """year, month, week, day, hour, head, share, m2…: "par an", "par action"."""
    over: Quantity | None = None
    """A duration: "sur quatre ans"."""
    approximate: bool = False
    precision: Decimal | None = None
    """Weight of the last significant digit as written (1,2 million: 100000); absent for words and ranges."""
    kind: Literal["quantity"] = "quantity"


Granularity = Literal[
    "second",
    "minute",
    "hour",
    "daypart",
    "day",
    "weekend",
    "week",
    "part-month",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "range",
]
HOURLY: frozenset[Granularity] = frozenset({"second", "minute", "hour", "daypart"})
"""Granularities that are finer than a day."""


@record
class DateValue:
    """A half-open interval of time, naive in the zone that is named, else in the article's own."""

    start: datetime | None
    """Absent for "jusqu'en 2030"; with `end` absent as well the expression stayed relative."""
    end: datetime | None
    granularity: Granularity
    approximate: bool = False
    zone: str | None = None
    """As written: GMT, "heure de Paris", "local time"."""
    relative: str | None = None
    """The folded wording, when it could not be resolved ("le même jour") or hung on an anchor."""
    clock: bool = False
    """A time of day whose day is unknown or assumed to be the publication's."""
    kind: Literal["date"] = "date"


Status = Literal["current", "former", "future", "acting"]


@record
class Role:
    """A post at an organisation."""

    post: str
    """Normalised: a concept of `lexicon/posts` (`chief-executive`) or the folded words of the post."""
    organisation: str | None
    status: Status = "current"
    exclusive: bool = False
    """Whether only one person can hold it at a time."""
    scope: str | None = None
    """What it covers, folded: "modeles fondamentaux", "recherche en ia"."""
    kind: Literal["role"] = "role"


@record
class Names:
    """A set of names, open ("comme", "dont") or closed, with the count that the text gives."""

    names: tuple[str, ...]
    count: int | None = None
    open: bool = False
    """Examples only: more members may exist."""
    kind: Literal["names"] = "names"


@record
class Fact:
    """A yes-or-no reading: something was done, or was not."""

    concept: str
    holds: bool = True
    kind: Literal["fact"] = "fact"


@record
class Order:
    """Which of two events came first."""

    first: str
    """A concept of `lexicon/predicates`, as is `then`."""
    then: str
    kind: Literal["order"] = "order"


Value = Quantity | DateValue | Role | Names | Fact | Order
