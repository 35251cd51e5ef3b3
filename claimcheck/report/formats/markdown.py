"""Markdown for pull requests and step summaries, cut by whole findings to what they take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Claim, Finding, Report, Story
from claimcheck.report.findings import QUOTED, SIGNS, Layout, order
from claimcheck.report.formats import Options, selected
from claimcheck.report.quoting import around, cut
from claimcheck.report.telling import about, alone, by_story, counts, follows, holders, label, reasons, tally, title
from claimcheck.report.words import clean

NAME = "markdown"
DOC = "for pull requests and step summaries: what needs a human, within 60 kB by whole findings, the gravest first"
MOST = 60_000
"""Bytes; GitHub takes comments of 65,536 characters."""
ROOM = 400
"""Characters of a quoted sentence."""
JOINER = "\u2060"
"""Nothing to see, but what stands on its two sides is no longer a mention, a reference or an address."""
_MARKUP = re.compile(r"([\\`*_\[\]~|$])")
_LIVE = re.compile(r"(?<=[@#:])(?=\S)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
_BLOCK = re.compile(r"^( ?)(?:(?=[-+=#])|(\d+)(?=[.)]))")
_ADDRESS = re.compile(r"(?<=\bwww)\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Make text from outside plain text in a line of GitHub's Markdown: no markup, HTML, link, mention, reference, formula or emoji."""
    text = _BLOCK.sub(r"\1\2\\", _MARKUP.sub(r"\\\1", clean(text))).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LIVE.sub(JOINER, _ADDRESS.sub(r"\\.", text))


def _quote(claim: Claim, layout: Layout) -> str:
    before, value, after = (escaped(part) for part in cut(*around(claim, layout.articles[claim.article], room=ROOM), room=ROOM))
    opened, closed = layout.words.quotes
    return f"{opened}{before}<b>{value}</b>{after}{closed}"  # stars are no emphasis where a sign stands beside a letter


def _finding(finding: Finding, layout: Layout) -> str:
    """Write one section."""
    say, colon = layout.words, layout.words.label("colon")
    sure = f"{say.label('confidence', value=say.decimal(finding.confidence))} · {finding.id}"
    lines = [f"### {SIGNS[finding.verdict][0]} {say.verdict(finding.verdict)}{colon}{escaped(about(finding, layout))}", "", sure, ""]
    for position in finding.positions:
        told = holders(position, layout)
        support = f" ({say.count('outlet', len(told))}, {say.count('witness', position.witnesses)})" if len(told) > 1 else ""
        lines.append(f"- <b>{escaped(label(position))}</b>{support}")
        lines += [f"  - {escaped(layout.said(claim, finding))}{colon}{_quote(claim, layout)}" for claim in told[:QUOTED]]
        if len(told) > QUOTED:
            rest = " · ".join(escaped(layout.said(claim, finding)) for claim in told[QUOTED:])
            lines.append(f"  - {say.label('also')}{colon}{rest}")
    lines += [f"\n{escaped(reason)}" for reason in reasons(finding, layout)]
    return "\n".join(lines) + "\n\n"


def _head(story: Story, layout: Layout) -> str:
    parts = [f"## {escaped(title(story))}", " · ".join(counts(story, layout)), escaped(follows(story, layout))]
    return "".join(f"{part}\n\n" for part in parts if part)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))


def sections(report: Report, layout: Layout) -> Iterator[str]:
    """Give the head of each story and its findings, as far as there is room for them, then what was found in all."""
    told = list(by_story(report, selected(report, layout.options)))
    heads = {story.id: _head(story, layout) for story, _ in told}
    written = {finding.id: _finding(finding, layout) for _, findings in told for finding in findings}
    room = MOST - _size(_end(report, layout, len(written)))
    kept: set[str] = set()
    for finding in sorted((finding for _, findings in told for finding in findings), key=order):
        size = _size(written[finding.id]) + (0 if finding.story in kept else _size(heads[finding.story]))
        if size <= room:
            room -= size
            kept |= {finding.story, finding.id}
    for story, findings in told:
        if story.id in kept:
            yield heads[story.id]
        yield from (written[finding.id] for finding in findings if finding.id in kept)
    yield _end(report, layout, sum(name not in kept for name in written))


def _end(report: Report, layout: Layout, left: int) -> str:
    say = layout.words
    lines = [say.label("left_out", findings=say.count("finding", left))] if left else []
    lines += [escaped(alone(report, layout)), " · ".join(count for count, _ in tally(report, layout)) or say.none]
    return "\n\n".join(line for line in lines if line) + "\n"


def render(report: Report, *, options: Options) -> str:
    """Write the findings, story by story."""
    return "".join(sections(report, Layout.of(report, options)))
