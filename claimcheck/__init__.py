"""Compare what several outlets wrote about one story, claim by claim.

`compare(paths)` gives a `Report`; `extract(text)` the claims of one text; `read_values(text)` the quantities and dates in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model import Claim, Mention, Report
    from claimcheck.settings import Settings

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract", "read_values"]


def compare(paths: Sequence[str], *, settings: Settings | None = None) -> Report:
    """Read files, folders or feeds and compare what they say.

    An input that cannot be read is a problem of the report. Raises `UsageError` for rules that cannot be used.
    """
    from claimcheck import pipeline

    return pipeline.compare(paths, settings=settings)


def extract(text: str, *, language: str, published: date | None = None, outlet: str = "text") -> tuple[Claim, ...]:
    """Give the claims of one text, with half-open offsets into it.

    `published` settles relative dates; without it they stay relative. Raises `UsageError` for rules that cannot be used.
    """
    from claimcheck import pipeline

    return pipeline.extract_text(text, language=language, published=published, outlet=outlet)


def read_values(text: str, *, language: str, published: date | None = None) -> tuple[Mention, ...]:
    """Give the quantities and dates of a text, sorted and never overlapping, with half-open offsets into it.

    `language` is a code such as `fr`, or a tag: with `en-US`, dates in figures put the month first.
    """
    from claimcheck.extract.values import read_values as read

    return read(text, language=language, published=published)
