"""Packages that only some formats need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimcheck.model import Problem


class MissingExtraError(Exception):
    """A format needs a package that is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(package)
        self.extra = extra
        self.package = package


def extra(module: str, *, extra: str, package: str) -> Any:
    """Import a module of an extra; `MissingExtraError` where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(extra, package) from error


def missing(where: str, error: MissingExtraError) -> Problem:
    """Say what to install."""
    message = f"needs {error.package}, which is not installed; install it with: pip install 'claimcheck-news[{error.extra}]'"
    return Problem("missing-extra", where, message)
