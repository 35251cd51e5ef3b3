"""Topics out of specs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from claimcheck.model import Article, Attribution, Claim, Document, Kind, Sentence, Span, Topic
from claimcheck.ruleset import RuleSet, default_root
from tests.judge.notation import value

KIND = Kind(
    id="thing",
    type="count",
    value=(),
    units=(),
    nouns=(),
    often=(),
    message=(),
    severity="error",
    subject="any",
    slots=(),
    ladder=("same", "rounding", "overlap", "far-bound", "disjoint"),
)
DAY = date(2025, 3, 10)


def claims_of(rows: Sequence[Sequence[Any]]) -> tuple[Claim, ...]:
    """Make claims of `[article, value, extras]`, numbered within their article."""
    made: list[Claim] = []
    for row in rows:
        article, text, extras = (*row, {})[:3]
        number = sum(claim.article == article for claim in made) + 1
        made.append(
            Claim(
                id=f"{article}:{number}",
                article=article,
                type="count",
                subject="Somebody",
                attribute="thing",
                slot=tuple(sorted(extras.get("slot", {}).items())),
                text=f"wording {text}",
                start=number * 10,
                end=number * 10 + 5,
                sentence=Span(*extras.get("sentence", (number * 10, number * 10 + 9))),
                value=replace(value(str(text)), relative=extras["relative"]) if "relative" in extras else value(str(text)),
                rule="thing",
                modality=extras.get("modality", "asserted"),
                attribution=Attribution(extras.get("party"), extras.get("upstream")),
                asof=moment(extras.get("asof")),
                confidence=extras.get("confidence", 1.0),
            )
        )
    return tuple(made)


def moment(text: object) -> date | None:
    """Read a day or a day with its hour."""
    if text is None or isinstance(text, date):
        return text
    return datetime.fromisoformat(str(text))


def documents_of(claims: Sequence[Claim], published: dict[str, Any] | None = None, headings: Sequence[str] = ()) -> tuple[Document, ...]:
    """Make an empty article for each that the claims name; of those in `headings` the first claim stands in the headline."""
    published = published or {}
    days = {name: moment(published[name]) if name in published else DAY for name in sorted({claim.article for claim in claims})}
    head = (Sentence(0, 16, "heading", 0),)
    return tuple(
        Document(Article(name, f"Outlet {name.upper()}", "", published=day), head if name in headings else ()) for name, day in days.items()
    )


def topic_of(claims: Sequence[Claim], apart: Sequence[Sequence[str]] = (), slot: dict[str, str] | None = None) -> Topic:
    """Put the claims of a slot in one topic, the others beside it."""
    own = tuple(claim for claim in claims if claim.slots == (slot or {}))
    context = tuple(claim for claim in claims if claim not in own)
    kept_apart = tuple((a, b, why) for a, b, why in apart)
    return Topic("s1", "Somebody", "thing", tuple((slot or {}).items()), own, apart=kept_apart, context=context)


def rules(**changes: Any) -> RuleSet:
    """Make a rule set of one kind."""
    changes = {key: tuple(change) if isinstance(change, list) else change for key, change in changes.items()}
    return RuleSet(default_root(), {"thing": replace(KIND, **changes)})
