"""Short notations for values, so that a spec reads like the wording it stands for.

Quantities: `15 person` exact · `~100 person` about (10 %) · `~~20` a score or so (20 %) · `>200 USD` `>=` `~>=` (several) `<` `<=` bounds ·
`near 2600` · `20-100! USD` order of magnitude · `10-15 %` range · `.../year` per period · `... over 4 year` · k, M, G factors.
Dates: `2021` `2025-07` `2025-07-08` `2025-07-08T18:05` `18h` `18:05` · `A..B GRANULARITY` · `~` about · `@zone` ·
`"the same day"` relative.
Posts: `role former chief-executive @ Scale AI : scope !` (`!` exclusive). Names: `names A, B, ... (5)`. Facts: `fact signed yes|no`.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from claimcheck.model import DateValue, Fact, Names, Quantity, Role, Value

FACTORS = {"": Decimal(1), "k": Decimal(1000), "M": Decimal(10**6), "G": Decimal(10**9)}
NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)([kMG]?)")
_ONE = timedelta(days=1)


def value(text: str) -> Value:
    """Read any value."""
    text = text.strip()
    if text.startswith("role "):
        return role(text[5:])
    if text.startswith("names"):
        return names(text[5:])
    if text.startswith("fact "):
        concept, holds = text[5:].split()
        return Fact(concept, holds == "yes")
    if text.startswith('"') or re.match(r"~?(before |since )?(\d{4}(-\d\d.*)?$|\d{4}\.\.|\d{4}-\d\d|\d\d?h|\d\d?:\d\d)", text):
        return moment(text)
    return quantity(text)


def quantity(text: str) -> Quantity:
    """Read a quantity."""
    text, _, over = text.partition(" over ")
    text, _, per = text.partition("/")
    match = re.fullmatch(r"(~>=|~~|~|>=|>|<=|<|near |)\s*([-\d.kMG]+?)(?:-([\d.kMG]+)(!?))?(?:\s+(\S+))?", text.strip())
    assert match, text
    sign, first, second, magnitude, unit = match.groups()
    low, precision = number(first)
    rest = {"unit": unit, "per": per or None, "over": quantity(over) if over else None}
    if second:
        high, _ = number(second)
        return Quantity(low, high, high_open=bool(magnitude), approximate=bool(magnitude), **rest)
    if sign in {"~", "~~"}:
        margin = low * Decimal("0.1" if sign == "~" else "0.2")
        return Quantity(low - margin, low + margin, approximate=True, precision=precision, **rest)
    if sign == "near ":
        return Quantity(low * Decimal("0.9"), low, high_open=True, approximate=True, precision=precision, **rest)
    if sign in {">", ">=", "~>="}:
        return Quantity(low, None, low_open=sign == ">", approximate=sign == "~>=", precision=precision, **rest)
    if sign in {"<", "<="}:
        return Quantity(None, low, high_open=sign == "<", precision=precision, **rest)
    return Quantity(low, low, precision=precision, **rest)


def number(text: str) -> tuple[Decimal, Decimal]:
    """Read a number and the weight of its last digit, trailing zeros left out."""
    match = NUMBER.fullmatch(text)
    assert match, text
    found = Decimal(match[1])
    written = (
        Decimal(1).scaleb(int(found.normalize().as_tuple().exponent))
        if "." not in match[1]
        else Decimal(1).scaleb(-len(match[1].split(".")[1]))
    )
    return found * FACTORS[match[2]], written * FACTORS[match[2]]


def moment(text: str) -> DateValue:
    """Read a date or a time of day."""
    if text.startswith('"'):
        return DateValue(None, None, "day", relative=text.strip('"'))
    text, _, zone = text.partition("@")
    approximate, text = text.startswith("~"), text.lstrip("~").strip()
    if ".." in text:
        first, _, rest = text.partition("..")
        last, _, granularity = rest.partition(" ")
        clock = ":" in first and "-" not in first
        return DateValue(point(first), point(last), granularity or "range", approximate, zone or None, clock=clock)  # type: ignore[arg-type]
    for word in ("before", "since"):
        if text.startswith(word):
            edge = point(text[len(word) :].strip())
            return DateValue(None if word == "before" else edge, edge if word == "before" else None, "day")
    if "h" in text or (":" in text and "-" not in text):
        start, hour = point(text.replace("h", ":00")), "h" in text
        return DateValue(
            start, start + timedelta(minutes=60 if hour else 1), "hour" if hour else "minute", approximate, zone or None, clock=True
        )
    start = point(text)
    if "T" in text:
        return DateValue(start, start + timedelta(minutes=1), "minute", approximate, zone or None)
    if len(text) == 4:
        return DateValue(start, start.replace(year=start.year + 1), "year", approximate)
    if len(text) == 7:
        return DateValue(start, start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1), "month", approximate)
    return DateValue(start, start + _ONE, "day", approximate)


def point(text: str) -> datetime:
    """Read a point in time; a bare time of day falls on the first of January 2000."""
    if re.fullmatch(r"\d\d?:\d\d", text):
        hours, minutes = text.split(":")
        return datetime.fromisoformat("2000-01-01") + timedelta(hours=int(hours), minutes=int(minutes))
    return datetime.fromisoformat({4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text))


def role(text: str) -> Role:
    """Read a post."""
    exclusive, text = text.endswith("!"), text.rstrip("! ")
    text, _, scope = text.partition(" : ")
    text, _, organisation = text.partition(" @ ")
    status, post = text.split(" ", 1)
    return Role(post.strip(), organisation.strip() or None, status, exclusive, scope.strip() or None)  # type: ignore[arg-type]


def names(text: str) -> Names:
    """Read a list of names."""
    match = re.search(r"\((\d+)\)\s*$", text)
    members = [name.strip() for name in re.sub(r"\(\d+\)\s*$", "", text).split(",") if name.strip()]
    return Names(tuple(name for name in members if name != "..."), int(match[1]) if match else None, "..." in members)
