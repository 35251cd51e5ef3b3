"""Run the examples that stand inside the rule files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from claimcheck.extract.stage import extract
from claimcheck.model import Article, Claim, Document, Rule, Sentence
from claimcheck.model.fold import fold
from claimcheck.model.record import record
from claimcheck.model.rule import Example
from claimcheck.ruleset import RuleSet

TODAY = date(2025, 6, 18)
"""The examples' day of publication, a Wednesday."""


@record
class Outcome:
    """What came of one example."""

    rule: Rule
    expected: Literal["yes", "no", "todo"]
    example: Example
    passed: bool
    """For `todo`: whether it fails, as it must until the rule can do it."""
    found: tuple[Claim, ...]
    """Every claim that was read in the example."""

    @property
    def where(self) -> str:
        """`file:line` of the example."""
        return f"{self.rule.path}:{self.example.line}"

    @property
    def message(self) -> str:
        """Say what was wanted and what was read."""
        read = "; ".join(f"{claim.attribute} {claim.text!r} of {claim.subject!r} {dict(claim.slot)}" for claim in self.found) or "nothing"
        wanted = {"yes": "must be read", "no": "must not be read", "todo": "is read now: make it a `yes`"}[self.expected]
        return f"{self.where}: {self.rule.id} {wanted} in {self.example.text!r}; read: {read}"


def run(ruleset: RuleSet) -> Iterator[Outcome]:
    """Read every example of every rule."""
    for language, rules in ruleset.rules.items():
        for rule in rules:
            for expected, examples in (("yes", rule.yes), ("no", rule.no), ("todo", rule.todo)):
                for example in examples:
                    claims = claims_of(example.text, language, ruleset)
                    hit = any(_matches(claim, rule, example) for claim in claims)
                    yield Outcome(rule, expected, example, hit == (expected == "yes"), claims)  # type: ignore[arg-type]


def claims_of(text: str, language: str, ruleset: RuleSet) -> tuple[Claim, ...]:
    """Give the claims of one sentence."""
    article = Article(id="example", outlet="example", text=text, language=language, published=TODAY)
    document = Document(article, (Sentence(0, len(text), "sentence", 0),))
    found, problems = extract([document], ruleset=ruleset)
    if problems:
        raise RuntimeError(problems[0].message)
    return found[0].claims


def _matches(claim: Claim, rule: Rule, example: Example) -> bool:
    if claim.rule != rule.id:
        return False
    if example.value is not None and fold(example.value) not in fold(claim.text) and fold(claim.text) not in fold(example.value):
        return False
    if example.subject is not None and fold(example.subject) != fold(claim.subject):
        return False
    slots = claim.slots
    return all(slots.get(name) == value for name, value in example.slot)
