"""W3C Web Annotations as JSON-LD: every claim marked in its article, by its words and by its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from claimcheck.model import Article, Claim, Finding, Report
from claimcheck.report.encode import Json, dumps
from claimcheck.report.findings import Layout
from claimcheck.report.formats import Options, selected
from claimcheck.report.places import Place, places
from claimcheck.report.quoting import topic
from claimcheck.report.telling import reasons
from claimcheck.report.words import clean
from claimcheck.wording import label as wording

NAME = "annotations"
DOC = "for annotation tools: every claim as a W3C Web Annotation, with the findings that it is part of, found by its words or its offsets"
BESIDE = 32
"""Characters of the text on each side of a quote, by which it is told from its like."""


def _urn(*parts: str) -> str:
    """Name something for good, by what it is."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, clean('/'.join(('claimcheck', *parts))))}"


def _target(claim: Claim, article: Article, place: Place) -> Json:
    quote = {
        "type": "TextQuoteSelector",
        "exact": article.text[claim.start : claim.end],
        "prefix": article.text[max(0, claim.start - BESIDE) : claim.start],
        "suffix": article.text[claim.end : claim.end + BESIDE],
    }
    return {
        "source": article.url or place.uri,
        "selector": [quote, {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}],
    }


def _body(text: str, purpose: str, language: str) -> Json:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "language": language, "purpose": purpose}


def _annotation(claim: Claim, findings: Sequence[Finding], layout: Layout, place: Place) -> Json:
    say, article = layout.words, layout.articles[claim.article]
    value = clean(wording(claim.value, layout.language, layout.options.rules))
    told = f"{topic(claim.attribute, claim.subject, claim.slot, say=say, options=layout.options)}{say.label('colon')}{value}"
    stance = say.stance(claim)
    bodies = [_body(f"{told} ({stance})" if stance else told, "describing", layout.language)]
    for finding in findings:
        bodies.append(_body(finding.verdict, "tagging", "en"))
        bodies += [_body(reason, "commenting", layout.language) for reason in reasons(finding, layout)]
    return {
        "id": _urn(article.sha256, claim.id, claim.attribute),
        "type": "Annotation",
        "motivation": "assessing" if findings else "describing",
        "body": bodies,
        "target": _target(claim, article, place),
    }


def _items(report: Report, layout: Layout) -> Iterator[Json]:
    where = places(report.articles, layout.options.root)
    found: dict[str, list[Finding]] = {}
    for finding in selected(report, layout.options):
        for name in dict.fromkeys(name for position in finding.positions for name in position.claims):
            found.setdefault(name, []).append(finding)
    return (_annotation(claim, found.get(claim.id, []), layout, where[claim.article]) for claim in report.claims)


def render(report: Report, *, options: Options) -> str:
    """Write the annotations as a collection of one page."""
    items = [*_items(report, Layout.of(report, options))]
    ident = _urn(*(article.sha256 for article in report.articles))
    data = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": ident,
        "type": "AnnotationCollection",
        "label": "claimcheck",
        "total": len(items),
        "generator": {"type": "Software", "name": "claimcheck", "schema:softwareVersion": report.version},
        "first": {"id": f"{ident}#page", "type": "AnnotationPage", "partOf": ident, "startIndex": 0, "items": items},
    }
    return dumps(data, indent=True) + "\n"
