"""schema.org drafts as JSON-LD: a `Claim` for each position of a finding, and a `ClaimReview` of it that an editor completes.

No rating is given: the program never says who is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Article, Claim, Finding, Position, Report
from claimcheck.report.encode import Json, day, dumps
from claimcheck.report.findings import Layout
from claimcheck.report.formats import Options, selected
from claimcheck.report.places import Place, places
from claimcheck.report.telling import about, by_story, holders, label, reasons
from claimcheck.report.words import clean

NAME = "claimreview"
DOC = "for fact-checkers: schema.org drafts as JSON-LD, a Claim and a ClaimReview without a rating for each position that needs a human"
SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Signs that could end a `<script>` into which the drafts are pasted, and their JSON escapes."""


def _given(**fields: object) -> Json:
    """Leave out what is not known; a leading `at_` stands for `@`."""
    return {name.replace("at_", "@"): value for name, value in fields.items() if value not in (None, "", [])}


def _article(article: Article, place: Place) -> Json:
    return _given(
        at_type="NewsArticle",
        headline=clean(article.title or ""),
        url=article.url or place.uri,
        datePublished=day(article.published),
        inLanguage=article.language,
        publisher={"@type": "Organization", "name": clean(article.outlet)},
    )


def _authors(claims: Sequence[Claim]) -> list[Json]:
    """Name who is credited."""
    names = dict.fromkeys(clean(claim.attribution.name) for claim in claims if claim.attribution.name)
    return [{"@type": "Thing", "name": name} for name in names]


def _drafts(finding: Finding, number: int, position: Position, layout: Layout, where: dict[str, Place]) -> Iterator[Json]:
    claims = holders(position, layout)
    name = f"{about(finding, layout)}{layout.words.label('colon')}{label(position)}"
    told = [_article(layout.articles[claim.article], where[claim.article]) for claim in claims]
    ident = f"{finding.key}-{number}"
    yield _given(
        at_type="Claim",
        at_id=f"#claim-{ident}",
        name=name,
        text=clean(claims[0].text) if claims else None,
        author=_authors(claims),
        appearance=told,
    )
    yield _given(
        at_type="ClaimReview",
        at_id=f"#review-{ident}",
        claimReviewed=name,
        itemReviewed={"@id": f"#claim-{ident}"},
        inLanguage=layout.language,
        reviewBody="\n".join(reasons(finding, layout)),
        creativeWorkStatus="Draft",
    )


def render(report: Report, *, options: Options) -> str:
    """Write the drafts as one graph, safe inside a `<script type="application/ld+json">`."""
    layout = Layout.of(report, options)
    where = places(report.articles, options.root)
    graph = [
        draft
        for _, findings in by_story(report, selected(report, options))
        for finding in findings
        for number, position in enumerate(finding.positions, 1)
        for draft in _drafts(finding, number, position, layout, where)
    ]
    text = dumps({"@context": "https://schema.org", "@graph": graph}, indent=True) + "\n"
    for sign, escape in SAFE.items():
        text = text.replace(sign, escape)
    return text
