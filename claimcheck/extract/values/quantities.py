"""Quantities of a text: candidates are found by one regular expression, then read to their right and left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from claimcheck.extract.values.alone import AloneReader
from claimcheck.extract.values.beginnings import DIGIT, ahead, of_phrases
from claimcheck.extract.values.bounds import BoundReader
from claimcheck.extract.values.checks import MAX_AGE, TOKEN, Checks
from claimcheck.extract.values.heads import Head, HeadReader
from claimcheck.extract.values.lists import ListReader
from claimcheck.extract.values.nouns import NounReader
from claimcheck.extract.values.numerals import VULGAR, Numerals
from claimcheck.extract.values.phrases import PHRASE_END, WINDOW
from claimcheck.extract.values.reading import Reading, Scene
from claimcheck.extract.values.tails import SHARE_WORDS, TailReader
from claimcheck.extract.values.trie import WORD_END, WORD_START, trie
from claimcheck.extract.values.units import ODD, UnitReader
from claimcheck.model import Quantity, Span
from claimcheck.ruleset import Lexicons

WHOLE = 120
"""No number is longer, written out."""


class QuantityReader:
    """Reads the quantities of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.numerals = Numerals(lexicons)
        amounts: dict[str, Any] = lexicons.get("amounts")
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._heads = HeadReader(lexicons, self.numerals)
        self._alone = AloneReader(lexicons, self.numerals)
        self._units = UnitReader(lexicons)
        self._nouns = NounReader(lexicons)
        self._bounds = BoundReader(lexicons)
        self._checks = Checks(lexicons, self._nouns.persons)
        self._tails = TailReader(lexicons, self._heads, self._units, self._nouns, self._bounds)
        self._ordinal_names = frozenset(amounts["ordinal_names"])
        self._races = {f"{n}k": Decimal(n) for n in range(1, 10)}
        """A bare "5k" is a race; thousands are written with more figures."""
        self._article = re.compile(rf"(?<!\w)(?:{trie(lexicons.get('bounds')['definite'])})\s$")
        self._lists = ListReader(lexicons, self._nouns)
        self._ambiguous = frozenset(amounts["ambiguous"])
        self._next_word = re.compile(r"[\s-]([^\W\d_][\w-]*)")
        ordinals = trie(self.numerals.ordinal_words, space=r"[\s-]")
        suffixes = trie(numbers["ordinal_suffixes"])
        conjunction = trie(numbers["and"])
        self._then_ordinal = re.compile(rf"[\s-](?:(?:{conjunction})[\s-])?(?:{ordinals}){WORD_END}")
        self._digit_ordinal = re.compile(rf"\d{{1,6}}(?:{suffixes}){WORD_END}")
        self._sign = re.compile(r"\s*(-|−|(?:" + trie(numbers["negative"]) + r")\s)?\s?")
        self._candidate = re.compile(self._source(amounts, numbers, ordinals))

    def _source(self, amounts: dict[str, Any], numbers: dict[str, Any], ordinals: str) -> str:
        articles, starts = trie(numbers["articles"]), trie(self.numerals.word_starts, space=r"[\s-]")
        single = trie({*self._units.countable, *self._nouns.singles, *amounts["only"]})
        plain = trie(amounts["out_of_plain"])
        scales = trie([*numbers["magnitudes"], *numbers["collectives"], *numbers["hundreds"], *numbers["half_prefix"]])
        share = rf"(?:[^\W\d_]+\s){{0,{SHARE_WORDS}}}(?:{plain})\s(?:\d|{starts})"
        whole, conjunction = trie(amounts["denominators"]), trie(numbers["and"])
        candidates = (
            rf"(?:(?P<skip>(?:{trie(amounts['skips'])}){PHRASE_END}(?!\s(?:{whole}){WORD_END}))|(?P<digit>[\d{''.join(VULGAR)}])"
            rf"|(?P<sign>(?:{trie(self._units.before)})(?=\s?[.,]?\d))|"
            rf"(?P<vague>{self._heads.vague_source})|(?P<fixed>{self._heads.fixed.source})"
            rf"|(?P<half>(?:{trie(amounts['half_of'])})(?=[\s-](?:{single}){WORD_END}))"
            rf"|(?P<ordinal>(?:{ordinals}){WORD_END})"
            rf"|(?P<one>(?:{articles})(?=[\s-](?:(?:{single}|{scales}|{whole}|{ordinals}){WORD_END}|{share}|(?:{conjunction})\s(?:{starts}){WORD_END})))"
            rf"|(?P<word>(?:{starts}){WORD_END}))"
        )
        tables = [amounts[name] for name in ("skips", "some", "several", "bare_bases", "half_of")]
        words = [self._units.before, self._heads.fixed.table, self.numerals.ordinal_words, numbers["articles"], self.numerals.word_starts]
        begin = ahead({DIGIT, *VULGAR, *of_phrases(phrase for table in (*tables, *words) for phrase in table)})
        return f"{WORD_START}{begin}{candidates}"

    def read(self, text: str, folded: str, taken: Sequence[Span] = ()) -> Iterator[Reading]:
        """Read the quantities of a stretch of text, in order, never overlapping; none starts inside what is `taken`."""
        whole = self._whole(text, folded) if len(folded) <= WHOLE else None
        if whole:
            yield whole
            return
        scene = Scene(text, folded)
        found = self._candidate.search(folded)
        if found is None:
            return
        names = self._checks.names(text)
        taboo = iter((*(sorted((*names, *taken)) if names and taken else names or taken), (len(text) + 1, len(text) + 1)))
        name = next(taboo)
        position = 0
        while found is not None:
            start = found.start()
            while name[1] <= start:
                name = next(taboo)
            if name[0] <= start < name[1]:
                position = name[1]
            else:
                readings = self._read_at(scene, found)
                if readings and readings[-1].person:
                    readings = self._lists.around(folded, readings, position)
                yield from readings
                if readings:
                    position = scene.end = readings[-1].end
                else:
                    token = TOKEN.match(folded, start) if found.lastgroup == "digit" else None
                    position = token.end() if token else found.end()
                position = max(position, start + 1)
            found = self._candidate.search(folded, position)

    def _whole(self, text: str, folded: str) -> Reading | None:
        """Read a text that is nothing but a number, sign included."""
        sign = self._sign.match(folded)
        start = sign.end() if sign else 0
        if start >= len(folded) or not sign:
            return None
        first = len(folded) - len(folded.lstrip())
        loose = self._alone.read(folded[start:]) if len(folded) <= ODD else None
        if loose is not None:
            loose = -loose if sign[1] else loose
            return Reading(first, len(folded.rstrip()), Quantity(loose, loose), (f"{folded.strip()} → {loose}",), sure=True)
        head = self._heads.read_number(text, folded, start)
        if not head or folded[head.end :].strip() or head.kind != "number" or (head.article and sign[1]):
            return None
        value = -head.low if sign[1] else head.low
        if folded[start : head.end] in self._races:
            value, unit = self._races[folded[start : head.end]], "km"
            return Reading(first, head.end, Quantity(value, value, unit=unit), (head.step,), sure=True)
        return Reading(first, head.end, Quantity(value, value, precision=head.weight), (head.step,), sure=head.words)

    def _read_at(self, scene: Scene, found: re.Match[str]) -> tuple[Reading, ...]:
        group, start, folded = found.lastgroup, found.start(), scene.folded
        if group == "skip":
            return ()
        if group == "sign":
            return self._prefixed(scene, found)
        if group == "ordinal":
            return self._ordinal(scene, start)
        head: Head | None
        if group in ("fixed", "half") and self.numerals.halves(folded, start):
            head = self._heads.read_number(scene.text, folded, start)
        elif group == "fixed":
            head = self._heads.read_fixed(folded, start)
        elif group == "vague":
            head = self._heads.read_vague(folded, start, found.end())
        elif group == "half":
            half = Decimal("0.5")
            head = Head(start, found.end(), "fraction", half, half, words=True, step=f"{found[0]} → 1/2")
        else:
            if group == "digit":
                start = self._digit_start(folded, start)
                if not self._checks.opens(folded, start):
                    return ()
                if self._digit_ordinal.match(folded, start):
                    return self._ordinal(scene, start)
            head = self._heads.read_number(scene.text, folded, start)
            if head and head.words and head.kind == "number" and self._then_ordinal.match(folded, head.end):
                ordinal = self._ordinal(scene, start)
                if ordinal:
                    return ordinal
            if head and head.words and head.article and self.numerals.read_ordinal(folded, start):
                return self._ordinal(scene, start)
        return self._complete(scene, head) if head else ()

    @staticmethod
    def _digit_start(folded: str, start: int) -> int:
        if start and folded[start - 1] in ".," and (start == 1 or folded[start - 2] in " -−(\n"):
            return start - 1
        return start

    def _prefixed(self, scene: Scene, found: re.Match[str]) -> tuple[Reading, ...]:
        """Read an amount that a currency's sign or code opens."""
        word, start = found[0], found.start()
        currency = self._units.before.get(word)
        if not currency or (word in self._units.codes and scene.text[start : found.end()] != word.upper()):
            return ()
        at = found.end() + (1 if scene.folded[found.end()].isspace() else 0)
        head = self._heads.read_number(scene.text, scene.folded, at, money=True)
        if not head:
            return ()
        step = f"{word} → {currency} · currencies"
        return self._complete(scene, head._replace(start=start), currency=currency, currency_step=step)

    def _ordinal(self, scene: Scene, start: int) -> tuple[Reading, ...]:
        found = self.numerals.read_ordinal(scene.folded, start)
        if not found:
            return ()
        end, rank = found
        following = self._next_word.match(scene.folded, end)
        if following and following[1] in self._ordinal_names:
            return ()
        if following and scene.text[following.start(1)].isupper() and not self._nouns.known(scene.folded, following.start(1)):
            return ()  # "la Troisième République", but "la troisième Coupe du club"
        if start and (
            scene.folded[start - 1] in "-'’" and start > 1 and scene.folded[start - 2].isalpha() and scene.folded[start - 1] == "-"
        ):
            return ()
        value = Decimal(rank)
        step = f"{scene.folded[start:end]} → {rank} · numbers"
        return (Reading(start, end, Quantity(value, value, unit="ordinal"), (step,)),)

    def _complete(self, scene: Scene, head: Head, *, currency: str | None = None, currency_step: str = "") -> tuple[Reading, ...]:
        readings = self._tails.read(scene, head, currency, currency_step)
        if head.kind == "number" and len(readings) == 1 and readings[0].quantity.unit is None:
            readings = (self._aged(scene, head, self._listed(scene, head, readings[0])),)
        if len(readings) == 1:
            return readings if self._stands(scene, head, readings[0]) else ()
        return tuple(reading for reading in readings if self._stands(scene, head, reading))

    def _listed(self, scene: Scene, head: Head, reading: Reading) -> Reading:
        """Read a bare figure with the unit of the list that it opens or goes on with."""
        whole = (reading.start, reading.end) == (head.start, head.end) and not head.words
        bare = whole and self._checks.bare(scene.text, scene.folded, head.start, head.end)
        return (self._tails.listed(scene, head) if bare else None) or reading

    def _aged(self, scene: Scene, head: Head, reading: Reading) -> Reading:
        """Read a bare figure as an age where the words around it say so."""
        if reading.quantity.unit is not None:
            return reading
        before = scene.folded[max(0, head.start - WINDOW) : head.start]
        aged = (self._bounds.aged.match(scene.folded, head.start) or self._bounds.aged_too.search(before)) and head.low <= MAX_AGE
        figure = scene.folded[head.start : head.end].isdigit()
        whole = (figure or head.words) and (reading.quantity.high is None or reading.quantity.high <= MAX_AGE)
        if not whole or not (aged or (figure and self._checks.apposed(scene.text, scene.folded, head.start, head.end))):
            return reading
        return reading._replace(quantity=replace(reading.quantity, unit="year"), steps=(*reading.steps, "age → year"))

    def _stands(self, scene: Scene, head: Head, reading: Reading) -> bool:
        """Tell whether a reading with neither unit nor noun is an amount, and no trap."""
        if reading.noun and head.low < 2 and self._checks.numbered(scene.folded, head.start):
            return False
        if reading.noun and not head.words:
            year = not reading.person and head.start == reading.start and self._checks.names_year(scene.folded, head.start, head.end)
            if year or (not reading.known and self._checks.names_before(scene.text, scene.folded, head.start)):
                return False
        if reading.quantity.unit is not None:
            return not reading.clock
        if head.kind in ("several", "times", "age") or ((head.article or head.kind == "fraction") and reading.end <= head.end):
            return False
        if head.words:
            if reading.start < head.start or reading.end > head.end:
                return True
            loose = scene.folded[head.start : head.end] in self._ambiguous
            after_article = self._article.search(scene.folded, max(0, head.start - 6), head.start)
            return not loose and not after_article and not self._checks.numbered(scene.folded, head.start)
        return self._checks.bare(scene.text, scene.folded, head.start, head.end)
