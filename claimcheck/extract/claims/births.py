"""A date of birth → the age that it makes on the day of publication, so that ages and years of birth can be held together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from claimcheck.extract.claims.attributes import AGE
from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene
from claimcheck.extract.claims.subjects import NEAR
from claimcheck.model import DateValue, Quantity

PLACE = 3
"""Words between "born" and the date: "né à Lens en 1953"."""
BESIDE = 6.0
"""How far the name of the person may stand from the word for the birth."""
OLDEST = 115
GRANULARITIES = ("day", "month", "year")
LAST = timedelta(days=1)
"""From the end of a stretch, which is open, back to its last day."""


def read_birth(desk: Desk, scene: Scene, ruler: Ruler, index: int) -> Draft | None:
    """Read a date of birth as an age in years, where nothing in the sentence tells of another day."""
    mention = scene.mentions[index]
    value, place = mention.value, ruler.span_of(index)
    born = next((hit for hit in scene.clause("born") if 0 <= place[0] - hit.last <= PLACE), None)
    if born is None or desk.published is None or not isinstance(value, DateValue) or value.start is None or value.end is None:
        return None
    if value.granularity not in GRANULARITIES or any(isinstance(one.value, DateValue) for one in scene.mentions if one is not mention):
        return None
    near = [
        name
        for name in scene.names
        if name.type == "person" and ruler.apart(scene.tokens_of(name.start, name.end), (born.first, place[1])) <= BESIDE
    ]
    if len({name.entity for name in near}) != 1:
        return None
    youngest, oldest = (_age(moment.date(), desk.published) for moment in (value.end - LAST, value.start))
    if not 0 <= youngest <= oldest <= OLDEST:
        return None
    age = Quantity(Decimal(youngest), Decimal(oldest), unit="year")
    return Draft(
        type="duration",
        subject=desk.name(near[0].entity),
        attribute=AGE,
        start=mention.start,
        end=mention.end,
        sentence=scene.sentence.span,
        value=age if youngest != oldest else replace(age, precision=Decimal(1)),
        rule=AGE,
        confidence=NEAR,
        derivation=(f"{AGE} ← born then, on {desk.published.isoformat()[:10]}", *mention.derivation),
    )


def _age(birth: date, day: date) -> int:
    """Count the birthdays between two days."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
