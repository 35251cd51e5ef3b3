"""Findings in plain lines, for formats that bring no layout of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.model import VERDICTS, Claim, Finding, Position, Report, Story
from claimcheck.report.findings import Layout, order
from claimcheck.report.quoting import head, topic
from claimcheck.report.words import clean

MAX_LABEL = 200
"""Characters of a position's label: the words of a quotation are as long as it."""


def by_story(report: Report, findings: Iterable[Finding]) -> Iterator[tuple[Story, list[Finding]]]:
    """Give each story with its findings, the gravest first; stories without any are left out."""
    told: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=order):
        told.setdefault(finding.story, []).append(finding)
    return ((story, told[story.id]) for story in report.stories if story.id in told)


def title(story: Story) -> str:
    """Give a story's title, else its id."""
    return clean(story.title) or clean(story.id)


def about(finding: Finding, layout: Layout) -> str:
    """Say what a finding is about."""
    return topic(finding.attribute, finding.subject, finding.slot, say=layout.words, options=layout.options)


def label(position: Position) -> str:
    """Give the value of a position."""
    return head(clean(position.label), MAX_LABEL)


def holders(position: Position, layout: Layout) -> tuple[Claim, ...]:
    """Give the first claim of each article that holds a position."""
    first: dict[str, Claim] = {}
    for name in position.claims:
        first.setdefault(layout.claims[name].article, layout.claims[name])
    return tuple(first.values())


def primary(finding: Finding, layout: Layout) -> Claim | None:
    """Give the claim that a finding is shown at."""
    return next((layout.claims[name] for position in finding.positions for name in position.claims), None)


def positions(finding: Finding, layout: Layout) -> Iterator[str]:
    """Say each position in a line: its value, who holds it, how surely and after whom."""
    colon = layout.words.label("colon")
    for position in finding.positions:
        said = " · ".join(layout.said(claim, finding) for claim in holders(position, layout))
        yield f"{label(position)}{colon}{said}"


def reasons(finding: Finding, layout: Layout) -> Iterator[str]:
    """Say why, and what an editor should know of the sources, a line for each kind of note."""
    told: dict[str, list[str]] = {}
    name = ""
    for named, text in layout.notes(finding):
        name = named.plain or name
        told.setdefault(name, []).append(text)
    return (f"{name}{layout.words.label('colon')}{' '.join(texts)}" for name, texts in told.items())


def counts(story: Story, layout: Layout) -> list[str]:
    """Say how many articles, outlets and independent witnesses tell a story."""
    say = layout.words
    told = [say.count("article", len(story.articles)), say.count("outlet", len({layout.articles[name].outlet for name in story.articles}))]
    return [*told, say.count("independent", story.witnesses)] if story.witnesses is not None else told


def follows(story: Story, layout: Layout) -> str:
    """Say who credits whom, the most widely followed source first, and who copies whom; empty where nobody does."""
    say = layout.words
    followers: dict[str, list[str]] = {}
    for follow in story.follows:
        if follow.ground == "credit":
            followers.setdefault(layout.names.get(follow.source) or clean(follow.source), []).append(layout.names[follow.follower])
    sources: dict[tuple[str, ...], list[str]] = {}
    for source in sorted(followers, key=lambda name: (-len(followers[name]), name)):
        sources.setdefault(tuple(followers[source]), []).append(source)
    links = [say.label("credits", followers=", ".join(names), sources=", ".join(of)) for names, of in sources.items()]
    links += [
        say.label(
            "copies", follower=layout.names[follow.follower], source=layout.names[follow.source], shared=say.count("shared", follow.shared)
        )
        for follow in story.follows
        if follow.ground == "copy"
    ]
    return f"{say.label('follows')}{say.label('colon')}{' · '.join(links)}" if links else ""


def alone(report: Report, layout: Layout) -> str:
    """Name the articles that no other one tells the same story as; empty where there is none."""
    together = {name for story in report.stories if len(story.articles) > 1 for name in story.articles}
    names = [layout.names[article.id] for article in report.articles if article.id not in together]
    return layout.words.label("alone", articles=" · ".join(names)) if names else ""


def tally(report: Report, layout: Layout) -> list[tuple[str, str]]:
    """Count every verdict, what is too unsure, what was set aside and what could not be read: each in words, with its name."""
    sure = [finding for finding in report.findings if finding.confidence >= layout.options.min_confidence]
    verdicts = Counter(finding.verdict for finding in sure)
    others = {
        "unsure": len(report.findings) - len(sure),
        "skipped": sum(len(document.skipped) for document in report.documents),
        "problem": len(report.problems),
    }
    numbers = [*((name, verdicts[name]) for name in VERDICTS), *others.items()]
    return [(layout.words.count(name, n), name) for name, n in numbers if n]
