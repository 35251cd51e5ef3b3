"""Dates as sentences say them: every mention of a sentence, and none where there is none."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.extract.values.dates import DateReader
from claimcheck.model import Mention
from claimcheck.model.fold import fold
from claimcheck.ruleset.lexicon import lexicons

HERE = Path(__file__).parent
SPECS = [(language, case) for language in ("fr", "en") for case in yaml.safe_load((HERE / f"{language}.yaml").read_text("utf-8"))]


def written(moment: datetime | None) -> str:
    """Write a moment as the specs do: no hour at midnight."""
    if moment is None:
        return ""
    return moment.date().isoformat() if moment.hour == moment.minute == 0 else moment.isoformat(timespec="minutes")


def told(mention: Mention) -> str:
    """Write a mention as the specs do: "start..end granularity", `~` for approximate, `relative` without an anchor."""
    value: Any = mention.value
    ends = f"{written(value.start)}..{written(value.end)}" if value.start or value.end else "relative"
    zone = f" {value.zone}" if value.zone else ""
    return f"{'~' if value.approximate else ''}{ends} {value.granularity}{zone}"


@pytest.mark.parametrize(("language", "case"), SPECS, ids=[f"{language}-{case['text'][:60]}" for language, case in SPECS])
def test_spec(language: str, case: dict[str, Any]) -> None:
    """A sentence gives exactly the dates of its spec."""
    published = date.fromisoformat(str(case["published"])) if "published" in case else date(2025, 7, 16)
    text = case["text"]
    options = {name: case[name] for name in ("american", "prefer") if name in case}
    mentions = DateReaders[language].read(fold(text), published=None if case.get("unpublished") else published, text=text, **options)
    assert {mention.text: told(mention) for mention in mentions} == case.get("dates", {})
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.derivation


DateReaders = {language: DateReader(lexicons(language)) for language in ("fr", "en")}
