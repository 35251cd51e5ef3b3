"""The words of posts in one language, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.extract.names.words import NameWords, name_words
from claimcheck.model import Status
from claimcheck.model.fold import bare
from claimcheck.ruleset import Lexicons


class Form(NamedTuple):
    """One way to write a post."""

    words: tuple[str, ...]
    concept: str
    shy: bool
    """A common word, which needs a holder or what it is of."""


class PostWords:
    """Heads, modifiers, connectors and copulas of posts."""

    def __init__(self, lexicon: Lexicons) -> None:
        table = lexicon.get("posts")
        self.names: NameWords = name_words(lexicon)
        shy = _bare(table["shy"])
        self.unchanged = _bare(table["unchanged"])
        self.former_prefixes = tuple(sorted(_bare(table["former_prefixes"])))
        self.genitives = tuple(sorted(_bare(table["genitives"]), key=len, reverse=True))
        self.exclusive = frozenset(table["exclusive"])
        self.forms: dict[str, tuple[Form, ...]] = {}
        self.concepts: dict[str, str] = {}
        for concept, forms in table["concepts"].items():
            for form in forms:
                self._add(bare(str(form)), concept, shy)
        self.forms = {first: tuple(sorted(forms, key=lambda form: -len(form.words))) for first, forms in self.forms.items()}
        self.at_the_head = alternatives(table["at_the_head"])
        self.heads: dict[str, Status] = {bare(verb): status for status, verbs in table["heads"].items() for verb in verbs}
        self.heading = alternatives(self.heads)
        self.led = _bare(table["led"])
        self.members: dict[str, Status] = {bare(verb): status for status, verbs in table["members"].items() for verb in verbs}
        self.working = alternatives(self.members)
        self.of_body = re.compile(rf"(?:^| )(?:{alternatives(table['of_body']).pattern})$")
        self.former_before = _bare(table["former_before"])
        self.former_after = _bare(table["former_after"])
        self.future_before = _bare(table["future_before"])
        self.future_after = _bare(table["future_after"])
        self.acting_before = _bare(table.get("acting_before", ()))
        self.acting_after = alternatives(table["acting_after"])
        self.modifiers = self.former_before | self.future_before | self.acting_before | _bare(table["modifiers_before"])
        self.grades = _bare(table["grades"])
        self.of = alternatives(table["of"])
        self.further = alternatives(table["further"])
        self.small_endings = tuple(_bare(table["small_endings"]))
        self.of_words = _bare(word for phrase in table["of"] for word in str(phrase).split())
        self.free_words = int(table["free_words"])
        self.determiners = _bare(table["determiners"])
        self.stops = _bare(table["stops"])
        self.copulas: dict[Status, re.Pattern[str]] = {status: alternatives(phrases) for status, phrases in table["copulas"].items()}
        self.relatives = _bare(table["relatives"])
        self.may_precede = self.determiners | self.modifiers | self.names.articles | self.names.nationalities | self.stops | self.of_words
        self.also = _bare(table["also"])
        self.age = re.compile(rf",? {table['ages']}(?!\w)")

    def is_small(self, word: str) -> bool:
        """Whether a word between holder and post says nothing of its own: an article, an ordinal, an adverb."""
        if word in self.determiners or word in self.modifiers or word in self.names.nationalities:
            return True
        return word[0].isdigit() or word.endswith(self.small_endings)

    def _add(self, form: str, concept: str, shy: frozenset[str]) -> None:
        self.concepts[form] = concept
        words = tuple(form.replace("'", "' ").split())
        plural = tuple(word if word in self.unchanged or word.endswith("s") else word + "s" for word in words)
        for variant in {words, plural}:
            known = self.forms.setdefault(variant[0], ())
            self.forms[variant[0]] = (*known, Form(variant, concept, form in shy))


def alternatives(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile a match for any of some phrases between spaces; the longest wins."""
    ordered = sorted({bare(str(phrase)) for phrase in phrases}, key=len, reverse=True)
    return re.compile("|".join(re.escape(phrase) + ("" if phrase.endswith("'") else r"(?![\w-])") for phrase in ordered))


def _bare(words: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(str(word)) for word in words)
