"""Numbers are spelled, then read back; offsets quote; nothing crashes and nothing takes more than linear time."""

import re
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.extract.values import read_values
from claimcheck.extract.values.numerals import Numerals
from claimcheck.ruleset import lexicons

LIMIT = 10**12
NUMERALS = {language: Numerals(lexicons(language)) for language in ("fr", "en")}


class Speller:
    """Spells whole numbers with the words of `lexicon/numbers`."""

    def __init__(self, language: str) -> None:
        table: dict[str, Any] = lexicons(language).get("numbers")
        self.language = language
        self.small = {value: word for word, value in reversed({**table["articles"], **table["small"]}.items())}
        self.rooms: dict[int, list[int]] = table["room"]
        self.hundred = next(iter(table["hundreds"]))
        self.alone = table["alone"]
        self.magnitudes = {}
        for word, value in table["magnitudes"].items():
            self.magnitudes.setdefault(value, word)
        if language == "en":
            self.small[1] = "one"

    def below_hundred(self, number: int) -> str:
        """Spell 1 … 99 as the largest word with what fits into its room."""
        if number in self.small:
            return self.small[number]
        for value in sorted(self.rooms, reverse=True):
            least, most = self.rooms[value]
            if least <= number - value <= most:
                return f"{self.small[value]}-{self.below_hundred(number - value)}"
        raise AssertionError(number)

    def below_thousand(self, number: int) -> str:
        """Spell 1 … 999."""
        hundreds, rest = divmod(number, 100)
        words = []
        if hundreds:
            words = [self.hundred] if hundreds == 1 and self.hundred in self.alone else [self.small[hundreds], self.hundred]
        return " ".join([*words, self.below_hundred(rest)] if rest else words)

    def spell(self, number: int) -> str:
        """Spell 0 … 10^15."""
        if not number:
            return next(word for word, value in NUMBER_ZERO[self.language] if value == 0)
        words = []
        for scale in (10**9, 10**6, 1000):
            if number >= scale:
                group, number = divmod(number, scale)
                if scale == 10**9 and group >= 1000:
                    words += [self.spell(group), self.magnitudes[scale]]
                elif group == 1 and self.magnitudes[scale] in self.alone:
                    words.append(self.magnitudes[scale])
                else:
                    words += [self.below_thousand(group), self.magnitudes[scale]]
        return " ".join([*words, self.below_thousand(number)] if number else words)


NUMBER_ZERO = {language: tuple(lexicons(language).get("numbers")["small"].items()) for language in ("fr", "en")}
SPELLERS = {language: Speller(language) for language in ("fr", "en")}


@pytest.mark.parametrize("language", ["fr", "en"])
@given(number=st.one_of(st.integers(0, 2000), st.integers(0, LIMIT)))
@settings(max_examples=150, deadline=None)
def test_a_spelled_number_reads_back(language: str, number: int) -> None:
    """0 … 10^12 in words give the same number, with hyphens or spaces."""
    words = SPELLERS[language].spell(number)
    assert NUMERALS[language].value(words) == number
    assert NUMERALS[language].value(words.replace("-", " ")) == number
    assert re.fullmatch(NUMERALS[language].pattern, words)


@pytest.mark.parametrize(("language", "group", "point"), [("fr", " ", ","), ("fr", ".", ","), ("fr", "\u202f", ","), ("en", ",", ".")])
@given(whole=st.integers(0, LIMIT), cents=st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_formatted_amounts_round_trip(language: str, group: str, point: str, whole: int, cents: int) -> None:
    """An amount in the digits of a language reads back to the cent."""
    text = f"{whole:,}".replace(",", group) + f"{point}{cents:02} euros"
    (mention,) = read_values(text, language=language)
    assert (mention.value.low, mention.value.unit) == (whole + Decimal(cents) / 100, "EUR")  # type: ignore[union-attr]


PIECES = st.sampled_from(
    [
        *(
            "12",
            "1 500",
            "3,5",
            "2.000",
            "cent",
            "deux",
            "million",
            "un",
            "une vingtaine",
            "plus de",
            "près de",
            "entre",
            "et",
            "à",
            "sur",
            "%",
            "€",
            "$",
        ),
        *(
            "k",
            "M€",
            "h",
            "30",
            "morts",
            "ans",
            "par an",
            "de",
            "d'",
            "a",
            "half",
            "more than",
            "between",
            "and",
            "to",
            "of",
            "dollars",
            "m",
            "'",
            '"',
        ),
        *(
            "third",
            "premier",
            "dizaines",
            "dozens",
            "-",
            "–",
            "/",
            ".",
            ",",
            "(",
            ")",
            "\n",
            "½",
            "0",
            "000",
            "euros",
            "cents",
            "fois",
            "x",
            "İ",
            "ﬁ",
        ),
    ]
)


@pytest.mark.parametrize("language", ["fr", "en"])
@given(text=st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join)))
@example(text='0FOIS PLUS DU"0')
@settings(max_examples=250, deadline=None)
def test_any_text_is_read_without_error(language: str, text: str) -> None:
    """Mentions quote the text, are sorted, and never overlap; an interval never runs backwards."""
    mentions = read_values(text, language=language)
    position = 0
    for mention in mentions:
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        position = mention.end
        if mention.value.kind == "quantity" and mention.value.low is not None and mention.value.high is not None:
            assert mention.value.low <= mention.value.high


HOSTILE = [
    "cent ",
    "1",
    "1 234 ",
    "quatre vingt ",
    "deux et ",
    "1.",
    "plus de ",
    "12 % ",
    "un sur ",
    "des dizaines de ",
    "et demi ",
    "- ",
    "$",
    "entre 1 et ",
    "x",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_on_hostile_repeats(piece: str) -> None:
    """Four times the text takes about four times the time, whatever is repeated."""
    size = 12_000 // len(piece)
    for language in ("fr", "en"):
        read_values(piece * 40, language=language)
        small = min(timed(piece * size, language) for _ in range(2))
        large = min(timed(piece * size * 4, language) for _ in range(2))
        assert large <= max(0.3, small * 10)  # quadratic time would be sixteen times as long


def timed(text: str, language: str) -> float:
    """Measure the processor time of one reading, in seconds."""
    start = time.process_time()
    read_values(text, language=language)
    return time.process_time() - start
