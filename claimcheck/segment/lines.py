"""Text → lines with their spans, and lines → paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(
    r"(?P<hashes>\#{1,6}[ \t]+)"
    r"|(?P<dash>[–—-][ \t\u00a0\u202f]+)"
    r"|(?P<bullet>(?:[•●▪‣◦·∙■□✅*\u2190-\u21ff\u25a0-\u27bf\U0001f000-\U0001faff]\ufe0f?"
    r"|\d{1,2}[.)](?=[ \t\u00a0]+[^\W\d_])|[a-z]\))[ \t\u00a0\u202f]*)"
)
_FIRST_WORD = re.compile(r"\S{1,40}")
_OPEN_END = re.compile(r"[^.!?…:;»”\"]\Z")
FINAL = '.!?…»”")'
"""What prose ends in; a heading mostly does not."""
SOFT_SHARE = 0.3
"""Share of line breaks that interrupt a sentence above which the text is hard-wrapped; scraped pages have < 0.1."""
WRAP_WIDTH = 130
"""Widest line that a wrapped text has."""
WRAP_SLACK = 0.8
"""Share of the width that a line and the next word must exceed for the break between them to be soft."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it; never empty."""

    start: int
    end: int
    body: int
    """Where its words start, behind a bullet, a dash or the marks of a Markdown heading."""
    mark: str
    """What stands before the words: `hashes`, `dash`, `bullet` or nothing."""
    gap: bool
    """Whether an empty line, or the start of the text, is before it."""


def cut_lines(text: str) -> list[Line]:
    """Give the lines that hold more than space."""
    lines: list[Line] = []
    last = -1
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.lstrip("\ufeff \t\u00a0\u200b")
        start = match.end() - len(stripped)
        end = start + len(stripped.rstrip())
        if start >= end:
            continue
        mark = _MARK.match(text, start, end)
        between = text[last:start] if last >= 0 else "\n\n"
        gap = (between.count("\n") or between.count("\r") or len(between)) > 1
        body, kind = (mark.end(), mark.lastgroup or "") if mark and mark.end() < end else (start, "")
        lines.append(Line(start, end, body, kind, gap))
        last = end
    return lines


def join_lines(text: str, lines: Sequence[Line]) -> list[list[Line]]:
    """Bring together the lines that are one paragraph.

    In a hard-wrapped text a break is soft where the next word would not have fitted; elsewhere each line is a paragraph
    of its own, unless it goes on in the middle of a sentence.
    """
    width = _wrap_width(text, lines)
    paragraphs: list[list[Line]] = []
    for at, line in enumerate(lines):
        if at and _goes_on(text, lines[at - 1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _goes_on(text: str, above: Line, line: Line, width: int) -> bool:
    if line.gap or line.mark or above.mark == "hashes":
        return False
    if _interrupts(text, above, line):
        return True
    word = _FIRST_WORD.match(text, line.start)
    return bool(width) and above.end - above.start + 1 + (word.end() - word.start() if word else 0) > WRAP_SLACK * width


def _interrupts(text: str, above: Line, line: Line) -> bool:
    """Whether the break stands inside a sentence: no stop before it, and a small letter or a comma after it."""
    if not _OPEN_END.match(text, above.end - 1, above.end):
        return False
    first, second = text[line.start], text[line.start + 1 : line.start + 2]
    return (first.islower() and not second.isupper()) or first in ",;.)»"


def _wrap_width(text: str, lines: Sequence[Line]) -> int:
    """Give the width at which a text was wrapped, 0 where it was not."""
    longest = max((line.end - line.start for line in lines), default=0)
    if longest > WRAP_WIDTH:
        return 0
    breaks = [(above, line) for above, line in pairwise(lines) if not line.gap and not line.mark]
    soft = sum(_interrupts(text, above, line) for above, line in breaks)
    return longest if soft > 1 and soft >= SOFT_SHARE * len(breaks) else 0
