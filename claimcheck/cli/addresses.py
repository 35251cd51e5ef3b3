"""Addresses among the paths: fetched once into a folder, read from there ever after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli import console
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.fetch.pages import Fetched
    from claimcheck.model import Problem

FOLDER = Path("claimcheck-pages")
"""Where `compare URL` keeps pages, below the current folder."""


def is_address(path: str) -> bool:
    """Whether a path that a user gave is an address."""
    return path.lower().startswith(("http://", "https://"))


def on_disk(paths: Sequence[str], settings: Settings) -> tuple[list[str], bool]:
    """Give the paths with addresses replaced by the pages they name, and whether one was lost, which is said."""
    pages: dict[str, str] = {}
    lost = False
    for item, problems in store([path for path in paths if is_address(path)], FOLDER, settings=settings):
        if item is None:
            lost |= console.report_problems(problems, quiet=settings.quiet)
        else:
            pages[item.url] = str(item.page)
    return [pages.get(path, path) for path in paths if path in pages or not is_address(path)], lost


def store(
    urls: Sequence[str], into: Path, *, settings: Settings, again: bool = False
) -> Iterator[tuple[Fetched | None, Sequence[Problem]]]:
    """Fetch addresses; give each page, with its extracted text written beside it, and what was wrong with it.

    Without a page, the problem says why there is none.
    """
    if not urls:
        return
    from claimcheck.fetch.pages import Fetched, fetch
    from claimcheck.pipeline import read_inputs
    from claimcheck.read.provenance import extract_of

    for item in fetch(urls, into, now=lambda: datetime.now(UTC), again=again):
        if not isinstance(item, Fetched):
            yield None, [item]
            continue
        articles, problems = read_inputs([str(item.page)], settings=settings)
        if item.new:
            text = "\n\n".join(article.text for article in articles)
            extract_of(item.page).write_bytes(text.encode())
            if not settings.quiet:
                console.say(f"{item.url}: {len(text.split())} words, in {item.page}")
        yield item, problems
