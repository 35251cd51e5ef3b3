"""Quantities and dates → claims: a rule names the attribute, else the counted noun or the event does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.claims.attributes import AGE, choose, counted_noun, is_part, share
from claimcheck.extract.claims.births import read_birth
from claimcheck.extract.claims.dates import anchored, read_date
from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Draft, Reading
from claimcheck.extract.claims.ranks import read_rank
from claimcheck.extract.claims.rivals import changed, compared, oppose
from claimcheck.extract.claims.scene import Scene, is_count, value_kind
from claimcheck.extract.claims.slots import PAST, STAGE, SlotReader
from claimcheck.extract.claims.spread import spread
from claimcheck.extract.claims.subjects import UNKNOWN
from claimcheck.extract.claims.things import thing
from claimcheck.model import ClaimType, DateValue, Kind, Mention, Quantity, Span, Value

SINCE, HAPPENED = "since-event", "happened-on"
LONG_UNITS = frozenset({"year", "month"})
SURE = 0.95
COST_STEP = 0.03
"""Confidence lost with every word between the phrase and the value."""
GENERAL = 0.45
"""Confidence of a claim that no rule names: enough to agree, too little to contradict."""
TOLD = 0.7
"""The same where its subject is known and its event happens once: what is counted is plain."""
BESIDE = 2
"""Words between an age and the noun that says whose it is."""
APPOSED = 6
"""The same for a noun that is known, in apposition: "le suspect, un homme âgé de 43 ans"."""
MERE = frozenset({"man", "woman"})
"""Concepts that say little of whose age it is."""
TELLING = 1000
"""A bare figure from which on it tells a fact by itself; smaller ones number pages, lines and players."""
RESULT = frozenset({"time", "basis", "state"})
"""Slots of what a company reports period by period: a figure that is still to come is its guidance."""
GENERAL_SLOTS = frozenset({"basis", "group", "place", "event", "part", "scope", "of", "state"})
GENERAL_KINDS: dict[str, tuple[str, ClaimType]] = {
    "money": ("amount", "money"),
    "share": ("share", "percent"),
    "duration": ("duration", "duration"),
    "measure": ("measure", "measure"),
    "times": ("times", "count"),
}


def read_values(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give the drafts of a sentence's values, one for each that says something."""
    desk.open_stage(scene)
    if not scene.mentions:
        return
    ruler = desk.ruler(scene)
    slots = desk.slots(scene, ruler)
    parent: Draft | None = None
    nouns = [counted_noun(desk, scene, ruler, index) for index in range(len(scene.mentions))]
    readings = share(desk, scene, ruler, nouns, [choose(desk, scene, ruler, index, noun) for index, noun in enumerate(nouns)])
    readings = changed(scene, ruler, compared(scene, ruler, slots, oppose(desk, scene, readings)))
    for index, (mention, noun, reading) in enumerate(zip(scene.mentions, nouns, readings, strict=True)):
        draft = (
            _by_rule(desk, scene, ruler, slots, index, reading, noun, parent)
            if reading
            else _general(desk, scene, ruler, slots, index, noun)
        )
        if draft is None:
            continue
        if is_count(mention) and not is_part(scene, ruler.span_of(index)):
            parent = draft
        yield draft
        if mention.part is not None:
            yield from _counted(desk, scene, ruler, slots, index, mention.part)
        if isinstance(mention.value, DateValue) and draft.attribute == "happened-on" and mention.value.granularity in ("minute", "hour"):
            yield replace(draft, attribute="time-of-day", rule="time-of-day", value=replace(mention.value, clock=True))


def _counted(desk: Desk, scene: Scene, ruler: Ruler, slots: SlotReader, index: int, part: Mention) -> Iterator[Draft]:
    """Give the claim on the count that a share was read from: "511 des 634 magasins" are 511 stores too."""
    told = replace(scene, mentions=[*scene.mentions[:index], part, *scene.mentions[index + 1 :]])
    noun = part.value.unit if isinstance(part.value, Quantity) else None
    reading = choose(desk, told, ruler, index, noun)
    draft = _by_rule(desk, told, ruler, slots, index, reading, noun, None) if reading else _general(desk, told, ruler, slots, index, noun)
    if draft is not None:
        yield replace(draft, slot={name: value for name, value in draft.slot.items() if name != "part"})


def _by_rule(
    desk: Desk,
    scene: Scene,
    ruler: Ruler,
    slots: SlotReader,
    index: int,
    reading: Reading,
    noun: str | None,
    parent: Draft | None,
) -> Draft:
    mention, kind, place = scene.mentions[index], reading.kind, ruler.span_of(index)
    subject = desk.subjects.find(scene, ruler, place, kind.subject)
    own = mention.noun is not None or is_part(scene, place)
    group = desk.vocabulary.group(noun) if noun and own and noun not in {*kind.nouns, *kind.often, *kind.units} else None
    slot = slots.read(index, kind.slots, main_places=desk.main_places, group=group)
    if slot.get("group") in kind.units:
        del slot["group"]  # "la grève est suivie par 60 % des salariés": no group among those who can strike
    if is_part(scene, place):
        same = parent is None or parent.attribute == kind.id
        if parent is not None and "group" in kind.slots and "group" in parent.slot:
            slot.setdefault("group", parent.slot["group"])
        elif same and "part" in kind.slots and "group" not in slot:
            slot["part"] = "some"
    period, asof = slots.when(index) if isinstance(mention.value, Quantity) else (None, None)
    if period and "time" in kind.slots:
        slot["time"] = period
    if kind.subject == "organisation" and "time" in kind.slots and slots.past(index, place):
        slot.setdefault("window", PAST)
    value = spread(scene, ruler, index, mention.value, kind, period) if isinstance(mention.value, Quantity) else mention.value
    if mention.noun is None and parent is not None and parent.attribute == kind.id and "scope" in parent.slot:
        slot.setdefault("scope", parent.slot["scope"])  # "75,000 core workers, from 99,500"
    if "of" in kind.slots and kind.subject == "person" and (owner := desk.subjects.behind(scene, reading.phrase)):
        slot["of"] = owner
    if isinstance(mention.value, Quantity) and (
        stage := slots.stage(place) or desk.staged(scene, place) or (slots.done(reading.phrase) if kind.act else None)
    ):
        slot[STAGE] = stage
    if RESULT.issubset(kind.slots) and desk.stances.modality(Span(mention.start, mention.end)) == "planned":
        slot.setdefault("state", "guidance")
    if "place" in slot:
        slot["place"] = desk.name(slot["place"])
    whose = _whose(scene, place) if kind.id == AGE and not subject.name else None
    if whose is not None and (of := desk.vocabulary.group(whose[1])):
        slot["group"] = of
    attribute = kind.id
    if attribute == SINCE and "event" in slot and mention.value.kind == "quantity" and mention.value.unit in LONG_UNITS:
        attribute = HAPPENED  # "deux ans après la reprise" dates it; "trois jours après" is counted from another day than today
    sure = max(SURE - COST_STEP * max(reading.cost, 0.0), 0.5)
    return Draft(
        type=kind.type,
        subject=subject.name,
        attribute=attribute,
        start=mention.start,
        end=mention.end,
        sentence=scene.sentence.span,
        value=_settled(value, kind, desk),
        rule=kind.id,
        slot=slot,
        asof=asof,
        confidence=min(sure, subject.confidence),
        derivation=(reading.step, *mention.derivation),
        thing=None if subject.name else _known(scene, whose[0]) if whose else thing(scene, reading.phrase, place),
    )


def _whose(scene: Scene, place: tuple[int, int]) -> tuple[int, str] | None:
    """Give the noun, and where it stands, for somebody without a name: "un pompier de 31 ans", "le conducteur, âgé de 27 ans".

    A mere man or woman is passed over for who that is: "le suspect, un homme de 43 ans".
    """
    near = [
        (concept in MERE, abs(at - place[0]), at, concept)
        for at, concept in scene.nouns
        if place[0] - APPOSED <= at < place[1] + BESIDE and (at >= place[0] - BESIDE or _known(scene, at))
    ]
    return min(near)[2:] if near else None


def _known(scene: Scene, at: int) -> str | None:
    """Give a noun that its article says to be known: "le conducteur" is the only one."""
    return scene.words[at] if at > 0 and scene.is_role(at - 1, "definite") else None


def _general(desk: Desk, scene: Scene, ruler: Ruler, slots: SlotReader, index: int, noun: str | None) -> Draft | None:
    mention = scene.mentions[index]
    if isinstance(mention.value, DateValue):
        return read_birth(desk, scene, ruler, index) or read_date(desk, scene, ruler, slots, index)
    name = value_kind(mention)
    if name == "ordinal":
        return read_rank(desk, scene, ruler.span_of(index), mention)
    if name in GENERAL_KINDS:
        attribute, claim_type = GENERAL_KINDS[name]
    elif name in ("count", "number") and noun:
        attribute, claim_type = noun, "count"
    elif name == "number" and (mention.value.low or mention.value.high or 0) >= TELLING:
        attribute, claim_type = name, "count"
    else:
        return None
    place = ruler.span_of(index)
    subject = desk.subjects.find(scene, ruler, place, "organisation")
    slot = slots.read(index, GENERAL_SLOTS, main_places=desk.main_places)
    if slot.get("event") not in desk.vocabulary.unique_events:
        slot.pop("event", None)  # the nearest verb of saying tells nothing of what is counted
    if is_part(scene, place):
        slot.setdefault("part", "some")
    period, asof = slots.when(index)
    if period:
        slot["time"] = period
    if "place" in slot:
        slot["place"] = desk.name(slot["place"])
    told = slot.get("event") in desk.vocabulary.unique_events and subject.confidence > UNKNOWN
    step = f"{attribute} ← no rule names it; {scene.text(mention.start, mention.end)!r}"
    return Draft(
        type=claim_type,
        subject=subject.name,
        attribute=attribute,
        start=mention.start,
        end=mention.end,
        sentence=scene.sentence.span,
        value=mention.value,
        rule="general",
        slot=slot,
        asof=asof,
        confidence=min(TOLD if told else GENERAL, subject.confidence),
        derivation=(step, *mention.derivation),
    )


def _settled(value: Quantity | DateValue, kind: Kind, desk: Desk) -> Value:
    """Give a value as its kind reads it: a bare age is in years, "the same day" is near the publication."""
    if isinstance(value, DateValue):
        return anchored(value, desk.published)
    return replace(value, unit="year") if kind.id == AGE and value.unit is None else value
