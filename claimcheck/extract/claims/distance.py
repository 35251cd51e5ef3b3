"""How far two places of a sentence are from each other, counted in words, with a toll for each boundary crossed."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from claimcheck.extract.claims.scene import Scene

COMMA_TOLL = 1.5
STOP_TOLL = 30.0
"""A semicolon or a colon: what stands beyond it is told of something else."""
BREAK_TOLL = 8.0
"""A conjunction that opens another clause ("tandis que", *while*)."""
LABEL_TOLL = 2.0
"""A colon right before a value: what stands before it is its label ("Montant de la rançon : …")."""
BRACKET_TOLL = 2.0
LONGEST_INSERTION = 14
"""Words between the two commas of "seize personnes, dont la plupart sont mineures, ont été blessées"."""
VALUE_TOLL = 1.0
"""Another value stands between: it is probably nearer to the phrase."""
_TOLLS = {",": COMMA_TOLL, ";": STOP_TOLL, ":": STOP_TOLL, "(": BRACKET_TOLL, ")": BRACKET_TOLL, "–": BRACKET_TOLL, "—": BRACKET_TOLL}


class Ruler:
    """Measures one sentence; each question costs the same whatever the sentence's length."""

    def __init__(self, scene: Scene) -> None:
        self._words = scene.words
        ends, starts = scene.ends, scene.starts
        self._commas = [i for i, word in enumerate(scene.words[:-1]) if word == "," and ends[i] < starts[i + 1]]
        tolls = [_TOLLS.get(word, 0.0) for word in scene.words]
        for hit in scene.clause("break"):
            tolls[hit.first] += BREAK_TOLL
        self._tolls = [0.0, *accumulate(tolls)]
        values = [0] * (len(tolls) + 1)
        self._spans = [scene.tokens_of(mention.start, mention.end) for mention in scene.mentions]
        for first, _ in self._spans:
            values[min(first, len(tolls))] += 1
        self._values = [0, *accumulate(values)]
        self._labelled = {first for first, _ in self._spans if 0 < first <= len(tolls) and scene.words[first - 1] == ":"}

    def span_of(self, index: int) -> tuple[int, int]:
        """Give the range of tokens of the sentence's n-th mention."""
        return self._spans[index]

    def between(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        """Measure from the end of one range of tokens to the start of the next; 0 where they touch or overlap."""
        start, end = left[1], right[0]
        if end <= start:
            return 0.0
        end = min(end, len(self._tolls) - 1)
        others = self._values[end] - self._values[start]
        waived = STOP_TOLL - LABEL_TOLL if end in self._labelled else 0.0
        return (end - start) + self._tolls[end] - self._tolls[start] - waived + VALUE_TOLL * others

    def words(self, one: tuple[int, int], other: tuple[int, int]) -> int:
        """Count the words between two ranges in either order, boundaries or not."""
        left, right = sorted((one, other))
        return max(right[0] - left[1], 0)

    def beyond(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        """Measure as `between`, but leave out an insertion between commas right behind the left range; the verb must follow it."""
        plain, at = self.between(left, right), left[1]
        if at < len(self._words) and self._words[at] == ",":
            end = next((i for i in range(at + 2, min(at + LONGEST_INSERTION, right[0])) if self._words[i] == ","), None)
            if end is not None and right[0] == end + 1:
                return min(plain, COMMA_TOLL)
        return plain

    def aside(self, place: tuple[int, int]) -> tuple[int, int] | None:
        """Give the insertion between two commas that a range stands in, as the half-open range of its words."""
        at = bisect_left(self._commas, place[0])
        if not 0 < at < len(self._commas) or self._commas[at] < place[1]:
            return None
        first, last = self._commas[at - 1] + 1, self._commas[at]
        return (first, last) if last - first <= LONGEST_INSERTION else None

    def crosses(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether another value stands between two ranges."""
        left, right = sorted((one, other))
        return right[0] > left[1] and self._values[right[0]] > self._values[left[1]]

    def apart(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        """Measure between two ranges in either order."""
        return self.between(one, other) if one[0] <= other[0] else self.between(other, one)
