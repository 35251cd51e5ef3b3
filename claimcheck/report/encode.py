"""Records as plain JSON data: exact numbers without float noise, dates without a zone, spans as pairs."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from claimcheck.model import HOURLY, DateValue, Fact, Names, Order, Quantity, Role, Span, Value

Json = dict[str, Any]
_LARGEST = 300  # powers of ten; a JSON reader with doubles knows nothing beyond 308


def dumps(data: Any, *, indent: bool = False) -> str:
    """Write JSON as text, letters as they are, on one line or indented; give it to `to_bytes` before it leaves the program."""
    return _indented(data, "\n") if indent else json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _indented(data: Any, line: str) -> str:
    """Write what `json.dumps(data, indent=1)` does, but rows of plain values at the speed of its C code, which never indents."""
    inner = f"{line} "
    nested = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    if not any(isinstance(value, dict | list) for value in nested):
        text = json.dumps(data, ensure_ascii=False, separators=(f",{inner}", ": "))
        return f"{text[0]}{inner}{text[1:-1]}{line}{text[-1]}" if nested else text
    if isinstance(data, list):
        return f"[{inner}{f',{inner}'.join(_indented(value, inner) for value in data)}{line}]"
    rows = (f"{json.dumps(name, ensure_ascii=False)}: {_indented(value, inner)}" for name, value in data.items())
    return f"{{{inner}{f',{inner}'.join(rows)}{line}}}"


def to_bytes(text: str) -> bytes:
    r"""Encode as UTF-8; half a surrogate pair becomes its JSON escape `\udXXX`."""
    return text.encode("utf-8", "backslashreplace")


def number(value: Decimal | None) -> int | float | None:
    """Give an exact decimal as a JSON number; none where there is none, or beyond what JSON readers know."""
    if value is None or not value.is_finite() or value.adjusted() > _LARGEST:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def moment(value: datetime | None, *, hourly: bool) -> str | None:
    """Give a point in time: the day, and the hour where it matters."""
    if value is None:
        return None
    if not hourly and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    return value.replace(tzinfo=None).isoformat(timespec="seconds")


def day(value: date | None) -> str | None:
    """Give a publication time as the input stated it: a day, or a day with its hour."""
    return None if value is None else value.isoformat()


def pair(span: Span | None) -> list[int] | None:
    """Give a stretch as `[start, end]`."""
    return None if span is None else [span.start, span.end]


def quantity(value: Quantity) -> Json:
    """Give an interval with its unit."""
    return {
        "kind": "quantity",
        "low": number(value.low),
        "low_open": value.low_open or value.low is None,
        "high": number(value.high),
        "high_open": value.high_open or value.high is None,
        "unit": value.unit,
        "per": value.per,
        "over": None if value.over is None else quantity(value.over),
        "approximate": value.approximate,
        "precision": number(value.precision),
    }


def date_value(value: DateValue) -> Json:
    """Give an interval of time, its end excluded."""
    hourly = value.granularity in HOURLY
    data: Json = {
        "kind": "date",
        "start": moment(value.start, hourly=hourly),
        "end": moment(value.end, hourly=hourly),
        "granularity": value.granularity,
        "approximate": value.approximate,
    }
    extra = {"zone": value.zone, "relative": value.relative, "clock": value.clock or None}
    return data | {name: found for name, found in extra.items() if found is not None}


def role(value: Role) -> Json:
    """Give a post."""
    return {
        "kind": "role",
        "post": value.post,
        "organisation": value.organisation,
        "status": value.status,
        "exclusive": value.exclusive,
        "scope": value.scope,
    }


def encode(value: Value) -> Json:
    """Give any value as JSON data, told apart by `kind`."""
    match value:
        case Quantity():
            return quantity(value)
        case DateValue():
            return date_value(value)
        case Role():
            return role(value)
        case Names():
            return {"kind": "names", "names": list(value.names), "count": value.count, "open": value.open}
        case Fact():
            return {"kind": "fact", "concept": value.concept, "holds": value.holds}
        case Order():
            return {"kind": "order", "first": value.first, "then": value.then}
