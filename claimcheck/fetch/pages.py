"""Addresses → pages on disk, one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from claimcheck.fetch.client import MOST_PATIENCE, TIMEOUT, FetchError, get, normal
from claimcheck.fetch.robots import Robots
from claimcheck.fetch.store import keep, stored
from claimcheck.model import Problem

MAX_PAGE = 20_000_000
"""Most bytes of a page."""
PAUSE = 1.0
"""Seconds between two requests to one site, unless its robots.txt asks for more."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An address whose page is on disk."""

    url: str
    page: Path
    new: bool
    """Whether it came from the network now."""


def fetch(
    urls: Iterable[str], into: Path, *, now: Callable[[], datetime], again: bool = False, pause: float = PAUSE, timeout: float = TIMEOUT
) -> Iterator[Fetched | Problem]:
    """Fetch addresses into a folder, in their order; one that is there already is not fetched unless `again`.

    What cannot be fetched is a problem, and the others are still fetched.
    """
    known = stored(into)
    robots = Robots(timeout=timeout)
    last: dict[str, float] = {}
    for url in dict.fromkeys(urls):
        if url in known and not again:
            yield Fetched(url, known[url], new=False)
            continue
        try:
            address = normal(url)
            robots.allow(address)
            site = urlsplit(address).netloc
            wait = last.get(site, -MOST_PATIENCE) + min(max(pause, robots.delay(address)), MOST_PATIENCE) - time.monotonic()
            time.sleep(max(0.0, wait))
            answer = get(address, limit=MAX_PAGE, allow=robots.allow, timeout=timeout)
            last[site] = time.monotonic()
            page = keep(url, answer, into, now=now())
        except FetchError as error:
            yield Problem("not-fetched", url, str(error))
        except OSError as error:
            yield Problem("not-stored", url, f"cannot be stored in {into}: {(error.strerror or str(error)).lower()}; choose another folder")
        else:
            yield Fetched(url, page, new=True)
