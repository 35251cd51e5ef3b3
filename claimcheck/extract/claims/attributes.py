"""Which attribute a value has: the kind whose words stand nearest, else the one its counted noun names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Reading
from claimcheck.extract.claims.phrases import Hit
from claimcheck.extract.claims.scene import Scene, value_kind
from claimcheck.extract.claims.vocabulary import Cue
from claimcheck.model import DateValue, Kind, Mention, Quantity

NOUN_COST = 2.0
"""A counted noun that carries an attribute by itself yields to a phrase that stands right beside the value."""
SUGGESTED_COST = 15.0
"""A noun that only suggests an attribute yields to every phrase, and leaves the claim unsure."""
LONG_PHRASE = 0.4
"""Bonus for every further word of a phrase: the more it says, the surer it is."""
UNLESS_REACH = 12.0
NEEDS_REACH = 24
"""Words between a value and a word that its rule cannot do without, whatever stands between."""
REACHED = 14.0
"""Words between what is measured and the value that a verb of reaching gives it: "the toll from … has risen to 23"."""
LIST_WORDS = 3
"""Words between two values of one list: a comma, "et", the rest of the first one's noun phrase."""
MIN_LIST = 2
AGE, SHARE = "age", "share"
STEM = 5
"""Letters by which two words are one noun, singular or plural."""
OLDEST = 120
JOINTS = frozenset({",", "&"})


def counted_noun(desk: Desk, scene: Scene, ruler: Ruler, index: int) -> str | None:
    """Give the concept that a number counts; a bare number counts what its sentence counted before.

    In "dont trois traités" the word is no noun of its own: those three are of the people counted before.
    """
    mention = scene.mentions[index]
    if not isinstance(mention.value, Quantity):
        return None
    if mention.noun is not None and (mention.value.unit in desk.vocabulary.concepts or not is_part(scene, ruler.span_of(index))):
        return mention.value.unit
    if value_kind(mention) not in ("number", "count"):
        return None
    for other in (*reversed(scene.mentions[:index]), *scene.mentions[index + 1 :]):
        if isinstance(other.value, Quantity) and other.noun is not None:
            return other.value.unit
    return None


def is_part(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether "dont", *including* or the like stands right before a value, or "of the" inside it."""
    return any(0 <= place[0] - hit.last <= 1 for hit in scene.clause("part")) or any(
        place[0] < hit.first < place[1] + 1 for hit in scene.clause("some-of")
    )


def is_whole(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether a value is what others are counted out of: "sur les 40 passagers, douze …"."""
    return any(hit.last == place[0] for hit in scene.clause("whole"))


def choose(desk: Desk, scene: Scene, ruler: Ruler, index: int, noun: str | None) -> Reading | None:
    """Choose the kind whose words stand nearest to a value."""
    vocabulary = desk.vocabulary
    mention = scene.mentions[index]
    place = ruler.span_of(index)
    free = noun is not None and (mention.noun is None or noun not in vocabulary.by_noun)
    noun_class = vocabulary.classes.get(noun) if noun and free else None
    if (_is_age(scene, place, mention) or _aged(scene, ruler, index)) and (age := vocabulary.kinds.get(AGE)):
        return Reading(0.0, age, f"{AGE} ← stands between commas behind a person's name, or behind a word for age")
    unknown = noun is not None and noun not in vocabulary.concepts  # an occupation the lexicon lacks, as likely as not
    base = _base(scene, place)
    reach = next((hit for hit in scene.clause("reaches") if hit.last == place[0]), None)
    best: Reading | None = None
    lent = mention.noun is None and (
        all(m.noun is None for m in scene.mentions[:index])  # "rose to 23, with 90 cases"
        or _set_against(scene, index, place)
    )
    for cost, table in ((SUGGESTED_COST, vocabulary.suggested), (NOUN_COST, vocabulary.by_noun)):
        for kind in () if lent else table.get(noun or "", ()):
            if _fits(kind, mention, noun, noun_class) and not _forbidden(scene, ruler, kind.id, place):
                best = Reading(cost, kind, f"{kind.id} ← counted noun {noun!r}")
    for hit in scene.found.triggers:
        side, where = hit.key.side, (hit.first, hit.last)
        beside = hit.first < place[0] if side == "before" else hit.last > place[0]
        if not beside or (place[0] <= hit.first and hit.last <= place[1] and noun in vocabulary.by_noun):  # the counted noun itself
            continue
        kind, rule = vocabulary.kinds[hit.key.name], vocabulary.rules[hit.key.name]
        fitting = _fits(kind, mention, noun, noun_class or ("person" if unknown else None)) or (lent and _fits(kind, mention, None, None))
        if not fitting:
            continue
        cost = ruler.beyond(place, where) if side == "after" and where[0] > place[0] else ruler.apart(where, place)
        if cost > (0.0 if hit.key.value else rule.gap):
            if side != "before" or reach is None or not _reaches(scene, ruler, where, reach):
                continue
            cost = float(rule.gap)
        if base is not None and cost > 0 and not where[0] < base < where[1]:
            continue
        cost -= LONG_PHRASE * (hit.last - hit.first - 1)
        if best is not None and cost >= best.cost:
            continue
        if _forbidden(scene, ruler, kind.id, place) or (rule.needs and not _backed(scene, ruler, kind.id, place)):
            continue
        words = scene.text(scene.starts[hit.first], scene.ends[hit.last - 1])
        best = Reading(cost, kind, f"{kind.id} ← {words!r} {side} the value · {vocabulary.language}/{kind.id}", where)
    return best


def _reaches(scene: Scene, ruler: Ruler, where: tuple[int, int], reach: Hit[Cue]) -> bool:
    """Whether what a phrase names is the subject of a verb of reaching, with no other quantity between."""
    verb = (reach.first, reach.last)
    if where[1] > reach.first or ruler.between(where, verb) > REACHED:
        return False
    spans = [ruler.span_of(i) for i, mention in enumerate(scene.mentions) if isinstance(mention.value, Quantity)]
    return not any(where[1] <= first and last <= reach.first for first, last in spans)


def _set_against(scene: Scene, index: int, place: tuple[int, int]) -> bool:
    """Whether a figure is set against the one before it, of no other day: the 13 of "par 28 voix contre 13" are of the other side."""
    dated = any(isinstance(mention.value, DateValue) for mention in scene.mentions[index + 1 :])
    return not dated and any(hit.last == place[0] for hit in scene.clause("versus"))


def _base(scene: Scene, place: tuple[int, int]) -> int | None:
    """Give where "of the" begins that makes a value the whole others are part of: *the first of the 30 hostages was freed*."""
    return next((hit.first for hit in scene.clause("some-of") if hit.last == place[0]), None)


def _fits(kind: Kind, mention: Mention, noun: str | None, noun_class: str | None) -> bool:
    """Whether a value can fill a kind; `noun_class` is none for a noun that carries an attribute by itself."""
    name = value_kind(mention)
    if name == "number" and "count" in kind.value and _is_whole(mention):
        name = "count"
    if name not in kind.value:
        return False
    if not kind.units or not isinstance(mention.value, Quantity):
        return True
    units = {mention.value.unit, noun, noun_class}
    return not units.isdisjoint(kind.units) or (noun is None and name == "count")


def _is_whole(mention: Mention) -> bool:
    low = mention.value.low if isinstance(mention.value, Quantity) else None
    return low is None or low == low.to_integral_value()


def _is_age(scene: Scene, place: tuple[int, int], mention: Mention) -> bool:
    """Whether a number of years stands right behind a person's name: "Nadia Roux, 44 ans", *Nadia Roux, 44,*.

    So does one of years between commas behind a word for a person ("la candidate, 44 ans, …"), or one that opens the sentence.
    """
    value = mention.value
    if not isinstance(value, Quantity) or value.unit not in (None, "year") or value.low is None or not 0 < value.low < OLDEST:
        return False
    words = scene.words
    if place[0] == 1 and value.unit is not None and scene.is_role(0, "at-age") and place[1] < len(words) and words[place[1]] == ",":
        return True
    if place[0] < 1 or words[place[0] - 1] not in (",", "("):
        return False
    closed = place[1] < len(words) and words[place[1]] in (",", ")")
    named = any(name.type == "person" and 0 <= scene.starts[place[0] - 1] - name.end <= 1 for name in scene.names)
    if named:
        return closed or value.unit is not None
    return closed and value.unit is not None and any(at == place[0] - 2 for at, _ in scene.nouns)


def _aged(scene: Scene, ruler: Ruler, index: int) -> bool:
    """Whether a bare number follows a word for age, or another that does: *aged four and seven*, *a boy of 12*."""
    mention, first = scene.mentions[index], index
    years = isinstance(mention.value, Quantity) and mention.value.unit == "year" and mention.text.isalnum()
    if not (years or value_kind(mention) == "number") or scene.is_role(ruler.span_of(index)[1], "others"):
        return False
    while first > 0 and index - first < LIST_WORDS and _joined(scene, ruler.span_of(first - 1), ruler.span_of(first)):
        first -= 1
    starts = [ruler.span_of(i)[0] for i in range(first, index + 1)]
    return any(0 <= start - hit.last <= 1 for hit in scene.clause(AGE) for start in starts)


def _forbidden(scene: Scene, ruler: Ruler, rule: str, place: tuple[int, int]) -> bool:
    """Whether a phrase that rules an attribute out stands by this value, with no other value nearer to it."""
    return any(
        ruler.apart((hit.first, hit.last), place) <= UNLESS_REACH and not ruler.crosses((hit.first, hit.last), place)
        for hit in scene.found.named("unless", rule)
    )


def _backed(scene: Scene, ruler: Ruler, rule: str, place: tuple[int, int]) -> bool:
    """Whether a phrase that a rule cannot do without stands near this value, other values or not."""
    return any(ruler.words((hit.first, hit.last), place) <= NEEDS_REACH for hit in scene.found.named("needs", rule))


def share(desk: Desk, scene: Scene, ruler: Ruler, nouns: Sequence[str | None], readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Give the groups of one list what one of them has: "cinq Portugais, deux Coréens et un Suisse sont parmi les morts".

    A list of which none has it takes it from the count before it, in its sentence or the one before: "the nationalities of
    the 16 killed: five Portuguese, three Britons".
    """
    found = list(readings)
    for i, part in enumerate(readings[1:]):
        if found[i] is None and part and _holds(desk, scene, ruler, i, nouns[i], part):
            found[i] = Reading(part.cost, part.kind, f"{part.kind.id} ← as the part of it that stands behind it")
    for i, one in enumerate(found[:-1]):
        if one and found[i + 1] is None and _alike(scene, ruler, i):
            found[i + 1] = Reading(one.cost, one.kind, f"{one.kind.id} ← as the one that it is joined with")
    for i, whole in enumerate(found[:-1]):
        if found[i + 1] is None and whole and _told_of(desk, scene, ruler, i, nouns[i + 1], whole):
            found[i + 1] = Reading(whole.cost, whole.kind, f"{whole.kind.id} ← as the whole that it is a part of")
    for chain in _chains(scene, ruler):
        groups = [i for i in chain if (noun := nouns[i]) and found[i] is None and desk.vocabulary.group(noun)]
        if len(chain) < MIN_LIST or not groups:
            continue
        given = next((reading for i in chain if (reading := found[i]) and _groups(reading.kind)), None)
        if given is None and len(groups) >= MIN_LIST:
            given = next((reading for reading in reversed(found[: chain[0]]) if reading and _groups(reading.kind)), None)
            given = given or desk.counted_before(scene)
        for i in groups if given else ():
            found[i] = given and Reading(given.cost, given.kind, f"{given.kind.id} ← as the others of its list")
    desk.remember(scene, next((reading for reading in reversed(found) if reading and _groups(reading.kind)), None))
    return found


def _groups(kind: Kind) -> bool:
    return "group" in kind.slots and kind.id != AGE


def _alike(scene: Scene, ruler: Ruler, index: int) -> bool:
    """Whether two shares of one thing are joined: "un train régional sur trois et deux trains de nuit sur cinq"."""
    one, other = scene.mentions[index], scene.mentions[index + 1]
    if value_kind(one) != SHARE or value_kind(other) != SHARE or not _joined(scene, ruler.span_of(index), ruler.span_of(index + 1)):
        return False
    first, second = ({word[:STEM] for word in mention.text.lower().split() if len(word) >= STEM} for mention in (one, other))
    return bool(first & second)


def _holds(desk: Desk, scene: Scene, ruler: Ruler, index: int, noun: str | None, part: Reading) -> bool:
    """Whether a value is the whole of the part behind it: "seize personnes, dont cinq étrangers, ont été blessées"."""
    place, inner = ruler.span_of(index), ruler.span_of(index + 1)
    if noun is None or part.phrase is None or part.phrase[0] < inner[1] or not 0 < inner[0] - place[1] <= LIST_WORDS:
        return False
    if not is_part(scene, inner) or scene.words[place[1]] != ",":
        return False
    return _fits(part.kind, scene.mentions[index], noun, desk.vocabulary.classes.get(noun))


def _told_of(desk: Desk, scene: Scene, ruler: Ruler, index: int, noun: str | None, whole: Reading) -> bool:
    """Whether the next value is a group of those that a verb has told of: "douze personnes ont été blessées, dont trois policiers"."""
    inner = ruler.span_of(index + 1)
    if noun is None or not desk.vocabulary.group(noun) or not _groups(whole.kind) or not is_part(scene, inner):
        return False
    return whole.phrase is not None and 0 <= inner[0] - whole.phrase[1] <= LIST_WORDS


def _chains(scene: Scene, ruler: Ruler) -> Iterator[list[int]]:
    """Give the runs of values that commas and "et" join."""
    chain: list[int] = []
    for index in range(len(scene.mentions)):
        if chain and not _joined(scene, ruler.span_of(chain[-1]), ruler.span_of(index)):
            yield chain
            chain = []
        chain.append(index)
    if chain:
        yield chain


def _joined(scene: Scene, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether nothing but a comma and "et" stands between two values, a word after the first apart."""
    if right[0] - left[1] > LIST_WORDS or is_whole(scene, left):
        return False
    return any(scene.words[i] in JOINTS or scene.is_and(i) for i in range(left[1], right[0]))
