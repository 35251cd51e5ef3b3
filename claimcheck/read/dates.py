"""Publication dates as metadata writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\D+(\d{1,2})[:h](\d{2})?(?::\d\d)?\s*([ap]m\b)?)?", re.IGNORECASE)
_RFC = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_COMPACT = re.compile(r"\d{8}(?:T?\d{4,6}Z?)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ZONE = re.compile(r"\d\d:\d\d(?::\d\d(?:[.,]\d+)?)? ?(?:(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?|Z|GMT|UTC)\Z")
_EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")
MAX_DATE = 80
"""Most characters a date may have."""


def read_date(value: Any, *, language: str) -> date | None:
    """Read a publication date, naive in the outlet's own time; none where it is no full date.

    ISO 8601, RFC 2822, seconds or milliseconds since 1970 (UTC), numeric dates (month first in English unless that is
    impossible) and dates in words.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    if not text or len(text) > MAX_DATE:
        return None
    if _EPOCH.fullmatch(text):
        return _epoch(float(text))
    for reader in (_iso, _rfc, _numeric_english if language == "en" else _numeric):
        found = reader(text)
        if found is not None:
            return _plain(found)
    return _in_words(text, language)


def read_zone(value: Any) -> str | None:
    """Read how far a time is from UTC, as `+02:00`; none where it does not say."""
    found = _ZONE.search(value.strip()) if isinstance(value, str) and len(value) <= MAX_DATE else None
    if not found:
        return None
    return f"{found['sign']}{found['hours']}:{found['minutes'] or '00'}" if found["sign"] else "+00:00"


def _plain(moment: datetime) -> date:
    """Drop the zone, and the hour where it is none."""
    naive = moment.replace(tzinfo=None, microsecond=0)
    return naive if naive.hour or naive.minute or naive.second else naive.date()


def _epoch(seconds: float) -> date | None:
    try:
        return _plain(datetime.fromtimestamp(seconds / 1000 if seconds > 10**11 else seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _iso(text: str) -> datetime | None:
    if text.isdigit() and not _COMPACT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc(text: str) -> datetime | None:
    if not _RFC.match(text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _numeric(text: str, *, month_first: bool = False) -> datetime | None:
    match = _NUMERIC.match(text)
    if not match:
        return None
    first, second, year = (int(group) for group in match.groups()[:3])
    day, month = (second, first) if month_first else (first, second)
    if month > 12:
        day, month = month, day
    hour = int(match[4] or 0)
    if match[6]:
        hour = hour % 12 + 12 * (match[6].lower() == "pm")
    try:
        return datetime(year, month, day, hour, int(match[5] or 0))  # noqa: DTZ001 - the outlet's own time
    except ValueError:
        return None


def _numeric_english(text: str) -> datetime | None:
    return _numeric(text, month_first=True)


def _in_words(text: str, language: str) -> date | None:
    """Read a date in words with dateparser, which never sees a text without a year: it would look at the clock."""
    if not _YEAR.search(text) or not any(c.isalpha() for c in text):
        return None
    import dateparser

    try:
        found = dateparser.parse(
            text, languages=[language], settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
        )
    except Exception:  # noqa: BLE001 - a library on hostile text: whatever it raises, this is no date
        return None
    return _plain(found) if found else None
