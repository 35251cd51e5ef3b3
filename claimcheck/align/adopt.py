"""Claims whose subject an article leaves open: whom they are of, where the story as a whole makes it plain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from claimcheck.model import Claim, Role
from claimcheck.model.fold import bare
from claimcheck.ruleset import RuleSet

POST = "post"
TIME_OF_DAY = "time-of-day"
"""Without a subject it is of what happened, of nobody."""
GENERAL = "general"
"""Rule of the claims that no rule names: they stay unsure."""
RIVAL_SHARE = 0.5
"""A story is about one subject when the next one is claimed of in fewer than this share of its articles."""
SETTLED = 0.6
"""Confidence in a subject that only the story settles."""
AGREED = 2
"""Articles that name one and the same subject for an act, and no article another: then it is settled too."""
UNSETTLED = 0.45
"""The same where the story is about several: enough to agree, too little to contradict."""
Shared = dict[tuple[str, str], list[Claim]]
"""Claims by attribute and subject."""


def adopt_titles(shared: Shared) -> None:
    """Give a post without a name ("le PDG de Velmor") to the one person who holds it elsewhere in the story."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (attribute, subject), group in shared.items():
        for claim in group:
            if attribute == POST and subject and isinstance(claim.value, Role) and claim.value.exclusive and claim.value.organisation:
                holders[claim.value.post, bare(claim.value.organisation)].add(subject)
    left = []
    for claim in shared.pop((POST, ""), ()):
        found = holders[claim.value.post, bare(claim.value.organisation or "")] if isinstance(claim.value, Role) else set()
        if len(found) == 1:
            shared[POST, next(iter(found))].append(claim)
        else:
            left.append(claim)
    if left:
        shared[POST, ""] = left


def adopt_orphans(shared: Shared, ruleset: RuleSet) -> None:
    """Give claims without a subject to whom the story is about, else to whom most articles name for that attribute.

    What is said of a person stays apart: without its person it is of nobody. Between equals, nobody adopts.
    """
    named = _named(shared, ruleset)
    main = _main(named)
    _disown(shared, named)
    for attribute, by_subject in named.items():
        ranked = sorted(by_subject, key=lambda subject: (-len(by_subject[subject]), subject))
        tied = len(ranked) > 1 and len(by_subject[ranked[0]]) == len(by_subject[ranked[1]])
        parent = main if main in by_subject else None if tied else ranked[0]
        kind = ruleset.kinds.get(attribute)
        one_act = kind is not None and kind.act and len(ranked) == 1 and len(by_subject[ranked[0]]) >= AGREED
        settled = parent is not None and (parent == main or one_act)
        orphans = shared.get((attribute, "")) if attribute != TIME_OF_DAY else None
        if orphans and parent:
            sure = SETTLED if settled else UNSETTLED
            shared[attribute, parent] += [replace(claim, confidence=min(claim.confidence, sure)) for claim in orphans]
            del shared[attribute, ""]
        if parent and settled:
            own = shared[attribute, parent]
            shared[attribute, parent] = [
                replace(claim, confidence=SETTLED) if UNSETTLED <= claim.confidence < SETTLED and claim.rule != GENERAL else claim
                for claim in own
            ]


def _disown(shared: Shared, named: Mapping[str, dict[str, set[str]]]) -> None:
    """Leave the subject of claims open where it is a guess of one article: nobody else says such a thing of it."""
    for attribute, by_subject in named.items():
        for subject in [subject for subject, articles in by_subject.items() if len(articles) == 1]:
            own = shared[attribute, subject]
            if max(claim.confidence for claim in own) <= UNSETTLED and len(by_subject) > 1:
                shared[attribute, ""] += own
                del shared[attribute, subject], by_subject[subject]


def _named(shared: Shared, ruleset: RuleSet) -> dict[str, dict[str, set[str]]]:
    """Map each attribute that is not of a person to its subjects and their articles."""
    named: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for (attribute, subject), group in shared.items():
        kind = ruleset.kinds.get(attribute)
        if subject and not (kind and kind.subject == "person"):
            named[attribute][subject] = {claim.article for claim in group}
    return named


def _main(named: dict[str, dict[str, set[str]]]) -> str | None:
    """Name the subject that the story is about; none where two come close."""
    articles: dict[str, set[str]] = defaultdict(set)
    for by_subject in named.values():
        for subject, found in by_subject.items():
            articles[subject] |= found
    ranked = sorted(articles, key=lambda subject: (-len(articles[subject]), subject))
    if len(ranked) > 1 and len(articles[ranked[1]]) >= RIVAL_SHARE * len(articles[ranked[0]]):
        return None
    return ranked[0] if ranked else None
