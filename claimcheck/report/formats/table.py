"""The report as an editor reads it in a terminal: each finding with its positions, quotations and reason, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model import VERDICTS, Document, Finding, Report, Story
from claimcheck.report.findings import DIM, SIGNS, Layout, order
from claimcheck.report.formats import HUMAN, SKIPPED, Options, selected
from claimcheck.report.lines import GAP, beside, ends, page, wrap
from claimcheck.report.quoting import CUT
from claimcheck.report.words import clean, words

NAME = "table"
TERMINAL = True
DOC = "for the desk: what needs a human, with positions, quotations and reasons, in the terminal"
SKIPPED_SHOWN = 120
"""Characters of a passage set aside that are shown."""
SKIPPED_LABEL = 22


def heading(story: Story, layout: Layout) -> Iterator[Text]:
    """Lay out a story's title, and how many tell it."""
    say = layout.words
    outlets = {layout.articles[name].outlet for name in story.articles}
    counts = [say.count("article", len(story.articles)), say.count("outlet", len(outlets))]
    if story.witnesses is not None:
        counts.append(say.count("independent", story.witnesses))
    title, told = Text(clean(story.title) or story.id, style="bold underline"), Text(" · ".join(counts), style=DIM)
    if cell_len(title.plain) + GAP + cell_len(told.plain) <= layout.options.width:
        return ends(title, told, layout.options.width)
    return iter([*wrap(title, layout.options.width), *wrap(told, layout.options.width)])


def _follows(story: Story, layout: Layout) -> list[Text]:
    """Say who credits whom, the most widely followed source first, and who copies whom."""
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
    if not links:
        return []
    text = f"{say.label('follows')}{say.label('colon')}{' · '.join(links)}"
    return wrap(Text(text, style=DIM), layout.options.width)


def _alone(report: Report, layout: Layout) -> list[Text]:
    """Name the articles that no other one tells the same story as."""
    together = {name for story in report.stories if len(story.articles) > 1 for name in story.articles}
    alone = [layout.names[article.id] for article in report.articles if article.id not in together]
    if not alone:
        return []
    return [*wrap(Text(layout.words.label("alone", articles=" · ".join(alone))), layout.options.width), Text()]


def _skipped(documents: tuple[Document, ...], layout: Layout) -> Iterator[Text]:
    """List what was set aside, article by article."""
    if not any(document.skipped for document in documents):
        return
    yield Text(layout.words.label("skipped"), style="bold")
    room = layout.options.width - 4 - GAP - SKIPPED_LABEL
    for document in documents:
        if document.skipped:
            yield Text(f"  {layout.names[document.article.id]}")
        for passage in document.skipped:
            text = clean(document.article.text[passage.start : min(passage.end, passage.start + SKIPPED_SHOWN)]).strip()
            cut = f" {CUT}" if passage.end - passage.start > SKIPPED_SHOWN else ""
            reason = wrap(Text(layout.words.reason(passage.reason), style=DIM), SKIPPED_LABEL)
            yield from beside((reason, SKIPPED_LABEL), (wrap(Text(text + cut), room), room), indent=4)
    yield Text()


def _summary(report: Report, sure: list[Finding], shown: frozenset[str], layout: Layout) -> Iterator[Text]:
    """Count every verdict, what was set aside and what could not be read; say what is not shown."""
    say, width = layout.words, layout.options.width
    counts = Counter(finding.verdict for finding in sure)
    parts = [Text(say.count(name, counts[name]), style=SIGNS[name][1]) for name in VERDICTS if counts[name]]
    others = {
        "unsure": len(report.findings) - len(sure),
        "skipped": sum(len(document.skipped) for document in report.documents),
        "problem": len(report.problems),
    }
    parts += [Text(say.count(name, n)) for name, n in others.items() if n]
    yield from wrap(Text(" · ").join(parts or [Text(say.none)]), width)
    hidden = [say.verdict(name) for name in VERDICTS if counts[name] and name not in shown]
    if hidden:
        yield from wrap(Text(say.label("hidden", verdicts=", ".join(hidden)), style=DIM), width)


def lines(report: Report, *, options: Options) -> Iterator[Text]:
    """Lay out the report, story by story."""
    layout = Layout.of(report, options, words(report.language, options.rules))
    shown = frozenset(HUMAN if options.show is None else options.show)
    sure = [finding for finding in report.findings if finding.confidence >= options.min_confidence]
    wanted = selected(report, options)
    for story in report.stories:
        told = sorted((finding for finding in wanted if finding.story == story.id), key=order)
        if not told and (len(story.articles) < 2 or not shown.issuperset(HUMAN)):
            continue
        yield from heading(story, layout)
        yield from _follows(story, layout)
        yield Text()
        yield from layout.render(told)
        if not told:
            yield Text(f"  {layout.words.none}", style=DIM)
            yield Text()
    yield from _alone(report, layout)
    if SKIPPED in shown:
        yield from _skipped(report.documents, layout)
    yield from _summary(report, sure, shown, layout)


def render(report: Report, *, options: Options) -> str:
    """Write the table, `options.width` columns wide."""
    return page(list(lines(report, options=options)), color=options.color)
