"""Which language a text is in, told by its commonest words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claimcheck.model.fold import fold
from claimcheck.ruleset import languages, lexicons

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 6000
"""Characters that are looked at, from the start: some ten paragraphs."""
DEFAULT = "fr"


@cache
def _common(root: Path | None) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((language, lexicons(language, root).words("stopwords")) for language in languages(root))


def guess_language(text: str, root: Path | None = None) -> str:
    """Give the language whose common words are most of the text; `DEFAULT` where none stands out."""
    words = _WORD.findall(fold(text[:SAMPLE]))
    best, most = DEFAULT, sum(word in dict(_common(root)).get(DEFAULT, frozenset()) for word in words)
    for language, common in _common(root):
        count = sum(word in common for word in words)
        if count > most:
            best, most = language, count
    return best


def region(value: object) -> str | None:
    """Give the country of a tag such as `en-US` or `zh-Hant-TW`; none where it names none."""
    _, *parts = str(value).strip().replace("_", "-").split("-")
    return next((part.upper() for part in parts if len(part) == 2 and part.isascii() and part.isalpha()), None)


def known_language(value: object, root: Path | None = None) -> str | None:
    """Give the language of a tag such as `fr-FR`; none where there are no rules for it."""
    code = str(value).strip().lower().replace("_", "-").partition("-")[0]
    return code if code in languages(root) else None
