"""From two values to a verdict: what is asserted, by whom, and when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimcheck.judge.basis import scale
from claimcheck.judge.course import Course, stated
from claimcheck.judge.extent import extent
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.judge.parties import one_source, opposed
from claimcheck.judge.plausible import FAR_DATE, far_apart
from claimcheck.judge.readings import Reading, day, order
from claimcheck.model import DateValue, Fact, Kind, Quantity

POSITIVE = frozenset({"agree", "compatible"})
CASUALTIES = "casualties"
DONE = "done"
"""Stage of a figure that is told of what is over."""
LAST = "last"
"""Stage of a figure that is put as the newest count."""
SCALED = frozenset({"scaled", "scaled-unknown"})
"""Notes of a comparison of an amount per period with a total."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The verdict on two readings."""

    outcome: Outcome
    same_source: bool = False
    """One named source is credited with both values, and they exclude each other or meet only once scaled."""


def weigh(a: Reading, b: Reading, outcome: Outcome, kind: Kind | None, ground: Ground, course: Course) -> Weighed:
    """Hold one reading against another, given what the comparator says of their values."""
    if "withdrawn" in {a.modality, b.modality}:
        return Weighed(_withdrawn(a, b, outcome, kind))
    if "denied" in {a.modality, b.modality}:
        return Weighed(_denied(a, b, outcome))
    if "planned" in {a.modality, b.modality} and a.modality != b.modality and not course.loose_tense and not _still_planned(a, b, kind):
        return Weighed(_planned(outcome))
    if outcome.verdict == "contradiction" and _done_since(a, b):
        return Weighed(Outcome("update", "newer", "done-since"))
    if kind is not None and kind.evolves:
        outcome = _evolved(a, b, outcome, course)
    if _counted_on(a, b, outcome, course, kind):
        return Weighed(Outcome("update", "newer", "update-provisional", outcome.notes))
    if outcome.verdict == "agree" and (a.modality == "hedged") != (b.modality == "hedged"):
        return Weighed(Outcome("certainty", outcome.level, "certainty", outcome.notes))
    if outcome.verdict == "compatible" and SCALED & {key for key, _ in outcome.notes} and same_source(a, b, ground.root):
        return Weighed(outcome.noted(("same-source", "")), same_source=True)
    if outcome.verdict != "contradiction":
        return Weighed(outcome)
    rival = course.rival(a.value, b.value)
    if _two_sides(a, b, course, ground.root):
        return Weighed(Outcome("dispute", outcome.level, "dispute", outcome.notes))
    if (far_apart(a.value, b.value) or _past_and_ahead(a, b)) and not rival:
        return Weighed(Outcome("not_comparable", "far-apart", "far-apart", outcome.notes))
    if same_source(a, b, ground.root):
        return Weighed(outcome.noted(("same-source", "")), same_source=True)
    if kind is None and isinstance(a.value, Quantity) and scale(a.value.unit, ground.root).family != "count":
        return Weighed(Outcome("not_comparable", "never", "unnamed", outcome.notes))
    return Weighed(outcome)


def _past_and_ahead(a: Reading, b: Reading) -> bool:
    """Whether one day was over and the other still ahead when they were told, long before: a first trial and one on appeal."""
    days = [(reading.value, day(reading.time)) for reading in (a, b) if isinstance(reading.value, DateValue) and reading.time is not None]
    ahead = [value.start.date() for value, told in days if value.start is not None and value.start.date() > told]
    over = [value.end.date() for value, told in days if value.end is not None and value.end.date() <= told]
    return bool(ahead and over) and min(ahead) - max(over) > FAR_DATE


def _two_sides(a: Reading, b: Reading, course: Course, root: Path | None) -> bool:
    """Whether it is two parties who disagree, not two outlets: one that hangs a party's figure on the other is just wrong."""
    if a.party and b.party:
        return opposed(a.party, b.party, root) or (course.rival(a.value, b.value) and not one_source(a.party, b.party, root))
    credited, other = (a, b) if a.party else (b, a)
    return bool(credited.party) and course.rival(a.value, b.value) and not course.owns(str(credited.party), other.value, root)


def _withdrawn(a: Reading, b: Reading, outcome: Outcome, kind: Kind | None) -> Outcome:
    if a.modality == b.modality and outcome.verdict == "agree":
        return outcome
    if kind is not None and kind.evolves and outcome.verdict == "agree":
        return Outcome("update", "withdrawn", "withdrawn-since")
    return Outcome("not_comparable", "withdrawn", "withdrawn")


def _denied(a: Reading, b: Reading, outcome: Outcome) -> Outcome:
    if a.modality == b.modality:
        return outcome if outcome.verdict in POSITIVE else Outcome("not_comparable", "denied", "denied")
    if outcome.verdict in POSITIVE and outcome.level in {"same", "rounding"}:
        return Outcome("dispute", "denied", "denied-by-party")
    return Outcome("not_comparable", "denied", "denied")


def _still_planned(a: Reading, b: Reading, kind: Kind | None) -> bool:
    """Whether what one side does not put as a plan may be that plan: a day ahead, an act not told as done; or what the plan rules out."""
    plan, other = (a, b) if a.modality == "planned" else (b, a)
    if isinstance(plan.value, Fact) and isinstance(other.value, Fact):
        return other.value.holds and not plan.value.holds
    if isinstance(other.value, DateValue):
        return other.time is not None and other.value.start is not None and other.value.start.date() > day(other.time)
    return kind is not None and kind.act and other.stage != DONE


def _planned(outcome: Outcome) -> Outcome:
    if outcome.verdict == "agree":
        return Outcome("compatible", "planned", "planned-same", outcome.notes)
    return outcome if outcome.verdict in POSITIVE else Outcome("not_comparable", "planned", "planned")


def _evolved(a: Reading, b: Reading, outcome: Outcome, course: Course) -> Outcome:
    """Tell a newer state from a contradiction."""
    if course.rival(a.value, b.value):
        return outcome
    earlier = order(a.time, b.time)
    if outcome.verdict == "contradiction":
        if earlier and not _collapsed(a, b, earlier):
            return Outcome("update", "newer", "update", outcome.notes)
        return Outcome("update", "newer", "update-same-day", outcome.notes) if course.superseded(a.value, b.value) else outcome
    if outcome.verdict != "compatible" or not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return outcome
    first, second = stated(a.value), stated(b.value)
    if first is None or second is None or first == second:
        return outcome
    older = a.value if earlier < 0 else b.value
    if earlier and extent(older).form == "bound":
        return Outcome("update", "newer", "update-bound", outcome.notes)
    if not earlier and "bound" in {extent(a.value).form, extent(b.value).form} and course.superseded(a.value, b.value):
        return Outcome("update", "newer", "update-same-day", outcome.notes)
    return outcome


def _counted_on(a: Reading, b: Reading, outcome: Outcome, course: Course, kind: Kind | None) -> bool:
    """Whether one figure is only ever put as a first count, or one as the newest (of casualties the higher one)."""
    first, second = stated(a.value), stated(b.value)
    if first is None or second is None or a.stage == b.stage or course.rival(a.value, b.value):
        return False
    near = outcome.level == "rounding" and "near" in {extent(value).form for value in (a.value, b.value) if isinstance(value, Quantity)}
    if outcome.verdict != "contradiction" and not near:
        return False
    if {first, second} & course.provisional:
        return True
    return (a if first > second else b).stage == LAST if kind is not None and kind.type == CASUALTIES else LAST in (a.stage, b.stage)


def _done_since(a: Reading, b: Reading) -> bool:
    """Whether the older of two readings says not done, the newer one done."""
    earlier = order(a.time, b.time)
    older, newer = (a.value, b.value) if earlier < 0 else (b.value, a.value)
    return earlier != 0 and isinstance(older, Fact) and isinstance(newer, Fact) and newer.holds and not older.holds


def _collapsed(a: Reading, b: Reading, earlier: int) -> bool:
    """Whether the later figure is of another, lower order: counts jump up as an event unfolds, they are corrected down by a little."""
    older, newer = (a.value, b.value) if earlier < 0 else (b.value, a.value)
    first, second = stated(older), stated(newer)
    return far_apart(older, newer) and first is not None and second is not None and second < first


def same_source(a: Reading, b: Reading, root: Path | None = None) -> bool:
    """Whether both credit one source: the same party, or the same outlet where neither names a party."""
    if a.party and b.party:
        return one_source(a.party, b.party, root)
    return not a.party and not b.party and bool(a.upstream and b.upstream) and one_source(str(a.upstream), str(b.upstream), root)
