"""What all topics of a run are judged with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.judge.confidence import weights
from claimcheck.judge.outcome import Ground, Outcome
from claimcheck.judge.readings import Reading
from claimcheck.judge.reasons import Reasons, Said
from claimcheck.judge.sourcing import Drop
from claimcheck.judge.weigh import Weighed
from claimcheck.judge.witnesses import Witnesses
from claimcheck.model import Article, Claim, Document, Kind
from claimcheck.ruleset.load import RuleSet


class Bench:
    """What all topics of a run are judged with."""

    def __init__(self, documents: Sequence[Document], ruleset: RuleSet, language: str, witnesses: Witnesses) -> None:
        self.articles: dict[str, Article] = {document.article.id: document.article for document in documents}
        self.witnesses = witnesses
        self.headings = {document.article.id: [s.span for s in document.sentences if s.kind == "heading"] for document in documents}
        self.parties = frozenset(ruleset.lexicons(language).get("parties"))
        self.reasons = Reasons(language, ruleset.root)
        self.ruleset = ruleset
        self.weights = weights(ruleset.root)

    def said(self, claim: Claim) -> Said:
        """Name the outlet that makes a claim."""
        article = self.articles.get(claim.article)
        return Said(claim, article.outlet if article else claim.article)

    def explain(self, outcome: Outcome, mine: Reading, theirs: Reading, a: Claim, b: Claim, others: int) -> str:
        """Say a pair in short."""
        internal = a.article == b.article
        return self.reasons.brief(self.said(a), self.said(b), outcome, mine, theirs, others=others, internal=internal)

    def uncredited(self, drop: Drop, found: Weighed) -> Weighed:
        """Turn an agreement into a matter of certainty, with who credits the value and who does not."""
        credited, flat = ([self.said(claim) for claim in claims.values()] for claims in (drop.credited, drop.flat))
        note = ("credited", self.reasons.sourcing(credited, flat))
        return Weighed(Outcome("certainty", found.outcome.level, "uncredited", (*found.outcome.notes, note)))

    def explain_apart(self, key: str, slot: str, a: Claim, b: Claim, others: int) -> str:
        """Say in short why a pair was kept apart."""
        return self.reasons.brief_apart(self.said(a), self.said(b), key, slot, others=others)

    def ground(self, kind: Kind | None, claims: Sequence[Claim]) -> Ground:
        """Give what the comparisons of a topic rest on."""
        days = [article.published for claim in claims if (article := self.articles.get(claim.article)) and article.published]
        latest = max((date(day.year, day.month, day.day) for day in days), default=None)
        return Ground.of(kind, when=latest, root=self.ruleset.root)
