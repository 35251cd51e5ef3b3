"""From a number to a quantity: unit or noun, second end of a range, parts that add up, shares, periods, bounds."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from claimcheck.extract.values.bounds import BoundReader, Interval, interval
from claimcheck.extract.values.closing import Closer
from claimcheck.extract.values.heads import Head, HeadReader
from claimcheck.extract.values.nouns import Noun, NounReader
from claimcheck.extract.values.parts import PartReader, Tail
from claimcheck.extract.values.reading import Reading, Scene
from claimcheck.extract.values.trie import WORD_END, trie
from claimcheck.extract.values.units import UnitReader
from claimcheck.model import Quantity
from claimcheck.ruleset import Lexicons

HUNDREDTH = Decimal("0.01")
HUNDRED = Decimal(100)
RATES = frozenset(map(Decimal, (*range(1, 11), 12, 20, 50, 100, 1000, 10_000, 100_000)))
"""Wholes that make a rate: in "neuf entreprises sur dix" nobody counted nine."""
SHARE_WORDS = 3
"""How many words may stand in "un train régional sur trois" before "sur"."""
MAX_MEMBERS = 4
"""How many figures a list that shares one unit may have after the first."""
SHARED = ("share", "money", "measure", "duration")
"""What the figures of a list share; a noun after the last one may count that one alone."""


class TailReader:
    """Completes heads into readings."""

    def __init__(self, lexicons: Lexicons, heads: HeadReader, units: UnitReader, nouns: NounReader, bounds: BoundReader) -> None:
        amounts: dict[str, Any] = lexicons.get("amounts")
        numbers: dict[str, Any] = lexicons.get("numbers")
        self._source = f"{lexicons.language}/lexicon"
        self._heads, self._units, self._nouns, self._bounds = heads, units, nouns, bounds
        articles = trie(numbers["articles"])
        self._of_a = re.compile(rf"(?:\s(?:{trie(numbers['of'])})(?:\s|(?<=')))?(?:\s?(?:{articles})(?=\s))?")
        self._only = re.compile(rf"\s(?:{trie(amounts['only'])})\s")
        self._magnitudes = {word: Decimal(value) for word, value in numbers["magnitudes"].items()}
        of = trie(numbers["of"])
        self._of_scale = re.compile(rf"\s(?:{of})\s(?:(?:{articles})\s)?({trie(self._magnitudes)}){WORD_END}")
        self._out_of = re.compile(rf"\s(?:{trie(amounts['out_of'])})\s(?=\w)")
        self._plain = re.compile(rf"\s(?:{trie(amounts['out_of_plain'])})\s")
        self._share_link = re.compile(rf"\s(?:{trie(amounts['share_links'])})(?=\s|(?<=')\w)")
        self._share_links = bool(amounts["share_links"])
        self._member = re.compile(rf"(,\s)|\s(?:{trie([*numbers['and'], *amounts['alternatives']])})\s")
        self._not_times = frozenset(f"{word} {form}" for word, forms in amounts["not_times"].items() for form in forms)
        self._decade_after = re.compile(rf"\s?(?:{trie(amounts['decade_after'])})(?:\s|(?<='))" if amounts["decade_after"] else "(?!)")
        self._year = re.compile(r"(?:19|20)\d\d(?!\d)")
        self._parts = PartReader(lexicons, heads, units, nouns)
        self._closer = Closer(lexicons, heads, units, nouns, bounds)

    def read(self, scene: Scene, head: Head, currency: str | None, step: str) -> tuple[Reading, ...]:
        """Read everything around a head; a change ("from 3 to 5 %") gives its first figure with the unit of the second."""
        folded = scene.folded
        if head.kind == "minutes":
            return (self._closer.close(scene, head, Tail(head.end, "minute", "duration"), interval(head)),)
        if head.kind == "age":
            if not self._decade_after.match(folded, head.end):
                return (self._closer.close(scene, head, Tail(head.end, "year", "duration"), interval(head)),)
            head = head._replace(kind="number", high=head.low, rough=True)  # "la cinquantaine de personnes qui attendent"
        if head.kind == "times":
            before = folded[max(0, head.start - 12) : head.start].split()
            if before and f"{before[-1]} {folded[head.start : head.end]}" in self._not_times:
                return ()
            return (self._closer.close(scene, head, Tail(head.end, "times", "times"), interval(head)),)
        head, tail = self._tail(scene, head, currency, step)
        ranged = self._range(scene, head, tail, currency)
        if ranged:
            return ranged
        share = self._share(scene, head, tail)
        if share:
            return (share,)
        if head.kind == "fraction" and tail.sort not in ("duration", "measure", "money", "share"):
            value = head.low * HUNDRED
            return (self._closer.close(scene, head._replace(low=value, high=value), Tail(head.end, "%", "share"), Interval(value, value)),)
        head, tail = self._parts.add(scene, head, tail)
        return (self._closer.close(scene, head, tail, interval(head)),)

    def _tail(self, scene: Scene, head: Head, currency: str | None, step: str) -> tuple[Head, Tail]:
        text, folded = scene.text, scene.folded
        if currency:
            return head, Tail(head.end, currency, "money", (step,))
        of_scale = self._of_scale.match(folded, head.end) if head.kind == "fraction" else None
        if of_scale:
            head = self._scaled(head, of_scale.end(), self._magnitudes[of_scale[1]])._replace(kind="number")
        if head.kind == "fraction":
            opening = self._of_a.match(folded, head.end)
            unit = self._units.read(text, folded, opening.end() if opening else head.end)
            if unit and unit.sort in ("duration", "measure", "money", "share") and not (len(unit.written) > 3 and unit.written[-1] == "s"):
                return head, Tail(unit.end, unit.name, unit.sort, (unit.step,))
            return head, Tail(head.end)
        letter = self._heads.before_currency(folded, head)
        scale = self._heads.money_scale(letter[1]) if letter else None
        if letter and scale:
            money = self._units.read(text, folded, letter.end())
            if money and money.sort == "money":
                return self._scaled(head, letter.end(), scale), Tail(money.end, money.name, "money", (money.step,))
        counting = self._heads.counting(folded, head)
        if counting:
            noun = self._nouns.read(folded, counting[0])
            if noun and noun.known:
                return self._scaled(head, *counting), self._counted(noun)
        unit = self._units.read(text, folded, head.end)
        if unit and not head.scaled and self._units.doubts(unit, head.low, folded):
            unit = None
        longer = self._nouns.known(folded, unit.start) if unit and unit.sort != "money" and unit.written.isalpha() else None
        if unit and not (longer and longer.end > unit.end):
            half = self._units.half.match(folded, unit.end) if unit.sort == "duration" else None
            end = half[0] if half else unit.end
            if half:
                head = head._replace(low=head.low + half[1], high=head.high + half[1])
            return head, Tail(end, unit.name, unit.sort, (unit.step,), half=half is not None)
        if (
            not head.words
            and folded[head.end : head.end + 1] in ("'", '"', "″")
            and '"' not in folded[max(0, head.start - 200) : head.start]
        ):
            unit = self._units.read_mark(folded, head.end)
            if unit:
                return head, Tail(unit.end, unit.name, unit.sort, (unit.step,))
        noun = self._nouns.read(folded, head.end, one=head.low < 2 and head.high < 2, text=text)
        if noun and head.article and not self._single(folded, head, noun):
            return head, Tail(head.end)
        return head, (self._counted(noun) if noun else Tail(head.end))

    def _single(self, folded: str, head: Head, noun: Noun) -> bool:
        return folded[noun.start : noun.end] in self._nouns.singles or self._only.match(folded, head.end) is not None

    def _counted(self, noun: Noun) -> Tail:
        step = f"{noun.unit} · {self._source}/nouns" if noun.known else f"{noun.unit} · noun as written"
        return Tail(noun.end, noun.unit, "count", (step,), noun)

    @staticmethod
    def _scaled(head: Head, end: int, scale: Decimal) -> Head:
        weight = head.weight * scale if head.weight else None
        return head._replace(
            end=end, low=head.low * scale, high=head.high * scale, weight=weight, scaled=True, step=f"{head.step} × {scale:f}"
        )

    def _range(self, scene: Scene, first: Head, tail: Tail, currency: str | None) -> tuple[Reading, ...] | None:
        """Read the second end of a range, or see that two figures tell a change."""
        folded = scene.folded
        if first.kind not in ("number", "fraction") or tail.sort == "count":
            return None
        link = self._bounds.link.match(folded, tail.end)
        between = self._bounds.between.match(folded, first.start) if link else None
        if not link or (first.article and not between):
            return None
        at, sign = link.end(), None
        opened = self._units.sign.match(folded, at)
        if opened:
            sign, at = self._units.before[opened[1]], opened.end()
        money = (sign or currency) is not None
        fixed = self._heads.read_fixed(folded, at) if first.kind == "fraction" else None
        second = fixed or self._heads.read_number(scene.text, folded, at, money=money)
        if not second or second.kind != first.kind or second.article or second.rough:
            return None
        second, last = self._tail(scene, second, sign or currency, tail.steps[0] if tail.steps else "")
        if currency and not sign:
            last = last._replace(unit=currency, sort="money")
        if tail.unit and last.unit and tail.unit != last.unit:
            return None
        low = self._share_scale(first, second)
        dash = not any(letter.isalpha() for letter in link[0])
        unit = last.unit or tail.unit
        origin = self._bounds.origin.match(folded, first.start)
        aged = self._bounds.aged.match(folded, first.start) is not None
        joined = link[0].strip() in self._bounds.joins
        if joined and not between:
            return None
        changes = not between and not dash and self._bounds.changes(folded, first.start)
        if low >= second.high and changes and last.unit and not tail.sort and not self._year.match(folded, first.start):
            return self._change(scene, self._rescaled(first, low), tail, last)
        if low >= second.high or (not unit and not between and not aged and not (origin and not dash)):
            return None
        if tail.unit and not last.unit and not (between or origin or currency):
            return None
        if changes:
            return self._change(scene, self._rescaled(first, low), tail, last)
        if unit is None and self._year.match(folded, second.start):
            return None
        ends = (low, second.high)
        if first.kind == "fraction" and unit is None:
            ends, unit = (low * HUNDRED, second.high * HUNDRED), "%"
        start = between[0] if between else first.start
        end = max(last.end, second.end)
        whole = Head(start, end, "number", *ends, step=f"{first.step} … {second.step}")
        done = Tail(end, unit, last.sort or tail.sort, last.steps or tail.steps, last.noun)
        return (self._closer.close(scene, whole, done, Interval(*ends)),)

    def listed(self, scene: Scene, head: Head) -> Reading | None:
        """Read a bare figure with the unit and magnitude of the last one in its list: "12 et 15 %", "3, 5 et 8 millions d'euros"."""
        at, folded = head.end, scene.folded
        for _ in range(MAX_MEMBERS):
            joint = self._member.match(folded, at)
            more = self._heads.read_number(scene.text, folded, joint.end()) if joint else None
            if not joint or not more or more.words or more.kind != "number":
                return None
            more, tail = self._tail(scene, more, None, "")
            if not joint[1]:
                shared = tail.sort in SHARED and tail.unit != "hour" and not self._year.match(folded, head.start)
                head = self._rescaled(head, self._share_scale(head, more))
                return self._closer.close(scene, head, tail._replace(end=head.end), interval(head)) if shared else None
            if tail.unit:
                return None
            at = more.end
        return None

    @staticmethod
    def _rescaled(head: Head, low: Decimal) -> Head:
        weight = head.weight * (low / head.low) if head.weight and head.low else None
        return head._replace(low=low, high=low, weight=weight)

    def _share_scale(self, first: Head, second: Head) -> Decimal:
        """Give the first end of a range the magnitude that only the second one names."""
        if first.scaled or not second.scaled:
            return first.low
        scale = second.scale
        return first.low * scale if scale and first.low * scale < second.low else first.low

    def _change(self, scene: Scene, first: Head, tail: Tail, last: Tail) -> tuple[Reading, ...]:
        done = tail if tail.unit else Tail(first.end, last.unit, last.sort, last.steps)
        return (self._closer.close(scene, first, done, interval(first)),)

    def _past_words(self, folded: str, end: int, *, links: bool = False) -> tuple[re.Match[str] | None, int]:
        """Find "sur" after the plain words that follow: "un train régional sur trois"; `links` passes "à" and "de" as well."""
        at = end
        for _ in range(SHARE_WORDS + links):
            link = self._share_link.match(folded, at) if links else None
            at = link.end() - (folded[link.end() - 1] == "'") if link else at
            noun = self._nouns.known(folded, at + 1)
            word = noun.end if noun else self._nouns.word(folded, at)
            if word is None:
                break
            at = word
            if found := self._out_of.match(folded, at):
                return found, at
        return None, end

    def _share(self, scene: Scene, head: Head, tail: Tail) -> Reading | None:
        """Read "un sur trois", "neuf entreprises sur dix", "22 des 35 sénateurs"."""
        folded = scene.folded
        if tail.sort not in (None, "count") or head.kind != "number" or head.rough:
            return None
        found = self._out_of.match(folded, tail.end)
        at, single, singled = tail.end, None, False
        if not found and head.article:
            found, at = self._past_words(folded, head.end)
            single = self._nouns.known(folded, head.end + 1) if found else None
            singled = found is not None
        elif not found and tail.noun and self._share_links:
            found, at = self._past_words(folded, tail.end, links=True)
            singled = found is not None
        if not found or self._year.match(folded, found.end()):
            return None
        plain = self._plain.match(folded, at)
        total = self._heads.read_number(scene.text, folded, found.end())
        if not total or total.kind != "number" or total.article or total.low < head.low or total.low == 0 or total.rough:
            return None
        if self._units.read(scene.text, folded, total.end):
            return None
        noun_after = self._nouns.read(folded, total.end)
        counted = tail.noun
        if counted and (not plain or (noun_after and noun_after.unit != counted.unit)):
            return None
        if singled and noun_after:  # "un film sur trois femmes"
            return None
        if not counted and not plain and not noun_after:
            return None
        value = head.low * HUNDRED / total.low
        counted = noun_after or counted or single
        end = noun_after.end if noun_after else total.end
        share = head._replace(low=value, high=value, weight=None)
        step = f"{head.low.normalize():f} / {total.low.normalize():f} → {value.normalize():f} %"
        found_share = self._closer.close(scene, share, Tail(end, "%", "share", (step,), counted), Interval(value, value))
        if counted is None or singled or (plain and total.low in RATES):
            return found_share
        return found_share._replace(part=(tail.end, Quantity(head.low, head.low, unit=counted.unit, precision=head.weight)))
