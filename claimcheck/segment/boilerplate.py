"""Lines that are not the article: menus, promotion, links, bylines, readers' comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.ruleset import languages, lexicons
from claimcheck.segment.lines import FINAL, Line
from claimcheck.segment.phrases import Listed, inside, plain

MAX_LINE = 260
"""Longest line that is looked at: longer ones are prose."""
MAX_TITLE = 200
"""Longest line that can be the title of a link."""
MIN_PROSE = 60
"""Shortest line with a full stop that shows that the article goes on."""
MIN_MENU = 4
"""Shortest run of lines of one to three words, ahead of the article or behind it, that is a menu."""
MENU_WORDS = 3
MIN_BAR = 3
"""Fewest links in a row of them."""
BAR_WORDS = 4
"""Most words of a link in a row."""
FOOTER_WORDS = 14
"""Most words of an appeal to readers below the article."""
NAME_WORDS = 8
"""Most words of the names in a byline."""
STAMP_WORDS = 6
"""Most words of a name beside the hour of a comment."""
MIN_STAMPS = 2
"""Fewest hours that show that a heading without a number heads comments."""
STAMP_GAP = 12
"""Most lines between the hours of two comments: few run longer, and without an hour they are no comments."""

CREDITED = "credited"
"""Stands for the reason of a byline that names an agency: it stays in the text, because it says whose news it is."""

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_QUOTE = re.compile(r"[«»“”\"]")
_BAR = re.compile(r"\s+[|›>•·/]\s+")
_LIST = "•●▪‣◦·∙■□*-–—0123456789"
_SEPARATOR = re.compile(r"\s*[:|–—-]\s*")


class Boilerplate:
    """The phrases of all languages together: a French page may have English buttons."""

    def __init__(self, root: Path | None = None) -> None:
        tables: list[dict[str, Any]] = [lexicons(language, root).get("boilerplate") for language in languages(root)]

        def pick(reason: str, field: str) -> list[str]:
            return [phrase for table in tables for phrase in (table.get(reason) or {}).get(field, ())]

        def reasons(field: str) -> dict[str, list[str]]:
            return {reason: found for table in tables for reason in table if (found := pick(reason, field))}

        self._lines = Listed(reasons("line"), whole=True)
        self._starts = Listed(reasons("start"))
        self._within = inside(reasons("within"))
        self._footers = Listed(reasons("footer"))
        self._sections = Listed(reasons("section"), whole=True)
        self._header = Listed(pick("comment", "header"), whole=True)
        self._label = Listed(pick("byline", "label"))
        self._by = Listed(pick("byline", "name"))
        self._between = frozenset(pick("byline", "between"))
        agencies = [name for language in languages(root) for name in lexicons(language, root).get("outlets")["agencies"]]
        self._credited = inside([*agencies, *pick("byline", "credited")])
        self._photo = inside([*agencies, *pick("credit", "photo")])
        self._published = Listed(pick("published", "label"))
        self._dates = frozenset(plain(word) for word in pick("published", "words"))

    def reasons(self, text: str, lines: Sequence[Line]) -> list[str]:
        """Give for each line the reason for which it is set aside; empty, or `CREDITED`, for the article's own."""
        texts = [text[line.start : line.end] if line.end - line.start <= MAX_LINE else "" for line in lines]
        plains = [plain(line) if line else "" for line in texts]
        found = [self._alone(line, form) for line, form in zip(texts, plains, strict=True)]
        footers = [self._footer(line, form) for line, form in zip(texts, plains, strict=True)]
        prose = [
            at
            for at, line in enumerate(lines)
            if not (found[at] or footers[at]) and line.end - line.start >= MIN_PROSE and (text[line.end - 1] in FINAL or not texts[at])
        ]
        first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
        for at, form in enumerate(plains):
            if not form or (found[at] and found[at] != "menu"):
                continue
            if self._header.match(form):
                last = self._comments(lines, texts, plains, found, at, (first, last))
        self._related(lines, texts, plains, found, last)
        if prose:
            for at in range(last + 1, len(lines)):
                found[at] = found[at] or footers[at]
            _menus(texts, found, range(first))
            _menus(texts, found, range(last + 1, len(lines)))
            _signature(texts, found, last)
        for at, reason in enumerate(found):
            if reason in ("byline", "signature") and self._credited.search(plains[at]):
                found[at] = CREDITED
        return found

    def _alone(self, line: str, form: str) -> str:
        """Tell what a line is by itself."""
        if not line:
            return ""
        quoted = _QUOTE.search(line) is not None
        listed = self._lines.match(form) or (None if quoted and line[0] in '«“"' else self._starts.match(form))
        if listed:
            return listed.reason
        within = None if quoted else self._within.search(form)
        if within:
            return within.lastgroup or ""
        if _is_bar(line):
            return "menu"
        if "/" in line and self._is_photo(line, form):
            return "credit"
        if self._is_byline(line, form):
            return "byline"
        label = self._published.match(form)
        return "published" if label and self._is_stamp(form[label.end :]) else ""

    def _footer(self, line: str, form: str) -> str:
        """Tell what a line would be below the article; an item of a list is the article's own."""
        if not line or line[0] in _LIST or _QUOTE.search(line) or len(line.split()) > FOOTER_WORDS:
            return ""
        found = self._footers.match(form)
        return found.reason if found else ""

    def _is_photo(self, line: str, form: str) -> bool:
        """Whether a short line is a photographer's name and an agency's with a slash between them."""
        words = _WORD.findall(line)
        named = 1 < len(words) <= NAME_WORDS and all(word[0].isupper() for word in words)
        return named and line[-1] not in ".!?:;" and self._photo.search(form.replace("/", " ")) is not None

    def _is_byline(self, line: str, form: str) -> bool:
        if len(line) > MAX_TITLE // 2 or line[-1] in "!?…":
            return False
        label = self._label.match(form)
        if label:
            rest = form[label.end :]
            return not rest.strip() or (_SEPARATOR.match(rest) is not None and len(rest.split()) <= NAME_WORDS) or self._names(line, rest)
        by = self._by.match(form)
        return by is not None and self._names(line, form[by.end :])

    def _names(self, line: str, rest: str) -> bool:
        """Whether the end of a line, `rest` in plain form, is made of names."""
        words = _WORD.findall(line)[-len(_WORD.findall(rest)) :] if rest.strip() else []
        named = sum(word[0].isupper() for word in words)
        return 0 < named <= NAME_WORDS and all(word[0].isupper() or plain(word) in self._between for word in words)

    def _is_stamp(self, form: str) -> bool:
        """Whether a plain text is nothing but a date or an hour, with a figure in it."""
        tokens = _TOKEN.findall(form)
        return 0 < len(tokens) <= 20 and any(token.isdigit() for token in tokens) and all(t.isdigit() or t in self._dates for t in tokens)

    def _is_signed_stamp(self, form: str) -> bool:
        """Whether a line is a date or an hour, with at most a name before or after it."""
        tokens = _TOKEN.findall(form)
        if not any(token.isdigit() for token in tokens) or len(tokens) > 20:
            return False
        others = [token for token in tokens if not token.isdigit() and token not in self._dates]
        dated = len([token for token in tokens if token.isdigit()]) > 1 or any(token in self._dates for token in tokens)
        return dated and len(others) <= STAMP_WORDS

    def _comments(
        self, lines: Sequence[Line], texts: Sequence[str], plains: Sequence[str], found: list[str], at: int, prose: tuple[int, int]
    ) -> int:
        """Set aside the comments below a header; give the last line of prose that is left.

        Above the article, at the first line of `prose`, the header is a link to them; without a number it needs two hours.
        """
        first, last = prose
        numbered = any(map(str.isdigit, plains[at]))
        stamps: list[int] = []
        for below in range(at + 1, len(lines) if at > first else 0):
            if below - (stamps[-1] if stamps else at) > STAMP_GAP:
                break
            if plains[below] and not found[below] and self._is_signed_stamp(plains[below]) and texts[below][-1] not in ".!?":
                stamps.append(below)
        if not numbered and len(stamps) < MIN_STAMPS:
            stamps = []
        if not stamps:
            if at > last or numbered:
                found[at] = "comment"
            return last
        end = stamps[-1]
        if stamps[0] - at <= 2:  # name and hour come first, so the last comment's text follows its hour
            while end + 1 < len(lines) and not found[end + 1] and not self._heading(plains[end + 1]):
                end += 1
        for line in range(at, end + 1):
            found[line] = "comment"
        return at - 1 if last <= end else last

    def _heading(self, form: str) -> str:
        """Give the reason of a line that heads a list of links, empty for any other."""
        found = self._sections.match(form) if form else None
        return found.reason if found else ""

    def _related(self, lines: Sequence[Line], texts: Sequence[str], plains: Sequence[str], found: list[str], last: int) -> None:
        """Set aside headings of links with the titles below them: all, where no prose follows, else those that hang on them."""
        current, header = "", -1
        for at, form in enumerate(plains):
            reason = "" if found[at] == "comment" else self._heading(form)
            title = bool(form) and len(texts[at]) <= MAX_TITLE and texts[at][-1] not in ".!;:"
            hangs = not lines[at].gap and (lines[at].mark == "bullet" or at == header + 1)
            if reason:
                found[at], current, header = reason, reason, at
            elif current and title and (at > last or hangs) and found[at] != "comment":
                found[at] = found[at] or current
            else:
                current = ""


def _is_bar(line: str) -> bool:
    """Whether a line is a row of short links between bars or arrows."""
    parts = _BAR.split(line)
    return len(parts) >= MIN_BAR and all(0 < len(part.split()) <= BAR_WORDS and not any(map(str.isdigit, part)) for part in parts)


def _menus(texts: Sequence[str], found: list[str], places: Iterable[int]) -> None:
    """Set aside runs of very short lines."""
    run: list[int] = []
    for at in [*places, -1]:
        short = (
            at >= 0
            and bool(texts[at])
            and found[at] in ("", "menu", "promotion", "subscription")
            and len(texts[at].split()) <= MENU_WORDS
            and texts[at][-1] not in FINAL + ":;,"
        )
        if short:
            run.append(at)
            continue
        headed = bool(run) and run[0] > 0 and texts[run[0] - 1].endswith(":")
        titled = run != [] and run[0] == 0 and at < 0  # the last line above the prose may be the title
        if len(run) >= MIN_MENU + titled and not headed:
            for line in run[: -1 if titled else None]:
                found[line] = found[line] or "menu"
        run = []


def _signature(texts: Sequence[str], found: list[str], last: int) -> None:
    """Set aside a name that stands alone below the article."""
    below = [at for at in range(last + 1, len(texts)) if not found[at]]
    if len(below) != 1:
        return
    line = texts[below[0]]
    if (
        line
        and (line[0].isalnum() or line[0] == "@")
        and len(line.split()) <= MENU_WORDS
        and line[-1] not in FINAL
        and not any(c.isdigit() for c in line)
    ):
        found[below[0]] = "signature"


@cache
def boilerplate(root: Path | None = None) -> Boilerplate:
    """Give the phrases of a rule folder, compiled once."""
    return Boilerplate(root)
