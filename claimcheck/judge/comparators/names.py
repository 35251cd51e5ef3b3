"""Names: one, several, or a number of them."""

from __future__ import annotations

from claimcheck.judge.likeness import likeness
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.model import Names


def compare(a: Names, b: Names, ground: Ground) -> Outcome:
    """Match the members, then weigh what is left over on each side."""
    if _counts_differ(a, b, ground):
        return ground.disjoint("counts", level="count")
    if not a.names or not b.names:
        return Outcome("agree", "same", "same") if a.count == b.count else Outcome("compatible", "overlap", "part")
    kinds, left, right = _match(a.names, b.names)
    if not left and not right:
        if "spelling" in kinds:
            return Outcome("spelling", "spelling", "spelling")
        if a.open != b.open:
            return Outcome("compatible", "open-list", "open-list")
        return Outcome("agree", "same", "same") if kinds == {"same"} else Outcome("compatible", "overlap", "part-name")
    if "spelling" in kinds:
        return Outcome("spelling", "spelling", "spelling")
    if a.open or b.open:
        return Outcome("compatible", "open-list", "open-list")
    if not left or not right:
        return Outcome("compatible", "overlap", "part")
    if kinds and not (ground.exclusive or (a.count and a.count == b.count)):
        return Outcome("compatible", "overlap", "share")
    one_each, both_counted = len(a.names) == len(b.names) == 1, a.count and b.count
    if not kinds and not ground.exclusive and (one_each or both_counted):  # two groups, as far as can be told
        return Outcome("not_comparable", "never", "other-names")
    return ground.disjoint("names", level="names")


def _counts_differ(a: Names, b: Names, ground: Ground) -> bool:
    """Whether the sizes exclude one another: both stated, or both lists closed and only one can be right."""
    if a.count is not None and b.count is not None:
        return a.count != b.count and (ground.exclusive or _within(a, b))
    if a.open or b.open or not (ground.exclusive or a.count or b.count):
        return False
    sizes = [names.count if names.count is not None else len(names.names) for names in (a, b)]
    return 0 not in sizes and sizes[0] != sizes[1] and (ground.exclusive or _exceeds(a, b) or _falls_short(a, b))


def _within(a: Names, b: Names) -> bool:
    """Whether all that one side names is among what the other names: two counts of one group."""
    _, left, right = _match(a.names, b.names)
    return not left or not right


def _exceeds(a: Names, b: Names) -> bool:
    """Whether one lists more names than the other says there are."""
    return any(one.count is not None and other.count is None and len(other.names) > one.count for one, other in ((a, b), (b, a)))


def _falls_short(a: Names, b: Names) -> bool:
    """Whether one counts its whole list ("five heads: A, B, C, D and E") and the other, closed too, knows fewer."""
    return any(one.count == len(one.names) > len(other.names) > 0 and other.count is None for one, other in ((a, b), (b, a)))


def _match(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[set[str], list[str], list[str]]:
    """Pair names off, the most alike first; give how alike the pairs are and who is left over on each side."""
    left, right, kinds = sorted(set(mine)), sorted(set(theirs)), set[str]()
    for wanted in ("same", "part", "spelling"):
        for name in tuple(left):
            other = next((candidate for candidate in right if likeness(name, candidate) == wanted), None)
            if other is not None:
                left.remove(name)
                right.remove(other)
                kinds.add(wanted)
    return kinds, left, right
