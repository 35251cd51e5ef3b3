"""Quantities and dates → claims: a rule names the attribute, else the counted noun or the event does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene, is_count, value_kind
from claimcheck.extract.claims.slots import SlotReader
from claimcheck.extract.claims.subjects import NEAR, UNKNOWN
from claimcheck.model import ClaimType, DateValue, Kind, Mention, Quantity

NOUN_COST = 2.0
"""A counted noun that carries an attribute by itself yields to a phrase that stands right beside the value."""
SUGGESTED_COST = 15.0
"""A noun that only suggests an attribute yields to every phrase, and leaves the claim unsure."""
LONG_PHRASE = 0.4
"""Bonus for every further word of a phrase: the more it says, the surer it is."""
UNLESS_REACH = 12.0
NEWS_DAYS = timedelta(days=2)
"""What news tells of "the same day" lies this far back at most."""
LIST_WORDS = 3
"""Words between two values of one list: a comma, "et", the rest of the first one's noun phrase."""
JOINTS = frozenset({",", "&"})
OFFSET_REACH = 2
"""Words between "au lendemain de" and the event that a date is counted from."""
SURE = 0.95
COST_STEP = 0.03
"""Confidence lost with every word between the phrase and the value."""
GENERAL = 0.5
"""Confidence of a claim that no rule names."""
TOLD = 0.7
"""The same where its subject is known and its event happens once: what is counted is plain."""
GENERAL_SLOTS = frozenset({"basis", "group", "place", "event", "part", "scope", "of", "state"})
GENERAL_KINDS: dict[str, tuple[str, ClaimType]] = {
    "money": ("amount", "money"),
    "share": ("share", "percent"),
    "duration": ("duration", "duration"),
    "measure": ("measure", "measure"),
}


class Reading(NamedTuple):
    """A kind that a value can fill, and how far-fetched that is."""

    cost: float
    kind: Kind
    step: str


def read_values(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give the drafts of a sentence's values, one for each that says something."""
    ruler = Ruler(scene)
    slots = desk.slots(scene, ruler)
    parent: Draft | None = None
    nouns = [_noun(desk, scene, ruler, index) for index in range(len(scene.mentions))]
    readings = share(desk, scene, ruler, nouns, [choose(desk, scene, ruler, index, noun) for index, noun in enumerate(nouns)])
    for index, (mention, noun, reading) in enumerate(zip(scene.mentions, nouns, readings, strict=True)):
        draft = (
            _by_rule(desk, scene, ruler, slots, index, reading, noun, parent)
            if reading
            else _general(desk, scene, ruler, slots, index, noun)
        )
        if draft is None:
            continue
        if is_count(mention) and not _is_part(scene, ruler.span_of(index)):
            parent = draft
        yield draft
        if isinstance(mention.value, DateValue) and draft.attribute == "happened-on" and mention.value.granularity in ("minute", "hour"):
            yield replace(draft, attribute="time-of-day", rule="time-of-day", value=replace(mention.value, clock=True))


def share(desk: Desk, scene: Scene, ruler: Ruler, nouns: Sequence[str | None], readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Give the groups of one list what one of them has: "cinq Portugais, deux Coréens et un Suisse sont parmi les morts"."""
    found = list(readings)
    chain: list[int] = []
    for index in range(len(scene.mentions) + 1):
        if index < len(scene.mentions) and (not chain or _joined(scene, ruler.span_of(chain[-1]), ruler.span_of(index))):
            chain.append(index)
            continue
        given = next((found[i] for i in chain if (reading := found[i]) and "group" in reading.kind.slots), None)
        if len(chain) > 1 and given:
            for i in chain:
                if found[i] is None and (noun := nouns[i]) and desk.vocabulary.group(noun):
                    found[i] = Reading(given.cost, given.kind, f"{given.kind.id} ← as the others of its list")
        chain = [index]
    return found


def _joined(scene: Scene, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether nothing but a comma and "et" stands between two values, a word after the first apart."""
    return right[0] - left[1] <= LIST_WORDS and any(scene.tokens[i].text in JOINTS or scene.is_and(i) for i in range(left[1], right[0]))


def _noun(desk: Desk, scene: Scene, ruler: Ruler, index: int) -> str | None:
    """Give the concept that a number counts; a bare number counts what its sentence counted before.

    In "dont trois traités" the word is no noun of its own: those three are of the people counted before.
    """
    mention = scene.mentions[index]
    if not isinstance(mention.value, Quantity):
        return None
    if mention.noun is not None and (mention.value.unit in desk.vocabulary.concepts or not _is_part(scene, ruler.span_of(index))):
        return mention.value.unit
    if value_kind(mention) not in ("number", "count"):
        return None
    for other in (*reversed(scene.mentions[:index]), *scene.mentions[index + 1 :]):
        if isinstance(other.value, Quantity) and other.noun is not None:
            return other.value.unit
    return None


def _fits(kind: Kind, mention: Mention, noun: str | None, noun_class: str | None) -> bool:
    """Whether a value can fill a kind; `noun_class` is none for a noun that carries an attribute by itself."""
    name = value_kind(mention)
    if name == "number" and "count" in kind.value:
        name = "count"
    if name not in kind.value:
        return False
    if not kind.units or not isinstance(mention.value, Quantity):
        return True
    units = {mention.value.unit, noun, noun_class}
    return bool(units & set(kind.units)) or (noun is None and name == "count")


def choose(desk: Desk, scene: Scene, ruler: Ruler, index: int, noun: str | None) -> Reading | None:
    """Choose the kind whose words stand nearest to a value."""
    vocabulary = desk.vocabulary
    mention = scene.mentions[index]
    place = ruler.span_of(index)
    free = noun is not None and (mention.noun is None or noun not in vocabulary.by_noun)
    noun_class = vocabulary.classes.get(noun) if noun and free else None
    best: Reading | None = None
    for cost, table in ((SUGGESTED_COST, vocabulary.suggested), (NOUN_COST, vocabulary.by_noun)):
        for kind in table.get(noun or "", ()):
            if _fits(kind, mention, noun, noun_class) and not _forbidden(scene, ruler, kind.id, place):
                best = Reading(cost, kind, f"{kind.id} ← counted noun {noun!r}")
    for hit in scene.hits:
        side = hit.key.side
        if side not in ("before", "after"):
            continue
        kind, rule = vocabulary.kinds[hit.key.name], vocabulary.rules[hit.key.name]
        where = (hit.first, hit.last)
        beside = hit.first < place[0] if side == "before" else hit.last > place[0]
        if not beside or not _fits(kind, mention, noun, noun_class):
            continue
        cost = ruler.apart(where, place)
        if cost > rule.gap:
            continue
        cost -= LONG_PHRASE * (hit.last - hit.first - 1)
        if best is not None and cost >= best.cost:
            continue
        if _forbidden(scene, ruler, kind.id, place):
            continue
        words = scene.text(scene.tokens[hit.first].start, scene.tokens[hit.last - 1].end)
        best = Reading(cost, kind, f"{kind.id} ← {words!r} {side} the value · {vocabulary.language}/{kind.id}")
    return best


def _forbidden(scene: Scene, ruler: Ruler, rule: str, place: tuple[int, int]) -> bool:
    """Whether a phrase that rules an attribute out stands by this value, with no other value nearer to it."""
    return any(
        hit.key.name == rule
        and ruler.apart((hit.first, hit.last), place) <= UNLESS_REACH
        and not ruler.crosses((hit.first, hit.last), place)
        for hit in scene.cues("unless")
    )


def _is_part(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether "dont", *including* or the like stands right before a value, or "of the" inside it."""
    return any(
        (hit.key.name == "part" and 0 <= place[0] - hit.last <= 1) or (hit.key.name == "some-of" and place[0] < hit.first < place[1] + 1)
        for hit in scene.cues("clause")
    )


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
    own = mention.noun is not None or _is_part(scene, place)
    group = desk.vocabulary.group(noun) if noun and own and noun not in {*kind.nouns, *kind.often, *kind.units} else None
    slot = slots.read(index, kind.slots, main_places=desk.main_places, group=group)
    if _is_part(scene, place):
        same = parent is None or parent.attribute == kind.id
        if parent is not None and "group" in kind.slots and "group" in parent.slot:
            slot.setdefault("group", parent.slot["group"])
        elif same and "part" in kind.slots and "group" not in slot:
            slot["part"] = "some"
    period, asof = slots.when(index) if isinstance(mention.value, Quantity) else (None, None)
    if period and "time" in kind.slots:
        slot["time"] = period
    if (
        "of" in kind.slots
        and kind.subject == "person"
        and (owner := desk.subjects.find(scene, ruler, place, "organisation")).confidence >= NEAR
    ):
        slot["of"] = owner.name
    if "place" in slot:
        slot["place"] = desk.name(slot["place"])
    sure = max(SURE - COST_STEP * max(reading.cost, 0.0), 0.5)
    return Draft(
        type=kind.type,
        subject=subject.name,
        attribute=kind.id,
        start=mention.start,
        end=mention.end,
        sentence=scene.sentence.span,
        value=anchored(mention.value, desk.published) if isinstance(mention.value, DateValue) else mention.value,
        rule=kind.id,
        slot=slot,
        asof=asof,
        confidence=min(sure, subject.confidence),
        derivation=(reading.step, *mention.derivation),
    )


def _general(desk: Desk, scene: Scene, ruler: Ruler, slots: SlotReader, index: int, noun: str | None) -> Draft | None:
    mention = scene.mentions[index]
    if isinstance(mention.value, DateValue):
        return _happened(desk, scene, ruler, slots, index)
    name = value_kind(mention)
    if name in GENERAL_KINDS:
        attribute, claim_type = GENERAL_KINDS[name]
    elif name in ("count", "number") and noun:
        attribute, claim_type = noun, "count"
    else:
        return None
    place = ruler.span_of(index)
    subject = desk.subjects.find(scene, ruler, place, "any")
    slot = slots.read(index, GENERAL_SLOTS, main_places=desk.main_places)
    if _is_part(scene, place):
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


def _happened(desk: Desk, scene: Scene, ruler: Ruler, slots: SlotReader, index: int) -> Draft | None:
    """Read a date as the day of the event that stands nearest."""
    mention = scene.mentions[index]
    place = ruler.span_of(index)
    hit = slots.nearest_event(place)
    if hit is None or not isinstance(mention.value, DateValue):
        return None
    event = slots.concept(hit)
    slot = {"event": event}
    clock = value_kind(mention) == "clock"
    value = anchored(mention.value, desk.published)
    if clock and value.start is not None and value.end is None:
        value = replace(value, end=value.start + timedelta(hours=1))  # "dès 13 h": it began at one
    bound = _bound(value)
    counted_from = any(
        cue.key.name == "offset" and 0 <= hit.first - cue.last <= OFFSET_REACH and place[1] <= cue.first for cue in scene.cues("clause")
    )
    if bound or counted_from:
        slot["basis"] = bound or "offset"
    unique = event in desk.vocabulary.unique_events
    attribute = "time-of-day" if clock else "happened-on" if unique else "dated"
    return Draft(
        type="date",
        subject="" if unique else desk.subjects.find(scene, ruler, place, "any").name,
        attribute=attribute,
        start=mention.start,
        end=mention.end,
        sentence=scene.sentence.span,
        value=value,
        rule=attribute,
        slot=slot,
        confidence=0.85 if unique else GENERAL,
        derivation=(f"date ← event {event!r} stands nearest", *mention.derivation),
    )


def anchored(value: DateValue, published: date | None) -> DateValue:
    """Put "le même jour", whose day the text does not name, within the days before publication."""
    if value.start is not None or value.end is not None or value.granularity != "day" or published is None:
        return value
    day = datetime(published.year, published.month, published.day)  # noqa: DTZ001 - naive throughout
    return replace(value, start=day - NEWS_DAYS, end=day + timedelta(days=1), approximate=True)


def _bound(value: DateValue) -> str | None:
    """Tell "since" and "until" from the day itself."""
    if value.start is not None and value.end is None:
        return "since"
    return "until" if value.start is None and value.end is not None else None
