"""Frozen records that flow between the stages. They know nothing of files, languages or output formats."""

from claimcheck.model.claim import Attribution, Claim, ClaimType, Modality
from claimcheck.model.finding import SEVERITIES, VERDICTS, Finding, Pair, Position, Report, Severity, Verdict
from claimcheck.model.given import Given
from claimcheck.model.layers import (
    Credit,
    Denial,
    Entity,
    EntityMention,
    EntityType,
    Hedge,
    Layers,
    Mention,
    Post,
    Quotation,
)
from claimcheck.model.problem import Problem, UsageError
from claimcheck.model.rule import Kind, Rule
from claimcheck.model.story import Follow, Story, Topic
from claimcheck.model.text import Article, Document, Passage, Sentence, SentenceKind, Span
from claimcheck.model.value import HOURLY, DateValue, Fact, Granularity, Names, Quantity, Role, Status, Value

__all__ = [
    "HOURLY",
    "SEVERITIES",
    "VERDICTS",
    "Article",
    "Attribution",
    "Claim",
    "ClaimType",
    "Credit",
    "DateValue",
    "Denial",
    "Document",
    "Entity",
    "EntityMention",
    "EntityType",
    "Fact",
    "Finding",
    "Follow",
    "Given",
    "Granularity",
    "Hedge",
    "Kind",
    "Layers",
    "Mention",
    "Modality",
    "Names",
    "Pair",
    "Passage",
    "Position",
    "Post",
    "Problem",
    "Quantity",
    "Quotation",
    "Report",
    "Role",
    "Rule",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Span",
    "Status",
    "Story",
    "Topic",
    "UsageError",
    "Value",
    "Verdict",
]
