"""NameReader: one document → its entities and where each is named or meant."""

from __future__ import annotations

import re

from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.decide import Decider
from claimcheck.extract.names.entities import gather, vote_for_acronyms
from claimcheck.extract.names.gazetteer import UPPER
from claimcheck.extract.names.heads import by_nationality, by_pattern
from claimcheck.extract.names.references import ReferenceReader
from claimcheck.extract.names.scan import Scanner
from claimcheck.extract.names.titlecase import KnownHere, capitals_prove_nothing
from claimcheck.extract.names.words import name_words
from claimcheck.extract.view import View
from claimcheck.model import Entity, EntityMention, Sentence
from claimcheck.model.fold import bare
from claimcheck.ruleset import Lexicons

_SMALL = re.compile(rf"(?<!\w)[^\W\d_{UPPER}][\w-]*")


class NameReader:
    """Reads names, and links each to the entity it means; built once per language."""

    def __init__(self, lexicon: Lexicons) -> None:
        self.words = name_words(lexicon)
        self._scanner = Scanner(self.words)
        self._references = ReferenceReader(lexicon, self.words)
        self._decider = Decider(self.words)

    def read(self, view: View) -> tuple[tuple[Entity, ...], tuple[EntityMention, ...]]:
        """Give the entities in order of appearance and their mentions sorted by start, never overlapping."""
        lower = frozenset(bare(" ".join(set(_SMALL.findall(view.text)))).split())
        candidates: list[Candidate] = []
        titled: list[Sentence] = []
        for sentence in view.sentences:
            if capitals_prove_nothing(view, sentence, self.words, lower):
                titled.append(sentence)
                continue
            found = list(self._scanner.candidates(view, sentence, lower))
            for candidate in found:
                self._decider.weigh(view, sentence, candidate)
            vote_for_acronyms(view, found)
            candidates.extend(_with_fixed(found, [*by_nationality(view, sentence, self.words), *by_pattern(view, sentence, self.words)]))
        names = self._decider.settle(candidates)
        if titled:
            here = KnownHere(names, self.words)
            for sentence in titled:
                names.extend(here.find(view, sentence))
            names.sort(key=lambda name: name.start)
        entities, mentions = gather(view, names, self.words)
        references = self._references.read(view, entities, mentions)
        return entities, tuple(sorted((*mentions, *references), key=lambda mention: mention.start))


def _with_fixed(found: list[Candidate], fixed: list[Candidate]) -> list[Candidate]:
    """Put names that a pattern is sure of in the place of what they cover."""
    if not fixed:
        return found
    kept = [one for one in found if not any(one.start < sure.end and sure.start < one.end for sure in fixed)]
    return sorted([*kept, *fixed], key=lambda one: one.start)
