"""Reporting verbs: all their forms, generated from stems, and the verb groups that they head."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from claimcheck.extract.tape import Phrase, PhraseTable, Words, phrase
from claimcheck.ruleset.lexicon import Lexicons

Kind = Literal["say", "incise", "stance", "give"]
KINDS: tuple[Kind, ...] = ("give", "incise", "stance", "say")
"""How a verb reports; a form that two kinds share belongs to the later one."""
Mood = Literal["finite", "past", "conditional", "gerund", "infinitive", "passive"]
MAX_GAP = 9
"""Words between an auxiliary and its participle: "a, pour sa part, mardi soir, déclaré"."""


class Form(NamedTuple):
    """One written form of a reporting verb."""

    lemma: str
    kind: Kind
    tenses: frozenset[str]
    tails: tuple[Phrase, ...] = ()
    """Words that must follow for the verb to speak ("fait savoir")."""


class Cue(NamedTuple):
    """A verb group that reports speech; word numbers, `last` included."""

    first: int
    last: int
    lemma: str
    kind: Kind
    mood: Mood
    pronoun: int | None = None
    """The word number of a subject pronoun inside the group ("a-t-il déclaré")."""


class Verbs:
    """The reporting verbs of one language."""

    def __init__(self, lexicons: Lexicons) -> None:
        speech, small = lexicons.get("speech"), lexicons.get("phrases")
        self.forms: dict[str, Form] = {}
        self._last: tuple[Words | None, list[Cue]] = (None, [])
        for kind in KINDS:
            self._add_stems(speech["endings"], speech.get(kind, {}), kind)
        self._add_light(speech)
        for word in speech["never"]:
            self.forms.pop(word, None)
        self.nouns = frozenset(speech["nouns"])
        self._before_noun = frozenset(small["determiners"]) | frozenset(small["prepositions"]) | frozenset(small["chain"])
        self._agent = frozenset(small["agent"])
        self._determiners = frozenset(small["determiners"])
        self._have, self._be = frozenset(small["have"]), frozenset(small["be"])
        self._reflexives, self._negations = frozenset(small["reflexives"]), frozenset(small["negations"])
        self._nonfinite = frozenset(small["nonfinite"])
        self._clitics = frozenset(small["clitics"])
        self._inverted = frozenset(small["inverted"])
        self._fillers = frozenset(small["fillers"]) | frozenset(small["strong"]) | frozenset(small["glue"]) | {",", "-"}
        self._asides = PhraseTable(filler for filler in small["fillers"] if len(phrase(filler)) > 1)
        self._attached = frozenset(speech["attached"])
        self._past = "past" in next(iter(speech["endings"].values()))

    def _add_stems(self, endings: dict[str, Any], table: dict[str, Any], kind: str) -> None:
        for name, stems in table.items():
            if name == "list":
                for entry in stems:
                    self._add(entry["lemma"], kind, entry["forms"], "")
                continue
            for stem in stems:
                self._add(stem + endings[name]["infinitive"][0], kind, endings[name], stem)

    def _add(self, lemma: str, kind: Any, forms: dict[str, list[str]], stem: str, tails: tuple[Phrase, ...] = ()) -> None:
        for tense, suffixes in forms.items():
            tag = "finite" if tense == "strong" else tense
            for suffix in suffixes:
                known = self.forms.get(stem + suffix)
                if known and known.kind != kind:
                    known = None
                tenses = (known.tenses if known else frozenset()) | {tag}
                self.forms[stem + suffix] = Form(known.lemma if known else lemma, kind, tenses, tails)

    def _add_light(self, speech: dict[str, Any]) -> None:
        for entry in speech["light"]:
            tails = tuple(phrase(tail) for tail in entry["tails"])
            forms = entry.get("forms") or speech["endings"][entry["verb"]]
            self._add(entry["verb"], "say", forms, "", tails)

    def cues(self, tape: Words) -> list[Cue]:
        """Find the verb groups that report speech, in order; several readers ask for the same text in turn."""
        if self._last[0] is not tape:
            forms = self.forms
            hits = [(index, forms[word]) for index, word in enumerate(tape.texts) if word in forms]
            self._last = tape, [cue for index, form in hits if (cue := self._cue(tape, index, form)) is not None]
        return self._last[1]

    def _cue(self, tape: Words, index: int, form: Form) -> Cue | None:
        texts = tape.texts
        last = index
        if form.tails:
            tail = next((tail for tail in form.tails if tape.follows(tail, index + 1)), None)
            if tail is None:
                return None
            last = index + len(tail)
        tenses = form.tenses
        if "participle" in tenses:
            cue = self._compound(tape, index, last, form)
            if cue:
                return cue
        before = texts[index - 1] if index else ""
        if texts[index] in self.nouns and before in self._before_noun and before not in self._negations:
            return None
        if "gerund" in tenses:
            return Cue(index, last, form.lemma, form.kind, "gerund")
        if "past" in tenses and index + 1 < len(texts) and texts[index + 1] in self._agent:
            return Cue(index, last, form.lemma, form.kind, "passive")
        attached = form.lemma in self._attached and "past" in tenses and "participle" in tenses and before == "," and index + 1 < len(texts)
        if attached and texts[index + 1] in self._before_noun and texts[index + 1] not in self._determiners:
            return Cue(index, last, form.lemma, form.kind, "passive")
        if "finite" in tenses or "past" in tenses or "conditional" in tenses:
            mood: Mood = "past" if "past" in tenses else "conditional" if "conditional" in tenses else "finite"
            pronoun, last = self._inversion(tape, last)
            return Cue(self._with_clitics(texts, index), last, form.lemma, form.kind, mood, pronoun)
        if "infinitive" in tenses:
            return Cue(index, last, form.lemma, form.kind, "infinitive")
        return Cue(index, last, form.lemma, form.kind, "passive")

    def _inversion(self, tape: Words, last: int) -> tuple[int | None, int]:
        """Find "-t-il", "-elle" behind a verb."""
        texts = tape.texts
        if last + 2 < len(texts) and texts[last + 1] == "-":
            for place in (last + 2, last + 4):
                if place < len(texts) and texts[place] in self._inverted and texts[place - 1] == "-":
                    return place, place
        return None, last

    def _with_clitics(self, texts: list[str], index: int) -> int:
        while index and texts[index - 1] in self._clitics:
            index -= 1
        return index

    def _compound(self, tape: Words, index: int, last: int, form: Form) -> Cue | None:
        """Read an auxiliary before a participle, with what may stand between them."""
        texts = tape.texts
        pronoun: int | None = None
        passive = False
        place = index
        while place > max(0, index - MAX_GAP):
            place -= self._asides.ending(tape, place - 1) or 1
            word = texts[place]
            if word in self._have:
                mood: Mood = "passive" if passive else "infinitive" if word in self._nonfinite else "past"
                return Cue(self._with_clitics(texts, place), last, form.lemma, form.kind, mood, pronoun)
            if word in self._be:
                if place and texts[place - 1] in self._reflexives:
                    return Cue(self._with_clitics(texts, place), last, form.lemma, form.kind, "past", pronoun)
                passive = True
                continue
            if word in self._inverted and place and texts[place - 1] == "-":
                pronoun = place
                continue
            if len(word) > 1 and self._asides.length(tape, place):
                continue
            if word in self._fillers or word in self._negations:
                continue
            break
        if passive:
            return Cue(index, last, form.lemma, form.kind, "passive")
        return None


@cache
def verbs(lexicons: Lexicons) -> Verbs:
    """Give the reporting verbs of a language, shared by its readers."""
    return Verbs(lexicons)
