"""What type a candidate is: votes from its words, from its context and from its other mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import cast

from claimcheck.extract.names.bodies import opening_quote, stem, weigh_body
from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.rows import listed, paired
from claimcheck.extract.names.spots import previous_word, words_before
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import EntityType, Sentence

_BREAK = re.compile(r".*[,;:!?()\[\]«»\"“”\n–—]", re.DOTALL)
_TOWN = re.compile(r"saint(?:e|s)?-|.*-(?:sur|en|les|le|la|sous|de|du|des|aux|lez|l')-")
_REPEATED = 0.7
"""Weight of a last word that the article also uses alone, as it does surnames."""
_IN_PLACE = 1.0
"""Votes from which a known place that is somebody's surname as well is the place."""
_SHORT = 3
"""Letters of an acronym that opens a name, at most: "AS Velmor"."""
_NEVER = 9.0
_LEAST = 1.0
"""Votes below which a stretch is no name."""


class Decider:
    """Weighs what speaks for a person, an organisation, a place."""

    def __init__(self, words: NameWords) -> None:
        self.words = words

    def weigh(self, view: View, sentence: Sentence, candidate: Candidate) -> None:
        """Add the votes of a candidate's own words and of its sentence."""
        if candidate.known == "organisation" and candidate.key in self.words.platforms:
            if previous_word(view, sentence, candidate.start) in self.words.platform_before:
                candidate.kind = "product"
            return
        quote = opening_quote(view, sentence, candidate.start)
        if quote is not None and previous_word(view, sentence, quote) in self.words.code_names:
            candidate.kind = candidate.known = None
            candidate.votes = dict.fromkeys(("person", "place", "organisation"), -_NEVER)
            return
        if candidate.kind not in (None, "place"):
            return
        if candidate.kind is None:
            self._inside(view, candidate)
        self._before(view, sentence, candidate)
        self._after(view, sentence, candidate)
        if candidate.kind is None and candidate.known is None:
            before = context_before(view, sentence, candidate.start if quote is None else quote)
            weigh_body(view, sentence, candidate, before, self.words)

    def _inside(self, view: View, candidate: Candidate) -> None:
        parts = candidate.words
        written = view.text[candidate.start : candidate.end]
        if self.words.road.match(candidate.key):
            candidate.vote("place", 3.5)
        elif len(parts) == 1:
            if len(written) > 1 and written.replace(".", "").replace("-", "").replace("&", "").isupper() and not written.endswith("."):
                candidate.vote("organisation", 0.9)
                candidate.vote("person", -3.0)
            elif any(c.isupper() for c in written[1:]) and "-" not in written and "'" not in written:
                candidate.vote("organisation", 2.0)
            elif _TOWN.match(candidate.key):
                candidate.vote("place", 2.5)
            if candidate.key in self.words.first_names:
                candidate.vote("person", 1.5)
            elif "-" in candidate.key and all(part in self.words.first_names for part in candidate.key.split("-")):
                candidate.vote("person", 2.0)
        else:
            candidate.vote("person", 0.8)
            if parts[0] in self.words.place_openers:
                candidate.vote("place", 1.5)
            if parts[-1] in self.words.place_tails:
                candidate.vote("place", 4.0)
            if written.isupper():
                candidate.vote("organisation", 1.5)
            if any(part in self.words.any_org_heads for part in parts) or parts[-1] in self.words.company_tails:
                candidate.vote("organisation", 2.5)
            elif 1 < len(first := written.split()[0]) <= _SHORT and first.isalpha() and first.isupper() and not written.isupper():
                candidate.vote("organisation", 1.5)
                candidate.vote("person", 0.0 if written.split()[-1].isupper() else -2.0)
            elif any(len(part) > 1 and part.isalpha() and part.isupper() for part in written.split()):
                candidate.vote("organisation", 1.5)
            if parts[0] in self.words.articles and not candidate.opening:
                candidate.vote(self.words.capital_article, 2.0)

    def _before(self, view: View, sentence: Sentence, candidate: Candidate) -> None:
        words = self.words
        before = context_before(view, sentence, candidate.start)
        single = len(candidate.words) == 1
        if not before:
            if not single and self._behind_post(view, sentence, candidate.start):
                candidate.vote("person", 1.0)
            return
        near = before[-1]
        at = view.bare.rfind(near, sentence.start, candidate.start)
        if (
            near not in words.org_before
            and view.text[at : at + 1].isupper()
            and near not in words.roles
            and near not in words.titles
            and near not in words.nationalities
        ):
            return
        far = before[-2] if len(before) > 1 else ""
        if f"{far} {near}" in words.org_leads:
            return
        if near in words.things_before:
            candidate.vote("person", -3.0)
        elif near in words.person_cues:
            candidate.vote("person", 0.0 if single else 0.3)
        elif near in words.org_before:
            candidate.vote("organisation", 3.0)
        elif near in words.outlet_before:
            candidate.vote("outlet", 3.0)
        elif near in words.roles or near in words.titles:
            candidate.vote("person", 4.0)
            if near in words.women_titles:
                candidate.gender = "f"
            elif near in words.men_titles:
                candidate.gender = "m"
        elif near in words.nationalities:
            candidate.vote("person", 4.0 if far in words.roles else 0.5 if single else 2.0)
        elif near in words.org_links and words.is_role(far):
            candidate.vote("organisation", 2.0)
        elif near in words.place_before:
            candidate.vote("place", 2.0 if single else 1.5)
        elif near in words.particles and far in words.titles_of_names and single and not self._office(before):
            candidate.start, candidate.key = at, f"{near} {candidate.key}".replace("' ", "'")
            candidate.vote("person", 4.0)
        elif near in words.name_connectors:
            if far in words.place_before:
                candidate.vote("place", 2.5)
            elif far in words.roles:
                candidate.vote("organisation", 1.5)
                candidate.vote("place", 0.5)
            elif far in words.org_before:
                candidate.vote("organisation", 1.0)
            elif single and near in words.place_links and not candidate.votes.get("organisation"):
                candidate.vote("place", 1.0)
        elif near in words.articles:
            candidate.vote("person", -2.0)
            candidate.vote(
                "place" if far in words.place_before_article else "organisation", 1.2 if candidate.votes.get("organisation") else 0.8
            )

    def _behind_post(self, view: View, sentence: Sentence, start: int) -> bool:
        """Whether a comma stands before a place, and before it the noun of a post: "le président de Y, X"."""
        if view.bare[start - 2 : start] != ", " and view.bare[start - 3 : start] != " , ":
            return False
        return any(self.words.is_role(word) for word in context_before(view, sentence, view.bare.rfind(",", 0, start)))

    def _office(self, before: list[str]) -> bool:
        """Whether the title is part of an office ("directeur général de …")."""
        return len(before) > 2 and before[-3] in self.words.roles

    def _after(self, view: View, sentence: Sentence, candidate: Candidate) -> None:
        plain, end = view.bare, candidate.end
        if self.words.person_after.match(plain, end, sentence.end):
            lone = len(candidate.words) == 1 and candidate.key not in self.words.first_names
            candidate.vote("person", 0.9 if lone else 1.5)
            candidate.vote("organisation", 1.1 if lone else 0.5)
        tail = plain[end : min(sentence.end, end + 24)]
        if self.words.genitives and tail.startswith(self.words.genitives):
            owned = tail.split()[1:3]
            if any(self.words.is_role(word) for word in owned):
                candidate.vote("organisation", 1.5)
        if self.words.age_after.match(tail):
            candidate.vote("person", 4.0)
        elif tail.startswith((", ", " , ", " (")):
            inner = tail.lstrip(" ,(")
            at = end + len(tail) - len(inner)
            found = self.words.gazetteer.match(view.text, plain, at, sentence.end)
            following = inner.replace("'", "' ").split(" ")
            if "(" in tail[:3] and found is not None and found[1] == "place" and plain[found[0] : found[0] + 1] == ")":
                candidate.vote("place", 2.0 if len(candidate.words) == 1 else 0.5)
            elif following and (
                (following[0] in self.words.roles and not view.text[at + len(following[0]) + 1 : at + len(following[0]) + 2].isupper())
                or (len(following) > 1 and following[0] in self.words.articles and following[1] in self.words.roles)
            ):
                candidate.vote("person", 2.5)

    def settle(self, candidates: list[Candidate]) -> list[Candidate]:
        """Give the candidates that are names, each with its type, after all mentions of a form have voted."""
        totals: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        count: dict[str, int] = defaultdict(int)
        sure: dict[str, EntityType] = {}
        inside: set[str] = set()
        for candidate in candidates:
            count[candidate.key] += 1
            if not candidate.opening:
                inside.add(candidate.key)
            if candidate.kind is not None:
                sure.setdefault(candidate.key, candidate.kind)
            for kind, weight in candidate.votes.items():
                totals[candidate.key][kind] += weight
        for key, votes in totals.items():
            last = key.rpartition(" ")[2]
            if last != key and last in count and last not in sure and "person" in votes:
                votes["person"] += _REPEATED
        settled: dict[str, EntityType] = {}
        for key, votes in totals.items():
            kind, weight = max(votes.items(), key=lambda item: (item[1], item[0]), default=("person", 0.0))
            if weight >= _LEAST and key not in sure:
                settled[key] = cast("EntityType", kind)
        listed(candidates, settled)
        paired(candidates, settled)
        people = _parts_of_people(settled)
        for body in [key for key, kind in (*settled.items(), *sure.items()) if kind == "organisation"]:
            short = stem(body, self.words)
            if short != body and short in count and short not in sure and short not in people:
                settled[short] = "organisation"
                inside.add(short)
        families = {key.split()[-1] for key, kind in settled.items() if kind == "person" and key.split()[0] in self.words.first_names}
        names = []
        for candidate in candidates:
            if candidate.kind is None:
                candidate.kind = self._own(candidate, sure, settled, people, inside)
            elif (candidate.kind == "place" and _is_person_here(candidate, families)) or (
                candidate.key in people and candidate.known != "place"
            ):
                candidate.kind = "person"
            if candidate.kind is not None:
                names.append(candidate)
        return names

    def _own(
        self, candidate: Candidate, sure: dict[str, EntityType], settled: dict[str, EntityType], people: set[str], inside: set[str]
    ) -> EntityType | None:
        key = candidate.key
        strong = candidate.votes.get("person", 0.0) >= 4.0
        if strong or (key in people and candidate.known is None):
            return "person"
        if candidate.known is not None:
            return candidate.known
        if key in sure:
            return sure[key]
        if candidate.opening and len(candidate.words) == 1 and key not in inside and max(candidate.votes.values(), default=0.0) < 2.0:
            return None
        return settled.get(key)


def _is_person_here(candidate: Candidate, families: set[str]) -> bool:
    """Whether a known place is a person's name after all ("le président Hollande")."""
    if candidate.votes.get("person", 0.0) >= 4.0:
        return not candidate.acronym
    return candidate.key in families and candidate.votes.get("place", 0.0) < _IN_PLACE


def context_before(view: View, sentence: Sentence, start: int) -> list[str]:
    """Give the bare words before a place, up to the last punctuation."""
    low = max(sentence.start, start - 60)
    broken = _BREAK.match(view.bare, low, start)
    return words_before(view, broken.end() if broken else low, start)


def _parts_of_people(settled: dict[str, EntityType]) -> set[str]:
    """Give surnames and first names of the people who are named in full."""
    parts: set[str] = set()
    for key, kind in settled.items():
        words = key.split()
        if kind == "person" and len(words) > 1:
            parts.update((words[0], words[-1]))
            parts.update(" ".join(words[at:]) for at in range(1, len(words) - 1))
    return parts
