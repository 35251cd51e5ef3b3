"""Checks of one article against itself, one module each, found by name: `DOC` and `find(page) -> Iterator[Clash]`."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from claimcheck.judge.clash import Clash
from claimcheck.judge.page import Page


class Check(Protocol):
    """A module of this package."""

    DOC: str
    """One line: what is held against what."""

    def find(self, page: Page) -> Iterator[Clash]:
        """Give what an article says that cannot hold."""


def names() -> tuple[str, ...]:
    """List the checks without loading any, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str) -> Check:
    """Load one check; the name must be one of `names()`."""
    return cast("Check", import_module(f"{__name__}.{name}"))
