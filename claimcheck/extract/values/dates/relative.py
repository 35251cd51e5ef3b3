"""Operations that count from an anchor: the publication, or a date that was told before."""

from __future__ import annotations

from datetime import timedelta

from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.env import Env
from claimcheck.extract.values.dates.intervals import CLOCK, DAY, DAYS, Stretch, day_of, midnight, nth_weekday, shift, unit_of, value
from claimcheck.model import DateValue, Granularity

FEW = 3
"""How many units "the last few weeks" are."""
VAGUE = (2, 10)
"""How many units "a few weeks ago" can be."""
FINER: dict[str, Granularity] = {
    "century": "century", "decade": "decade", "year": "month", "half": "month", "quarter": "month", "month": "day", "fortnight": "day",
    "week": "day", "weekend": "day", "day": "day", "hour": "minute", "minute": "second", "second": "second",
}  # fmt: skip
"""How exactly a count of units is meant when it stands alone, as a scheduler takes it."""
GRAIN: dict[str, Granularity] = {"fortnight": "week", "weekend": "weekend", "season": "season"}


def _unit(atom: Atom, env: Env) -> str:
    return str(atom.given.get("unit_id") or env.words.look("unit", atom.given["unit"]))


def _side(atom: Atom, env: Env) -> str | None:
    given = atom.word("to")
    return given or (env.words.look("side", atom.given["side"]) if atom.word("side") else None)


def today(atom: Atom, env: Env) -> DateValue | None:
    """Read "hier", "tomorrow": days counted from the publication."""
    offset = env.words.look("today", atom.given["today"])
    return value(day_of(env.now + offset * DAY) if env.now else None, "day")


def now(atom: Atom, env: Env) -> DateValue | None:
    """Read "maintenant", only where it is all that is said: in prose it dates nothing."""
    if not env.alone or env.now is None:
        return None
    grain = str(atom.given.get("grain", "second"))
    return value(unit_of(env.now, grain), "day" if grain == "day" else "second")


def nearby(atom: Atom, env: Env) -> DateValue | None:
    """Read "la veille", "the next day", counted from the date that was told last."""
    offset = int(atom.given["offset"]) if "offset" in atom.given else env.words.look("nearby", atom.given["nearby"])
    focus = env.focus if env.focus and env.focus.granularity not in ("month", "year") else None
    anchor = env.within[0] if env.within else focus.start if focus else env.now
    if focus is None and env.within is None and offset >= 0 and not env.alone:
        anchor = None
    return value(day_of(anchor + offset * DAY) if anchor else None, "day")


def period(atom: Atom, env: Env) -> DateValue | None:
    """Read "le mois dernier", "this week", "next year"."""
    unit, side = _unit(atom, env), _side(atom, env)
    anchor = env.now
    if side == "after" and env.focus and env.focus.start:
        anchor = env.focus.start
    if atom.given.get("demonstrative"):
        anchor = env.focus.start if env.focus else None
    grain = GRAIN.get(unit, unit)
    if anchor is None:
        return value(None, grain)  # type: ignore[arg-type]
    if unit == "season" and not env.alone:
        return value(None, "season")  # of sport, of concerts, of rain: none of the four of the year
    if unit in CLOCK and not env.alone:
        return None
    offset = {"last": -1, "this": 0, "next": 1, "after": 1}[str(side)]
    if unit == "weekend" and side == "last" and anchor.weekday() == 6:
        offset = -1
    stretch = unit_of(anchor, unit)
    if offset:
        stretch = unit_of(stretch[0] + offset * 45 * DAY if unit == "season" else shift(stretch[0], offset, unit), unit)
    return value(stretch, grain)  # type: ignore[arg-type]


def series(atom: Atom, env: Env) -> DateValue | None:
    """Read "les trois derniers mois", "the next few days": whole units before or after the present one."""
    unit, side = _unit(atom, env), _side(atom, env)
    if env.now is None:
        return value(None, "range")
    word = atom.word("n")
    count = env.words.count(word) if word else FEW
    if not count or unit == "season" or (unit in CLOCK and not env.alone):
        return None
    present = unit_of(env.now, unit)
    if unit == "weekend":
        unit = "week"
    approximate = word is None
    if not env.alone and unit not in CLOCK and side in ("last", "next"):
        today = day_of(env.now)
        if side == "last":
            return value((shift(today[0], -count, unit), today[1]), "range", approximate=True)
        return value((today[0], shift(today[1], count, unit)), "range", approximate=True)
    if side == "last":
        return value((shift(present[0], -count, unit), present[0]), "range", approximate=approximate)
    if side == "within":
        return value((env.now, midnight(shift(env.now, count, unit))), "range")
    if side in ("next", "after"):
        start = env.now if approximate and not env.alone else present[1]
        return value((start, shift(present[1], count, unit)), "range", approximate=approximate)
    return None


def count_of(atom: Atom, env: Env) -> tuple[int, int] | None:
    """Give how many units, and how many months or days a half adds to them."""
    word = atom.word("n")
    number = env.words.count(word) if word else int(atom.given.get("count", 1))
    return None if number is None else (number, 1 if atom.given.get("half") else 0)


def moved(atom: Atom, env: Env) -> DateValue | None:
    """Read "il y a trois ans", "two days later": a count of units from an anchor."""
    unit, sign = _unit(atom, env), int(atom.given["sign"])
    counted = count_of(atom, env)
    anchor = env.now
    exact = env.alone or unit == "day"
    if atom.given.get("anchor") == "told":
        if env.within is not None:
            anchor, exact = env.within[0], True
        elif atom.given.get("open") and not env.alone:
            anchor = None  # counted from an event, not from a date
        elif env.focus is not None and _tells(env.focus, unit):
            anchor = env.focus.start
        elif not env.alone and sign > 0:
            anchor = None
    if counted is None:
        return None
    if anchor is None:
        return value(None, GRAIN.get(unit, unit))  # type: ignore[arg-type]
    number, half = counted
    if atom.given.get("vague") and not env.alone:
        if unit in CLOCK:
            return None
        near, far = shift(anchor, sign * VAGUE[0], unit), shift(anchor, sign * VAGUE[1], unit)
        return value((day_of(min(near, far))[0], day_of(max(near, far))[1]), "range", approximate=True)
    if unit == "hour" and number % 24 == 0 and atom.given.get("anchor") == "told" and not env.alone:
        unit, number, exact = "day", number // 24, True
    if unit in CLOCK and not env.alone:
        return value(None, "hour") if unit == "hour" else None
    moment = shift(anchor, sign * number, unit)
    if half:
        finer = {"year": ("month", 6), "month": ("day", 15), "hour": ("minute", 30), "day": ("hour", 12), "week": ("day", 3)}
        if unit in finer:
            moment = shift(moment, sign * finer[unit][1], finer[unit][0])
    if env.within is not None and unit not in CLOCK:
        length = env.within[1] - env.within[0]
        if length <= DAY:
            return value(day_of(moment), "day")
    if atom.given.get("grain") == "day":
        return value(day_of(moment), "day")
    if env.alone:
        grain = FINER[unit]
        if unit in ("day", "fortnight") and anchor != midnight(anchor) and atom.given.get("anchor") != "told":
            grain = "hour"
        return value(unit_of(moment, grain), grain)
    if unit in ("week", "fortnight") and not exact:
        return value((day_of(moment)[0] - 3 * DAY, day_of(moment)[1] + 3 * DAY), "week", approximate=True)
    if unit in ("week", "fortnight"):
        return value(day_of(moment), "day")
    if unit in CLOCK:
        return value(unit_of(moment, unit), unit, approximate=True)  # type: ignore[arg-type]
    return value(unit_of(moment, unit), unit, approximate=unit not in DAYS)  # type: ignore[arg-type]


def _tells(focus: DateValue, unit: str) -> bool:
    """Whether the date told last is exact enough to count such units from it."""
    coarse = ("year", "decade", "century")
    if focus.granularity == "year":
        return unit in coarse
    return focus.granularity != "month" or unit in (*coarse, "month")


def weekdays(atom: Atom, env: Env) -> DateValue | None:
    """Read "three Fridays from now", "two Thursdays ago"."""
    wanted = env.words.look("weekdays", atom.given["weekdays"])
    number = env.words.count(atom.given["n"])
    if env.now is None or number is None:
        return value(None, "day")
    ahead = (wanted - env.now.weekday()) % 7 or 7
    back = (env.now.weekday() - wanted) % 7 or 7
    days = ahead + 7 * (number - 1) if int(atom.given["sign"]) > 0 else -(back + 7 * (number - 1))
    return value(day_of(env.now + timedelta(days=days)), "day")


def _several(atom: Atom, env: Env, within: Stretch) -> DateValue | None:
    """Read "les neuf premiers mois de 2024", "the last two weeks of May"."""
    count, unit = env.words.count(atom.given["n"]), _unit(atom, env)
    if not count or unit in CLOCK:
        return None
    start = shift(within[1], -count, unit) if atom.given.get("last") else within[0]
    end = within[1] if atom.given.get("last") else shift(within[0], count, unit)
    return value((start, end), "range") if within[0] <= start and end <= within[1] else None


def nth(atom: Atom, env: Env) -> DateValue | None:
    """Read "the first Monday of March", "dernière semaine de septembre", inside what holds it."""
    if atom.word("n") and env.within is not None:
        return _several(atom, env, env.within)
    rank = env.words.count(atom.given["rank"]) if "rank" in atom.given else None
    if not rank or env.within is None:
        return None
    if atom.given.get("last"):
        rank = -rank
    name = atom.word("weekday")
    if name:
        return value(nth_weekday(env.within, env.words.look("weekday", name), rank), "day")
    unit = _unit(atom, env)
    if unit == "weekend":
        saturday = nth_weekday(env.within, 5, rank)
        return value((saturday[0], saturday[1] + DAY), "weekend")
    if unit == "week":
        monday = nth_weekday(env.within, 0, rank)
        if rank < 0:  # the last week lies mostly inside
            monday = day_of(nth_weekday(env.within, 3, rank)[0] - 3 * DAY)
        return value((monday[0], monday[0] + 7 * DAY), "week")
    if unit == "fortnight":
        middle = env.within[0] + 15 * DAY
        return value((env.within[0], middle) if rank == 1 else (middle, env.within[1]), "range")
    if unit in CLOCK:
        return None
    start = shift(env.within[0], rank - 1, unit) if rank > 0 else shift(env.within[1], rank, unit)
    stretch: Stretch = unit_of(start, unit)
    if not env.within[0] <= stretch[0] < env.within[1]:
        return None
    return value(stretch, GRAIN.get(unit, unit))  # type: ignore[arg-type]


def week_of(atom: Atom, env: Env) -> DateValue | None:
    """Read "la semaine du 6 octobre": the week that holds a day."""
    return env.within and value(unit_of(env.within[0], _unit(atom, env)), "week")
