"""The report as an editor reads it in a terminal: each finding with its positions, quotations and reason, then a summary."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model import VERDICTS, Document, Report, Story
from claimcheck.report.findings import DIM, SIGNS, Layout, order
from claimcheck.report.formats import HUMAN, SKIPPED, Options, selected
from claimcheck.report.lines import GAP, beside, ends, page, wrap
from claimcheck.report.quoting import CUT
from claimcheck.report.telling import alone, counts, follows, tally, title
from claimcheck.report.words import clean

NAME = "table"
TERMINAL = True
DOC = "for the desk: what needs a human, with positions, quotations and reasons, in the terminal"
SKIPPED_SHOWN = 120
"""Characters of a passage set aside that are shown."""
SKIPPED_LABEL = 22


def heading(story: Story, layout: Layout) -> Iterator[Text]:
    """Lay out a story's title, and how many tell it."""
    name, told = Text(title(story), style="bold underline"), Text(" · ".join(counts(story, layout)), style=DIM)
    if cell_len(name.plain) + GAP + cell_len(told.plain) <= layout.options.width:
        return ends(name, told, layout.options.width)
    return iter([*wrap(name, layout.options.width), *wrap(told, layout.options.width)])


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


def _summary(report: Report, shown: frozenset[str], layout: Layout) -> Iterator[Text]:
    """Count every verdict, what was set aside and what could not be read; say what is not shown."""
    say, width = layout.words, layout.options.width
    told = tally(report, layout)
    parts = [Text(count, style=SIGNS[name][1] if name in SIGNS else "") for count, name in told]
    yield from wrap(Text(" · ").join(parts or [Text(say.none)]), width)
    hidden = [say.verdict(name) for _, name in told if name in VERDICTS and name not in shown]
    if hidden:
        yield from wrap(Text(say.label("hidden", verdicts=", ".join(hidden)), style=DIM), width)


def lines(report: Report, *, options: Options) -> Iterator[Text]:
    """Lay out the report, story by story."""
    layout = Layout.of(report, options)
    shown = frozenset(HUMAN if options.show is None else options.show)
    wanted = selected(report, options)
    for story in report.stories:
        told = sorted((finding for finding in wanted if finding.story == story.id), key=order)
        if not told and (len(story.articles) < 2 or not shown.issuperset(HUMAN)):
            continue
        yield from heading(story, layout)
        if followed := follows(story, layout):
            yield from wrap(Text(followed, style=DIM), options.width)
        yield Text()
        yield from layout.render(told)
        if not told:
            yield Text(f"  {layout.words.none}", style=DIM)
            yield Text()
    if lonely := alone(report, layout):
        yield from wrap(Text(lonely), options.width)
        yield Text()
    if SKIPPED in shown:
        yield from _skipped(report.documents, layout)
    yield from _summary(report, shown, layout)


def render(report: Report, *, options: Options) -> str:
    """Write the table, `options.width` columns wide."""
    return page(list(lines(report, options=options)), color=options.color)
