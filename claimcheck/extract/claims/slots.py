"""What else pins a fact down: its time, place, group, part, basis and event, read around the value."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.phrases import Hit
from claimcheck.extract.claims.scene import Scene, value_kind
from claimcheck.extract.claims.vocabulary import Cue, Vocabulary
from claimcheck.model import DateValue, Mention, Quantity

CUE_REACH = 6.0
"""A word that qualifies a value stands within a few words of it."""
TIME_REACH = 14.0
PLACE_REACH = 9.0
GROUP_REACH = 6.0
EVENT_REACH = 25.0
BESIDE = 4.0
"""Words between a value and a verb that it stands right beside."""
SAYING = "announce"
"""The concept of verbs of saying."""
TAG = 12
"""Words of the tag that says who told a whole sentence, at most."""
FURTHER = 4.0
"""How much further off an event that happens once may stand than another."""
RECENT = timedelta(days=10)
"""A date this close to publication says as of when a figure holds, not which period it measures."""
ARTICLE = 2
"""Words of an article, or of a short adjective, inside one noun phrase."""
LONG_OVER = timedelta(days=366)
PAST = "past"
"""Value of the window of a figure that is of a time long over."""
STAGE = "stage"
OPENING = 4
"""Words of a sentence among which its source is told, if it opens with it: "Selon un nouveau bilan …"."""
DONE = "done"
AUXILIARY = 1
"""Words between an auxiliary and its participle."""
OCCURRENCE = "occurrence"  # the concept of verbs that only say that something happened
GRANULES = {"year": timedelta(days=365), "quarter": timedelta(days=91), "month": timedelta(days=30), "week": timedelta(days=7)}
FINE = frozenset({"second", "minute", "hour", "daypart", "day", "weekend"})


class SlotReader:
    """Reads the slots of one sentence's values."""

    def __init__(
        self, scene: Scene, ruler: Ruler, vocabulary: Vocabulary, *, published: date | None = None, main_event: str | None = None
    ) -> None:
        self.scene = scene
        self.ruler = ruler
        self.vocabulary = vocabulary
        self.published = published
        self.main_event = main_event

    def read(self, index: int, wanted: Collection[str], *, main_places: Collection[str] = (), group: str | None = None) -> dict[str, str]:
        """Give the wanted slots of the n-th mention; what is not said is left out."""
        place = self.ruler.span_of(index)
        slots: dict[str, str] = {}
        nearest: dict[str, float] = {}
        for hit in self.scene.cues("slot"):
            name, cost = hit.key.name, self.ruler.apart((hit.first, hit.last), place)
            if name == "scope" and self._in_name(hit):
                continue
            if name in wanted and cost <= CUE_REACH and cost < nearest.get(name, CUE_REACH + 1):
                nearest[name], slots[name] = cost, hit.key.value
        if "window" in wanted and "window" not in slots and (found := self.hour(index)):
            slots["window"] = found
        if "group" in wanted and (found := group or self.group(place)):
            slots["group"] = found
        if "place" in wanted and (found := self.place(place, main_places)):
            slots["place"] = found
        if "event" in wanted and (found := self.event(place)):
            slots["event"] = found
        return slots

    def _in_name(self, hit: Hit[Cue]) -> bool:
        """Whether a cue is a word of a name: the "régionale" of a body so called says nothing of a figure."""
        first, last = self.scene.starts[hit.first], self.scene.ends[hit.last - 1]
        return any(name.form == "name" and name.start <= first and last <= name.end for name in self.scene.names)

    def time(self, index: int) -> Mention | None:
        """Give the date that belongs to the n-th mention: the nearest one of its sentence."""
        place = self.ruler.span_of(index)
        best: tuple[float, Mention] | None = None
        for i, mention in enumerate(self.scene.mentions):
            if i == index or not isinstance(mention.value, DateValue) or mention.value.clock:
                continue
            at = self.ruler.span_of(i)
            cost = self.ruler.apart(at, place)
            elsewhere = self._elsewhere(i, index) or self._aside(at, place) or (place < at and self._beyond(place, at))
            if cost <= TIME_REACH and not elsewhere and (best is None or cost < best[0]):
                best = (cost, mention)
        return best[1] if best else None

    def _aside(self, dated: tuple[int, int], value: tuple[int, int]) -> bool:
        """Whether a date tells of a verb in an insertion that a value stands outside of: "La halle, construite en 1974, vaudrait…"."""
        aside = self.ruler.aside(dated)
        if aside is None or aside[0] <= value[0] < aside[1]:
            return False
        return any(aside[0] <= hit.first and hit.last <= dated[0] for side in ("predicate", "before") for hit in self.scene.cues(side))

    def _opens(self, place: tuple[int, int]) -> bool:
        """Whether a date opens what is told behind a colon: "cinq morts et un disparu : samedi, la préfecture …"."""
        words = self.scene.words
        told = bool(self.scene.mentions) and self.ruler.span_of(0) < place  # else the colon ends a label: "Prochain rendez-vous : mardi, …"
        return told and place[0] > 0 and words[place[0] - 1] == ":" and place[1] < len(words) and words[place[1]] == ","

    def _elsewhere(self, dated: int, index: int) -> bool:
        """Whether a date belongs to the value right before it, and to that one alone.

        So it is of one that another is compared with ("down from 63% in 2020"), of one in brackets with it ("(58 en 2023)"), of one
        that another of its kind follows ("passé de 60 millions en 2023 à 45 millions") and of a total "since" that day.
        """
        owner, place = dated - 1, self.ruler.span_of(index)
        if owner < 0 or owner == index or not isinstance(self.scene.mentions[owner].value, Quantity):
            return False
        value, date_at = self.ruler.span_of(owner), self.ruler.span_of(dated)
        if self.ruler.between(value, date_at) > BESIDE:
            return False
        compared = any(
            hit.last <= value[0] and self.ruler.between((hit.first, hit.last), value) <= BESIDE for hit in self.scene.clause("versus")
        )
        if compared or (place < value and "(" in self.scene.words[place[1] : value[0]]):
            return True
        since = self.scene.mentions[dated].value
        alone = date_at < place or (isinstance(since, DateValue) and since.end is None)
        return alone and value_kind(self.scene.mentions[owner]) == value_kind(self.scene.mentions[index])

    def _beyond(self, place: tuple[int, int], dated: tuple[int, int]) -> bool:
        """Whether a date behind a value tells of something else.

        Of what opens behind a colon or in a later clause, of what stands outside the value's insertion, or only of what it is held
        against ("40 % de plus qu'en 2019", *the highest since 2022*).
        """
        aside = self.ruler.aside(place)
        if self._opens(dated) or self._next_clause(place, dated) or (aside is not None and aside[1] <= dated[0]):
            return True
        if any(place[1] <= hit.last <= dated[0] and dated[0] - hit.last <= BESIDE for hit in self.scene.clause("than")):
            return True
        record = [hit.last for hit in self.scene.clause("record") if place[1] <= hit.first and hit.last <= dated[0]]
        return bool(record) and any(record[0] <= hit.first <= dated[0] for hit in self.scene.clause("since"))

    def _next_clause(self, place: tuple[int, int], dated: tuple[int, int]) -> bool:
        """Whether a date tells of the verb of a later clause: "180 emplois sont menacés, et la base fermera fin septembre"."""
        words = self.scene.words
        opened = [hit.last for hit in self.scene.clause("relative")]
        opened += [hit.last for hit in self.scene.clause("and") if hit.first and words[hit.first - 1] == ","]
        last = max((at for at in opened if place[1] < at <= dated[0]), default=None)
        return last is not None and any(last <= hit.first and hit.last <= dated[0] for hit in self.scene.cues("predicate"))

    def hour(self, index: int) -> str | None:
        """Give the time of day at which a figure stood: "48 % à 17 heures"."""
        place = self.ruler.span_of(index)
        clocks = [
            (self.ruler.apart(self.ruler.span_of(i), place), mention.value)
            for i, mention in enumerate(self.scene.mentions)
            if isinstance(mention.value, DateValue) and mention.value.granularity in {"minute", "hour"} and mention.value.start is not None
        ]
        cost, value = min(clocks, key=lambda pair: pair[0], default=(0.0, None))
        return f"{value.start:%H:%M}" if value is not None and value.start is not None and cost <= PLACE_REACH else None

    def when(self, index: int) -> tuple[str | None, date | None]:
        """Split the date that belongs to a value into (period measured, as of when it holds)."""
        mention = self.time(index)
        if mention is None or not isinstance(mention.value, DateValue):
            return None, None
        value = mention.value
        if value.start is None:
            return None, None  # "days before the summer": up to then, from no day that is told
        if (value.granularity in FINE and value.end is None) or (value.granularity == "week" and value.start and self._recent(value.start)):
            return None, None  # "recensés depuis le 18 août", "this week": up to now
        if value.granularity in FINE and value.start and self._recent(value.start):
            return None, value.start
        return f"{_day(value.start)}/{_day(value.end or _granule(value))}", None

    def past(self, index: int, place: tuple[int, int]) -> bool:
        """Whether a value is of a time long over, of which a figure without a period never is."""
        if any(
            hit.key.value == PAST and self.ruler.apart((hit.first, hit.last), place) <= CUE_REACH
            for hit in self.scene.found.named("slot", "window")
        ):
            return True
        mention = self.time(index) if self.published else None
        end = mention.value.end if mention and isinstance(mention.value, DateValue) else None
        return end is not None and self.published is not None and end.date() + LONG_OVER <= _date(self.published)

    def _recent(self, moment: datetime) -> bool:
        if self.published is None:
            return True
        return abs(moment.date() - _date(self.published)) <= RECENT

    @staticmethod
    def opened(scene: Scene) -> str | None:
        """Tell a first count from a last one by what a sentence opens with: "Selon un nouveau bilan, …"."""
        return next((hit.key.value for hit in scene.cues("slot") if hit.key.name == STAGE and hit.first <= OPENING), None)

    def stage(self, place: tuple[int, int]) -> str | None:
        """Tell a first count from a last one by the words beside a figure."""
        near = {
            self.ruler.apart((hit.first, hit.last), place): hit.key.value
            for hit in self.scene.cues("slot")
            if hit.key.name == STAGE and not self.ruler.crosses((hit.first, hit.last), place)
        }
        return near[min(near)] if near and min(near) < TIME_REACH else None

    def done(self, phrase: tuple[int, int] | None) -> str | None:
        """Tell that what a phrase says is over: "a déjà supprimé 900 postes", *has cut 900 jobs*."""
        if phrase is None:
            return None
        near = (0 <= phrase[0] - hit.last <= AUXILIARY or phrase[0] <= hit.first < phrase[1] for hit in self.scene.clause(DONE))
        return DONE if any(near) else None

    def group(self, place: tuple[int, int]) -> str | None:
        """Give the group of people that a count is said of: "28 blessés chez les gendarmes"; none where it is said of two."""
        found: set[str] = set()
        for hit in self.scene.clause("among"):
            where = (hit.first, hit.last)
            opening = hit.first <= 1 and where < place  # "Côté manifestants, …" holds for the whole sentence
            near = opening or (self.ruler.apart(where, place) <= GROUP_REACH and not self.ruler.crosses(where, place))
            concept = next((concept for at, concept in self.scene.nouns if hit.last <= at <= hit.last + 2), None)
            if near and concept and (group := self.vocabulary.group(concept)):
                found.add(group)
        return found.pop() if len(found) == 1 else None

    def place(self, at: tuple[int, int], main_places: Collection[str]) -> str | None:
        """Give the place that a value is confined to, unless it is where the whole story happens."""
        best: tuple[float, str] | None = None
        for mention in self.scene.names:
            where = self.scene.tokens_of(mention.start, mention.end)
            seat = any(hit.last == where[0] for hit in self.scene.clause("seat"))  # "le parquet de Brélon": where a body sits
            if mention.type != "place" or mention.entity in main_places or seat:
                continue
            cost = self.ruler.apart(where, at)
            if cost <= PLACE_REACH and (best is None or cost < best[0]):
                best = (cost, mention.entity)
        return best[1] if best else None

    def event(self, place: tuple[int, int]) -> str | None:
        """Give the concept of the verb or event noun that stands nearest."""
        hit = self.nearest_event(place)
        return self.concept(hit) if hit else None

    def _tagged(self, hit: Hit[Cue], place: tuple[int, int]) -> bool:
        """Whether a verb only says who speaks, behind the comma that ends what is told: "… early on Monday, prosecutors said"."""
        if hit.key.name != SAYING:
            return False
        commas = [i for i in range(place[1], hit.first) if self.scene.words[i] == ","]
        return bool(commas) and len(self.scene.words) - commas[-1] <= TAG

    def _spoken_of(self, hit: Hit[Cue], dated: tuple[int, int]) -> bool:
        """Whether an event is only what something else is about ("les victimes de l'attentat sont reçues jeudi"), whatever its own day."""
        at = hit.first
        while hit.first - at <= ARTICLE and at and self.scene.is_light(at - 1):
            at -= 1
        if not any(at <= cue.last <= hit.first for cue in self.scene.clause("about")):
            return False
        own = self.scene.clause("of-day")  # "les victimes de l'attentat de mardi"
        return not any(hit.last <= cue.first and cue.last == dated[0] and cue.first - hit.last <= ARTICLE for cue in own)

    def concept(self, hit: Hit[Cue]) -> str:
        """Name an event: members of one family by the family, "it happened" by what the article tells most."""
        name = self.main_event if hit.key.name == OCCURRENCE and self.main_event else hit.key.name
        return self.vocabulary.family(name)

    def nearest_event(self, place: tuple[int, int], *, of_day: bool = False) -> Hit[Cue] | None:
        """Give the verb or event noun that a value belongs to.

        What happens once is told by every outlet: it is taken unless a verb of saying stands right beside the value. What happens on
        a day (`of_day`) is no event that is only spoken of.
        """
        best: dict[bool, tuple[float, Hit[Cue]]] = {}
        opens = self._opens(place)
        for hit in self.scene.cues("predicate"):
            if (opens and hit.first < place[0]) or self._tagged(hit, place) or (of_day and self._spoken_of(hit, place)):
                continue
            cost = self.ruler.apart((hit.first, hit.last), place)
            unique = hit.key.name in self.vocabulary.unique_events
            if cost <= EVENT_REACH and (unique not in best or cost < best[unique][0]):
                best[unique] = (cost, hit)
        if True in best and False in best:
            once, common = best[True][0], best[False][0]
            return best[once <= common or (common > BESIDE and once <= common + FURTHER)][1]
        return next((hit for _, hit in best.values()), None)


def _granule(value: DateValue) -> datetime | None:
    """Give the end of the day, month or year that a "since" or "as of" names."""
    return value.start + GRANULES.get(value.granularity, timedelta(days=1)) if value.start else None


def _date(moment: date) -> date:
    """Give the day of a moment, which `datetime` is too."""
    return date(moment.year, moment.month, moment.day)


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""
