"""Numerals: digits with every separator, words, magnitudes, halves, ordinals. All texts are folded (`model.fold`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.extract.values.spoken import Grammar, Sum, Word
from claimcheck.extract.values.trie import WORD_END, WORD_START, trie
from claimcheck.model.fold import unaccented
from claimcheck.ruleset import Lexicons

VULGAR = {sign: Decimal(over) / Decimal(under) for sign, over, under in (
    ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5), ("⅘", 4, 5),
    ("⅙", 1, 6), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
)}  # fmt: skip
"""Fractions that one character writes."""
SLASH = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})(?![\d/,.])")
"""A fraction in figures."""
MAX_DIGITS = 30
"""More digits than this name no quantity that a newspaper counts."""
MAX_WORDS = 24
"""More number words than this are no number."""
LONG_WORD = 5
"""Letters of a magnitude that may stand right behind its figures; shorter ones could be the letters of a name or a code."""

_GROUPED = (  # as many groups as MAX_DIGITS can want: a longer row of figures is looked at in bounded steps
    r"\d{1,3}(?: \d{3}){1,10}(?:[.,]\d+)?(?!\d)",
    r"\d{1,3}(?:'\d{3}){1,10}(?:[.,]\d+)?(?!\d)",
    r"\d{1,3}(?:\.\d{3}){2,10}(?:,\d+)?(?!\d)",
    r"\d{1,3}(?:,\d{3}){2,10}(?:\.\d+)?(?!\d)",
    r"\d{1,3}\.\d{3},\d+",
    r"\d{1,3},\d{3}\.\d+",
    r"\d{1,2}(?:,\d{2}){1,14},\d{3}(?:\.\d+)?(?!\d)",
)
DIGITS = rf"(?:{'|'.join(_GROUPED)}|\d+(?:[.,]\d+)?)"
"""Regex source, without groups, of a number in digits with its separators."""


class Numeral(NamedTuple):
    """One numeral phrase `[start, end)` of a folded text."""

    start: int
    end: int
    value: Decimal
    weight: Decimal | None = None
    """Weight of the last significant digit as written; none for words alone."""
    words: bool = False
    """Whether no digit is in it."""
    rough: bool = False
    """Whether a word such as *vingtaine* makes it approximate."""
    article: bool = False
    """Whether it is nothing but an article that may also mean one."""
    scale: Decimal | None = None
    """The magnitude that stands last in it ("million")."""


def significance(digits: str, value: Decimal) -> Decimal:
    """Weigh the last significant digit of a number as written: decimals count, trailing zeros only up to two figures."""
    if digits[-1:] not in ("", "0") and value == value.to_integral_value():
        return ONE
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    plain = digits.lstrip("0")
    zeros = len(plain) - len(plain.rstrip("0"))
    return Decimal(1).scaleb(max(0, min(zeros, len(plain) - 2)))


ONE = Decimal(1)


def plain_key(word: str) -> str:
    """Write a matched phrase as the lexicon's key: single spaces for hyphens and line ends."""
    return word.replace("-", " ").replace("\n", " ")


def ordinal_ranks(table: Mapping[str, Any]) -> dict[str, int]:
    """Give the ordinals of `lexicon/numbers` with their rank, also as written without accents."""
    ranks: dict[str, int] = table["ordinals"]
    return {unaccented(word): rank for word, rank in ranks.items()} | ranks


class Numerals:
    """The numerals of one language, built from `lexicon/numbers`."""

    def __init__(self, lexicons: Lexicons) -> None:
        table: dict[str, Any] = lexicons.get("numbers")
        self.decimal: str = table["decimal"]
        self.spread = Decimal(str(table["spread"]))
        self._grammar = Grammar(table)
        self._ordinals = {plain_key(key): int(value) for key, value in ordinal_ranks(table).items()}
        words, magnitudes = trie(self._grammar.words, space=r"[\s-]"), trie(table["magnitudes"])
        scales = trie([*table["magnitudes"], *table["collectives"]])
        conjunction, point = trie(table["and"]), trie(table["point"])
        link = rf"(?:\s(?:{conjunction})\s|-(?:{conjunction})-|[\s-])"
        of = rf"\s(?:{trie(table['of'])})\s?(?=(?:{scales}){WORD_END})"
        scaled = rf"(?:[\s-](?:{magnitudes}){WORD_END})?"
        half = rf"[\s-](?:{conjunction})[\s-](?:{trie(table['half'])}){WORD_END}"
        prefix = rf"(?:(?:{trie(table['articles'])})[\s-])?(?:{trie(table['half_prefix'])})[\s-](?=(?:{scales}){WORD_END})"
        ordinals, suffixes = trie(self._ordinals, space=r"[\s-]"), trie(table["ordinal_suffixes"])
        lead = rf"(?:(?:{words})[\s-](?:(?:{conjunction})[\s-])?){{0,4}}+"
        self._digits = re.compile(rf"{DIGITS}|[.,]\d+")
        self._prefix = re.compile(prefix)
        self._word = re.compile(rf"(?:{words}){WORD_END}")
        self._link = re.compile(link)
        self._half = re.compile(half)
        self._of = re.compile(of)
        self._point = re.compile(rf"\s(?:{point})\s")
        ahead = trie([*table["magnitudes"], *table["hundreds"], *table["collectives"], *table["point"], *table["and"]])
        self._opens = re.compile(rf"(?:{prefix}|(?:{words}){WORD_END})")
        more = trie([*self._grammar.words, *table["point"], *table["and"], *table["of"]], space=r"[\s-]")
        self._words_go_on = re.compile(rf"[\s-](?:{more})(?!\w)")
        glued = trie(word for word in table["magnitudes"] if len(word) >= LONG_WORD)
        self._goes_on = re.compile(rf"\s?[{''.join(VULGAR)}]|(?:[\s-](?:{ahead})|(?:{glued})){WORD_END}")
        """What may continue a number in digits; nearly always nothing does."""
        self._vulgar = re.compile(rf"\s?([{''.join(VULGAR)}])")
        self._spoken_digits = re.compile(r"\d{1,9}(?!\d)")
        self._ordinal_digits = re.compile(rf"(\d{{1,6}})\s?(?:{suffixes}){WORD_END}")
        self._ordinal_word = re.compile(rf"(?:{ordinals}){WORD_END}")
        word = rf"(?:{words}){WORD_END}"
        run = rf"(?:(?!{half})(?:{of}|{link}|\s(?:{point})\s){word}){{0,{MAX_WORDS}}}+"
        self.word_pattern = rf"(?:{prefix})?{word}{run}(?:{half}{scaled})?"
        """Regex source, without groups, of a numeral in words."""
        self.pattern = rf"(?:{DIGITS}(?:[\s-](?:{magnitudes}){WORD_END}{run})?(?:{half}{scaled})?|{WORD_START}{self.word_pattern})"
        """Regex source, without groups, of one numeral phrase: digits and magnitudes, or words."""
        self.ordinal_pattern = rf"(?:\d{{1,6}}\s?(?:{suffixes}){WORD_END}|{WORD_START}{lead}(?:{ordinals}){WORD_END})"
        """Regex source, without groups, of an ordinal in digits or words."""

    @property
    def word_starts(self) -> tuple[str, ...]:
        """The words that a numeral may start with, articles left out; a space stands for a hyphen too."""
        return tuple(key for key, word in self._grammar.words.items() if word.alone and word.sort != "article")

    @property
    def ordinal_words(self) -> tuple[str, ...]:
        """The words that end an ordinal; a space stands for a hyphen too."""
        return tuple(self._ordinals)

    def is_point(self, word: str) -> bool:
        """Tell whether a word is the spoken decimal point."""
        return self._point.fullmatch(f" {word} ") is not None

    def halves(self, folded: str, position: int) -> bool:
        """Tell whether "half a" of a magnitude starts at a position."""
        return self._prefix.match(folded, position) is not None

    def value(self, folded: str) -> Decimal | None:
        """Read a whole numeral phrase; none where it is not one number."""
        numeral = self.read(folded, 0)
        return numeral.value if numeral and numeral.end == len(folded) else None

    def ordinal(self, folded: str) -> int | None:
        """Read a whole ordinal, in digits or words; none where it is not one."""
        found = self.read_ordinal(folded, 0)
        return found[1] if found and found[0] == len(folded) else None

    def read(self, folded: str, position: int) -> Numeral | None:
        """Read the longest numeral that starts at a position."""
        if folded[position : position + 1] in VULGAR:
            return Numeral(position, position + 1, VULGAR[folded[position]])
        if not folded[position : position + 1].isalpha():
            digits = self._digits.match(folded, position)
            return self._read_digits(folded, position, digits[0]) if digits else None
        if not self._opens.match(folded, position):
            return None
        if prefix := self._prefix.match(folded, position):
            return self._read_words(folded, position, prefix.end(), Sum(current=Decimal("0.5"), empty=False))
        return self._read_words(folded, position, position, Sum())

    def read_ordinal(self, folded: str, position: int) -> tuple[int, int] | None:
        """Read the ordinal that starts at a position: (end, rank)."""
        if digits := self._ordinal_digits.match(folded, position):
            return digits.end(), int(digits[1])
        so_far, at, joined = Sum(), position, False
        for _ in range(MAX_WORDS):
            last = self._ordinal_word.match(folded, at)
            if last:
                rank = self._ordinals[plain_key(last[0])]
                sort = "small" if rank < 100 else "hundred" if rank == 100 else "magnitude"
                whole = so_far.add(Word(sort, Decimal(rank)), self._grammar, joined=joined)  # type: ignore[arg-type]
                return (last.end(), int(whole.value)) if whole else None
            word = self._word.match(folded, at)
            grown = so_far.add(self._look(word[0]), self._grammar, joined=joined) if word else None
            link = self._link.match(folded, word.end()) if word and grown else None
            if not link or not grown:
                return None
            so_far, at, joined = grown, link.end(), len(link[0]) > 1
        return None

    def number(self, written: str) -> Decimal:
        """Read digits with separators by the habits of the language."""
        plain = written.replace(" ", "").replace("'", "")
        last = max(plain.rfind("."), plain.rfind(","))
        if last < 0:
            return Decimal(plain)
        mark, after = plain[last], len(plain) - last - 1
        both = "." in plain and "," in plain
        thousands = after == 3 and mark != self.decimal and 0 < last <= 3 and plain[0] != "0" and len(plain) == len(written)
        if plain.count(mark) > 1 or (thousands and not both):
            return Decimal(plain.replace(".", "").replace(",", ""))
        return Decimal(plain.replace("," if mark == "." else ".", "").replace(",", "."))

    def _read_digits(self, folded: str, position: int, written: str) -> Numeral | None:
        if len(written) > MAX_DIGITS:
            return None
        value, end = self.number(written), position + len(written)
        weight = ONE if written.isdigit() and written[-1] != "0" else significance("".join(c for c in written if c.isdigit()), value)
        if not self._goes_on.match(folded, end):
            return Numeral(position, end, value, weight)
        vulgar = self._vulgar.match(folded, end) if value % 1 == 0 else None
        if vulgar:
            return Numeral(position, vulgar.end(), value + VULGAR[vulgar[1]])
        point = self._point.match(folded, end) if value % 1 == 0 else None
        places = self._spoken_digits.match(folded, point.end()) if point else None
        if places:
            return Numeral(position, places.end(), value + Decimal(f"0.{places[0]}"), Decimal(1).scaleb(-len(places[0])))
        at = end + (folded[end] in " -\n")
        word = self._word.match(folded, at)
        if word and self._look(word[0]).sort in ("magnitude", "hundred", "collective"):
            grown = self._read_words(folded, position, at, Sum(current=value, last=value, empty=False, figures=True))
            if grown:
                scale = (grown.value / value).normalize() if value else ONE
                round_scale = scale.as_tuple().digits == (1,)
                return grown._replace(words=False, weight=weight * scale if round_scale else None)
        half = self._and_half(folded, end, value) if value % 1 == 0 else None
        return Numeral(position, *half) if half else Numeral(position, end, value, weight)

    def _and_half(self, folded: str, end: int, value: Decimal, unit: Decimal | None = None) -> tuple[int, Decimal] | None:
        """Read "and a half" after a number, with the magnitude that may follow: (end, value)."""
        half = self._half.match(folded, end)
        if not half:
            return None
        value, end = value + Decimal("0.5") * (unit or 1), half.end()
        word = self._word.match(folded, end + 1) if folded[end : end + 1] in (" ", "-") and not unit else None
        if word and self._look(word[0]).sort == "magnitude":
            return word.end(), value * self._look(word[0]).value
        return end, value

    def _look(self, word: str) -> Word:
        return self._grammar.words[plain_key(word)]

    def _read_words(self, folded: str, start: int, position: int, opening: Sum) -> Numeral | None:
        so_far, end, at, joined = opening, position, position, False
        before_join: tuple[Sum, int] | None = None
        first, of = None, False
        for count in range(MAX_WORDS):
            match = self._word.match(folded, at)
            if not match:
                break
            word = self._look(match[0])
            first = word if count == 0 else None
            grown = so_far.times(word) if of else so_far.add(word, self._grammar, joined=joined)
            if grown is None:
                if before_join and word.sort in ("hundred", "magnitude") and not joined:
                    so_far, end = before_join  # "one hundred and two hundred" are two numbers
                break
            if joined:
                before_join = (so_far, end)
            so_far, end = grown, match.end()
            if not self._words_go_on.match(folded, end):
                break
            point = self._point.match(folded, end) if word.sort in ("small", "article", "hundred") else None
            decimals = self._decimals(folded, point.end()) if point else None
            if decimals:
                end = decimals[0]
                so_far = so_far._replace(current=(so_far.current or Decimal(0)) + decimals[1], last=None)
            link = (self._of.match(folded, end) if so_far.rough else None) or self._link.match(folded, end)
            if not link:
                break
            of = so_far.rough and self._of.match(folded, end) is not None
            at, joined = link.end(), not of and len(link[0]) > 1
        if end == position:
            return None
        article = first is not None and first.sort == "article" and opening.empty and end <= position + 3
        unit = so_far.lowest if so_far.current is None else so_far.current if so_far.rough else None
        scale = so_far.last if so_far.current is None or so_far.rough else None
        end, value = (None if article else self._and_half(folded, end, so_far.value, unit)) or (end, so_far.value)
        return Numeral(start, end, value, words=True, rough=so_far.rough, article=article, scale=scale)

    def _decimals(self, folded: str, position: int) -> tuple[int, Decimal] | None:
        """Read what follows a spoken decimal point: (end, fraction)."""
        digits = self._spoken_digits.match(folded, position)
        if digits:
            return digits.end(), Decimal(f"0.{digits[0]}")
        places, end = "", position
        for _ in range(MAX_WORDS):
            word = self._word.match(folded, end + (1 if places else 0))
            if not word or self._look(word[0]).sort not in ("small", "article") or (places and folded[end] not in " \n"):
                break
            value = int(self._look(word[0]).value)
            whole = self._read_words(folded, word.start(), word.start(), Sum()) if value >= 20 and not places else None
            places += str(int(whole.value) if whole else value)
            end = whole.end if whole else word.end()
            if whole:
                break
        return (end, Decimal(f"0.{places}")) if places else None
