"""Any text is read without an exception, in time, and quoted exactly."""

from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.values.dates import DateReader
from claimcheck.model.fold import fold
from claimcheck.ruleset.lexicon import lexicons

READERS = {language: DateReader(lexicons(language)) for language in ("fr", "en")}
PIECES = {
    "fr": "le du au de à en d'ici jusqu'à depuis entre et il y a dans mars mai lundi mardi 31 12 2024 99 0 18h30 h heures minuit fin "
    "mi- début dernier prochain premier semaine mois ans siècle XXe années "
    "nuit matin - / . , ( ) la veille le lendemain Noël trois avant après",
    "en": "the of in on at to from by until since between and March May Monday 31 12 2024 99 0 6pm p.m. : o'clock midnight end early late "
    "mid last next first second week month years century 1990s "
    "night morning - / . , ( ) day before after ago later Christmas three half past",
}
HOSTILE = [
    "cent " * 4000,
    "2" * 20_000,
    "a" * 100_000,
    "18 " * 7000,
    "mardi " * 3000,
    "du 3 au " * 3000,
    "2021 " * 4000,
    "3." * 10_000,
    "'" * 20_000,
    "le 1/1/" * 3000,
    "la veille " * 3000,
    "premier lundi de " * 2000,
    "the day before " * 2000,
    "lundi 18h30 " * 2000,
]
MOST_SECONDS = 3.0
"""Far above what any of these takes, far below what anything quadratic would."""


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_words(language: str, data: st.DataObject) -> None:
    """Words of dates in any order: mentions quote the text, in order, and their ends are in order."""
    words = data.draw(st.lists(st.sampled_from(PIECES[language].split()), max_size=14))
    text = data.draw(st.sampled_from([" ", "", "\n"])).join(words) if len(words) < 4 else " ".join(words)
    published = data.draw(st.sampled_from([None, date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31), datetime(2025, 7, 16, 23, 59)]))  # noqa: DTZ001
    mentions = READERS[language].read(fold(text), published=published, text=text)
    last = 0
    for mention in mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
        value = mention.value
        assert value.kind == "date"
        if value.start is not None and value.end is not None:
            assert value.start < value.end


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Any characters at all."""
    for reader in READERS.values():
        for mention in reader.read(fold(text), published=date(2025, 7, 16), text=text):
            assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8].strip() for text in HOSTILE])
def test_hostile_repeats(text: str) -> None:
    """Repeats end in time."""
    for reader in READERS.values():
        start = time.process_time()
        reader.read(fold(text), published=date(2025, 7, 16), text=text)
        assert time.process_time() - start < MOST_SECONDS
