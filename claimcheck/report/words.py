"""What the tables say, in the report's language: `rules/<lang>/messages/report.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.model import Call, Claim, UsageError
from claimcheck.ruleset.lexicon import FALLBACK, Lexicons, default_root, lexicons
from claimcheck.ruleset.messages import read_messages
from claimcheck.wording import event_name, party_name, post_name

EVENTS = ("event", "than")
"""Slots that name an event."""
LEXICONS = {"group": ("nouns", "")}
"""Slot → the lexicon that has its concepts, and the part of it; any other slot is a part of `slots`."""
_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)?/(\d{4}-\d\d-\d\d)?")
_IDENTIFIER = re.compile(r"[a-z0-9-]+")
_BLANKS = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_HELD = re.compile(r"(?<=«) | (?=[:;!?»%€])")
"""Spaces that French puts beside a sign: a line neither starts with the sign nor ends in an opening mark."""
_HIDDEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
_UNSAFE = (*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
_SHOWN = dict.fromkeys(_UNSAFE, "\ufffd") | _HIDDEN


def clean(text: str) -> str:
    """Make a text from outside safe to show: one line, control characters and changes of direction as U+FFFD."""
    return _HELD.sub("\u00a0", _BLANKS.sub(" ", text)).translate(_SHOWN)


def plain(name: str) -> str:
    """Make an identifier of ours readable: its hyphens are spaces; names of the world stay as they are."""
    return clean(name.replace("-", " ") if _IDENTIFIER.fullmatch(name) else name)


class Words:
    """The messages of one language."""

    def __init__(self, messages: Mapping[str, Any], lexicons: Lexicons) -> None:
        self._messages = messages
        self._lexicons = lexicons

    def label(self, key: str, **values: str) -> str:
        """Give a message with its values put in."""
        text: str = self._messages["labels"][key]
        return text.format(**values) if values else text

    def verdict(self, name: str) -> str:
        """Name a verdict."""
        return str(self._messages["verdicts"][name])

    def help(self, name: str) -> str:
        """Say what a verdict means and what to do."""
        return str(self._messages["help"][name])

    def column(self, name: str) -> str:
        """Name a column of a sheet."""
        return str(self._messages["columns"][name])

    def sheet(self, name: str) -> str:
        """Name a sheet of a workbook."""
        return str(self._messages["sheets"][name])

    @property
    def none(self) -> str:
        """What to say when there is nothing to show."""
        return str(self._messages["none"])

    def count(self, key: str, n: int) -> str:
        """Say how many: "3 articles", held together by spaces that do not break."""
        one, many = self._messages["counts"][key]
        return f"{n} {one if n in self._messages['singular'] else many}".replace(" ", "\u00a0")

    def decimal(self, value: float) -> str:
        """Write a number between 0 and 1 with two decimals."""
        return f"{value:.2f}".replace(".", self._messages["decimal"])

    def day(self, value: date) -> str:
        """Write a day, with its hour where it is known."""
        hour = value.strftime(self._messages["hour"]) if isinstance(value, datetime) and (value.hour or value.minute) else ""
        return value.strftime(self._messages["day"]) + hour

    @property
    def quotes(self) -> tuple[str, str]:
        """The marks around a quoted passage."""
        opened, closed = self._messages["quote"]
        return opened, closed

    def reason(self, name: str) -> str:
        """Say why a passage was set aside."""
        return str(self._messages["skipped"].get(name, plain(name)))

    def modality(self, name: str) -> str:
        """Say how surely it is told; empty for a plain assertion."""
        return str(self._messages["modality"].get(name, ""))

    def credit(self, party: str | None, upstream: str | None) -> str:
        """Say who is credited; empty where nobody is."""
        said = [self.label("attributed", name=self.party(party))] if party else []
        if upstream and upstream != party:
            said.append(self.label("upstream", name=clean(upstream)))
        return ", ".join(said)

    def party(self, name: str) -> str:
        """Name a source in a story."""
        with suppress(UsageError, AttributeError, KeyError, IndexError, TypeError):
            return clean(party_name(name, self._lexicons))
        return clean(name)

    def feature(self, name: str) -> str:
        """Name what a confidence is weighed from."""
        messages = self._messages
        return str(messages["features"].get(name) or messages["verdicts"].get(name.removeprefix("said-")) or plain(name))

    def signed(self, value: float) -> str:
        """Write a number with its sign and two decimals."""
        return f"{value:+.2f}".replace(".", self._messages["decimal"])

    def change(self, name: str) -> str:
        """Say how a figure stands to the one before it; empty for the first."""
        return str(self._messages["change"].get(name, ""))

    def question(self, call: Call, what: str) -> str:
        """Word a question of the call sheet."""
        texts, values = self._messages["call"], [clean(value) for value in call.values]
        detail = texts["details"][call.detail] if call.detail else ""
        return str(texts["forms"][call.form].format(what=what, a=values[0], b=values[-1], detail=detail))

    def counted(self, noun: str) -> str:
        """Name the count of a noun that no claim type stands for."""
        return str(self._messages["call"]["counted"].format(noun=noun))

    def of(self, subject: str, question: str) -> str:
        """Begin a question with its subject, where it has one."""
        said = str(self._messages["call"]["of"].format(subject=subject, question=question)) if subject else question
        return said[:1].upper() + said[1:]

    def contact(self, name: str) -> str:
        """Name somebody who can be asked: a party with its article, anybody else as written."""
        return str(self._messages["call"]["who"].get(name) or clean(name))

    def role(self, name: str) -> str:
        """Say why somebody can be asked."""
        return str(self._messages["call"]["roles"].get(name, plain(name)))

    def outlet(self, name: str) -> str:
        """Name the desk of an outlet."""
        return str(self._messages["call"]["outlet"].format(outlet=name))

    def stance(self, claim: Claim) -> str:
        """Say how surely a claim is told, and after whom; empty for a plain assertion of the outlet's own."""
        said = (self.modality(claim.modality), self.credit(claim.attribution.party, claim.attribution.upstream))
        return ", ".join(part for part in said if part)

    def stance_of(self, outlet: str) -> str:
        """Name what an outlet makes of a finding: contradicts, hedges, says, silent."""
        return str(self._messages["stances"][outlet])

    def slot(self, name: str, value: str) -> str:
        """Say one slot; periods as days, known values in words, anything else as it stands."""
        period = _PERIOD.fullmatch(value)
        if period:
            with suppress(ValueError):
                return self._period(*period.groups())
        if name in EVENTS:
            return event_name(value, self._lexicons)
        known = self._messages["slots"].get(name, {})
        return str(known.get(value) or self._spoken(name, value) or plain(value))

    def _spoken(self, name: str, value: str) -> str:
        """Say a concept by the first whole word that the language's lexicons have for it; empty where they have none."""
        file, entry = LEXICONS.get(name, ("slots", name))
        with suppress(UsageError, AttributeError, KeyError, IndexError, TypeError):
            if name == "post":
                return post_name(value, self._lexicons)
            table = self._lexicons.get(file)
            found = (table[entry] if entry else table)[value]
            said = [str(word) for word in (found["words"] if isinstance(found, dict) else found)]
            return next((word for word in said if "*" not in word), said[0].replace("*", ""))
        return ""

    def _period(self, first: str | None, last: str | None) -> str:
        start, end = (date.fromisoformat(day) if day else None for day in (first, last))
        if start and end:
            if (start.day, end.day) == (1, 1) and (end.year * 12 + end.month) - (start.year * 12 + start.month) == 1:
                return start.strftime(self._messages["month"])
            if (start.month, start.day, end.month, end.day) == (1, 1, 1, 1) and end.year == start.year + 1:
                return str(start.year)
            if (end - start).days == 1:
                return self.day(start)
        return "–".join(self.day(day) if day else "…" for day in (start, end))


def _messages(file: str, language: str, root: Path | None) -> Path:
    """Find the messages of a language; those that ship with the program where the rules have none."""
    bases = (root, default_root()) if root else (default_root(),)
    paths = [base / name / "messages" / file for name in (language, FALLBACK) for base in bases]
    return next((path for path in paths if path.is_file()), paths[-1])


@cache
def words(language: str, root: Path | None = None) -> Words:
    """Give what every format says in a language."""
    path = _messages("report.yaml", language, root)
    return Words(read_messages(path), lexicons(path.parent.parent.name, path.parent.parent.parent))


@cache
def page_words(language: str, root: Path | None = None) -> Mapping[str, Any]:
    """Give what only the HTML page says in a language."""
    found: Mapping[str, Any] = read_messages(_messages("page.yaml", language, root))
    return found
