"""Stage: the claims of a story → topics. Claims meet by subject, attribute and slot, never by their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.align.cluster import Cluster, cluster
from claimcheck.align.identity import Identities
from claimcheck.model import Claim, Problem, Story, Topic
from claimcheck.ruleset import RuleSet

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


def _topics(story: Story, claims: Sequence[Claim], ruleset: RuleSet) -> list[Topic]:
    identities = Identities(claim.subject for claim in claims if claim.subject)
    shared: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        shared[claim.attribute, identities.of(claim.subject)].append(claim)
    topics: list[Topic] = []
    for (attribute, subject), group in sorted(shared.items()):
        if len({claim.article for claim in group}) < 2:
            continue
        kind = ruleset.kinds.get(attribute)
        clusters = cluster(group, kind)
        apart = _apart(clusters)
        for i, found in enumerate(clusters):
            members = tuple(sorted(found.claims, key=lambda claim: (claim.article, claim.start, claim.end)))
            topics.append(
                Topic(
                    story=story.id,
                    subject=subject,
                    attribute=attribute,
                    slot=tuple(sorted(found.slot.items())),
                    claims=members,
                    apart=(),
                    confidence=min(found.confidence, 1.0),
                )
            )
            if i == 0 and apart:
                everyone = tuple(sorted(group, key=lambda claim: (claim.article, claim.start, claim.end)))
                topics.append(Topic(story.id, subject, attribute, (), everyone, apart=apart))
    return topics


def _apart(clusters: Sequence[Cluster]) -> tuple[tuple[str, str, str], ...]:
    """List the pairs across clusters, with the slot that keeps them apart."""
    pairs: list[tuple[str, str, str]] = []
    for i, one in enumerate(clusters):
        for other in clusters[i + 1 :]:
            reason = one.differs(other.slot) or "slot"
            for a in one.claims:
                for b in other.claims:
                    if a.article != b.article and len(pairs) < MAX_APART:
                        pairs.append((*sorted((a.id, b.id)), f"apart-{reason}"))  # type: ignore[arg-type]
    return tuple(pairs)
