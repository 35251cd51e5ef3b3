"""Pronouns and noun phrases that mean somebody already named; only where one reading is safe."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.names.introduced import Introduced, Introductions
from claimcheck.extract.names.protagonist import Protagonists, nouns_of_people
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import Entity, EntityMention, Sentence
from claimcheck.model.fold import bare
from claimcheck.ruleset import Lexicons

_SUBJECT_REACH = 3
"""Words at most before the name that is taken for the subject of its sentence: a title, an article."""
_LONGEST_SENTENCE = 3000
"""Characters beyond which a sentence is none, and is left alone."""
_MEMORY = 2
"""Sentences back in which a pronoun may find its person."""
_PAIR = 2
"""Companies of which the rival of one is the other."""
_FIRST = re.compile(r"[\w-]+'?")


@dataclass(slots=True)
class _Said:
    """What one sentence left behind."""

    subject: str | None
    """Entity named first, in the place of the subject, or the one that its opening pronoun meant."""
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    opening: str
    """First bare word."""


class ReferenceReader:
    """Resolves references in one language."""

    def __init__(self, lexicon: Lexicons, words: NameWords) -> None:
        table = lexicon.get("pronouns")
        self._words = words
        self._introductions = Introductions(lexicon, table)
        self._protagonists = Protagonists(table)
        self._pronouns: dict[str, str] = dict(table["pronouns"])
        self._things = frozenset(table.get("thing_pronouns", ()))
        self._possessives = frozenset(table["possessives"])
        self._starts = {gender: frozenset(starts) for gender, starts in table["subject_starts"].items()}
        self._clause_words = frozenset(bare(str(word)) for word in table["clause_words"])
        self._case_words = frozenset(bare(str(word)) for word in table["case_words"])
        self._joiners = frozenset(table["joiners"])
        self._not_before = frozenset(table["not_before"])
        self._headquarters: dict[str, str] = {bare(place): bare(name) for place, name in table["headquarters"].items()}
        impersonal = "|".join(sorted((re.escape(bare(words)) for words in table["impersonal_after"]), key=len, reverse=True))
        self._impersonal = re.compile(rf" ?(?:{impersonal})(?!\w)")
        pronouns = "|".join(sorted(map(re.escape, [*self._pronouns, *self._things]), key=len, reverse=True))
        self._pronoun = re.compile(rf"(?<![\w'-])({pronouns})(?![\w'-])")
        nouns = "|".join(
            sorted((re.escape(bare(noun)) for some in table["organisation_nouns"].values() for noun in some), key=len, reverse=True)
        )
        determiners = "|".join(map(re.escape, table["organisation_determiners"]))
        links = "|".join(map(re.escape, table["headquarters_links"]))
        places = "|".join(sorted(map(re.escape, self._headquarters), key=len, reverse=True))
        seat = rf"(?P<seat>{places})"
        whole = (
            rf"(?:{determiners}){seat} (?P<noun>{nouns})"
            if table["places_first"]
            else rf"(?P<noun>(?:{determiners})(?:{nouns})) (?:{links}){seat}"
        )
        self._seat = re.compile(rf"(?<![\w'-]){whole}(?![\w-])")
        own, rivals = ("|".join(map(re.escape, table[part])) for part in ("rival_determiners", "rival_nouns"))
        self._rival = re.compile(rf"(?<![\w'-])(?:{own})(?:[\w-]+ )?(?:{rivals})(?![\w'-])")
        self._body = re.compile(rf"(?<![\w'-])(?:{determiners})(?:{nouns})(?![\w-])")
        self._person = re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, table['person_determiners']))})([\w-]+)(?![\w-])")

    def read(self, view: View, entities: tuple[Entity, ...], names: tuple[EntityMention, ...]) -> tuple[EntityMention, ...]:
        """Give the references of a document, sorted by start."""
        known = {entity.id: entity for entity in entities}
        companies = {entity.id for entity in entities if entity.type == "organisation" and not self._is_public(entity)}
        names_of = Counter(one.entity for one in names if one.entity in companies)
        ranked = names_of.most_common(2)
        main = ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None
        nouns = nouns_of_people(view, names, self._words)
        introduced, hero = Introduced(self._introductions, view, names), self._protagonists.of(names)
        named: set[str] = set()
        found: list[EntityMention] = []
        before: list[_Said] = []
        at = 0
        for sentence in view.sentences:
            inside: list[EntityMention] = []
            while at < len(names) and names[at].start < sentence.end:
                inside.append(names[at])
                at += 1
            named.update(one.entity for one in inside if one.entity in companies)
            if sentence.kind == "heading" or sentence.end - sentence.start > _LONGEST_SENTENCE:
                continue
            resolved = [
                *self._by_introduction(view, sentence, introduced, known),
                *self._rivals(view, sentence, [one for one in inside if one.entity in companies], named, known),
                *self._in_sentence(view, sentence, inside, before, known, nouns, companies, main),
                *(one for one in self._protagonists.read(view, sentence, hero, known, nouns) if self._stands_alone(view, one.end)),
            ]
            kept: list[EntityMention] = []
            for one in sorted(resolved, key=_start) if resolved else ():
                if not any(one.start < other.end and other.start < one.end for other in (*inside, *kept)):
                    kept.append(one)
            found.extend(kept)
            before.append(self._said(view, sentence, inside, kept, known, before))
        return tuple(found)

    def _by_introduction(self, view: View, sentence: Sentence, introduced: Introduced, known: dict[str, Entity]) -> Iterator[EntityMention]:
        for start, end, entity, team in introduced.references(view, sentence):
            if not team or self._stands_alone(view, end):
                yield EntityMention(start, end, entity, known[entity].type, "reference")

    def _rivals(
        self, view: View, sentence: Sentence, inside: list[EntityMention], named: set[str], known: dict[str, Entity]
    ) -> Iterator[EntityMention]:
        """Resolve "its rival" where two companies have been named so far, and one of them in this sentence before."""
        for match in self._rival.finditer(view.bare, sentence.start, sentence.end) if len(named) == _PAIR else ():
            first = {one.entity for one in inside if one.end <= match.start()}
            if len(first) == 1 and not view.text[match.end() + 1 : match.end() + 2].isupper():
                (other,) = named - first
                yield EntityMention(match.start(), match.end(), other, known[other].type, "reference")

    def _in_sentence(
        self,
        view: View,
        sentence: Sentence,
        inside: list[EntityMention],
        before: list[_Said],
        known: dict[str, Entity],
        nouns: dict[str, set[str]],
        companies: set[str],
        main: str | None,
    ) -> Iterator[EntityMention]:
        plain = view.bare
        for match in self._seat.finditer(plain, sentence.start, sentence.end):
            wanted = self._headquarters[match.group("seat")]
            owner = next((entity for entity in known.values() if wanted in (bare(entity.name), *map(bare, entity.aliases))), None)
            if owner is not None:
                yield EntityMention(*match.span("noun"), owner.id, owner.type, "reference")
        for match in self._body.finditer(plain, sentence.start, sentence.end) if companies else ():
            body = self._body_meant(view, match.start(), match.end(), inside, before, companies, main)
            if body is not None:
                yield EntityMention(match.start(), match.end(), body, known[body].type, "reference")
        for match in self._person.finditer(plain, sentence.start, sentence.end) if nouns else ():
            bearers = nouns.get(match.group(1), set())
            if len(bearers) == 1 and self._stands_alone(view, match.end()):
                (person,) = bearers
                if any(one.entity == person and one.start < match.start() for one in inside) or any(
                    person in said.people for said in before
                ):
                    yield EntityMention(match.start(), match.end(), person, "person", "reference")
        for match in self._pronoun.finditer(plain, sentence.start, sentence.end):
            meant = self._pronoun_meant(view, sentence, match, inside, before, known)
            if meant is not None:
                yield EntityMention(match.start(), match.end(), meant, known[meant].type, "reference")

    def _stands_alone(self, view: View, end: int) -> bool:
        """Whether nothing behind a noun phrase makes it mean another: "of …", a name, an adjective."""
        if view.bare[end : end + 1] != " ":
            return True
        word = _FIRST.match(view.bare, end + 1)
        if word is None:
            return True
        preposition = view.folded[word.start() : word.end()] in self._not_before  # "à", not "a"
        return not (preposition or view.text[word.start()].isupper() or self._words.is_adjective(word.group()))

    def _body_meant(
        self, view: View, start: int, end: int, inside: list[EntityMention], before: list[_Said], companies: set[str], main: str | None
    ) -> str | None:
        if not self._stands_alone(view, end):
            return None
        here = [one for one in inside if one.entity in companies and one.end <= start]
        if here:
            return here[-1].entity if len({one.entity for one in here}) == 1 and self._other_clause(view, here[-1], start) else None
        if not before:
            return None
        last = before[-1]
        if last.subject is not None and last.subject in companies:
            return last.subject
        bodies = [body for body in last.bodies if body in companies]
        return bodies[0] if len(bodies) == 1 and bodies[0] == main else None

    def _is_public(self, entity: Entity) -> bool:
        """Whether a body is a court, a ministry…, which no noun for a company means."""
        first = _FIRST.match(bare(entity.name))
        if first is None or first.group() in self._words.company_heads:
            return False
        return first.group() in self._words.org_heads_lower or first.group() in self._words.org_heads

    def _other_clause(self, view: View, name: EntityMention, start: int) -> bool:
        """Whether a name can be meant again by a noun in its own sentence: another clause, or no subject."""
        between = _FIRST.findall(view.bare, name.end, start)
        if any(word in self._clause_words for word in between):
            return True
        leading = _FIRST.findall(view.bare, max(0, name.start - 12), name.start)
        return bool(leading) and leading[-1] in self._case_words and "," in view.bare[name.end : start]

    def _pronoun_meant(
        self,
        view: View,
        sentence: Sentence,
        match: re.Match[str],
        inside: list[EntityMention],
        before: list[_Said],
        known: dict[str, Entity],
    ) -> str | None:
        word = match.group(1)
        if self._impersonal.match(view.bare, match.end()):
            return None
        opens = match.start() - sentence.start <= 3
        if word in self._things:
            last = before[-1] if before else None
            return last.subject if opens and last is not None and last.subject in last.bodies else None
        gender = self._pronouns[word]
        here = [one.entity for one in inside if one.type == "person" and one.end <= match.start()]
        fitting = [person for person in dict.fromkeys(here) if known[person].gender in (gender, None)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
        if here:
            return None
        for back, said in enumerate(reversed(before[-_MEMORY:])):
            people = [person for person in said.people if known[person].gender in (gender, None)]
            subject = said.subject
            if subject is not None and subject in people:
                return subject
            if subject is not None and subject in said.bodies and opens and back == 0 and not people:
                return subject
            if people:
                clear = len(people) == 1 and len(said.people) == 1 and (word in self._clear or said.opening not in self._starts[gender])
                return people[0] if clear else None
            if said.people:
                return None
            if said.opening in self._starts[gender] and said.opening not in self._possessives and word not in self._clear:
                return None
        return None

    @property
    def _clear(self) -> frozenset[str]:
        """Pronouns that mean nothing but people, where the language has a pronoun for things."""
        return frozenset(self._pronouns) if self._things else frozenset()

    def _said(
        self,
        view: View,
        sentence: Sentence,
        inside: list[EntityMention],
        references: list[EntityMention],
        known: dict[str, Entity],
        before: list[_Said],
    ) -> _Said:
        first = _FIRST.search(view.bare, sentence.start, sentence.end)
        opening = first.group() if first else ""
        everyone = sorted([*inside, *references], key=_start) if references else inside
        subject: str | None = None
        if everyone:
            lead = view.bare[sentence.start : everyone[0].start].rpartition(",")[2]
            if len(lead.split()) <= _SUBJECT_REACH and everyone[0].type in ("person", "organisation"):
                words = _FIRST.findall(lead)
                if all(word in self._words.articles or word in self._words.titles or word in self._words.roles for word in words):
                    joined = len(everyone) > 1 and view.bare[everyone[0].end : everyone[1].start].strip() in self._joiners
                    subject = None if joined else everyone[0].entity
        if subject is None and opening in self._possessives and before:
            subject = before[-1].subject
        people = tuple(dict.fromkeys(one.entity for one in everyone if one.type == "person"))
        if subject is not None and known[subject].type == "person" and subject not in people:
            people = (subject, *people)
        bodies = tuple(dict.fromkeys(one.entity for one in everyone if one.type == "organisation"))
        return _Said(subject, people, bodies, opening)


def _start(mention: EntityMention) -> int:
    return mention.start
