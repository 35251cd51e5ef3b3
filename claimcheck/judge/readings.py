"""Distinct readings: claims that would be judged alike are judged once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from claimcheck.judge.parties import NAMED
from claimcheck.model import Article, Claim, DateValue, Modality, Quantity, Value
from claimcheck.model.fold import bare

AFTER = "anchor"
"""The `per` of a time since some event: it compares with its like alone."""
REPEATS = 8
"""Claims of one reading in one article that are paired with others: pairs would grow with the square of what is repeated."""
VALUES = 40
"""Distinct values of one fact in one article that are compared; the annotated articles have at most 6, a table has hundreds."""
SOURCE = "source"
"""Type of claims on who is credited: that the outlet says itself."""
UNTOUCHED = frozenset({"name", "source"})
"""Types of claims that a reserve in the sentence does not touch: how somebody is called, who is credited."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value as put by somebody at some time."""

    value: Value
    """What is compared."""
    shown: Value
    """What is written in labels: the value, but a relative date that hangs on an anchor unknown is given in its own words."""
    modality: Modality
    party: str | None
    """Who in the story is credited: a key of `lexicon/parties`, or a name of its own, folded and marked."""
    upstream: str | None
    """The outlet or agency that is credited, folded."""
    stage: str | None
    """Whether the count is put as a first one (`first`) or the newest (`last`)."""
    time: date | None
    """As of when: the sentence's own time, else the publication; a `datetime` where the hour is known, in its zone where that is."""


def reading(claim: Claim, article: Article | None, parties: Container[str]) -> Reading:
    """Take from a claim what its verdicts depend on.

    A party counts when the lexicon knows it or it has a name of its own; "a recent count" may be anybody's.
    """
    published = article.published if article else None
    hung = _hung(claim.value, published)
    return Reading(
        value=_since_anchor(hung, published) if hung and published else claim.value,
        shown=replace(hung, start=None, end=None) if hung else claim.value,
        modality="asserted" if claim.type in UNTOUCHED else claim.modality,
        party=None if claim.type == SOURCE else _party(claim.attribution.party, parties),
        upstream=_folded(claim.attribution.upstream),
        stage=claim.slots.get("stage"),
        time=claim.asof if claim.asof is not None else _in_zone(published, article.zone if article else None),
    )


def _in_zone(time: date | None, zone: str | None) -> date | None:
    """Put an hour into its zone, `+02:00`, where the input says so."""
    if not isinstance(time, datetime) or zone is None:
        return time
    return time.replace(tzinfo=datetime.strptime(zone, "%z").tzinfo)


def readings(claims: Iterable[Claim], articles: Mapping[str, Article], parties: Container[str]) -> dict[Reading, list[Claim]]:
    """Group claims by reading, in the order of the claims."""
    grouped: dict[Reading, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(reading(claim, articles.get(claim.article), parties), []).append(claim)
    return grouped


def first_of(claims: Iterable[Claim]) -> list[Claim]:
    """Leave out what an article repeats beyond `REPEATS` times: the first ones speak for the others."""
    seen: Counter[str] = Counter()
    kept = []
    for claim in claims:
        seen[claim.article] += 1
        if seen[claim.article] <= REPEATS:
            kept.append(claim)
    return kept


def uncrowded(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Leave out the claims of an article beyond its first `VALUES` distinct values."""
    values: dict[str, set[Value]] = {}
    kept = []
    for claim in claims:
        known = values.setdefault(claim.article, set())
        if claim.value in known or len(known) < VALUES:
            known.add(claim.value)
            kept.append(claim)
    return tuple(kept)


def day(time: date) -> date:
    """Drop the hour."""
    return time.date() if isinstance(time, datetime) else time


def order(a: date | None, b: date | None) -> int:
    """Tell which time is earlier: negative for `a`, positive for `b`, zero where they are one or cannot be told apart.

    Hours decide only where both are known; those of two zones are brought together where both zones are.
    """
    if a is None or b is None:
        return 0
    if isinstance(a, datetime) and isinstance(b, datetime):
        first, second = (a, b) if a.tzinfo and b.tzinfo else (a.replace(tzinfo=None), b.replace(tzinfo=None))
        same_hour = abs((first - second).total_seconds()) < 3600
        return 0 if same_hour else (first > second) - (first < second)
    return (day(a) > day(b)) - (day(a) < day(b))


def _hung(value: Value, published: date | None) -> DateValue | None:
    """Give a relative date that was hung on the publication for want of its anchor: "two days later" lies ahead of its article."""
    if not isinstance(value, DateValue) or value.relative is None or value.start is None or published is None:
        return None
    return value if value.start.date() > day(published) else None


def _since_anchor(value: DateValue, published: date) -> Value:
    """Turn it into the time since its anchor, in days; a coarser one stays a wording."""
    if value.start is None or value.granularity != "day":
        return replace(value, start=None, end=None)
    days = Decimal((value.start.date() - day(published)).days)
    return Quantity(days, days, unit="day", per=AFTER)


def _party(name: str | None, parties: Container[str]) -> str | None:
    if name is None or name in parties:
        return name
    return NAMED + bare(name).strip() if name != name.lower() else None


def _folded(name: str | None) -> str | None:
    return bare(name).strip() or None if name else None
