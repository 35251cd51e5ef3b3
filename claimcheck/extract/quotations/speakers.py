"""Noun phrases beside a verb: who does what the verb says."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.extract.quotations.verbs import verbs
from claimcheck.extract.tape import PhraseTable, Words, phrase
from claimcheck.model import EntityMention, Span
from claimcheck.ruleset.lexicon import Lexicons

MAX_AWAY = 12
"""Words between a verb and the noun phrase behind it."""
BARE = 5
"""Words of a noun phrase without determiner that may open a sentence ("Chipmaker Acme said")."""
_BREAKS = frozenset('.;:!?«»“”"…')


class Scene:
    """One text's words with the names that stand in it."""

    def __init__(self, tape: Words, text: str, mentions: Iterable[EntityMention]) -> None:
        self.tape = tape
        self.text = text
        self.inside: dict[int, tuple[int, int]] = {}
        """Word number → first and last word of the name it belongs to."""
        for mention in mentions:
            if mention.form != "name":
                continue
            first, last = tape.at(mention.start), tape.at(mention.end) - 1
            if last >= first:
                for index in range(first, last + 1):
                    self.inside.setdefault(index, (first, last))

    def capital(self, index: int) -> bool:
        """Tell whether a word is written with a capital."""
        return self.text[self.tape.starts[index]].isupper()


class Speakers:
    """Finds the noun phrase that is a verb's subject, before it or behind it."""

    def __init__(self, lexicons: Lexicons) -> None:
        small = lexicons.get("phrases")

        def table(name: str) -> frozenset[str]:
            return frozenset(small[name])

        self.determiners, self.chain, self.prepositions = table("determiners"), table("chain"), table("prepositions")
        self.pronouns, self.relatives, self.subordinators = table("pronouns"), table("relatives"), table("subordinators")
        self.coordinators, self.times, self.bare, self.stops = table("coordinators"), table("times"), table("bare"), table("stops")
        self.subjects, self.clitics, self.negations = table("subjects"), table("clitics"), table("negations")
        self.strong = table("strong")
        reporting = verbs(lexicons)
        self._verbal = {word for word, form in reporting.forms.items() if form.tenses & {"finite", "past"}} - reporting.nouns
        self.clausal = table("modals") | table("have") | table("be")
        nouns = {phrase(noun) for noun in lexicons.words("speakers")}
        nouns |= {phrase(noun) for entries in lexicons.get("parties").values() for noun in entries}
        self.nouns = frozenset(noun[0] for noun in nouns if len(noun) == 1)
        self._compounds = PhraseTable(" ".join(noun) for noun in nouns if len(noun) > 1)
        self.fillers = frozenset(small["fillers"])
        self._asides = PhraseTable(filler for filler in small["fillers"] if len(phrase(filler)) > 1)
        self.skips = (self.fillers | self.clitics | self.negations) - self.subjects

    def starts(self, scene: Scene, index: int) -> bool:
        """Tell whether a noun phrase can start at a word."""
        texts = scene.tape.texts
        word = texts[index]
        known = scene.inside.get(index)
        if known:
            return known[0] == index
        if word in self.determiners:
            if word in self.chain and index and self._governed(texts[index - 1]):
                return False
            head = next(
                (texts[place] for place in range(index + 1, min(index + 4, len(texts))) if texts[place] not in self.determiners), ""
            )
            return head not in self.times and not head.isdigit()
        if word in self.subjects or word in self.pronouns or word in self.bare:
            return word not in self.relatives
        return (
            scene.capital(index)
            and bool(index)
            and texts[index - 1] not in _BREAKS
            and word not in self.prepositions
            and word not in self.times
        )

    def _governed(self, before: str) -> bool:
        """Tell whether a word that is a determiner or a preposition is the latter, by the word before it."""
        return before.isalnum() and before not in self.subordinators and before not in self._verbal

    def human(self, scene: Scene, span: Span) -> bool:
        """Tell whether the head of a noun phrase is somebody who can speak: a name, a pronoun, a known noun."""
        tape = scene.tape
        first, behind = tape.at(span.start), tape.at(span.end)
        if behind - first == 1 and scene.capital(first) and behind < len(tape) and tape.texts[behind] == ",":
            return True
        for index in range(first, behind):
            word = tape.texts[index]
            if index in scene.inside or word in self.nouns or word in self.subjects or word in self.bare:
                return True
            if self._compounds.length(tape, index):
                return True
            if word in self.chain and word not in self.determiners:
                return False
        return False

    def left(self, scene: Scene, at: int, low: int) -> Span | None:
        """Find the subject of a verb group that starts at word `at`, not before word `low`."""
        texts = scene.tape.texts
        place = self._back(scene, at - 1, low)
        if place < low:
            return None
        low = self._clause(texts, place, low)
        if texts[place] in self.relatives:
            place -= 1
            if place >= low and texts[place] == ",":
                place -= 1
            return self._nearest(scene, place, low)
        if texts[place] in ",)-–—":
            opening = self.first(scene, low, place)
            if opening and self._finished(scene, scene.tape.at(opening.end), place):
                return None
            return opening or self._nearest(scene, place - 1, low)
        if place < low or texts[place] in self.coordinators:
            return None
        return self._nearest(scene, place, low)

    def _finished(self, scene: Scene, place: int, high: int) -> bool:
        """Tell whether a clause of its own stands between a noun phrase and a verb, so that the verb has another subject."""
        subordinate = False
        for word in scene.tape.texts[place:high]:
            if word in self.relatives or word in self.subordinators:
                subordinate = True
            elif word == ",":
                subordinate = False
            elif word in self.clausal and not subordinate:
                return True
        return False

    def _back(self, scene: Scene, place: int, low: int) -> int:
        """Step back over clitics, adverbs and asides."""
        while place >= low and place not in scene.inside:
            taken = self._asides.ending(scene.tape, place) or (scene.tape.texts[place] in self.skips)
            if not taken:
                break
            place -= taken
        return place

    def _clause(self, texts: list[str], place: int, low: int) -> int:
        """Find where the clause starts that ends at a word: behind the last strong sign."""
        for index in range(place, low - 1, -1):
            if texts[index] in ":;":
                return index + 1
        return low

    def _nearest(self, scene: Scene, place: int, low: int) -> Span | None:
        tape, texts = scene.tape, scene.tape.texts
        last = place
        while place >= low:
            word = texts[place]
            known = scene.inside.get(place)
            if known and known[0] >= low:
                place = known[0]
            elif word in _BREAKS or (word in ",(" and place < last) or word in self.subordinators:
                break
            before = texts[place - 1] if place > low else ""
            if (
                self.starts(scene, place)
                and before not in self.prepositions
                and not (before in self.determiners and before not in self.chain)
            ):
                return tape.span(self._opening(scene, place, low), last)
            place -= 1
        first = place + 1
        bare = first <= last < first + BARE and texts[first] not in self.prepositions and texts[first] not in self.times
        return tape.span(first, last) if bare and scene.capital(first) and texts[first].isalpha() else None

    def _opening(self, scene: Scene, place: int, low: int) -> int:
        """Step back from a noun to the determiner or the name that opens its phrase: "the museum director"."""
        texts = scene.tape.texts
        if texts[place] not in self.bare or texts[place] in self.determiners:
            return place
        for index in range(place - 1, max(low, place - 4) - 1, -1):
            word = texts[index]
            if word in self.determiners or index in scene.inside:
                return scene.inside.get(index, (index, index))[0]
            if (
                not word.isalnum()
                or word in self.prepositions
                or word in self.subordinators
                or word in self._verbal
                or word in self.fillers
            ):
                break
        return place

    def first(self, scene: Scene, low: int, high: int) -> Span | None:
        """Find the first noun phrase of a sentence that opens one of its comma-separated parts."""
        tape, texts = scene.tape, scene.tape.texts
        place, opening = low, True
        while place < high:
            word = texts[place]
            if opening and (word in self.coordinators or word in self.fillers or word in '-–—.»"'):
                place += 1
                continue
            if opening and (self.starts(scene, place) or self._named(scene, place, low)):
                return tape.span(place, self._apposed(scene, self._last(scene, place, high), high))
            opening = word in ",:–—" or word in self.subordinators
            place += 1
        return None

    def _apposed(self, scene: Scene, last: int, high: int) -> int:
        """Stretch a noun phrase over the name that explains it: "le maire, Jean Martin, …"."""
        known = scene.inside.get(last + 2) if last + 2 < high and scene.tape.texts[last + 1] == "," else None
        if known and known[0] == last + 2 and (known[1] + 1 >= high or not scene.tape.texts[known[1] + 1].isalnum()):
            return known[1]
        return last

    def _named(self, scene: Scene, place: int, low: int) -> bool:
        """Tell whether a word with a capital opens a name that no reader knew: before a name, or alone at a sentence's head."""
        word = scene.tape.texts[place]
        if (
            not scene.capital(place)
            or word in self.prepositions
            or word in self.subordinators
            or word in self.times
            or place + 1 >= len(scene.tape)
        ):
            return False
        return place + 1 in scene.inside or (place == low and scene.tape.texts[place + 1] == ",")

    def right(self, scene: Scene, at: int, high: int) -> Span | None:
        """Find the subject that stands behind a verb group, from word `at` on."""
        tape, texts = scene.tape, scene.tape.texts
        place = at
        while place < min(high, at + MAX_AWAY):
            word = texts[place]
            if word in _BREAKS or word in self.relatives or word in self.subordinators:
                return None
            if self.starts(scene, place) or word in self.strong:
                before = texts[place - 1]
                known = scene.inside.get(place)
                if place == at or before not in self.prepositions:
                    return tape.span(place, self._apposed(scene, self._last(scene, place, high), high))
                if known:
                    place = known[1]
            place += 1
        return None

    def _last(self, scene: Scene, place: int, high: int) -> int:
        """Give the last word of a noun phrase that starts at a word."""
        texts = scene.tape.texts
        last = place
        known = scene.inside.get(place)
        if known:
            last = known[1]
        elif texts[place] in self.subjects:
            return place
        while last + 1 < high:
            word = texts[last + 1]
            known = scene.inside.get(last + 1)
            if known:
                last = known[1]
                continue
            if word not in "-'." and not word[0].isalnum():
                break
            if (
                word == "."
                or (word in self.stops and word not in self.chain)
                or word in self.clausal
                or word in self._verbal
                or word in self.subjects
            ):
                break
            if word in self.determiners and word not in self.chain and texts[last] not in self.chain:
                break
            last += 1
        while last > place and (texts[last] in self.skips or texts[last] in self.chain):
            last -= 1
        return last
