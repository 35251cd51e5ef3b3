"""Operations of the calendar: days, months, years and the longer stretches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from claimcheck.extract.values.dates.atom import Atom
from claimcheck.extract.values.dates.env import Env, Prefer
from claimcheck.extract.values.dates.intervals import (
    DAY,
    Stretch,
    day_of,
    month_of,
    naive,
    season_of,
    value,
    year_of,
)
from claimcheck.model import DateValue

PIVOT = 50
"""Two figures for a year: below it this century, from it the last one."""
SOON = 2
"""A bare weekday this many days ahead is the coming one, unless its verb is past: a day five or six days past is told by its date."""
CLOSE = timedelta(days=45)
"""A date this near to the publication keeps its year though its weekday be wrong: the slip is the outlet's."""
WEEKDAY_YEARS = 1
"""How far a weekday may pull a date without a year to a year where it is right."""


def full_year(atom: Atom) -> int | None:
    """Give the year that was written, in two figures or four."""
    if text := atom.word("year"):
        return int(text)
    if text := atom.word("yy"):
        return int(text) + (2000 if int(text) < PIVOT else 1900)
    return None


def side_year(env: Env, side: str | None, stretches: list[Stretch]) -> Stretch | None:
    """Choose the one before or after the anchor, as "dernier" and "prochain" say."""
    now = env.now
    if now is None:
        return None
    if side == "last":
        return next((stretch for stretch in reversed(stretches) if stretch[1] <= now), None)
    return next((stretch for stretch in stretches if stretch[0] > now), None)


def day(atom: Atom, env: Env) -> DateValue | None:
    """Read a day of a month, with or without weekday and year."""
    month = env.words.look("month", atom.given["month"])
    dom = env.words.count(atom.given["dom"])
    year = full_year(atom)
    if dom is None:
        return None
    if year is not None:
        return value(day_of(naive(year, month, dom)), "day")

    def build(year: int) -> Stretch:
        return day_of(naive(year, month, dom))

    stretch = _sided(atom, env, build) or env.yearly(build)
    weekday = atom.word("weekday")
    if stretch and weekday and not env.within:
        wanted = env.words.look("weekday", weekday)
        far = env.now is None or abs(stretch[0] - env.now) > CLOSE
        if far and stretch[0].weekday() != wanted:
            reach = range(-WEEKDAY_YEARS, WEEKDAY_YEARS + 1)
            stretch = next((other for n in reach if (other := _try(build, stretch[0].year + n)) and other[0].weekday() == wanted), stretch)
    return value(stretch, "day") if _leap(month, dom) else None


def days(atom: Atom, env: Env) -> DateValue | None:
    """Read several days of a month, or of one month to the next: "du 3 au 5 juillet"."""
    last = day(atom._replace(given={**atom.given, "dom": atom.given["dom2"], "month": atom.given["month2"], "weekday": None}), env)
    number = env.words.count(atom.word("dom3") or atom.given["dom"])
    if last is None or last.start is None or number is None:
        return last and value(None, "range")
    month = env.words.look("month", atom.word("month") or atom.given["month2"])
    year = last.start.year - (month > last.start.month)
    start = naive(year, month, number)
    return value((start, last.end), "range") if last.end and start < last.start else None


def _leap(month: int, dom: int) -> bool:
    return 1 <= dom <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _try(build: Callable[[int], Stretch], year: int) -> Stretch | None:
    try:
        return build(year)
    except ValueError:
        return None


def month(atom: Atom, env: Env) -> DateValue | None:
    """Read a month, with or without its year."""
    number = env.words.look("month", atom.given["month"])
    year = full_year(atom)
    if year is not None:
        return value(month_of(year, number), "month")

    def build(year: int) -> Stretch:
        return month_of(year, number)

    return value(_sided(atom, env, build) or env.yearly(build), "month")


def _sided(atom: Atom, env: Env, build: Callable[[int], Stretch]) -> Stretch | None:
    word = atom.word("side")
    if word is None or env.now is None:
        return None
    years = range(env.now.year - 1, env.now.year + 2)
    side = env.words.look("side", word)
    if side == "this":
        return _try(build, env.now.year)
    return side_year(env, side, [stretch for year in years if (stretch := _try(build, year))])


def weekday(atom: Atom, env: Env) -> DateValue | None:
    """Read a weekday: the last one up to the publication, unless the words or the anchor say otherwise."""
    wanted = env.words.look("weekday", atom.given["weekday"])
    if env.within is not None:
        first = env.within[0] + timedelta(days=(wanted - env.within[0].weekday()) % 7)
        return value(day_of(first), "day") if first < env.within[1] else None
    if env.now is None:
        return value(None, "day")
    today = day_of(env.now)[0]
    back = (today.weekday() - wanted) % 7
    ahead = (wanted - today.weekday()) % 7
    side = env.words.look("side", atom.word("side") or "") or atom.word("to") or atom.word("lean")
    if side == "last":
        offset = -(back or 7)
    elif side == "after" or (side == "next" and env.words.data["next-weekday"] == "week"):
        offset = 7 - today.weekday() + wanted
    elif side == "next":
        offset = ahead if atom.given.get("weeks") else ahead or 7
    elif env.prefer == "future":
        offset = ahead or (7 if env.alone else 0)
    elif (side == "this" and ahead < back) or (not side and not env.past and 0 < ahead <= SOON):
        offset = ahead
    else:
        offset = -back
    offset += 7 * int(atom.given.get("weeks", 0))
    return value(day_of(today + offset * DAY), "day")


def dom(atom: Atom, env: Env) -> DateValue | None:
    """Read a bare day of the month, with or without its weekday."""
    number = env.words.count(atom.given["dom"])
    if number is None or not 1 <= number <= 31:
        return None
    if env.within is not None:
        return value(day_of(env.within[0].replace(day=number)), "day")
    if env.now is None:
        return value(None, "day")
    candidates = []
    name = atom.word("weekday")
    wanted = None if name is None else env.words.look("weekday", name)
    months = env.now.year * 12 + env.now.month - 1
    for total in range(months - 14, months + 15):
        start = _try(lambda total: day_of(naive(total // 12, total % 12 + 1, number)), total)
        if start and (wanted is None or start[0].weekday() == wanted):
            candidates.append(start)
    return value(env.choose(candidates, lean="nearest"), "day") if candidates else None


def numeric(atom: Atom, env: Env) -> DateValue | None:
    """Read a date in figures; an order that cannot be decides for the other one."""
    first, second = int(atom.given["a"]), int(atom.given["b"])
    dom, month = (second, first) if env.month_first else (first, second)
    if month > 12:
        dom, month = month, dom
    year = full_year(atom)
    if not (1 <= month <= 12 and _leap(month, dom)):
        return None
    if year is None:
        return value(env.yearly(lambda year: day_of(naive(year, month, dom))), "day")
    return value(day_of(naive(year, month, dom)), "day")


def iso(atom: Atom, _env: Env) -> DateValue | None:
    """Read a date that begins with its year."""
    year, month = int(atom.given["year"]), int(atom.given["b"])
    if "a" not in atom.given:
        return value(month_of(year, month), "month")
    return value(day_of(naive(year, month, int(atom.given["a"]))), "day")


def year(atom: Atom, _env: Env) -> DateValue | None:
    """Read a year, or several from one to the other."""
    first = full_year(atom)
    if first is None:
        return None
    text = atom.word("year2") or atom.word("yy2")
    if text is None:
        return value(year_of(first), "year")
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    return value((year_of(first)[0], year_of(last)[1]), "range") if first < last else None


def decade(atom: Atom, env: Env) -> DateValue | None:
    """Read a decade: two figures are of the twentieth century."""
    word = atom.given["decade"]
    number = int(word) if word.isdigit() else env.words.look("decade", word)
    if number is None or number % 10:
        return None
    first = number if number >= 100 else 1900 + number if number >= 20 else 2000 + number
    return value(year_of(first, 10), "decade")


def century(atom: Atom, env: Env) -> DateValue | None:
    """Read a century by its rank, in Roman or other figures or in words."""
    word = atom.given.get("roman")
    number = roman(word) if word else env.words.count(atom.given["rank"])
    if not number or number > 30:
        return None
    if atom.given.get("era"):
        return None
    return value(year_of((number - 1) * 100 or 1, 100), "century")


def roman(figures: str) -> int:
    """Read Roman figures; zero where they are none."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    total = 0
    for letter, following in zip(figures, figures[1:] + " ", strict=True):
        weight = values[letter]
        total += -weight if values.get(following, 0) > weight else weight
    return total


def season(atom: Atom, env: Env) -> DateValue | None:
    """Read a season; winter is told by the year in which it begins or by both."""
    number = env.words.look("season", atom.given["season"])
    year = full_year(atom)
    if year is not None:
        return value(season_of(year, number), "season", approximate=True)

    def build(year: int) -> Stretch:
        return season_of(year, number)

    lean: Prefer = "nearest"
    if atom.word("side") and env.now:
        around = [build(year) for year in range(env.now.year - 2, env.now.year + 3)]
        side = env.words.look("side", atom.given["side"])
        if side != "this":
            return value(side_year(env, side, around), "season", approximate=True)
    return value(env.yearly(build, lean=lean), "season", approximate=True)


def block(atom: Atom, env: Env) -> DateValue | None:
    """Read a quarter or half of a year, by its rank."""
    unit = atom.word("block") or env.words.look("unit", atom.given["unit"])
    months = {"quarter": 3, "half": 6}[str(unit)]
    rank = env.words.count(atom.given["rank"])
    if rank is None:
        return None
    if rank < 0:
        rank += 12 // months + 1
    if not 1 <= rank <= 12 // months:
        return None
    number = (rank - 1) * months + 1
    year = full_year(atom)
    if year is not None:
        stretch: Stretch | None = month_of(year, number, months)
    elif env.within is None and env.now is not None and env.prefer is None:
        stretch = month_of(env.now.year, number, months)
        if stretch[0] > env.now + 92 * DAY:
            stretch = month_of(env.now.year - 1, number, months)
    elif env.within is None and env.now is not None:
        stretch = month_of(env.now.year, number, months)
    else:
        stretch = env.yearly(lambda year: month_of(year, number, months))
    return value(stretch, "quarter" if months == 3 else "half")
