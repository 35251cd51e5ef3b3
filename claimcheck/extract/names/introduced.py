"""Noun phrases that mean a body by the noun or the nationality that introduced it: "l'équipe", "the French bank"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.extract.view import View
from claimcheck.model import EntityMention, Sentence
from claimcheck.model.fold import bare
from claimcheck.ruleset import Lexicons

_WORD = re.compile(r"[\w-]+")
_WINDOW = 50
"""Characters before a name in which its noun and nationality stand."""

_ENOUGH = 2
"""Bodies with the same introduction from which nothing tells them apart."""


class Introductions:
    """What introduces bodies in one language, and what later means them."""

    def __init__(self, lexicon: Lexicons, table: dict[str, Any]) -> None:
        self._countries: dict[str, str] = {}
        for code, country in lexicon.get("countries").items():
            for word in (*country.get("people", ()), *country["names"]):
                self._countries.setdefault(bare(str(word)), code)
        self._adjective_first = bool(table["places_first"])
        self._genitive = str(table.get("genitive", ""))
        self._teams = frozenset(bare(noun) for noun in table["team_nouns"])
        nouns = frozenset(bare(noun) for some in table["organisation_nouns"].values() for noun in some) - self._teams
        self._bodies = nouns | frozenset(bare(str(noun)) for noun in table.get("national_nouns", ()))
        teams = rf"(?:{_any(table['team_determiners'])})(?P<team>{_any(self._teams)})"
        body, adjective = rf"(?P<noun>{_any(self._bodies)})", r"(?P<people>[\w-]+)"
        national = f"{adjective} {body}" if self._adjective_first else f"{body} {adjective}"
        self.phrase = re.compile(rf"(?<![\w'-])(?:{teams}|(?:{_any(table['organisation_determiners'])}){national})(?![\w'-])")

    def introduced(self, view: View, names: Iterable[EntityMention]) -> Iterator[tuple[str, int, str]]:
        """Give (what introduces it, where, entity) for each body that a team's noun or a nationality introduces."""
        for name in names:
            if name.type != "organisation" or name.form != "name":
                continue
            before = view.bare[max(0, name.start - _WINDOW) : name.start]
            words = _WORD.findall(before) if before.endswith((" ", "'")) else []
            near, far = (words[-1] if words else ""), (words[-2] if len(words) > 1 else "")
            behind = _WORD.match(view.bare, name.end + 1)
            inside = _WORD.match(view.bare, name.start)
            if near in self._teams:
                yield near, name.end, name.entity
            elif self._adjective_first and behind is not None and view.text[name.end] == " " and behind.group() in self._teams:
                yield behind.group(), name.end, name.entity
            elif inside is not None and inside.group() in self._teams:
                yield inside.group(), name.end, name.entity
            adjective, noun = (far, near) if self._adjective_first else (near, far)
            if noun in self._bodies and adjective in self._countries:
                yield self._countries[adjective], name.end, name.entity
            elif self._genitive and far in self._countries and before.endswith(f"{far}{self._genitive} "):
                yield self._countries[far], name.end, name.entity

    def country(self, word: str) -> str | None:
        """Give the country that an adjective names, if it names one."""
        return self._countries.get(word)


class Introduced:
    """The bodies that one article introduces."""

    def __init__(self, introductions: Introductions, view: View, names: tuple[EntityMention, ...]) -> None:
        self._of = introductions
        self._by: dict[str, dict[str, int]] = {}
        """What introduces bodies → the first two of them, with where each is first introduced."""
        for key, end, entity in introductions.introduced(view, names):
            known = self._by.setdefault(key, {})
            if len(known) < _ENOUGH:
                known.setdefault(entity, end)

    def references(self, view: View, sentence: Sentence) -> Iterator[tuple[int, int, str, bool]]:
        """Give start, end, entity, and whether it is a team, of what means a body introduced before."""
        if not self._by:
            return
        for match in self._of.phrase.finditer(view.bare, sentence.start, sentence.end):
            team = match.group("team")
            key = team or self._of.country(match.group("people"))
            known = self._by.get(key, {}) if key else {}
            earlier = [entity for entity, end in known.items() if end <= match.start()]
            if len(earlier) == 1:
                yield match.start(), match.end(), earlier[0], team is not None


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(bare(str(word))) for word in words), key=len, reverse=True))
