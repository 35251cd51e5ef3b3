"""What sites allow: robots.txt, read once a site, by RFC 9309."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from claimcheck.fetch.client import NAME, FetchError, get

MAX_ROBOTS = 500_000
"""Bytes of a robots.txt that are read, as the RFC has it."""


class Robots:
    """Asks each site once."""

    def __init__(self, *, timeout: float) -> None:
        self._timeout = timeout
        self._rules: dict[str, Any] = {}

    def allow(self, url: str) -> None:
        """Raise `FetchError` where the site asks programs not to fetch an address."""
        rules = self._of(url)
        if rules is not None and not rules.can_fetch(url, NAME):
            raise FetchError("the site's robots.txt asks programs not to fetch it; open it in a browser and save the page")

    def delay(self, url: str) -> float:
        """Give the seconds that the site wants between two requests; 0 where it does not say."""
        rules = self._of(url)
        return float((rules.crawl_delay(NAME) if rules is not None else None) or 0)

    def _of(self, url: str) -> Any:
        """Give a site's rules, none where it has none; a site whose rules cannot be had is not fetched from."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            try:
                text = get(f"{site}/robots.txt", limit=MAX_ROBOTS, timeout=self._timeout).data.decode("utf-8", "replace")
            except FetchError as error:
                if error.status is None or not 400 <= error.status < 500 or error.status == 429:
                    raise FetchError(f"the site's robots.txt cannot be had: {error}", status=error.status) from error
                self._rules[site] = None
            else:
                from protego import Protego

                self._rules[site] = Protego.parse(text)
        return self._rules[site]
