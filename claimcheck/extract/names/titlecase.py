"""Headings in capitals or Title Case: there a capital proves nothing, so only what is known is a name."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.names.candidate import Candidate
from claimcheck.extract.names.gazetteer import Gazetteer
from claimcheck.extract.names.words import NameWords
from claimcheck.extract.view import View
from claimcheck.model import Sentence

_LONGEST = 220
_MARKS = ".,;:!?()«»\"'“”’"
_MOST_CAPITALS = 0.6
"""Share of words with a capital from which a heading is in Title Case, if some of them are common words."""


def capitals_prove_nothing(view: View, sentence: Sentence, words: NameWords, lower: frozenset[str]) -> bool:
    """Whether a sentence is written in capitals or in Title Case."""
    if sentence.end - sentence.start > _LONGEST:
        return False
    text = view.text[sentence.start : sentence.end]
    parts = [part for word in text.split() if len(word) > 3 and len(part := word.strip(_MARKS)) > 3 and part[0].isalpha()]
    if len(parts) < 3:
        return False
    capital = [part for part in parts if part[0].isupper()]
    if len(capital) < 3 or len(capital) < _MOST_CAPITALS * len(parts):
        return False
    if sum(part.isupper() for part in parts) > 0.8 * len(parts):
        return True
    if text.endswith("."):
        return False
    plain = view.bare[sentence.start : sentence.end]
    common = sum(1 for part in plain.split() if part in lower or part in words.not_names)
    return len(capital) - (len(parts) - len(capital)) >= 3 and _common(capital[1:], lower, words) >= 2 and common > 0


def _common(capital: list[str], lower: frozenset[str], words: NameWords) -> int:
    from claimcheck.model.fold import bare

    plain = (bare(part) for part in capital)
    return sum(1 for part in plain if part in lower or part in words.not_names or part in words.roles)


class KnownHere:
    """Finds in a heading what the lexicon knows or the rest of the article names."""

    def __init__(self, names: list[Candidate], words: NameWords) -> None:
        self.words = words
        self._here = Gazetteer((name.key, name.kind) for name in names if name.kind is not None)

    def find(self, view: View, sentence: Sentence) -> Iterator[Candidate]:
        """Give the names of a heading, in order."""
        end = sentence.start
        shouted = view.text[sentence.start : sentence.end].isupper()
        for match in self.words.token.finditer(view.text, sentence.start, sentence.end):
            start = match.start()
            if start < end:
                continue
            cut = view.folded.find("'", start, match.end())
            starts = (start, cut + 1) if cut > 0 and view.bare[start:cut] in self.words.elisions else (start,)
            for place in starts:
                found = self._here.match(view.text, view.bare, place, sentence.end)
                known = self.words.gazetteer.match(view.text, view.bare, place, sentence.end)
                best = max((one for one in (found, known) if one is not None), default=None)
                if (
                    best is None
                    or (shouted and best[0] - place < 4)
                    or (known == best and view.bare[place : best[0]] in self.words.not_names)
                ):
                    continue
                end = best[0]
                yield Candidate(place, end, " ".join(view.bare[place:end].split()), best[1], None, best[1])
                break
