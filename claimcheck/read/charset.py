"""Bytes of a page → text: by its mark, what the server said, what the page says, then by guess."""

from __future__ import annotations

import codecs
import re

from claimcheck.model import Problem
from claimcheck.read.encoding import MARKS, NotTextError, decode, encoding_problems, not_text

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']""")
_DECLARED_WITHIN = 4096
"""Bytes from the start of a page in which browsers look for its encoding, with room."""
_NOTATIONS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
"""Codecs that write names or source code, not pages."""
_LATIN = frozenset({"iso8859-1", "ascii"})
"""Names under which pages in Windows-1252 go; browsers read them as that."""


def decode_page(data: bytes, where: str, *, charset: str | None = None) -> tuple[str | None, tuple[Problem, ...]]:
    """Give the text of a page, or none and why; `charset` is what the server said.

    A page saved by a browser is UTF-8 whatever it still says of itself, so that well-formed UTF-8 beats a declared one-byte encoding.
    """
    declared = None if data.startswith(MARKS) else _declared(data, charset)
    if declared and not _is_utf8(data):
        try:
            return data.decode(declared), ()
        except UnicodeError:
            problem = Problem("wrong-encoding", where, f"is not {declared} as it says; its encoding was guessed", "warning")
            text, problems = decode_page(_undeclared(data), where)
            return text, (problem, *problems)
    try:
        text, encoding = decode(data)
    except NotTextError as error:
        return None, (not_text(where, str(error)),)
    return text, encoding_problems(encoding, where)


def _declared(data: bytes, charset: str | None) -> str | None:
    head = data[:_DECLARED_WITHIN]
    said = [charset] + [match[1].decode("ascii") for match in (_META.search(head), _XML.search(head)) if match]
    for name in said:
        try:
            known = codecs.lookup((name or "").strip(" \"'")).name
        except (LookupError, ValueError):
            continue
        if known in _LATIN:
            return "cp1252"
        if not known.startswith("utf") and _is_text(known):
            return known
        return None
    return None


def _is_text(name: str) -> bool:
    """Whether a codec turns bytes into text, not into other bytes, and is for whole texts."""
    try:
        return name not in _NOTATIONS and isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError, ValueError):
        return False


def _is_utf8(data: bytes) -> bool:
    """Whether bytes beyond ASCII are there and all well-formed."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _undeclared(data: bytes) -> bytes:
    head = _META.sub(b"<meta ", data[:_DECLARED_WITHIN])
    return _XML.sub(b"", head) + data[_DECLARED_WITHIN:]
