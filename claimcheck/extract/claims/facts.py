"""What is told in words and not in figures → claims: "a signé" against "n'a rien signé", *revenue was flat*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.claims.distance import Ruler
from claimcheck.extract.claims.draft import Desk, Draft
from claimcheck.extract.claims.phrases import Hit
from claimcheck.extract.claims.scene import Scene
from claimcheck.extract.claims.things import acted_on, opening
from claimcheck.extract.claims.vocabulary import OF, Cue
from claimcheck.model import Fact, Span
from claimcheck.model.rule import SubjectKind

NEGATION_REACH = 3
"""Words between "ne", *not* and the verb."""
PAIR_REACH = 12.0
"""Words between a fact and what it is told of: *revenue was 12.9 billion, roughly flat*."""
CONFIDENCE = 0.75


def read_facts(desk: Desk, scene: Scene) -> Iterator[Draft]:
    """Give a claim for each deed and state that the lexicons know; what is not yet done is none, it may be done tomorrow."""
    deeds = _longest([hit for hit in scene.cues("predicate") if hit.key.name in desk.vocabulary.facts])
    states = _states(desk, scene)
    if not deeds and not states:
        return
    pending = scene.clause("not-yet")
    negations = scene.clause("negation")
    excluded = scene.clause("ruled-out")
    for hit in deeds if not pending else ():
        span = _span(scene, hit)
        stance, place = desk.stances.modality(span), (hit.first, hit.last)
        if _unsettled(desk, scene, hit):
            continue
        # "il assure n'avoir rien signé" denies having signed
        holds = not _negated(hit, negations) or stance == "denied"
        claim = _claim(desk, scene, hit, "any" if hit.key.name not in desk.vocabulary.unique_events else "event", "predicates", holds=holds)
        claim = claim if claim.subject else replace(claim, thing=opening(scene, place))
        if hit.key.name not in desk.vocabulary.done_to:
            yield claim
        elif done_to := acted_on(scene, place):
            yield replace(claim, slot=claim.slot | {"of": done_to})
    for hit, words in states:
        # a state that is not so is none: "the road was not closed" says little of the road
        if _beside(words, excluded) or _unsettled(desk, scene, words) or _negated(words, pending):
            continue
        negated = _negated(words, negations)
        if not negated or hit.key.name in desk.vocabulary.settled:
            yield _claim(desk, scene, hit, desk.vocabulary.told_of[hit.key.name], "facts", holds=not negated)


def _claim(desk: Desk, scene: Scene, hit: Hit[Cue], of: SubjectKind, lexicon: str, *, holds: bool) -> Draft:
    subject = desk.subjects.find(scene, desk.ruler(scene), (hit.first, hit.last), of)
    start, end = _span(scene, hit)
    opposite = desk.vocabulary.opposites.get(hit.key.name)
    deed = Fact(opposite, not holds) if opposite else Fact(hit.key.name, holds)
    return Draft(
        type="event",
        subject=subject.name,
        attribute="fact",
        start=start,
        end=end,
        sentence=scene.sentence.span,
        value=deed,
        rule="fact",
        slot={"event": deed.concept},
        confidence=min(CONFIDENCE, subject.confidence),
        derivation=(f"fact ← {scene.text(start, end)!r} · {desk.vocabulary.language}/lexicon/{lexicon}",),
    )


def _states(desk: Desk, scene: Scene) -> list[tuple[Hit[Cue], Hit[Cue]]]:
    """Give the states of a sentence and their words; what is too common alone is joined with the nearest word that it is told of."""
    told: list[Hit[Cue]] = []
    told_of: dict[str, list[Hit[Cue]]] = {}
    for cue in scene.cues("fact"):
        if cue.key.value == OF:
            told_of.setdefault(cue.key.name, []).append(cue)
        else:
            told.append(cue)
    paired = desk.vocabulary.paired
    found = []
    for words in _longest([words for words in told if words.key.name not in paired or words.key.name in told_of]):
        hit = _paired(desk.ruler(scene), words, told_of[words.key.name]) if words.key.name in paired else words
        if hit is not None:
            found.append((hit, words))
    # "fell" in *fell short* tells of no fall
    return [pair for pair in found if not any(_within(pair[1], other) for _, other in found)] if len(found) > 1 else found


def _paired(ruler: Ruler, hit: Hit[Cue], told_of: Sequence[Hit[Cue]]) -> Hit[Cue] | None:
    near = [(ruler.apart((hit.first, hit.last), (of.first, of.last)), of) for of in told_of if of.first >= hit.last or of.last <= hit.first]
    cost, of = min(near, key=lambda pair: pair[0], default=(PAIR_REACH + 1, hit))
    return Hit(min(hit.first, of.first), max(hit.last, of.last), hit.key) if cost <= PAIR_REACH else None


def _within(hit: Hit[Cue], other: Hit[Cue]) -> bool:
    return other.first <= hit.first and hit.last <= other.last and other.last - other.first > hit.last - hit.first


def _span(scene: Scene, hit: Hit[Cue]) -> Span:
    return Span(scene.starts[hit.first], scene.ends[hit.last - 1])


def _negated(hit: Hit[Cue], cues: Sequence[Hit[Cue]]) -> bool:
    """Whether a word of negation belongs to a phrase that has none of its own: *no injuries* says what it says."""
    if any(hit.first <= cue.first and cue.last <= hit.last for cue in cues):
        return False
    return any(0 <= hit.first - cue.last <= NEGATION_REACH or 0 <= cue.first - hit.last < 1 for cue in cues)


def _beside(hit: Hit[Cue], cues: Sequence[Hit[Cue]]) -> bool:
    """Whether a state is told only to rule it out."""
    return any(max(hit.first - cue.last, cue.first - hit.last) in range(NEGATION_REACH + 1) for cue in cues)


def _unsettled(desk: Desk, scene: Scene, hit: Hit[Cue]) -> bool:
    """Whether what has an opposite is under reserve, only supposed, or wanted: "s'il est reconnu coupable"."""
    if hit.key.name not in desk.vocabulary.settled:
        return False
    return desk.stances.modality(_span(scene, hit)) == "hedged" or any(cue.last <= hit.first for cue in scene.clause("if"))


def _longest(hits: Sequence[Hit[Cue]]) -> list[Hit[Cue]]:
    """Leave out what stands inside a longer phrase for the same deed: "signé" in "a signé"."""
    if len(hits) <= 1:
        return list(hits)
    kept: list[Hit[Cue]] = []
    reached: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.last > reached.get(hit.key.name, 0):
            reached[hit.key.name] = hit.last
            kept.append(hit)
    return kept
