"""Values in words: the short labels of reports, after `rules/<lang>/messages/values.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.model import DateValue, Fact, Names, Order, Quantity, Role, Value
from claimcheck.ruleset.lexicon import Lexicons, default_root, lexicons
from claimcheck.ruleset.messages import read_messages

FEW_DIGITS = 4
"""Significant digits of a number that does not come out even: a third is 33.33 %."""
NEAR = Decimal("0.8")
MAGNITUDE = 2
ABBREVIATION = 3
"""Letters of a form such as CFO."""
LARGEST = 40
"""Digits beyond which a number is written in powers of ten."""
WHOLE = frozenset({"month", "quarter", "half", "year", "decade", "century"})
"""Granularities that begin and end with a month."""
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@cache
def messages(language: str, name: str, root: Path | None = None) -> Any:
    """Read `rules/<language>/messages/<name>.yaml`; `UsageError` where it is missing or broken."""
    return read_messages((root or default_root()) / language / "messages" / f"{name}.yaml")


@cache
def describe(value: Value, words: Lexicons) -> str:
    """Write a value as a short label in the language of the lexicons."""
    table = {**messages(words.language, "values", words.root), "words": words}
    if isinstance(value, Quantity):
        return _quantity(value, table)
    if isinstance(value, DateValue):
        return _date(value, table["dates"], table["months"])
    if isinstance(value, Role):
        return _role(value, table)
    if isinstance(value, Names):
        return _names(value, table["names"], words)
    if isinstance(value, Order):
        return str(table["order"].format(first=event_name(value.first, words), then=event_name(value.then, words)))
    return _fact(value, table["fact"])


def label(value: Value, language: str, root: Path | None = None) -> str:
    """Write a value as a short label in a language."""
    text: str = describe(value, lexicons(language, root))
    return text


def post_name(concept: str, words: Lexicons) -> str:
    """Name a post: as the messages have it, else by its first form that is no abbreviation, else by its concept's own words."""
    told = messages(words.language, "values", words.root)["posts"].get(concept)
    return str(told or _spelled_out(words.get("posts")["concepts"].get(concept) or (concept.replace("-", " "),)))


def event_name(concept: str, words: Lexicons) -> str:
    """Name an event: as the messages have it, else a state by its first words, else by its concept's own words."""
    told = messages(words.language, "values", words.root)["events"].get(concept)
    return str(told or _state_name(words.get("facts").get(concept)) or concept.replace("-", " "))


def _state_name(entry: Any) -> str:
    return "" if entry is None else " ".join(str(entry[part][0]) for part in ("of", "words") if part in entry)


def party_name(party: str, words: Lexicons) -> str:
    """Name a source or a country in a story: as the messages have it, else by its first form; what no lexicon has as it is written."""
    told = messages(words.language, "values", words.root)["parties"].get(party)
    country = words.get("countries").get(party, {}).get("names", [party])
    return str(told or words.get("parties").get(party, country)[0])


def number(value: Decimal, table: Any) -> str:
    """Write a number with the language's separators."""
    if value.adjusted() > LARGEST:
        return f"{value:.2E}"
    if value != value.to_integral_value():
        value = round(value, max(0, FEW_DIGITS - 1 - max(value.adjusted(), 0)))
    whole, _, part = f"{abs(value):f}".partition(".")
    part = part.rstrip("0")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)][::-1]
    sign = "−" if value < 0 else ""
    return sign + str(table["thousands"]).join(groups) + (str(table["decimal"]) + part if part else "")


def _quantity(value: Quantity, table: Any) -> str:
    text = _interval(value, table)
    if value.per:
        patterns = table["per"]
        text = patterns.get(value.per, patterns["default"]).format(x=text, per=value.per)
    if value.over:
        text = table["over-time"].format(x=text, time=_quantity(value.over, table))
    return text


def _interval(value: Quantity, table: Any) -> str:
    low, high = value.low, value.high
    if low is None and high is None:
        return str(table["anything"])
    if low is None or high is None:
        end = low if low is not None else high
        key = ("over" if value.low_open else "at-least") if low is not None else ("under" if value.high_open else "at-most")
        return str(table[key].format(x=_measured((end,), value.unit, table)))
    if low == high:
        text = _measured((low,), value.unit, table)
        return str(table["about"].format(x=text)) if value.approximate else text
    if value.high_open and not value.low_open and low >= high * NEAR > 0:
        return str(table["near"].format(x=_measured((high,), value.unit, table)))
    if value.approximate and not value.high_open and 0 < high <= low * MAGNITUDE:
        return str(table["about"].format(x=_measured(((low + high) / 2,), value.unit, table)))
    return _measured((low, high), value.unit, table, last_open=value.high_open)


def _measured(numbers: Sequence[Decimal | None], unit: str | None, table: Any, *, last_open: bool = False) -> str:
    """Write one number, or two with a dash, with their unit."""
    found = [value for value in numbers if value is not None]
    if unit is not None and len(unit) == 3 and unit.isupper() and unit.isalpha():
        return _money(found, unit, table, last_open=last_open)
    text = _dashed(found, table, last_open=last_open)
    if unit is None:
        return text
    return str(table["count"].format(n=text, unit=_unit(unit, table, several=len(found) > 1 or abs(found[-1]) > 1)))


def _unit(unit: str, table: Any, *, several: bool) -> str:
    """Write a unit: as the messages have it, as the first word of a counted noun's concept, else as it is."""
    words: Lexicons = table["words"]
    if unit in table["units"]:
        return str(table["units"][unit][several])
    noun = words.get("nouns").get(unit)
    if noun is None:
        return unit
    word = str(noun["words"][0])
    return _plural(word, words) if several else word


def _plural(phrase: str, words: Lexicons) -> str:
    """Put a noun phrase in the plural up to its complement, after `lexicon/plurals`: its last word, or all where adjectives agree."""
    table = words.get("plurals")
    parts = phrase.split(" ")
    end = next((i for i, word in enumerate(parts) if i and re.match(table["complement"], word)), len(parts))
    first = 0 if table["agreeing"] else end - 1
    return " ".join([*parts[:first], *(_inflected(word, table["plural"]) for word in parts[first:end]), *parts[end:]])


def _inflected(word: str, rules: Sequence[tuple[str, str]]) -> str:
    """Apply the first suffix rule that fits."""
    return next((changed for pattern, ending in rules for changed, times in [re.subn(pattern, ending, word)] if times), word)


def _money(numbers: Sequence[Decimal], unit: str, table: Any, *, last_open: bool) -> str:
    scale, factor = "", Decimal(1)
    for size, letters in sorted(((Decimal(size), letters) for size, letters in table["money"]["scales"].items()), reverse=True):
        if abs(numbers[0] or numbers[-1]) >= size:
            scale, factor = letters, size
            break
    text = _dashed([value / factor for value in numbers], table, last_open=last_open)
    sign = table["signs"].get(unit, unit)
    pattern = table["money"]["sign" if sign in table["symbols"] else "code"]
    return str(pattern.format(n=text, scale=scale, sign=sign)).replace("\u00a0 ", "\u00a0")


def _dashed(numbers: Sequence[Decimal], table: Any, *, last_open: bool) -> str:
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 1:
        return number(first, table)
    if last_open and last == last.to_integral_value() and last - 1 > first:
        last -= 1
    return str(table["range"].format(a=number(first, table), b=number(last, table)))


def _time(moment: datetime, table: Any, *, seconds: bool = False) -> str:
    key = "second" if seconds else "minute" if moment.minute else "hour"
    return str(table[key].format(h=moment.hour, m=f"{moment.minute:02}", s=f"{moment.second:02}"))


def _day(moment: datetime, table: Any, months: Sequence[str]) -> str:
    return str(table["first-day" if moment.day == 1 else "day"].format(d=moment.day, month=months[moment.month - 1], y=moment.year))


def _date(value: DateValue, table: Any, months: Sequence[str]) -> str:
    start, end = value.start, value.end
    if start is None and end is None:
        return str(table["relative"].format(x=value.relative or "?"))
    if start is None or end is None:
        point = start if start is not None else end
        key = ("since" if start is not None else "before") + ("-time" if value.clock else "")
        hourly = value.granularity in {"second", "minute", "hour"}
        assert point is not None  # noqa: S101 - one of the two is there
        return str(table[key].format(x=_moment(point, table, months, hourly=hourly, clock=value.clock)))
    text = _stretch(value, start, end, table, months)
    if value.zone:
        text = table["zone"].format(x=text, zone=value.zone)
    return str(table["about"].format(x=text)) if value.approximate and value.granularity != "daypart" else text


def _moment(point: datetime, table: Any, months: Sequence[str], *, hourly: bool, clock: bool) -> str:
    if clock:
        return _time(point, table)
    day = _day(point, table, months)
    return str(table["at"].format(day=day, time=_time(point, table))) if hourly else day


def _stretch(value: DateValue, start: datetime, end: datetime, table: Any, months: Sequence[str]) -> str:
    name, month = value.granularity, months[start.month - 1]
    if name in WHOLE and (start.day, end.day) != (1, 1):
        name = "range"  # "by 2027": from the day of the article on
    if name in {"year", "month"}:
        return str(table[name].format(month=month, y=start.year))
    if name in {"quarter", "half"}:
        return str(table[name][(start.month - 1) // (3 if name == "quarter" else 6) + 1].format(y=start.year))
    if name == "decade":
        return str(table["decade"].format(y=start.year))
    if name == "century":
        century = (start.year - 1) // 100 + 1 if start.year % 100 else start.year // 100 + 1
        return str(table["first-century" if century == 1 else "century"].format(n=century))
    if name in {"second", "minute", "hour", "daypart"}:
        if start.date() != end.date() and not value.clock and name == "daypart":
            return str(table["night"].format(d=start.day, day=_day(end, table, months)))
        if name == "daypart" or (value.approximate and end - start > _MINUTE):
            time = table["hours"].format(a=_time(start, table), b=_time(end, table))
        else:
            time = _time(start, table, seconds=name == "second")
        return str(time if value.clock else table["at"].format(day=_day(start, table, months), time=time))
    last = end - _DAY
    if last <= start:
        return _day(start, table, months)
    if start.day == 1 and end.day == 1 and start.year == last.year and name in {"season", "range"}:
        return str(table["months"].format(month=month, month2=months[last.month - 1], y=start.year))
    if (start.year, start.month) == (last.year, last.month):
        return str(table["days"].format(d=start.day, d2=last.day, month=month, y=start.year))
    return str(table["span"].format(a=_day(start, table, months), b=_day(last, table, months)))


def _role(value: Role, table: Any) -> str:
    post = post_name(value.post, table["words"])
    if value.scope:
        post = table["scope"].format(post=post, scope=value.scope)
    post = table["status"][value.status].format(x=post)
    return str(table["role"].format(post=post, organisation=value.organisation) if value.organisation else post)


def _spelled_out(forms: Sequence[str]) -> str:
    """Choose the first form that is no abbreviation."""
    return next((form for form in forms if len(form) > ABBREVIATION), forms[0])


def _names(value: Names, table: Any, words: Lexicons) -> str:
    if not value.names:
        return str(table["count"].format(n=value.count if value.count is not None else "?"))
    names = [party_name(name, words) for name in value.names]
    *first, last = names
    text = table["between"].join(first) + table["last"] + last if first and not value.open else table["between"].join(names)
    if value.open and first:
        text = table["open"].format(x=text)
    if value.count is not None and value.count != len(value.names):
        text = table["counted"].format(n=value.count, x=text)
    return str(text)


def _fact(value: Fact, table: Any) -> str:
    return str(table["holds" if value.holds else "not"])
