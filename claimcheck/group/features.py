"""What an article is known by: names, figures and words, weighed by where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from claimcheck.model import DateValue, Layers, Quantity
from claimcheck.model.fold import bare
from claimcheck.ruleset import languages, lexicons

STEM = 6
"""Letters of a word that count: French and English forms of a name or a learned word mostly share them (`funicu-laire`, `-lar`)."""
MIN_WORD = 4
"""Letters of the shortest word that is looked at; a name may have `MIN_NAME`."""
MIN_NAME = 3
LEAD = 400
"""Characters of the title and first sentences that count `LEAD_WEIGHT` times."""
LEAD_WEIGHT = 2.0
MIN_FIGURE = 13
"""Smallest whole figure that is looked at: smaller ones stand in every article."""
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Features:
    """A feature is the stem of a word, bare, or `#` and a figure."""

    counts: Mapping[str, float]
    """How often each stands in the article, those of its title and lead counted more."""
    names: frozenset[str]
    """Those that are part of a name."""
    leading: frozenset[str]
    """Those that are part of a name in its title or lead, countries left out."""


@cache
def _common(root: Path | None) -> frozenset[str]:
    """Give the stop words of all languages, bare."""
    return frozenset(bare(word) for language in languages(root) for word in lexicons(language, root).words("stopwords"))


@cache
def _countries(root: Path | None) -> frozenset[str]:
    """Give the stems of countries' names and peoples: half the news of a day names the same one."""
    tables = [lexicons(language, root).get("countries") for language in languages(root)]
    texts = (text for table in tables for entry in table.values() for texts in entry.values() for text in texts)
    return frozenset(word[:STEM] for text in texts for word in _WORD.findall(bare(str(text))))


def features(layers: Layers, *, root: Path | None = None) -> Features:
    """Read what an article is known by; names of outlets and agencies tell nothing of its story."""
    article = layers.document.article
    common = _common(root)
    named = {
        position
        for mention in layers.names
        if mention.form == "name" and mention.type not in ("outlet", "agency")
        for position in range(mention.start, mention.end)
    }
    counts: defaultdict[str, float] = defaultdict(float)
    names: set[str] = set()
    leading: set[str] = set()
    read = 0
    for sentence in layers.document.sentences:
        text = bare(article.text[sentence.start : sentence.end])
        weight = LEAD_WEIGHT if read < LEAD else 1.0
        for match in _WORD.finditer(text):
            word = match.group()
            name = sentence.start + match.start() in named
            if word in common or len(word) < (MIN_NAME if name else MIN_WORD):
                continue
            counts[word[:STEM]] += weight
            if name:
                names.add(word[:STEM])
                if read < LEAD:
                    leading.add(word[:STEM])
        read += len(text)
    for word in _WORD.findall(bare(article.title or "")):
        if word not in common and len(word) >= MIN_WORD:
            counts[word[:STEM]] += LEAD_WEIGHT
    for mention in layers.mentions:
        figure = _figure(mention.value)
        if figure is not None:
            counts[f"#{figure.normalize()}"] += 1.0
    return Features(counts, frozenset(names), frozenset(leading) - _countries(root))


def _figure(value: Quantity | DateValue) -> Decimal | None:
    """Give an exact figure that is worth a look."""
    if not isinstance(value, Quantity) or value.low is None or value.low != value.high:
        return None
    return value.low if value.low >= MIN_FIGURE or value.low != value.low.to_integral_value() else None
