"""Agencies that a byline credits: "Le Monde avec AFP"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claimcheck.ruleset import languages, lexicons


@cache
def _known(root: Path | None) -> tuple[re.Pattern[str], dict[str, str]]:
    """Compile the agencies of all languages; a name of everyday letters must end its part of the byline, or it may be a person's."""
    tables = [lexicons(language, root) for language in languages(root)]
    listed = sorted({str(name) for table in tables for name in table.get("outlets")["agencies"]}, key=lambda name: (-len(name), name))
    capitals = "|".join(re.escape(name) for name in listed if name.isupper())
    names = "|".join(map(re.escape, listed))
    same = {str(alias): str(name) for table in tables for alias, name in table.get("credits").get("same", {}).items()}
    return re.compile(rf"(?<![\w-])(?:(?:{names})(?=\s*(?:[,;/&|()]|\Z))|(?:{capitals})(?![\w-]))"), same


def agencies(byline: str, root: Path | None = None) -> tuple[str, ...]:
    """Give the agencies that a byline names, in its order."""
    if not byline or (byline.isupper() and " " in byline):
        return ()
    pattern, same = _known(root)
    return tuple(dict.fromkeys(same.get(name, name) for name in pattern.findall(byline)))
