"""Posts: what one person is or was, where."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.judge.likeness import likeness, words
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import Role

LOWER_RANKS = ("deputy", "vice", "assistant")
"""Prefixes of a concept in `lexicon/posts` that make it another rank of the same post."""

LEADING = frozenset({"director", "head"})
"""Concepts of `lexicon/posts` that are one post where they are of a whole organisation: "dirige le musée", "directrice du musée"."""


def compare(a: Role, b: Role, ground: Ground) -> Outcome:
    """Compare post, place, scope and whether it still holds."""
    a, b = _placed(a, b), _placed(b, a)
    place = _place(a.organisation, b.organisation)
    if {a.post, b.post} == LEADING and a.exclusive and b.exclusive and place == "same":
        a = replace(a, post=b.post)
    same_scope = words(a.scope or "") == words(b.scope or "")
    if a.post != b.post:
        if _rank(a.post) == _rank(b.post) and place == "same" and same_scope and a.status == b.status:
            return ground.disjoint("rank", level="rank")
        return Outcome("compatible", "other-post", "other-post")
    if place == "other":
        return Outcome("compatible", "other-post", "other-place")
    if not same_scope:
        return Outcome("compatible", "overlap", "scope")
    if a.status == b.status:
        return Outcome("agree", "same", "same") if place == "same" else Outcome("compatible", "overlap", "place-missing")
    if {a.status, b.status} == {"current", "former"} and place == "same" and (a.exclusive or b.exclusive or ground.exclusive):
        return ground.disjoint("status", level="status")
    return Outcome("compatible", "status", "status-may-hold")


def _placed(role: Role, other: Role) -> Role:
    """Read "director of the museum" as of the museum that the other names."""
    if role.organisation is not None or role.scope is None or other.organisation is None or other.scope is not None:
        return role
    meant = set(words(role.scope)) <= set(words(other.organisation))
    return replace(role, organisation=other.organisation, scope=None) if meant else role


def _place(a: str | None, b: str | None) -> str:
    if a is None or b is None:
        return "same" if a == b else "unknown"
    alike = likeness(a, b)
    return "other" if alike == "other" else "same"


def _rank(post: str) -> str:
    """Take a lower rank's prefix off a post."""
    found = words(post)
    return " ".join(found[1:] if len(found) > 1 and found[0] in LOWER_RANKS else found)
