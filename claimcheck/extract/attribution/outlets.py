"""What a press name does in its sentence: the news is its own, somebody speaks on it, or neither."""

from __future__ import annotations

from typing import Literal

from claimcheck.extract.quotations.speakers import Scene, Speakers
from claimcheck.extract.quotations.verbs import Cue
from claimcheck.extract.tape import PhraseTable, Words, phrase
from claimcheck.ruleset.lexicon import Lexicons, languages, lexicons

Part = Literal["upstream", "venue", "none"]
_MARKS = frozenset('«“"')
DATELINE = 90
"""Characters from the start of a text within which "(Reuters) -" is a dateline."""


class OutletNames:
    """The one name under which an outlet is credited, in whatever form or language it is written."""

    def __init__(self, own: Lexicons) -> None:
        tables = [own, *(lexicons(language, own.root) for language in languages(own.root) if language != own.language)]
        self._articles = frozenset(word for table in tables for word in table.get("phrases")["determiners"])
        self._known: dict[tuple[str, ...], str] = {}
        same: dict[str, str] = {}
        for table in tables:
            outlets = table.get("outlets")
            same |= table.get("credits").get("same", {})
            for name in (*outlets["agencies"], *outlets["outlets"]):
                key = self._key(str(name))
                if len(str(name)) > len(self._known.get(key, "")):
                    self._known[key] = str(name)
        for alias, name in same.items():
            self._known[self._key(alias)] = name

    def _key(self, name: str) -> tuple[str, ...]:
        words = phrase(name.lower().replace("’", "'"))
        return words[1:] if len(words) > 1 and words[0] in self._articles else words

    def canonical(self, name: str) -> str:
        """Give the listed name of an outlet; an outlet that is not listed keeps its own."""
        return self._known.get(self._key(name), name)


class OutletRoles:
    """Tells what press names do, from the words around them."""

    def __init__(self, table: Lexicons, speakers: Speakers) -> None:
        credits_ = table.get("credits")

        def listed(name: str) -> frozenset[str]:
            return frozenset(credits_[name])

        self._speakers = speakers
        self.products, self._brought, self._asked, self._by = listed("products"), listed("brought"), listed("asked"), listed("by")
        self._venues = PhraseTable(credits_["venues"])
        self._spoken_to = listed("spoken_to")
        self._sourced = PhraseTable(credits_["sourced"])
        self._viewpoint = frozenset(credits_["viewpoint"])
        self._learned = PhraseTable(credits_["learned"])
        labels = frozenset(word for label in credits_["labels"] for word in phrase(label))
        self._labels = labels - speakers.chain - speakers.prepositions - self.products
        self._verbs = listed("outlet_verbs")
        self._and = listed("and")
        self.skip = speakers.determiners | self._labels

    def part(self, scene: Scene, first: int, last: int, low: int, high: int, cues: list[Cue]) -> tuple[Part, int]:
        """Tell what the press name from word `first` to `last` does in its sentence; with the first word that says so."""
        tape, texts = scene.tape, scene.tape.texts
        place = first - 1
        while place >= low and texts[place] in self.skip and texts[place] not in self._spoken_to:
            place -= 1
        fused = texts[first - 1] if first > low else ""
        if place == low and texts[place] in self._viewpoint and last + 1 < high and texts[last + 1] == ",":
            return "upstream", place
        if place >= low and texts[place] in self._by:
            return self._by_outlet(tape, place, low, cues, last)
        verb = self._does(scene, first, last, low, high, cues)
        if verb is not None:
            return "upstream", verb
        start = self._ends_with(tape, place, low, self._venues)
        if start is not None:
            if start == place and start > low and texts[start - 1] in self.products:
                return "upstream", start - 1
            if start < place or self._spoken(cues) or any(word in _MARKS for word in texts[low:high]):
                return "venue", start
        if (fused in self._spoken_to or (place >= low and texts[place] in self._spoken_to)) and self._spoken(cues):
            return "venue", min(place, first - 1)
        if place > low and (texts[place] in self._speakers.chain or texts[place] in self._speakers.prepositions):
            product = place - 1
            passed = self._labels | self._speakers.times | self._speakers.fillers | {","}
            while product > low and texts[product] in passed:
                product -= 1
            if texts[product] in self.products:
                return "upstream", product
        return "none", first

    def feeds_all(self, scene: Scene, first: int, last: int, low: int, high: int) -> bool:
        """Tell whether a press name stands where the source of a whole text does: "(Reuters) –", "avec AFP", "Source: X"."""
        texts = scene.tape.texts
        if self._dateline(scene, first, last):
            return True
        place = first - 1
        while place >= low and texts[place] in self.skip:
            place -= 1
        sourced = self._ends_with(scene.tape, place, low, self._sourced)
        ends = last + 1 >= high or texts[last + 1] in ".)"
        if sourced is not None and ends:
            return texts[place] == ":" or sourced == low or texts[sourced - 1] in "(.,–—-"
        return False

    def joined(self, tape: Words, first: int, earlier_last: int) -> bool:
        """Tell whether a press name is joined to the one before it ("la BBC et Buzzfeed")."""
        between = tape.texts[earlier_last + 1 : first]
        return (
            bool(between)
            and any(word in self._and for word in between)
            and all(word in self._and or word in self.skip or word in self._speakers.chain for word in between)
        )

    def _dateline(self, scene: Scene, first: int, last: int) -> bool:
        texts = scene.tape.texts
        bracketed = first > 0 and texts[first - 1] == "(" and last + 1 < len(texts) and texts[last + 1] in ")/-,"
        return bracketed and (scene.tape.starts[first] < DATELINE or scene.tape.end(last) > len(scene.text) - DATELINE)

    def _ends_with(self, tape: Words, place: int, low: int, entries: PhraseTable) -> int | None:
        """Find the first word of a phrase of a table that ends at a word."""
        taken = entries.ending(tape, place) if place >= low else 0
        return place - taken + 1 if taken and place - taken + 1 >= low else None

    def _by_outlet(self, tape: Words, place: int, low: int, cues: list[Cue], last: int) -> tuple[Part, int]:
        before = tape.texts[place - 1] if place > low else ""
        if before in self._asked:
            return "venue", place - 1
        if before in self.products:
            return "upstream", place - 1
        if before in self._brought:
            spoken = any(cue.first > last and cue.mood in ("finite", "past") and cue.first - last <= 3 for cue in cues)
            nouns = [word for word in tape.texts[max(low, place - 5) : place - 1] if word in self._speakers.nouns or word in self.products]
            human = bool(nouns) and not any(word in self.products for word in nouns)
            return ("venue", place - 1) if spoken and human else ("upstream", place - 1)
        return "none", place

    def _does(self, scene: Scene, first: int, last: int, low: int, high: int, cues: list[Cue]) -> int | None:
        """Find the reporting verb whose subject the outlet is."""
        tape, texts = scene.tape, scene.tape.texts
        quoted = any(word in _MARKS for word in texts[low:high])
        for cue in cues:
            if cue.mood in ("passive", "infinitive", "gerund") or (cue.kind == "incise" and not quoted):
                continue
            if cue.first > last:
                subject = self._speakers.left(scene, cue.first, low) or self._speakers.first(scene, low, cue.first)
                if subject and self._heads(tape, subject, first):
                    return cue.first
            elif cue.last < first and first - cue.last <= 4 and all(word in self.skip for word in texts[cue.last + 1 : first]):
                before = texts[cue.first - 1] if cue.first > low else ","
                if before in ',»”"-–—(' or not before.isalnum() or before in self._speakers.subordinators:
                    return cue.first
        place = last + 1
        while place < high and texts[place] in self._speakers.skips:
            place += 1
        if place < high and texts[place] in self._verbs and self._free(tape, first, low):
            return place
        for index in range(low, first):
            taken = self._learned.length(tape, index)
            if taken and all(word in self.skip for word in texts[index + taken : first]):
                return index
        return None

    def _heads(self, tape: Words, subject: tuple[int, int], first: int) -> bool:
        """Tell whether the name is what a noun phrase is about, or joined to it."""
        start = tape.at(subject[0])
        if not (start <= first < tape.at(subject[1])):
            return False
        return all(word in self.skip or word in self._and for word in tape.texts[start:first]) or self._by_inside(tape, start, first)

    def _by_inside(self, tape: Words, start: int, first: int) -> bool:
        return any(tape.texts[index] in self._by and tape.texts[index - 1] in self._brought for index in range(start + 1, first))

    def _free(self, tape: Words, first: int, low: int) -> bool:
        place = first - 1
        while place >= low and tape.texts[place] in self.skip:
            place -= 1
        return place < low or (tape.texts[place] not in self._speakers.prepositions and tape.texts[place] not in self._speakers.chain)

    def _spoken(self, cues: list[Cue]) -> bool:
        return any(cue.mood != "passive" for cue in cues)
