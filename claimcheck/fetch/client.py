"""One address over HTTP: a name of our own, time limits, a size cap, one retry."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any
from urllib.parse import quote, urlsplit, urlunsplit

from claimcheck import __version__

NAME = "claimcheck"
"""What robots.txt knows us by."""
AGENT = f"{NAME}/{__version__} (compares news articles; fetches single pages that a person asked for)"
TIMEOUT = 20.0
"""Seconds that a server may be silent."""
DEADLINE = 90.0
"""Seconds that one answer may take in all."""
RETRY_AFTER = 1.0
"""Seconds before the retry, unless the server says how long."""
MOST_PATIENCE = 10.0
"""Seconds that a server may ask us to wait."""
MAX_REDIRECTS = 5
_SAFE = "%/:=&?~+!$,;'@()*[]"
_TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504})
_CHUNK = 1 << 16
_NUMBER = re.compile(r"[0-9]{1,18}")


class FetchError(Exception):
    """An address that was not fetched; says why and what to do."""

    def __init__(self, message: str, *, status: int | None = None, again: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.again = again
        """Seconds after which another try makes sense; none where it makes none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    address: str
    """Where it came from in the end, behind redirections."""
    kind: str
    """Media type, lower case: `text/html`."""
    charset: str | None
    data: bytes


def normal(url: str) -> str:
    """Give an address as it goes over the wire; `FetchError` where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise FetchError("is no address that can be read; check it") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError("is no address of a page; give one that starts with https:// or http://")
    netloc = (f"[{host}]" if ":" in host else host) + port
    return urlunsplit((parts.scheme, netloc, quote(parts.path, _SAFE) or "/", quote(parts.query, _SAFE), ""))


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirections to where we may go."""

    max_redirections = MAX_REDIRECTS

    def __init__(self, allow: Callable[[str], None]) -> None:
        self._allow = allow

    def redirect_request(self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str) -> Any:
        """Follow one redirection, unless robots.txt of the other place is against it."""
        url = normal(newurl)
        self._allow(url)
        return super().redirect_request(req, fp, code, msg, headers, url)


def _opener(allow: Callable[[str], None]) -> urllib.request.OpenerDirector:
    """Speak HTTP and nothing else: no files, no FTP."""
    opener = urllib.request.OpenerDirector()
    opener.addheaders = []
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(allow),
    ):
        opener.add_handler(handler)
    return opener


def get(url: str, *, limit: int, allow: Callable[[str], None] = lambda _: None, timeout: float = TIMEOUT) -> Answer:
    """Fetch one address, twice where the first failure may pass; `FetchError` says why it failed.

    `allow` is asked about each redirection, and raises `FetchError` to refuse it.
    """
    try:
        return _once(url, limit, allow, timeout)
    except FetchError as error:
        if error.again is None:
            raise
        time.sleep(min(error.again, MOST_PATIENCE))
    return _once(url, limit, allow, timeout)


def _once(url: str, limit: int, allow: Callable[[str], None], timeout: float) -> Answer:
    headers = {"User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip"}
    try:
        with _opener(allow).open(urllib.request.Request(url, headers=headers), timeout=timeout) as response:  # noqa: S310 - HTTP only
            data = _body(response, limit)
            told = Message()
            told["content-type"] = response.headers.get("Content-Type") or "text/html"
            return Answer(response.geturl(), told.get_content_type(), told.get_content_charset(), data)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(error) from error
    except urllib.error.URLError as error:
        raise _unreached(error.reason) from error
    except (OSError, http.client.HTTPException, ValueError) as error:  # the last of redirections to what is no address
        raise _unreached(error) from error


def _body(response: Any, limit: int) -> bytes:
    """Read an answer as it comes, and unpack it; `FetchError` above the limit."""
    packed = (response.headers.get("Content-Encoding") or "identity").lower()
    if packed not in ("identity", "gzip", "x-gzip"):
        raise FetchError(f"comes packed as {packed}, which was not asked for; save the page from a browser")
    unpack = zlib.decompressobj(wbits=31) if packed != "identity" else None
    end = time.monotonic() + DEADLINE
    data, count = bytearray(), 0
    while chunk := response.read1(_CHUNK):
        count += len(chunk)
        try:
            data += unpack.decompress(chunk, limit + 1) if unpack else chunk
        except zlib.error as error:
            raise FetchError("comes packed and damaged; try again later", again=RETRY_AFTER) from error
        if len(data) > limit:
            raise FetchError(f"holds more than {limit // 1_000_000} MB, the most that is fetched; save the article by hand")
        if time.monotonic() > end:
            raise FetchError(f"took more than {DEADLINE:.0f} seconds; try again later")
    told = _number(response.headers.get("Content-Length"))
    if told is not None and count < told:
        raise FetchError(f"broke off after {count} of {told} bytes; try again later", again=RETRY_AFTER)
    return bytes(data)


def _number(header: str | None) -> int | None:
    """Read a header that is a whole number; none for what else a server may send."""
    return int(header) if header and _NUMBER.fullmatch(header) else None


def _refused(error: urllib.error.HTTPError) -> FetchError:
    said = f"the server says {error.code} {error.reason}".strip()
    if error.code in _TEMPORARY:
        wait = _number(error.headers.get("Retry-After"))
        return FetchError(f"{said}; try again later", status=error.code, again=RETRY_AFTER if wait is None else float(wait))
    if 300 <= error.code < 400:
        return FetchError(
            "is redirected in circles, too often, or to what is no page; open it in a browser and save the page", status=error.code
        )
    if error.code in (401, 402, 403, 451):
        return FetchError(f"{said}; open it in a browser and save the page", status=error.code)
    return FetchError(f"{said}; check the address", status=error.code)


def _unreached(reason: object) -> FetchError:
    if isinstance(reason, TimeoutError | socket.timeout):
        return FetchError(f"no answer within {TIMEOUT:.0f} seconds; try again later", again=RETRY_AFTER)
    if isinstance(reason, socket.gaierror):
        return FetchError("there is no such host, or no network; check the address")
    if isinstance(reason, ssl.SSLCertVerificationError):
        return FetchError(f"its certificate is not trusted ({reason.verify_message}); open it in a browser and save the page")
    if isinstance(reason, ConnectionRefusedError):
        return FetchError("the server refuses the connection; check the address")
    what = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return FetchError(f"the connection failed ({what}); try again later", again=RETRY_AFTER)
