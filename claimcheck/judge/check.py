"""The stage beside the judging of topics: each article against itself, by the checks of `checks/`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from claimcheck.judge.basis import is_currency, scale
from claimcheck.judge.checks import load, names
from claimcheck.judge.clash import Clash, Side, Slip
from claimcheck.judge.page import Page
from claimcheck.model import Claim, ClaimType, DateValue, Layers, Mention, Problem, Quantity, Story, UsageError
from claimcheck.ruleset import RuleSet

FAMILIES: Mapping[str, ClaimType] = {"%": "percent", "point": "percent", "time": "duration", "calendar": "duration", "count": "count"}
"""Family of a unit → type of the claim; any other family measures."""


def check(
    layers: Iterable[Layers], claims: Sequence[Claim], *, stories: Iterable[Story], ruleset: RuleSet
) -> tuple[tuple[Slip, ...], tuple[Claim, ...], tuple[Problem, ...]]:
    """Give what each article says that its own figures do not bear out, and all claims: a figure that was none becomes one.

    An article that cannot be checked is a problem that names it; `UsageError` for words that cannot be used.
    """
    told = {article: story.id for story in stories for article in story.articles}
    desk = _Desk(claims, ruleset)
    slips: list[Slip] = []
    problems: list[Problem] = []
    for layer in layers:
        article = layer.document.article
        language = ruleset.standing_in(article.language)
        try:
            clashes = tuple(_clashes(Page(layer, ruleset.lexicons(language), ruleset.root)))
        except UsageError:
            raise
        except (ArithmeticError, ValueError, LookupError) as error:
            problems.append(Problem("unchecked-article", article.path or article.id, repr(error), "warning"))
            continue
        for clash in clashes:
            a, b = (desk.claims_of(side, clash.kind, layer) for side in (clash.a, clash.b))
            slips.append(Slip(clash, article.id, told.get(article.id, ""), a, b))
    return tuple(slips), desk.all(), tuple(problems)


@cache
def _checks() -> tuple[str, ...]:
    return names()


def _clashes(page: Page) -> Iterator[Clash]:
    """Run every check; the same words said again are one slip."""
    seen: set[tuple[str, ...]] = set()
    for name in _checks():
        for clash in load(name).find(page):
            words = (clash.kind, *(" ".join(mention.text for mention in side.mentions) for side in (clash.a, clash.b)))
            if words not in seen:
                seen.add(words)
                yield clash


class _Desk:
    """The claims of a run, and those that the checks add, numbered on in each article."""

    def __init__(self, claims: Sequence[Claim], ruleset: RuleSet) -> None:
        self._claims = claims
        self._known = {(claim.article, claim.start, claim.end): claim for claim in reversed(claims)}
        self._numbers = Counter(claim.article for claim in claims)
        self._added: dict[str, list[Claim]] = {}
        self._ruleset = ruleset

    def claims_of(self, side: Side, kind: str, layers: Layers) -> tuple[Claim, ...]:
        """Give the claims that a side's figures make."""
        return tuple(self._claim(mention, kind, layers) for mention in side.mentions)

    def _claim(self, mention: Mention, kind: str, layers: Layers) -> Claim:
        article = layers.document.article
        place = (article.id, mention.start, mention.end)
        known = self._known.get(place)
        if known is not None:
            return known
        self._numbers[article.id] += 1
        sentences = layers.document.sentences
        sentence = sentences[bisect_right(sentences, mention.start, key=lambda sentence: sentence.start) - 1]
        claim = Claim(
            id=f"{article.id}:{self._numbers[article.id]}",
            article=article.id,
            type=_type(mention, self._ruleset),
            subject="",
            attribute=kind,
            slot=(),
            text=article.text[mention.start : mention.end],
            start=mention.start,
            end=mention.end,
            sentence=sentence.span,
            value=mention.value,
            rule=kind,
            derivation=mention.derivation,
        )
        self._known[place] = claim
        self._added.setdefault(article.id, []).append(claim)
        return claim

    def all(self) -> tuple[Claim, ...]:
        """Give all claims, those of an article together."""
        if not self._added:
            return tuple(self._claims)
        merged: list[Claim] = []
        for at, claim in enumerate(self._claims):
            merged.append(claim)
            if at + 1 == len(self._claims) or self._claims[at + 1].article != claim.article:
                merged += self._added.pop(claim.article, [])
        return (*merged, *(claim for added in self._added.values() for claim in added))


def _type(mention: Mention, ruleset: RuleSet) -> ClaimType:
    value = mention.value
    if isinstance(value, DateValue):
        return "date"
    assert isinstance(value, Quantity)  # noqa: S101 - a mention is a quantity or a date
    if is_currency(value.unit):
        return "money"
    return FAMILIES.get(scale(value.unit, ruleset.root).family, "measure")
