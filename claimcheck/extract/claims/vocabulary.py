"""The words of one language that turn mentions into claims, compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, Literal, NamedTuple

from claimcheck.extract.claims.phrases import PhraseIndex
from claimcheck.extract.values.nouns import inflection
from claimcheck.model import Kind, Rule
from claimcheck.model.fold import fold
from claimcheck.model.rule import SubjectKind
from claimcheck.ruleset import Lexicons, RuleSet

Side = Literal["before", "after", "unless", "needs", "predicate", "slot", "clause", "noun", "fact"]


TOUCHING = " +"
"""Ends a trigger that must touch the value: "c'est +" in "l'équipe, c'est vingt personnes"."""
OF = "of"
SUFFIX = "-"
"""Begins a trigger that is glued to its name."""
ANYBODY = frozenset({"person", "victim", "life", "adult"})
"""Concepts that set nobody apart."""


class Cue(NamedTuple):
    """What a phrase stands for."""

    side: Side
    name: str
    """Attribute of a rule; concept of a predicate, noun or fact; name of a slot; role of a clause word."""
    value: str = ""
    """Value of a slot; `touching` for a trigger that must touch its value; `of` for what a fact is told of."""


class Noun(NamedTuple):
    """A counted noun's concept and class (`person`, …)."""

    concept: str
    cls: str | None


class Vocabulary:
    """Rules, predicates, slots and nouns of a language in one phrase index."""

    def __init__(self, ruleset: RuleSet, language: str) -> None:
        words = ruleset.lexicons(language)
        self.language = language
        self.kinds: dict[str, Kind] = dict(ruleset.kinds)
        self.rules: dict[str, Rule] = {rule.id: rule for rule in ruleset.rules.get(language, ())}
        self.nouns = _nouns(words)
        self.concepts = frozenset(noun.concept for noun in self.nouns.values())
        self._families = ruleset.groups
        self._singulars = frozenset(fold(word) for entry in words.get("nouns").values() for word in entry["words"])
        self.classes: dict[str, str] = {noun.concept: noun.cls for noun in self.nouns.values() if noun.cls}
        predicates = words.get("predicates")
        self.unique_events = _flagged(predicates, "unique")
        """Concepts of what happens once in a story."""
        self.impersonal = self.unique_events - _flagged(predicates, "personal")
        """Of these, what is known without whom it befell."""
        self.facts = _flagged(predicates, "fact")
        """Concepts of what is worth a claim by itself."""
        self.done_to = _flagged(predicates, "object")
        """Deeds that are told with what they are done to: an offer is rejected."""
        self.voice_names = frozenset(words.words("voices"))
        """Names of bodies that speak of others."""
        told = words.get("facts")
        self.told_of: dict[str, SubjectKind] = {concept: entry.get("subject", "event") for concept, entry in told.items()}
        """Concepts of what is told in words only, and of whom."""
        self.opposites: dict[str, str] = {
            name: entry["opposite"] for table in (predicates, told) for name, entry in table.items() if "opposite" in entry
        }
        """Deeds and states by which another is not so: who was acquitted was not convicted."""
        self.settled = frozenset(self.opposites) | frozenset(self.opposites.values())
        """Those that count only where they are told flatly: who may be convicted was not."""
        self.paired = frozenset(concept for concept, entry in told.items() if "of" in entry)
        """Those among them that need what they are told of beside them."""
        phrases = (
            _phrases(self.rules, predicates, words.get("slots"), words.get("clauses")),
            _noun_phrases(self.nouns),
            _fact_phrases(told),
        )
        self.index: PhraseIndex[Cue] = PhraseIndex(chain.from_iterable(phrases))
        self.relations = frozenset(
            rule.id
            for rule in self.rules.values()
            if self.kinds[rule.id].value == ("names",) and self.kinds[rule.id].type in ("place", "other")
        )
        """Attributes whose values are names of places or owners, found beside their phrases."""
        self.countries = {fold(str(word)): key for key, entry in words.get("countries").items() for word in entry.get("people", ())}
        """Countries by the words for what comes from there."""
        self.suffixes = {
            fold(phrase): rule for rule in sorted(self.relations) for phrase in self.rules[rule].after if phrase.startswith(SUFFIX)
        }
        """What is glued to a name (*Lyon-based*), with its attribute."""
        self.small = frozenset(fold(word) for name in ("stopwords", "function-words", "adjectives") for word in words.words(name))
        """Words that say nothing by themselves."""
        durations = words.get("units")["durations"]
        self.durations = {fold(f"{word}{plural}"): unit for unit, forms in durations.items() for word in forms for plural in ("", "s")}
        """Units of time by the words for them."""
        self.sole_posts = frozenset(words.get("posts").get("sole", ()))
        """Posts that one person holds at a time where they are of a whole organisation."""
        self.company_posts = frozenset(words.get("posts").get("of_companies", ()))
        """Posts that only companies have, so that a bare one is of the company that the article is about."""
        self.by_noun: dict[str, list[Kind]] = {}
        for kind in self.kinds.values():
            for noun in kind.nouns:
                self.by_noun.setdefault(noun, []).append(kind)
        self.suggested: dict[str, list[Kind]] = {}
        for kind in self.kinds.values():
            for noun in kind.often:
                self.suggested.setdefault(noun, []).append(kind)

    def concept(self, word: str) -> str:
        """Name a counted noun by its concept, any other word by itself."""
        found = self.nouns.get(word)
        return found.concept if found else word

    def singular(self, form: str) -> bool:
        """Whether a form of a counted noun is its singular."""
        return form in self._singulars

    def family(self, concept: str) -> str:
        """Name the family of a concept, else the concept."""
        return self._families.get(concept, concept)

    def group(self, concept: str) -> str | None:
        """Give the group of people that a noun names, families joined; none for "persons" or a noun that says what befell them."""
        if self.classes.get(concept) != "person" or concept in ANYBODY or concept in self.by_noun:
            return None
        return self._families.get(concept, concept)


def _flagged(predicates: Any, flag: str) -> frozenset[str]:
    return frozenset(name for name, entry in predicates.items() if entry.get(flag))


def _phrases(rules: dict[str, Rule], predicates: Any, slots: Any, clauses: Any) -> Iterator[tuple[str, Cue]]:
    for rule in rules.values():
        sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("before", rule.before), ("after", rule.after))
        for side, triggers in sides:
            for phrase in triggers:
                touching = phrase.endswith(TOUCHING)
                yield fold(phrase.removesuffix(TOUCHING)), Cue(side, rule.id, "touching" if touching else "")
        for phrase in rule.unless:
            yield fold(phrase), Cue("unless", rule.id)
        for phrase in rule.needs:
            yield fold(phrase), Cue("needs", rule.id)
    for concept, entry in predicates.items():
        for phrase in entry["words"]:
            yield fold(str(phrase)), Cue("predicate", concept)
    for slot, values in slots.items():
        for value, phrases in values.items():
            for phrase in phrases:
                yield fold(str(phrase)), Cue("slot", slot, str(value))
    for role, phrases in clauses.items():
        for phrase in phrases:
            yield fold(str(phrase)), Cue("clause", role)


def _noun_phrases(nouns: dict[str, Noun]) -> Iterator[tuple[str, Cue]]:
    for form, noun in nouns.items():
        if noun.cls == "person":  # only people are grouped
            yield form, Cue("noun", noun.concept)


def _fact_phrases(told: Any) -> Iterator[tuple[str, Cue]]:
    for concept, entry in told.items():
        for part in ("words", "of"):
            for phrase in entry.get(part, ()):
                yield fold(str(phrase)), Cue("fact", concept, OF if part == "of" else "")


def _nouns(words: Lexicons) -> dict[str, Noun]:
    """Give every form of the lexicon's counted nouns, plurals included."""
    plurals = inflection(words)
    nouns: dict[str, Noun] = {}
    for concept, entry in words.get("nouns").items():
        for word in entry["words"]:
            for form in (word, *plurals.forms(word)):
                nouns.setdefault(fold(form), Noun(concept, entry.get("class")))
        for form in entry.get("plurals", ()):
            nouns.setdefault(fold(form), Noun(concept, entry.get("class")))
    return nouns
