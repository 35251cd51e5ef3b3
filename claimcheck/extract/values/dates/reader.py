"""Reading dates and times in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from claimcheck.extract.values.beginnings import LENGTH
from claimcheck.extract.values.dates.atom import Atom, Role
from claimcheck.extract.values.dates.env import Env, Prefer
from claimcheck.extract.values.dates.evaluate import evaluate
from claimcheck.extract.values.dates.intervals import midnight
from claimcheck.extract.values.dates.join import Joiner
from claimcheck.extract.values.dates.lean import Tense
from claimcheck.extract.values.dates.words import Form, Words
from claimcheck.model import DateValue, Mention, Span
from claimcheck.ruleset.lexicon import Lexicons

ALONE = 48
"""Longest text, in characters, that may be an expression standing alone."""
ALONE_REST = 4
"""How many letters may stand beside an expression that stands alone."""
RUN = 60
"""How far before the word that betrays a date its form may begin, in characters."""
FOCUS = 600
"""For how many characters a date stays the one that "the day before" is counted from."""
DAILY = ("day", "daypart", "hour", "minute", "second")
TELLING = ("day", "month", "year", "minute", "hour", "daypart")
_WORD = re.compile(r"\w+(?:[ \n'’,.-]{1,2}|$)")
_LETTERS = re.compile(r"\w+")
_STOP = re.compile(r"(?<!\.\w)[.!?…]+[\s»\"”)]+(?=\W|[^\W\d_])|\n")
ROLES: dict[str, Role] = {"clock": "clock", "clocks": "clock", "daypart": "daypart"}


class DateReader:
    """Reads the dates and times of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.words = Words(lexicons)
        self.language = lexicons.language
        self._joiner = Joiner(self.words)
        self._tense = Tense(self.words)

    def read(
        self,
        folded: str,
        *,
        published: date | None,
        spans: Sequence[Span] | None = None,
        american: bool = False,
        text: str | None = None,
        prefer: Prefer | None = None,
    ) -> list[Mention]:
        """Read the dates of a folded text, in order, never overlapping.

        `spans` are the sentences to read, by default all of them; no mention crosses from one to the next. `prefer` says where an
        expression leans that could be of the past or of the future: by default, as news does, and to the future where the text is
        nothing but the expression.
        """
        if len(folded) <= ALONE and self.words.strong.search(folded) is None and self.words.weak.search(folded) is None:
            return []  # most short lines
        now = None if published is None else published if isinstance(published, datetime) else midnight(published)
        env = Env(self.words, now, prefer)
        quoted = folded if text is None else text
        if len(folded) <= ALONE:
            order = american or self.words.data["numeric-alone"] == "month-first"
            alone = env._replace(alone=True, prefer=prefer or "future", month_first=order)
            for loose in (True, False):
                found = list(self._read(folded, quoted, [Span(0, len(folded))], alone._replace(loose=loose)))
                if found and _rest(folded, found, self.words.leads) <= (0 if loose else ALONE_REST):
                    return found
        env = env._replace(month_first=american or self._american(folded))
        return list(self._read(folded, quoted, _sentences(quoted) if spans is None else spans, env))

    def _american(self, folded: str) -> bool:
        joint = self.words.joints.get("american")
        return joint is not None and joint.search(folded) is not None

    def _read(self, folded: str, text: str, spans: Sequence[Span], env: Env) -> Iterator[Mention]:
        atoms = list(self._atoms(folded, folded if text.islower() else text, env.loose))
        index = 0
        told: int | None = None
        for span in spans:
            while index < len(atoms) and atoms[index].start < span.start:
                index += 1
            first = index
            while index < len(atoms) and atoms[index].end <= span.end:
                index += 1
            if index == first:
                continue
            if told is not None and span.start - told > FOCUS:
                env, told = env._replace(focus=None), None
            for atom, value in self._sentence(atoms[first:index], folded, span, env):
                if self._tells(atom, value):
                    env, told = env._replace(focus=value), atom.end
                yield Mention(atom.start, atom.end, text[atom.start : atom.end], value, self._steps(atom, env))

    def _sentence(self, atoms: list[Atom], folded: str, span: Span, env: Env) -> Iterator[tuple[Atom, DateValue]]:
        joined = [atom for atom in self._joiner.join(atoms, folded, span.start, span.end) if self._kept(atom, env, folded)]
        if env.prefer is None:
            joined = [self._tense.lean(atom, folded, span.start, span.end) for atom in joined]
        values: list[DateValue | None] = []
        for atom in joined:
            value = evaluate(atom, env) if atom.role == "date" else None
            values.append(value)
            if value is not None and self._tells(atom, value):
                env = env._replace(focus=value)
        for atom, value, day in zip(joined, values, _days(joined, values), strict=True):
            told = value if atom.role == "date" else evaluate(atom, env, day)
            if told is None:
                continue
            if atom.given.get("anchor") == "told" or atom.op == "nearby" or (told.start is None and told.end is None):
                told = replace(told, relative=" ".join(folded[atom.start : atom.end].split()))
            yield atom, told

    @staticmethod
    def _tells(atom: Atom, value: DateValue) -> bool:
        """Whether later dates may be counted from this one."""
        return value.start is not None and atom.role == "date" and atom.bound is None and value.granularity in TELLING

    def _kept(self, atom: Atom, env: Env, folded: str) -> bool:
        """Drop what is a date only beside another word, and lacks it."""
        need = atom.given.get("need")
        if need == "part":
            return atom.part is not None
        if need == "since" and atom.bound == "since":
            return False
        joined = atom.part or atom.until or atom.of or (atom.role == "date" and (atom.clock or atom.daypart))
        if atom.role == "clock" and not (joined or atom.bound or atom.daypart) and self._lasts(atom, folded):
            return False
        if env.loose or not atom.given.get("weak"):
            return True
        if atom.role == "daypart" and not joined:
            return self.words.joints["daypart-before"].search(folded, max(0, atom.start - 16), atom.start) is not None
        if need == "bound":
            return bool(joined or atom.bound)
        if need == "joined":
            return bool(joined or atom.daypart)
        if atom.op == "year" and not joined:
            return self._year(atom, folded)
        return bool(joined or atom.bound or atom.given.get("licensed"))

    def _lasts(self, atom: Atom, folded: str) -> bool:
        """Whether the words before hours and minutes make them a duration."""
        return self.words.joints["lasting"].search(folded, max(0, atom.start - 16), atom.start) is not None

    def _year(self, atom: Atom, folded: str) -> bool:
        """Whether four figures are a year, not a count: by the preposition before them or the word after them."""
        joints = self.words.joints
        if joints["year-after"].match(folded, atom.end):
            return bool(atom.bound or atom.given.get("licensed"))
        if atom.bound == "since" or joints["year-before"].search(folded, max(0, atom.start - 16), atom.start):
            return int(atom.given["year"]) % 100 != 0
        return False

    def _atoms(self, folded: str, text: str, alone: bool) -> Iterator[Atom]:
        """Find the words that betray a date, and read the form that holds them, from the words that lead up to them."""
        done = position = 0
        while (match := self.words.strong.search(folded, position)) is not None:
            run = self.words.run.search(folded, max(done, match.start() - RUN), match.start())
            atom = self._atom(folded, text, run.start() if run else match.start(), match.start(), str(match.lastgroup), alone)
            position = match.end()
            if atom is not None:
                yield from self._between(folded, text, done, atom.start, alone)
                done = position = atom.end
                yield atom
        yield from self._between(folded, text, done, len(folded), alone)

    def _between(self, folded: str, text: str, start: int, end: int, alone: bool) -> Iterator[Atom]:
        """Read what is a date only by the words around it, where nothing else was found."""
        for match in self.words.weak.finditer(folded, start, end):
            atom = self._atom(folded, text, match.start(), match.start(), str(match.lastgroup), alone)
            if atom is not None and atom.end <= end:
                yield atom

    def _atom(self, folded: str, text: str, start: int, anchor: int, name: str, alone: bool) -> Atom | None:
        while True:
            for form in self.words.fitting(name, folded[start : start + LENGTH]):
                if form.alone and not alone:
                    continue
                match = form.pattern.match(folded, start)
                if match is not None and (match.end() > anchor or form.given.get("ahead")) and self._cased(match, text, form):
                    words = {slot: word for slot, word in match.groupdict().items() if word is not None}
                    return Atom(start, match.end(), form.op, {**form.given, **words}, ROLES.get(form.op, "date"))
            if start >= anchor:
                return None
            step = _WORD.match(folded, start, anchor)
            start = anchor if step is None else max(step.end(), start + 1)

    def _cased(self, match: re.Match[str], text: str, form: Form) -> bool:
        """Whether the letters' case fits: English names of months are capital, a French "Mars" inside a sentence is no month."""
        if text is match.string:
            return True
        for slot in ("month", "month2", "weekday"):
            place = match.start(slot) if slot in match.re.groupindex else -1
            if place >= 0 and match[slot] in self.words.capital and not text[place].isupper():
                return False
        if form.given.get("lower"):
            place = match.start("month")
            return not (text[place].isupper() and text[place - 2 : place - 1].isalnum())
        return True

    def _steps(self, atom: Atom, env: Env) -> tuple[str, ...]:
        source = f"{self.language}/lexicon/dates"
        steps = []
        if atom.bound:
            steps.append(f"{atom.bound} · {source}")
        if atom.part:
            steps.append(f"{atom.part} part · {source}")
        if atom.until:
            steps.append(f"{atom.op} to {atom.until.op} · {source}")
        steps.append(f"{atom.op}({', '.join(f'{name}={word}' for name, word in atom.given.items() if isinstance(word, str))}) · {source}")
        steps += [
            f"{name}: {'; '.join(self._steps(one, env))}" for name in ("of", "daypart", "clock") if (one := getattr(atom, name)) is not None
        ]
        if env.now is not None:
            steps.append(f"published {env.now.date().isoformat()}")
        return tuple(steps)


def _sentences(text: str) -> list[Span]:
    """Cut a text where a sentence surely ends: before a letter that is not small, or at the end of a line."""
    ends = (match.end() for match in _STOP.finditer(text) if not text[match.end() : match.end() + 1].islower())
    cuts = [0, *ends, len(text)]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


def _days(atoms: list[Atom], values: list[DateValue | None]) -> list[datetime | None]:
    """Give each place of a sentence the last day told before it, else the first told after it."""
    days = [
        midnight(value.start) if value is not None and value.start and value.granularity in DAILY and atom.until is None else None
        for atom, value in zip(atoms, values, strict=True)
    ]
    last = next((day for day in days if day is not None), None)
    told = []
    for day in days:
        last = day or last
        told.append(last)
    return told


def _rest(folded: str, mentions: Sequence[Mention], leads: frozenset[str]) -> int:
    """Count the letters outside the mentions, without the small words that lead up to a date."""
    cuts = [0, *(place for mention in mentions for place in (mention.start, mention.end)), len(folded)]
    outside = " ".join(folded[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True))
    return sum(len(word) for word in _LETTERS.findall(outside) if word not in leads)
