"""A rich report, built from `sample.yaml`: one story with every verdict, and an article that stands alone."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from claimcheck.model import (
    Article,
    Attribution,
    Call,
    Claim,
    Contact,
    DateValue,
    Document,
    Fact,
    Finding,
    Follow,
    Names,
    Pair,
    Passage,
    Position,
    Problem,
    Quantity,
    Report,
    Sentence,
    Span,
    Standing,
    State,
    Story,
    Timeline,
    Value,
)

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8"))
LABELS: dict[str, str] = DATA["labels"]


def _document(name: str, row: dict[str, Any]) -> Document:
    text = row["text"]
    article = Article(
        id=name,
        outlet=row["outlet"],
        text=text,
        title=row["title"],
        published=row.get("published"),
        path=f"dossier/{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    sentences = []
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", text)):
        for part in re.finditer(r"\S.*?(?:\.(?= |$)|$)", line.group()):
            start, end = (line.start() + at for at in part.span())
            sentences.append(Sentence(start, end, "sentence" if paragraph else "heading", paragraph))
    skipped = tuple(Passage(text.index(words), text.index(words) + len(words), reason) for reason, words in row.get("skipped", ()))
    return Document(article, tuple(sentences), skipped)


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _value(row: dict[str, Any]) -> Value:
    if "number" in row:
        low, high = row["number"]
        return Quantity(_decimal(low), _decimal(high), unit=row.get("unit"), approximate=row.get("approximate", False))
    if "date" in row:
        start, end = (datetime(day.year, day.month, day.day) for day in row["date"])  # noqa: DTZ001 - naive by design
        return DateValue(start, end, "day" if (end - start).days == 1 else "month")
    if "names" in row:
        return Names(tuple(row["names"]))
    return Fact(row["fact"])


def _claim(name: str, row: dict[str, Any], documents: dict[str, Document]) -> Claim:
    document = documents[name.partition(":")[0]]
    text, start = document.article.text, -1
    for _ in range(row.get("at", 0) + 1):
        start = text.index(row["quote"], start + 1)
    end = start + len(row["quote"])
    sentence = next(found.span for found in document.sentences if found.span.contains(Span(start, end)))
    value = _value(row)
    return Claim(
        id=name,
        article=document.article.id,
        type="money" if row.get("unit") else "date" if isinstance(value, DateValue) else "count",
        subject=row["subject"],
        attribute=row["attribute"],
        slot=tuple(sorted(row.get("slot", {}).items())),
        text=row["quote"],
        start=start,
        end=end,
        sentence=sentence,
        value=value,
        rule=row["attribute"],
        modality=row.get("modality", "asserted"),
        attribution=Attribution(row.get("party"), row.get("upstream")),
        confidence=0.9,
        derivation=(f"{row['quote']} ← fr/{row['attribute']}", "number ← fr/lexicon/numbers"),
    )


def _finding(n: int, row: dict[str, Any], claims: dict[str, Claim]) -> Finding:
    first = claims[row["of"]]
    positions = tuple(Position(label, tuple(names), witnesses) for label, names, witnesses in row["positions"])
    a, b = positions[0].claims[0], positions[-1].claims[-1]
    reason = row["explanation"].splitlines()[0]
    return Finding(
        id=f"f{n}",
        key=f"{n:08x}",
        story="s1",
        type=first.type,
        subject=first.subject,
        attribute=first.attribute,
        slot=first.slot if row["verdict"] != "not_comparable" else (),
        verdict=row["verdict"],
        severity=row.get("severity", "none"),
        confidence=row["confidence"],
        same_source=row.get("same_source", False),
        internal=row.get("internal", False),
        explanation=row["explanation"].strip(),
        positions=positions,
        pairs=(Pair(a, b, row["verdict"], reason, "disjoint"),) if a != b else (),
        call=_call(row["call"]) if "call" in row else None,
        timeline=_timeline(row["timeline"]) if "timeline" in row else None,
    )


def _call(row: dict[str, Any]) -> Call:
    return Call(row["form"], row.get("detail", ""), tuple(row["values"]), tuple(Contact(name, role) for name, role in row["ask"]))


def _timeline(row: dict[str, Any]) -> Timeline:
    states = tuple(State(label, day, day, change, (claim,), tuple(back)) for label, day, change, claim, back in row["states"])
    return Timeline(states, row["latest"], tuple(Standing(*standing[:4], behind=standing[4]) for standing in row["outlets"]))


def sample() -> Report:
    """Build the report."""
    documents = {name: _document(name, row) for name, row in DATA["articles"].items()}
    claims = {name: _claim(name, row, documents) for name, row in DATA["claims"].items()}
    told = tuple(sorted(name for name in documents if name != "ailleurs"))
    follows = tuple(Follow(*row) for row in DATA["follows"])
    return Report(
        version="0.1.0",
        language="fr",
        documents=tuple(documents[name] for name in sorted(documents)),
        stories=(
            Story("s1", "Papeterie de Montbrun : l'incendie fait neuf blessés", told, witnesses=4, follows=follows),
            Story("s2", "La foire aux vins bat son record", ("ailleurs",), witnesses=1),
        ),
        claims=tuple(claims[name] for name in sorted(claims)),
        findings=tuple(_finding(n, row, claims) for n, row in enumerate(DATA["findings"], 1)),
        problems=tuple(Problem(code, where, message, level) for code, where, message, level in DATA["problems"]),
    )
