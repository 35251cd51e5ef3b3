"""Files of formats that are no text, built from a plain article."""

from __future__ import annotations

from collections.abc import Callable

BUILT: dict[str, Callable[[str], bytes]] = {}
"""File name → what builds it."""
