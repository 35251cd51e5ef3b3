"""The number itself: a numeral with its abbreviated magnitude, a fraction, an order of magnitude, a multiple, an age word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from claimcheck.extract.values.numerals import SLASH, Numeral, Numerals, ordinal_ranks
from claimcheck.extract.values.phrases import WINDOW, Phrases, with_plurals
from claimcheck.extract.values.trie import WORD_END, trie
from claimcheck.ruleset import Lexicons

Kind = Literal["number", "fraction", "vague", "several", "times", "age", "ordinal", "minutes"]


class Head(NamedTuple):
    """A number `[start, end)` before anything is said of what it measures."""

    start: int
    end: int
    kind: Kind
    low: Decimal
    high: Decimal
    weight: Decimal | None = None
    words: bool = False
    rough: bool = False
    """Whether it is spread around its value."""
    article: bool = False
    scaled: bool = False
    """Whether a magnitude stands in it, so that "of" may lead to the noun."""
    scale: Decimal | None = None
    """The magnitude that stands last in it."""
    exact: bool = True
    """Whether both ends are in, and nothing is vague."""
    step: str = ""


def plain(value: Decimal) -> str:
    """Write a number without an exponent and without zeros that say nothing."""
    return str(value) if value.as_tuple().exponent == 0 else f"{value.normalize():f}"


def _decimal(value: Any) -> Decimal:
    return Decimal(str(value))


class HeadReader:
    """Reads the heads of one language."""

    def __init__(self, lexicons: Lexicons, numerals: Numerals) -> None:
        self._language = lexicons.language
        self.numerals = numerals
        self.amounts: dict[str, Any] = lexicons.get("amounts")
        numbers: dict[str, Any] = lexicons.get("numbers")
        amounts = self.amounts
        abbreviations: Mapping[str, Mapping[str, int]] = numbers["abbreviations"]
        self._abbreviations = {name: {key: _decimal(value) for key, value in table.items()} for name, table in abbreviations.items()}
        letters = {key.lower() for table in abbreviations.values() for key in table}
        self._abbreviation = re.compile(rf"\s?({trie(letters)})(?!\w)")
        denominators = {word: _decimal(value) for word, value in amounts["denominators"].items()}
        ranks = ordinal_ranks(numbers)
        for word, rank in ranks.items():
            if rank >= amounts["least_denominator"] and word not in denominators:
                denominators[word] = _decimal(rank)
                denominators[word + "s"] = _decimal(rank)
        self._denominators = Phrases(denominators, before=r"[\s-]")
        self._ordinals = frozenset(ranks)
        conjunction = trie(numbers["and"])
        articles = trie(numbers["articles"])
        self._mixed = re.compile(rf"\s(?:(?:{conjunction})\s)?(?=\w)")
        fractional = trie([*denominators, *numbers["and"]])
        self._fractional = re.compile(rf"[\s-](?:{fractional}){WORD_END}|\s\d{{1,2}}/")
        """What may make a fraction or a mixed number of a numeral; nearly always nothing does."""
        self._quarter = re.compile(rf"(?:(?:{articles})\s)?({trie(amounts['denominators'])}){WORD_END}")
        self._part = re.compile(rf"(?:\s(?:{trie(amounts['part_of'])})(?:\s|(?<='))|\s?[.,;:)!?»\"]|\s?$)")
        self._sized = re.compile(rf"(?<!\w)(?:{trie(amounts['before_part'])})\s?$")
        self._function_word = re.compile(rf"\s(?:{trie(lexicons.words('function-words'))}){WORD_END}")
        self.fixed: Phrases[Head] = Phrases(self._fixed())
        bases = {key: (_decimal(low), _decimal(high)) for key, (low, high) in amounts["bases"].items()}
        singles = {key: (_decimal(low), _decimal(high)) for key, (low, high) in amounts.get("single_bases", {}).items()}
        self._bases, self._singles = bases, singles
        some = trie(amounts["some"])
        self._chained = {key: _decimal(value) for key, value in amounts["chained"].items()}
        chain = rf"\s(?:{trie(amounts['chain'])})\s?({trie(self._chained)}){WORD_END}"
        self._chain = re.compile(chain)
        self._needs_chain = frozenset(amounts.get("needs_chain", ()))
        bare = rf"(?:{trie(amounts['bare_bases'])})" if amounts["bare_bases"] else "(?!)"
        one = trie(singles) if singles else "(?!)"
        self.vague_source = (
            rf"(?:(?:{some})(?:\s|(?<='))(?:{trie(bases)}){WORD_END}|(?:{trie(amounts['several'])})\s(?:{one}){WORD_END}|{bare}{WORD_END})"
        )
        """Regex source, without groups, of an order of magnitude without its chain."""
        self._base = re.compile(rf"({trie([*bases, *singles])})$")

    def _fixed(self) -> dict[str, Head]:
        table: dict[str, Head] = {}
        amounts = self.amounts
        name = f"{self._language}/lexicon/amounts"

        def put(phrase: str, kind: Kind, low: Decimal, high: Decimal, *, scaled: bool = False, exact: bool = True) -> None:
            table[phrase] = Head(
                0,
                0,
                kind,
                low,
                high,
                words=True,
                step=f"{phrase} → {low if low == high else (low, high)} · {name}",
                scaled=scaled,
                exact=exact,
            )

        for phrase, value in amounts["whole"].items():
            put(phrase, "fraction", Decimal(1) / _decimal(value), Decimal(1) / _decimal(value))
        for phrase, (low, high) in amounts["several"].items():
            put(phrase, "several", _decimal(low), _decimal(high), exact=False)
        for phrase, (low, high) in amounts["handful"].items():
            put(phrase, "vague", _decimal(low), _decimal(high), scaled=True)
        for phrase, value in amounts["pair"].items():
            if value is not None:
                put(phrase, "number", _decimal(value), _decimal(value), scaled=True)
        for value, phrases in amounts["times"].items():
            for phrase in phrases:
                put(phrase, "times", _decimal(value), _decimal(value))
        for phrase, (low, high) in amounts["ages"].items():
            for form in with_plurals(phrase):
                put(form, "age", _decimal(low), _decimal(high))
        for phrase, (low, high) in {**amounts["decades"], **amounts["decade_words"]}.items():
            put(phrase, "age", _decimal(low), _decimal(high))
            first, _, last = phrase.rpartition(" ")
            for part, (least, most) in amounts["decade_parts"].items():
                for space in " -":
                    put(f"{first} {part}{space}{last}", "age", _decimal(low + least), _decimal(low + most))
        for phrase, minutes in amounts["quarter_hour"].items():
            put(phrase, "minutes", _decimal(minutes), _decimal(minutes))
        return table

    def read_fixed(self, folded: str, position: int) -> Head | None:
        """Read a phrase that `lexicon/amounts` lists."""
        found = self.fixed.match(folded, position)
        return found[1]._replace(start=position, end=found[0]) if found else None

    def read_vague(self, folded: str, start: int, end: int) -> Head | None:
        """Read an order of magnitude whose first words were found: "des dizaines" and what it multiplies."""
        base = self._base.search(folded[start:end])
        if not base:
            return None
        word, alone = base[1], base.start() == 0
        low, high = self._bases[word] if word in self._bases and (alone or word not in self._singles) else self._singles[word]
        chained = False
        while found := self._chain.match(folded, end):
            low, high, end, chained = low * self._chained[found[1]], high * self._chained[found[1]], found.end(), True
        if word in self._needs_chain and not chained:
            return None
        step = f"{folded[start:end]} → [{low}, {high}) · {self._language}/lexicon/amounts"
        return Head(start, end, "vague", low, high, words=True, scaled=True, exact=False, step=step)

    def read_number(self, text: str, folded: str, position: int, *, money: bool = False) -> Head | None:
        """Read a numeral, with the magnitude that abbreviates it; `money` where a currency sign stands before it."""
        numeral = self.numerals.read(folded, position)
        if numeral is None:
            return None
        value, end, weight, scaled = numeral.value, numeral.end, numeral.weight, False
        last: Decimal | None = None
        step = f"{folded[position:end]} → {plain(value)} · {self._language}/lexicon/numbers"
        if not numeral.words:
            slash = SLASH.match(folded, position) if "/" in folded[end : end + 2] else None
            if slash and slash.end() > end and 0 < int(slash[1]) < int(slash[2]):
                share = Decimal(slash[1]) / Decimal(slash[2])
                return Head(position, slash.end(), "fraction", share, share, step=f"{slash[0]} → {share}")
            scale = self._abbreviated(text, folded, end, numeral, money=money)
            if scale:
                end, value, scaled, last = scale[0], value * scale[1], True, scale[1]
                weight = weight * scale[1] if weight else None
                step += f" × {scale[1]:f}"
        goes_on = not scaled and self._fractional.match(folded, end) is not None
        fraction = self._fraction(folded, end, numeral) if goes_on else None
        if fraction:
            return fraction
        mixed = self._mix(folded, end, value) if goes_on and not numeral.article else None
        if mixed:
            return Head(
                position, mixed[0], "number", mixed[1], mixed[1], words=numeral.words, step=f"{folded[position : mixed[0]]} → {mixed[1]}"
            )
        if numeral.scale is not None:
            scaled, last = True, numeral.scale
        return Head(
            position,
            end,
            "number",
            value,
            value,
            weight,
            numeral.words,
            numeral.rough,
            numeral.article,
            scaled or numeral.rough,
            last,
            step=step,
        )

    def _fraction(self, folded: str, end: int, numeral: Numeral) -> Head | None:
        """Read a denominator after a small whole number: "deux tiers", "trois quarts", "un cinquième de"."""
        if numeral.value > 99 or numeral.value % 1 or numeral.value == 0:
            return None
        found = self._denominators.match(folded, end)
        if not found or (not numeral.words and found[1] in (2, 4)):
            return None
        last, denominator = found
        if numeral.value >= denominator:
            return None
        singular = folded[end + 1 : last] in self._ordinals
        if singular and not self._part.match(folded, last) and not self._measures(folded, numeral.start, last):
            return None
        value = numeral.value / denominator
        step = f"{folded[numeral.start : last]} → {numeral.value}/{denominator} · {self._language}/lexicon/amounts"
        return Head(numeral.start, last, "fraction", value, value, words=True, step=step, scaled=True)

    def _measures(self, folded: str, start: int, end: int) -> bool:
        """Tell whether a fraction says by how much: "by more than a third to …", where "a third" alone may be somebody."""
        sized = self._sized.search(folded, max(0, start - WINDOW), start)
        return sized is not None and self._function_word.match(folded, end) is not None

    def _mix(self, folded: str, end: int, value: Decimal) -> tuple[int, Decimal] | None:
        """Read the fraction of a mixed number: "one and three quarters", "1 4/5"."""
        joint = self._mixed.match(folded, end) if value % 1 == 0 and value < 1000 else None
        if not joint:
            return None
        at, linked = joint.end(), len(joint[0]) > 1
        slash = SLASH.match(folded, at)
        if slash and not linked and 0 < int(slash[1]) < int(slash[2]) < 17:
            return slash.end(), value + Decimal(slash[1]) / Decimal(slash[2])
        if not linked:
            return None
        quarter = self._quarter.match(folded, at)
        if quarter:
            return quarter.end(), value + 1 / self._denominators.table[quarter[1]]
        numeral = self.numerals.read(folded, at)
        fraction = self._fraction(folded, numeral.end, numeral) if numeral and numeral.words else None
        return (fraction.end, value + fraction.low) if fraction and fraction.low < 1 else None

    def _abbreviated(self, text: str, folded: str, end: int, numeral: Numeral, *, money: bool) -> tuple[int, Decimal] | None:
        found = self._abbreviation.match(folded, end) if folded[end : end + 1].isalpha() or folded[end + 1 : end + 2].isalpha() else None
        if not found:
            return None
        letters, close = found[1], found.start(1) == end
        tables = self._abbreviations
        written = text[found.start(1) : found.end(1)]
        if letters in tables["sure"] and (close or len(letters) > 1 or money):
            return found.end(), tables["sure"][letters]
        if written in tables["cased"]:
            return found.end(), tables["cased"][written]
        if money and letters in tables["money"]:
            return found.end(), tables["money"][letters]
        if close and letters in tables["decimal"] and numeral.value % 1:
            return found.end(), tables["decimal"][letters]
        return None

    def counting(self, folded: str, head: Head) -> tuple[int, Decimal] | None:
        """Read a letter that is a magnitude only beside a currency or a counted noun: (end, scale)."""
        counts = self._abbreviations["counting"]
        if head.words or head.scaled or folded[head.end : head.end + 1] not in counts:
            return None
        found = self._abbreviation.match(folded, head.end)
        if not found:
            return None
        scale = counts.get(found[1])
        return (found.end(), scale) if scale else None

    def before_currency(self, folded: str, head: Head) -> re.Match[str] | None:
        """Match an abbreviated magnitude that a currency may follow ("200 m€")."""
        return None if head.words or head.scaled else self._abbreviation.match(folded, head.end)

    def money_scale(self, letters: str) -> Decimal | None:
        """Give what a letter multiplies beside a currency."""
        return self._abbreviations["money"].get(letters)
