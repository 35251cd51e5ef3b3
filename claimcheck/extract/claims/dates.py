"""Dates → claims: the day, or the hour, of the event that stands nearest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.scene import Scene, value_kind
from claimcheck.extract.claims.slots import BESIDE, GRANULES, SlotReader
from claimcheck.extract.claims.words import content_word
from claimcheck.model import DateValue, Mention

NEWS_DAYS = timedelta(days=2)
"""What news tells of "the same day" lies this far back at most."""
OFFSET_REACH = 2
"""Words between "au lendemain de" and the event that a date is counted from."""
DATELINE = 40
"""Characters of a dateline on either side of its date."""
DASHES = (" - ", " – ", " — ")
UNIQUE = 0.85
"""Confidence in the date of an event that happens once."""
REPEATED = 0.5
"""The same for what happens again and again: announcements, sales."""
UNNAMED = 0.4
"""The same where one word stands for what happens: enough to agree."""
TOLD = 0.75
"""The same where an hour alone opens what is told of the article's event."""
ASIDE = 3
"""Words between that hour and the end of its sentence, a colon or "quand": ", mardi,"."""
ACTOR = 4
"""Words behind "quand" among which its subject stands."""
STOPS = frozenset({".", ":", "!", "…"})
WORD_REACH = 6
"""Words between a date and that word."""


def read_date(desk: Desk, scene: Scene, ruler: Ruler, slots: SlotReader, index: int) -> Draft | None:
    """Read a date as the day of the event that stands nearest."""
    mention = scene.mentions[index]
    place = ruler.span_of(index)
    if not isinstance(mention.value, DateValue) or _in_dateline(scene, mention):
        return None
    hit = slots.nearest_event(place, of_day=True)
    opens = hit is None and desk.main_event is not None and _sets_scene(scene, mention, place) and not desk.is_chronicle
    event = slots.concept(hit) if hit else desk.main_event if opens else _word(desk, scene, place)
    if event is None:
        return None
    slot = {"event": event}
    clock = value_kind(mention) == "clock"
    value = mention.value
    if any(cue.first == place[0] and cue.last > place[1] for cue in scene.clause("offset")):
        value = replace(value, start=None, end=None)  # "la veille du sommet" is no day before today
    else:
        value = anchored(value, desk.published)
    if clock and value.start is not None and value.end is None:
        value = replace(value, end=value.start + timedelta(hours=1))  # "dès 13 h": it began at one
    value, bound = _settled(value, desk.published, until=scene.is_role(place[0], "until"))
    counted_from = hit is not None and any(
        0 <= hit.first - cue.last <= OFFSET_REACH
        and (place[1] <= cue.first or (hit.last <= place[0] and ruler.between((hit.first, hit.last), place) > BESIDE))
        for cue in scene.clause("offset")
    )
    if bound or counted_from:
        slot["basis"] = bound or "offset"
    unique = event in desk.vocabulary.unique_events
    attribute = "time-of-day" if clock and unique else "happened-on" if unique else "dated"
    return Draft(
        type="date",
        subject="" if unique or hit is None else desk.subjects.find(scene, ruler, place, "any").name,
        attribute=attribute,
        start=mention.start,
        end=mention.end,
        sentence=scene.sentence.span,
        value=value,
        rule=attribute,
        slot=slot,
        confidence=TOLD if opens else UNIQUE if unique else REPEATED if hit else UNNAMED,
        derivation=(f"date ← event {event!r} stands nearest", *mention.derivation),
    )


def _sets_scene(scene: Scene, mention: Mention, place: tuple[int, int]) -> bool:
    """Whether an hour opens what is told of the article's event: "9 h 42. L'horloge s'est arrêtée", "Il est 9 h 24 quand …"."""
    if not isinstance(mention.value, DateValue) or mention.value.granularity not in ("minute", "hour"):
        return False
    words = scene.words
    if not all(scene.is_role(at, "scene") for at in range(place[0])):
        return False
    at = next((at for at in range(place[1], min(place[1] + ASIDE, len(words))) if words[at] in STOPS or scene.is_role(at, "moment")), None)
    if at is None:
        return place[1] == len(words)
    somebody = [noun for noun, _ in scene.nouns] + [scene.tokens_of(name.start, name.end)[0] for name in scene.names]
    return not any(at < who <= at + ACTOR for who in somebody)  # "quand les pompiers entrent": that is another deed


def _word(desk: Desk, scene: Scene, place: tuple[int, int]) -> str | None:
    """Give the word that a date hangs on where no lexicon knows what happens: the one before it, else the one behind it."""
    before = range(place[0] - 1, max(-1, place[0] - 1 - WORD_REACH), -1)
    behind = range(place[1], min(place[1] + WORD_REACH, len(scene.words)))
    at = content_word(desk.vocabulary, scene, before)
    at = content_word(desk.vocabulary, scene, behind) if at is None else at
    return None if at is None else scene.words[at]


def _in_dateline(scene: Scene, mention: Mention) -> bool:
    """Whether a date stands in an agency's dateline: "PARIS, 3 sept. (ABC) –" says when it was written."""
    before = scene.text(scene.sentence.start, mention.start)
    after = scene.text(mention.end, min(mention.end + DATELINE, scene.sentence.end))
    return len(before) <= DATELINE and before.isupper() and any(dash in after for dash in DASHES)


def anchored(value: DateValue, published: date | None) -> DateValue:
    """Put "le même jour", whose day the text does not name, within the days before publication."""
    if value.start is not None or value.end is not None or value.granularity != "day" or published is None:
        return value
    day = datetime(published.year, published.month, published.day)  # noqa: DTZ001 - naive throughout
    return replace(value, start=day - NEWS_DAYS, end=day + timedelta(days=1), approximate=True)


def _settled(value: DateValue, published: date | None, *, until: bool) -> tuple[DateValue, str | None]:
    """Read "until the 15th" as the day it ends, and "from Sunday", still ahead, as the day it begins; tell what bounds it."""
    bound, granule = _bound(value), GRANULES.get(value.granularity, timedelta(days=1))
    if until and value.start is None and value.end is not None and value.end - datetime.min > granule:  # noqa: DTZ901 - naive throughout
        return replace(value, start=value.end - granule), bound
    if value.start is None or published is None or bound != "since":
        return value, bound
    today = date(published.year, published.month, published.day)
    ahead = value.start.date() > today and datetime.max - value.start > granule  # noqa: DTZ901 - naive throughout
    return (replace(value, end=value.start + granule), None) if ahead else (value, bound)


def _bound(value: DateValue) -> str | None:
    """Tell "since" and "until" from the day itself."""
    if value.start is not None and value.end is None:
        return "since"
    return "until" if value.start is None and value.end is not None else None
