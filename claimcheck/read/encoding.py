"""Bytes → text: the encoding is told by its mark, else UTF-8, else Windows-1252 with a warning."""

from __future__ import annotations

import codecs
import re

from claimcheck.model import Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKS = tuple(mark for mark, _ in _BOMS)
"""What marks an encoding at the start of bytes."""
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
MAX_CONTROL_SHARE = 0.01
"""Text has next to no control characters; pictures and archives have about 10 %."""
MAX_BROKEN_SHARE = 0.2
"""Broken sequences among the non-ASCII ones up to which bytes still count as damaged UTF-8; Latin-1 text breaks nearly all of them."""
MIN_MOJIBAKE = 2
"""Traces of a wrong decoding before it is reported: one may be meant."""
# UTF-8 read as Windows-1252: the lead byte of a letter or of a quotation mark, then a continuation byte.
_CONTINUATION = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_MOJIBAKE = re.compile(f"[\u00c2\u00c3][{_CONTINUATION}]|\u00e2\u20ac[{_CONTINUATION}]")
_LOST = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")


class NotTextError(Exception):
    """The bytes are no text; says what they look like."""


def decode(data: bytes) -> tuple[str, str]:
    """Give the text and the name of its encoding; the mark of an encoding is no part of the text.

    Raises `NotTextError`.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), name
            except UnicodeDecodeError as error:
                if name == "utf-8":
                    return data[len(mark) :].decode(name, "replace"), name
                raise NotTextError(f"marked as {name.upper()} but broken at byte {error.start + len(mark)}") from error
    if b"\0" in data:
        raise NotTextError("holds NUL bytes")
    if len(data.translate(None, _CONTROLS)) < len(data) * (1 - MAX_CONTROL_SHARE):
        raise NotTextError("holds control characters")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        mended = data.decode("utf-8", "replace")
        broken = mended.count("\ufffd")
        if broken <= MAX_BROKEN_SHARE * sum(1 for c in mended if c > "\x7f"):
            return mended, "utf-8"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def not_text(where: str, found: str) -> Problem:
    """Say that an input is no text."""
    return Problem("not-text", where, f"{found}, so it is no text; text in UTF-8, UTF-16 with a byte order mark or Latin-1 is read")


def encoding_problems(name: str, where: str) -> tuple[Problem, ...]:
    """Warn of an encoding that was guessed."""
    if name not in ("cp1252", "latin-1"):
        return ()
    return (Problem("guessed-encoding", where, f"is not UTF-8 and was read as {name}; save it as UTF-8 if letters look wrong", "warning"),)


def clean(text: str) -> str:
    """Put U+FFFD for lone surrogates, which no file can hold; the length is kept."""
    return _SURROGATE.sub("\ufffd", text)


def letter_problems(text: str, where: str) -> tuple[Problem, ...]:
    """Warn of letters that were lost or garbled before the text came here."""
    problems: list[Problem] = []
    if lost := text.count(_LOST):
        message = f"{lost} character(s) were lost before (U+FFFD, from line {_line(text, text.index(_LOST))}); export it again as UTF-8"
        problems.append(Problem("lost-characters", where, message, "warning"))
    first = _MOJIBAKE.search(text)
    if first and len(_MOJIBAKE.findall(text)) >= MIN_MOJIBAKE:
        found = f"letters look decoded wrongly (line {_line(text, first.start())}: “{first.group()}”)"
        problems.append(Problem("mojibake", where, f"{found}; export it again as UTF-8", "warning"))
    return tuple(problems)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
