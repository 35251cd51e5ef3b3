"""What data is made of: records that nobody changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots, by which it is compared and hashed.

    The type checker refuses every change; at run time nothing watches, since that makes a record five times as dear and an
    article has thousands.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
