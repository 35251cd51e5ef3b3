"""One article against itself: its headline against its text, one source with two values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.judge.positions import place
from claimcheck.judge.readings import Reading
from claimcheck.judge.weigh import Weighed
from claimcheck.model import Claim, Span

Inside = tuple[Claim, Claim, Reading, Reading, Weighed]


def inside(
    grouped: Mapping[Reading, Sequence[Claim]],
    weighed: Mapping[tuple[Reading, Reading], Weighed],
    headings: Mapping[str, Sequence[Span]],
) -> Iterator[Inside]:
    """Give the pairs of one article's claims by which it contradicts itself.

    Two values in the text itself are mostly of two facts, and those of one sentence always are; what counts is a headline that
    nothing in the text bears out, and one source that is credited with both.
    """
    told: dict[str, list[tuple[Claim, Reading]]] = {}
    for reading, claims in grouped.items():
        for claim in claims:
            told.setdefault(claim.article, []).append((claim, reading))
    for article in sorted(told):
        own = sorted(told[article], key=lambda item: place(item[0]))
        spans = headings.get(article, ())
        heads = {claim.id for claim, _ in own if any(span.start <= claim.start < span.end for span in spans)}
        borne_out = {
            claim.id
            for claim, reading in own
            if claim.id in heads
            for other, theirs in own
            if other.id not in heads and (reading == theirs or _between(reading, theirs, weighed).outcome.verdict != "contradiction")
        }
        for at, (a, mine) in enumerate(own):
            for b, theirs in own[at + 1 :]:
                if mine == theirs or a.sentence == b.sentence:
                    continue
                found = _between(mine, theirs, weighed)
                head = {a.id, b.id} & heads
                if found.outcome.verdict == "contradiction" and (found.same_source or (len(head) == 1 and not head & borne_out)):
                    yield a, b, mine, theirs, found


def _between(a: Reading, b: Reading, weighed: Mapping[tuple[Reading, Reading], Weighed]) -> Weighed:
    return weighed[a, b] if (a, b) in weighed else weighed[b, a]
