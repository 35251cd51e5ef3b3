"""The whole report as one JSON document, version 1: `docs/schema.json` describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck import __version__
from claimcheck.model import Article, Claim, Document, Finding, Problem, Report, Story
from claimcheck.report.calls import encode_call
from claimcheck.report.encode import Json, day, dumps, encode, pair
from claimcheck.report.formats import Options, selected
from claimcheck.report.matrix import Matrix, matrices
from claimcheck.report.timeline import encode_timeline
from claimcheck.report.words import Words, words

NAME = "json"
DOC = "for other programs: everything that was read and found, as one document"
SCHEMA = "claimcheck/1"
CONTEXT = 1000
"""Characters of a sentence on either side of a claim; only a text without full stops has more."""


def _article(document: Document) -> Json:
    article = document.article
    return {
        "id": article.id,
        "path": article.path,
        "outlet": article.outlet,
        "title": article.title,
        "published": day(article.published),
        "language": article.language,
        "url": article.url,
        "sha256": article.sha256,
        "skipped": [{"start": passage.start, "end": passage.end, "reason": passage.reason} for passage in document.skipped],
    }


def _story(story: Story) -> Json:
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "witnesses": story.witnesses,
        "follows": [
            {"follower": follow.follower, "source": follow.source, "ground": follow.ground, "shared": follow.shared}
            for follow in story.follows
        ],
    }


def _claim(claim: Claim, article: Article) -> Json:
    credit = claim.attribution
    return {
        "id": claim.id,
        "article": claim.article,
        "type": claim.type,
        "subject": claim.subject,
        "attribute": claim.attribute,
        "slot": dict(claim.slot),
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "sentence": pair(claim.sentence),
        "sentence_text": article.text[max(claim.sentence.start, claim.start - CONTEXT) : min(claim.sentence.end, claim.end + CONTEXT)],
        "value": encode(claim.value),
        "modality": claim.modality,
        "attributed_to": credit.name,
        "attribution": {"party": credit.party, "upstream": credit.upstream},
        "asof": day(claim.asof),
        "rule": claim.rule,
        "confidence": round(claim.confidence, 4),
        "derivation": list(claim.derivation),
    }


def _finding(finding: Finding, say: Words, options: Options) -> Json:
    return {
        "id": finding.id,
        "key": finding.key,
        "story": finding.story,
        "type": finding.type,
        "subject": finding.subject,
        "attribute": finding.attribute,
        "slot": dict(finding.slot),
        "verdict": finding.verdict,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 4),
        "same_source": finding.same_source,
        "internal": finding.internal,
        "explanation": finding.explanation,
        "positions": [
            {"label": position.label, "claims": list(position.claims), "witnesses": position.witnesses} for position in finding.positions
        ],
        "pairs": [
            {"a": held.a, "b": held.b, "verdict": held.verdict, "level": held.level, "reason": held.reason} for held in finding.pairs
        ],
        "weights": dict(finding.weights),
        "call": encode_call(finding, say=say, options=options),
        "timeline": encode_timeline(finding.timeline),
    }


def _matrix(matrix: Matrix) -> Json:
    rows = [
        {
            "finding": row.finding.id,
            "cells": [
                {
                    "outlet": cell.outlet,
                    "stance": cell.stance,
                    "labels": [row.finding.positions[i].label for i in cell.positions],
                    "claims": list(cell.claims),
                }
                for cell in row.cells
                if cell.stance != "silent"
            ],
            "silent": [cell.outlet for cell in row.cells if cell.stance == "silent"],
        }
        for row in matrix.rows
    ]
    return {"story": matrix.story.id, "outlets": list(matrix.outlets), "rows": rows}


def encode_report(report: Report, *, options: Options) -> Json:
    """Give the report as JSON data; only the shown verdicts where `show` names some, else every finding."""
    articles: Mapping[str, Article] = {article.id: article for article in report.articles}
    shown = selected(report, options, None)
    say = words(report.language, options.rules)
    return {
        "schema": SCHEMA,
        "version": report.version,
        "language": report.language,
        "articles": [_article(document) for document in report.documents],
        "stories": [_story(story) for story in report.stories],
        "claims": [_claim(claim, articles[claim.article]) for claim in report.claims],
        "findings": [_finding(finding, say, options) for finding in shown],
        "matrix": [_matrix(matrix) for matrix in matrices(report, shown)],
        "problems": [_problem(problem) for problem in report.problems],
    }


def _problem(problem: Problem) -> Json:
    return {"code": problem.code, "where": problem.where, "message": problem.message, "level": problem.level}


def render_claims(documents: Sequence[Document], claims: Sequence[Claim], problems: Sequence[Problem]) -> str:
    """Write articles, claims and problems alone, shaped as in the report."""
    articles = {document.article.id: document.article for document in documents}
    data = {
        "schema": SCHEMA,
        "version": __version__,
        "articles": [_article(document) for document in documents],
        "claims": [_claim(claim, articles[claim.article]) for claim in claims],
        "problems": [_problem(problem) for problem in problems],
    }
    return dumps(data, indent=True) + "\n"


def render(report: Report, *, options: Options) -> str:
    """Write the report as JSON, indented, with a line end."""
    return dumps(encode_report(report, options=options), indent=True) + "\n"
