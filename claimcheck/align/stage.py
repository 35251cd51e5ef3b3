"""Stage: the claims of a story → topics. Claims meet by subject, attribute and slot, never by their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from claimcheck.align.adopt import adopt_orphans, adopt_titles
from claimcheck.align.cluster import Cluster, cluster, may_be_one, own_sides
from claimcheck.align.echoes import Echo, echoes
from claimcheck.align.identity import Identities
from claimcheck.align.places import without_scene
from claimcheck.align.quotes import RUNS, same_words
from claimcheck.model import OPEN, Claim, Problem, Story, Topic
from claimcheck.ruleset import RuleSet

LOOSE_ENDS = ("fact", "dated", "rank")
"""Attributes of whatever is told: of two deeds nobody would ask whether they are one."""
HOLDER = "holder"
"""Its subjects are posts ("president · Velmor"), no names of anybody."""
OF_WHAT = 0.45
"""Confidence in a topic whose subject no article names: the values may be of different things."""
UNNAMED = ("any", "person")
"""What a kind may be said of that only a name tells from another."""
MAX_OPEN = 400
"""Pairs of one attribute and subject whose own slots allow one fact though their neighbours' differ: they may agree."""
MAX_APART = 40
"""Pairs of one attribute and subject that are listed as not comparable; more would bury the reader."""


def align(stories: Iterable[Story], claims: Iterable[Claim], *, ruleset: RuleSet) -> tuple[tuple[Topic, ...], tuple[Problem, ...]]:
    """Line up the claims of each story that speak of the same fact; a topic holds two articles or more."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    topics: list[Topic] = []
    for story in stories:
        told = [claim for article in story.articles for claim in by_article[article]]
        topics += _topics(story, told, ruleset)
    return tuple(topics), ()


def _topics(story: Story, told: Sequence[Claim], ruleset: RuleSet) -> list[Topic]:
    claims = without_scene(told)
    identities = Identities(claim.subject for claim in claims if claim.subject and claim.attribute not in (HOLDER, *RUNS))
    posts = Identities(claim.subject for claim in claims if claim.attribute == HOLDER)
    shared: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    quotes = same_words([claim for claim in claims if claim.attribute in RUNS])
    for claim in claims:
        subject = (posts if claim.attribute == HOLDER else identities).of(claim.subject)
        shared[claim.attribute, quotes.get(claim.id, subject)].append(claim)
    adopt_titles(shared)
    adopt_orphans(shared, ruleset)
    heard = echoes(shared, ruleset)
    topics: list[Topic] = []
    for (attribute, key), claimed in sorted(shared.items()):
        kind = ruleset.kinds.get(attribute)
        nobody = kind is not None and kind.subject == "person" and not key
        group = [claim for claim in claimed if "group" in claim.slots] if nobody else claimed  # "a child of three" can be one child
        echoing = heard.get((attribute, key), ())
        if len({claim.article for claim in group}) < 2:
            if echoing:
                topics.append(_parted(story.id, key, attribute, group, (), echoing))
            continue
        subject = key if attribute not in RUNS else max(sorted(claim.subject for claim in group), key=len)
        known = bool(key) or (kind is not None and kind.subject not in UNNAMED)
        clusters = cluster(own_sides(group, kind), kind)
        apart = _apart(clusters) if attribute not in LOOSE_ENDS else ()
        held = {claim.id: i for i, found in enumerate(clusters) for claim in found.claims}
        unheld = [echo for echo in echoing if held.get(echo.one.id, -1) != held.get(echo.other.id, -2)]
        everyone = _in_order(group)
        for i, found in enumerate(clusters):
            members = _in_order(found.claims)
            own = {claim.id for claim in members}
            topics.append(
                Topic(
                    story=story.id,
                    subject=subject,
                    attribute=attribute,
                    slot=tuple(sorted(found.slot.items())),
                    claims=members,
                    confidence=found.confidence if known else min(found.confidence, OF_WHAT),
                    context=tuple(claim for claim in everyone if claim.id not in own),
                )
            )
            if i == 0 and (apart or unheld):
                topics.append(_parted(story.id, subject, attribute, everyone, apart, unheld))
    return topics


def _parted(
    story: str, subject: str, attribute: str, group: Sequence[Claim], apart: Sequence[tuple[str, str, str]], echoing: Sequence[Echo]
) -> Topic:
    """Give the topic of what stays apart in a group, and of what echoes it; an echo is told as such."""
    told = {claim.id: claim for echo in echoing for claim in (echo.one, echo.other)} | {claim.id: claim for claim in group}
    pairs = {(one, other): key for one, other, key in apart} | {echo.pair[:2]: echo.pair[2] for echo in echoing}
    listed = tuple((one, other, key) for (one, other), key in pairs.items())
    return Topic(story, subject, attribute, (), _in_order(told.values()), apart=listed)


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.article, claim.start, claim.end, claim.id)))


def _apart(clusters: Sequence[Cluster]) -> tuple[tuple[str, str, str], ...]:
    """List the pairs across clusters, those first that nothing but their neighbours keeps apart, then by the slot that does."""
    open_pairs: list[tuple[str, str, str]] = []
    pairs: list[tuple[str, str, str]] = []
    for one, other in combinations(clusters, 2):
        reason = one.differs(other.slot) or "slot"
        for a, b in product(one.claims, other.claims):
            if a.article == b.article:
                continue
            first, second = sorted((a.id, b.id))
            if may_be_one(a, b, pinned=one.pinned) and len(open_pairs) < MAX_OPEN:
                open_pairs.append((first, second, OPEN))
            elif len(pairs) < MAX_APART:
                pairs.append((first, second, f"apart-{reason}"))
    return (*open_pairs, *pairs)
