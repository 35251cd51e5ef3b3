"""Values read back from a report: the inverse of `encode`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from claimcheck.model import DateValue, Fact, Names, Order, Quantity, Role, Value
from claimcheck.report.encode import Json


def _number(value: float | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _moment(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _quantity(data: Json) -> Quantity:
    low, high = _number(data["low"]), _number(data["high"])
    return Quantity(
        low=low,
        high=high,
        low_open=data["low_open"] and low is not None,
        high_open=data["high_open"] and high is not None,
        unit=data["unit"],
        per=data["per"],
        over=_quantity(data["over"]) if data["over"] else None,
        approximate=data["approximate"],
        precision=_number(data.get("precision")),
    )


def decode(data: Json) -> Value:
    """Read a value back; `KeyError` or `ValueError` where it is none of ours."""
    match data["kind"]:
        case "quantity":
            return _quantity(data)
        case "date":
            return DateValue(
                start=_moment(data["start"]),
                end=_moment(data["end"]),
                granularity=data["granularity"],
                approximate=data["approximate"],
                zone=data.get("zone"),
                relative=data.get("relative"),
                clock=data.get("clock", False),
            )
        case "role":
            return Role(data["post"], data["organisation"], data["status"], data.get("exclusive", False), data.get("scope"))
        case "names":
            return Names(tuple(data["names"]), data["count"], data["open"])
        case "fact":
            return Fact(data["concept"], data["holds"])
        case "order":
            return Order(data["first"], data["then"])
        case other:
            raise ValueError(f"unknown kind of value {other!r}")
