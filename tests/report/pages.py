"""Pages that tests read and browsers open: the sample's, a hostile one, a large one."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model import Follow, Report, Story
from claimcheck.report import formats
from claimcheck.report.formats import Options
from tests.report.sample import LABELS, sample

HOSTILE = (
    "<script>document.title='owned'</script></script></style></textarea><img src=x onerror=\"document.title='owned'\">"
    "'\"` &lt;b&gt; {{ 7 * 7 }} \u202egauche שלום עולם 😀"
)
"""Everything that a page may trip over."""


def page(report: Report, *, show: tuple[str, ...] | None = None, least: float = 0.0) -> str:
    """Write a report's page."""
    written = formats.load("html").render(report, options=Options(show=show, min_confidence=least, labels=LABELS))
    assert isinstance(written, str)
    return written


def two_stories() -> Report:
    """Let two of the sample's articles tell a story of their own."""
    report = sample()
    apart = ("gazette", "matin")
    first = replace(report.stories[0], articles=tuple(name for name in report.stories[0].articles if name not in apart))
    second = Story("s3", "Le feu a pris dans un local électrique", apart, witnesses=2)
    findings = []
    for found in report.findings:
        articles = {name.partition(":")[0] for position in found.positions for name in position.claims}
        findings += [replace(found, story=story.id) for story in (first, second) if articles <= set(story.articles)]
    return replace(report, stories=(first, second, *report.stories[1:]), findings=tuple(findings))


def hostile(words: str = HOSTILE) -> Report:
    """Let every text from outside hold some words; the quotations stay where they are."""
    report = sample()
    documents = tuple(
        replace(
            document,
            article=replace(
                document.article,
                outlet=f"{document.article.outlet} {words}",
                title=words,
                url="javascript:alert(1)",
                path=words,
                text=f"{document.article.text}\n\n{words}\n",
            ),
        )
        for document in report.documents
    )
    findings = tuple(
        replace(
            finding,
            subject=words,
            explanation=words,
            slot=(("group", words),),
            positions=tuple(replace(position, label=words) for position in finding.positions),
            pairs=tuple(replace(pair, reason=words) for pair in finding.pairs),
        )
        for finding in report.findings
    )
    stories = tuple(replace(story, title=words, follows=(Follow(story.articles[0], words, "credit"),)) for story in report.stories)
    problems = tuple(replace(problem, message=words) for problem in report.problems)
    return replace(report, documents=documents, findings=findings, stories=stories, problems=problems)


def large(*, articles: int, findings: int) -> Report:
    """Let many outlets tell the sample's story, and repeat its findings."""
    report = sample()
    first = report.documents[0]
    others = range(articles - len(report.documents))
    copies = [replace(first.article, id=f"z{i:02}", outlet=f"Le Journal du Canton n° {i}") for i in others]
    more = [replace(first, article=article, skipped=()) for article in copies]
    told = Story("s1", report.stories[0].title, tuple(sorted({*report.stories[0].articles, *(one.article.id for one in more)})), 4)
    many = tuple(replace(report.findings[i % len(report.findings)], id=f"f{i + 1}") for i in range(findings))
    return replace(report, documents=(*report.documents, *more), stories=(told, *report.stories[1:]), findings=many)
