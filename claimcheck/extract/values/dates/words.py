"""The words and forms of one language's dates, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from claimcheck.extract.recall import Recall
from claimcheck.extract.values.beginnings import DIGIT, ahead, of_form, of_phrases, plain
from claimcheck.extract.values.trie import compound, trie
from claimcheck.model import Problem, UsageError
from claimcheck.model.fold import bare
from claimcheck.ruleset.lexicon import Lexicons

SPACE = r"(?:[ \n] ?)"
HYPHEN = "[- ]"
START = r"(?<![\w])"
END = r"(?!\w)"
_SLOT = re.compile(r"(?<!\?P)<([a-z_]+?)(\d?)(!?)>")
_MACRO = re.compile(r"\{([a-z]+)\}")
_BLANK = re.compile(r"\[[^]]*\]| ")
_DIGITS = {
    "dom": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "year": r"(?:1\d|20|21)\d\d(?!\d)",
    "yy": r"\d\d(?!\d)",
    "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
    "n": r"\d{1,3}(?!\d)",
    "number": r"\d{1,2}(?!\d)",
}
"""Figures that a slot takes beside the words of its table."""


class Form:
    """One way to write a date: what it matches and the operation that reads it."""

    def __init__(self, words: Words, source: str, op: str, given: Mapping[str, Any]) -> None:
        self.op = op
        self.given = given
        """What the form itself says, beside the words that it read: `{unit: week}`."""
        self.alone = bool(given.get("alone"))
        """Whether it is a date only where nothing else stands beside it."""
        self._words, self._source = words, source

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """What it can begin with."""
        return self._words.beginnings(self._source)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it matches, compiled when a text first needs it: most texts need few of the forms."""
        return self._words.compile(f"(?:{self._source}){END}")


class Words:
    """Tables, forms and joints of one language; `UsageError` where a lexicon is missing."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.data: Mapping[str, Any] = lexicons.get("dates")
        self.path = f"{lexicons.root / lexicons.language / 'lexicon' / 'dates.yaml'}"
        numbers = lexicons.get("numbers")
        self.tables: dict[str, dict[str, Any]] = {}
        self._sources: dict[str, str] = {}
        self._beginnings: dict[str, frozenset[str]] = {name: frozenset(DIGIT) for name in (*_DIGITS, "rank")}
        for name, table in self.data["tables"].items():
            self._add(name, {word: value for value, words in table.items() for word in words})
        cardinals, ordinals = _cardinals(numbers), _ordinals(numbers)
        for name, most in (("n", 99), ("number", 59), ("hour", 24), ("minute", 59), ("dom", 31)):
            spelled = {word: n for word, n in cardinals.items() if n <= most}
            articles = numbers["articles"] if name == "n" else {}
            self._add(name, {**articles, **spelled, **(ordinals if name == "dom" else {})}, space=HYPHEN)
        ranks = {word: value for value, words in self.data["tables"]["rank"].items() for word in words}
        self._add("rank", {**ordinals, **ranks}, space=HYPHEN)
        self._add("holiday", {word: key for key, entry in lexicons.get("holidays").items() for word in entry["names"]})
        self.holidays: Mapping[str, Any] = lexicons.get("holidays")
        self.capital = frozenset(self.data["capital"])
        self.leads = frozenset(word for phrase in self.data["lead"] for word in phrase.split())
        self.suffix = f"(?:{self.data['ordinal-suffix']})?"
        forms = {anchor: tuple(self._form(entry) for entry in entries) for anchor, entries in self.data["forms"].items()}
        also: Mapping[str, str] = self.data["also"]
        self.forms = {anchor: own + forms.get(also.get(anchor, ""), ()) for anchor, own in forms.items()}
        self._fitting: dict[str, Recall[tuple[Form, ...]]] = {}
        begin = ahead(letters for sources in self.data["anchors"].values() for one in sources for letters in self.beginnings(one))
        self.strong = re.compile(f"{START}{begin}(?:{self._anchors('anchors')})")
        self.weak = re.compile(f"{START}(?:{self._anchors('weak-anchors')})")
        leads = ahead(of_phrases(self.data["lead"]).union(*(self._beginnings[name] for name in ("number", "rank", "side"))))
        self.run = re.compile(rf"(?:{START}{leads}{self._lead()}(?:,?[ \n]| ?[-–] ?|'|\. ?)){{1,7}}$")
        self.joints = {name: self.compile(source) for name, source in self.data["joints"].items()}

    def _add(self, name: str, table: Mapping[str, Any], *, space: str = SPACE) -> None:
        full: set[str] = set()
        short: set[str] = set()
        values: dict[str, Any] = {}
        for word, meaning in table.items():
            stem = str(word).removesuffix(".")
            for variant in {stem, bare(stem)} if len(stem) > 2 else {stem}:
                (short if stem != word else full).add(variant.replace("-", " ") if space == HYPHEN else variant)
                values[key(variant)] = meaning
        self.tables[name] = values
        self._beginnings[name] = self._beginnings.get(name, frozenset()) | of_phrases(short | full)
        source = compound if space == HYPHEN else trie
        self._sources[name + "!"] = source(full, space=space)
        self._sources[name] = source({f"{word}." for word in short} | short | full, space=space)

    def fitting(self, anchor: str, letters: str) -> tuple[Form, ...]:
        """Give the forms around an anchor that can stand where some letters do, `LENGTH` of them if there are so many."""
        known = self._fitting.get(anchor)
        if known is None:
            forms = self.forms[anchor]
            known = self._fitting[anchor] = Recall(lambda some: tuple(form for form in forms if plain(some).startswith(form.beginnings)))
        return known[letters]

    def beginnings(self, form: str) -> tuple[str, ...]:
        """List what a form can begin with."""
        return tuple(sorted(of_form(self._macros(form), self._beginnings)))

    def source(self, form: str) -> str:
        """Expand the slots and spaces of a form into a regular expression."""

        def slot(match: re.Match[str]) -> str:
            name, number, only = match.groups()
            parts = [_DIGITS[name]] if name in _DIGITS else []
            if name == "dom":
                parts[0] += self.suffix
            elif name == "rank":
                parts.append(rf"\d{{1,2}}{self.suffix[:-1]}")
            if name + only in self._sources:
                parts.append(self._sources[name + only] + END)
            if not parts:
                raise self._broken(form, f"<{name}> is no table; name one of {', '.join(sorted(self.tables))}")
            return f"(?P<{name}{number}>{'|'.join(parts)})"

        return _SLOT.sub(slot, _spaced(self._macros(form)))

    def _macros(self, form: str) -> str:
        macros: Mapping[str, str] = self.data["macros"]
        for _ in range(2):  # a macro may use another one
            form = _MACRO.sub(lambda match: macros[match[1]], form)
        return form

    def compile(self, form: str) -> re.Pattern[str]:
        """Compile a form."""
        try:
            return re.compile(self.source(form))
        except re.error as error:
            raise self._broken(form, str(error)) from error

    def _broken(self, form: str, message: str) -> UsageError:
        return UsageError(Problem("broken-form", self.path, f"{form!r}: {message}"))

    def _form(self, entry: Mapping[str, Any]) -> Form:
        given = {name: meaning for name, meaning in entry.items() if name not in ("op", "form")}
        return Form(self, entry["form"], entry["op"], given)

    def _lead(self) -> str:
        number = rf"\d{{1,4}}{self.suffix}(?!\w)|{self._sources['number']}{END}|{self._sources['rank']}{END}"
        return f"(?:{number}|{self._sources['side']}{END}|{trie(self.data['lead'], space=SPACE)}{END})"

    def _anchors(self, group: str) -> str:
        return "|".join(f"(?P<{name}>{'|'.join(self._anchor(one) for one in sources)})" for name, sources in self.data[group].items())

    def _anchor(self, source: str) -> str:
        return _SLOT.sub(lambda match: f"(?:{self._sources[match[1] + match[3]]}){END}", _spaced(source))

    def look(self, table: str, word: str) -> Any:
        """Give what a word of a table means; none where it is not in it."""
        return self.tables[table].get(key(word))

    def count(self, word: str) -> int | None:
        """Read a small number or ordinal, in figures or in words."""
        figures = re.match(r"\d+", word)
        if figures:
            return int(figures[0][:4])
        for table in ("n", "rank", "dom"):
            found = self.tables[table].get(key(word))
            if found is not None:
                return int(found)
        return None


def _spaced(form: str) -> str:
    """Let a space stand for one white space, but not inside a class of letters."""
    return _BLANK.sub(lambda match: SPACE if match[0] == " " else match[0], form)


def key(word: str) -> str:
    """Bring spellings of one word together: accents, hyphens, dots and runs of white space."""
    return " ".join(bare(word).replace("-", " ").replace(".", " ").split())


def _joined(tens: str, rest: str, ands: Iterable[str]) -> Iterable[str]:
    yield f"{tens} {rest}"
    for word in ands:
        yield f"{tens} {word} {rest}"


def _tens(numbers: Mapping[str, Any], ones: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    for word, tens in numbers["small"].items():
        least, most = numbers["room"].get(tens, (1, 0))
        for other, n in ones.items():
            if least <= n <= most and " " not in word:
                for spelled in _joined(word, other, numbers.get("and", ())):
                    yield spelled, tens + n


def _cardinals(numbers: Mapping[str, Any]) -> dict[str, int]:
    """Spell the numbers below one hundred in all ways; a space stands for a hyphen too."""
    small: dict[str, int] = numbers["small"]
    teens = dict(_tens({**numbers, "room": {10: numbers["room"].get(10, (1, 0))}}, small))
    ones = {**{word: n for word, n in small.items() if n < 20}, **teens, **numbers["articles"]}
    return {**small, **teens, **dict(_tens(numbers, ones))}


def _ordinals(numbers: Mapping[str, Any], most: int = 31) -> dict[str, int]:
    """Spell the ordinals that days and centuries need."""
    plain: dict[str, int] = {word: n for word, n in numbers["ordinals"].items() if n <= most}
    return {**plain, **{word: n for word, n in _tens(numbers, plain) if n <= most}}
