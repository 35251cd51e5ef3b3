"""One finding as an editor reads it: what differs, who holds which position in which words, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model import SEVERITIES, VERDICTS, Article, Claim, Finding, Position, Report
from claimcheck.report.calls import question, who
from claimcheck.report.formats import HUMAN, Options
from claimcheck.report.lines import GAP, beside, ends, wrap
from claimcheck.report.quoting import head, passage, topic
from claimcheck.report.timeline import behind, course, encode_timeline
from claimcheck.report.words import Words, clean, words

SIGNS = {
    "contradiction": ("✗", "bold red"),
    "dispute": ("≠", "bold magenta"),
    "update": ("→", "bold cyan"),
    "spelling": ("~", "bold yellow"),
    "certainty": ("?", "bold yellow"),
    "compatible": ("≈", "green"),
    "agree": ("✓", "green"),
    "not_comparable": ("∅", "dim"),
    "single": ("·", "dim"),
}
"""Sign and style of each verdict."""
QUOTED = 3
"""Outlets of a position that are quoted; the others are named."""
WIDE = 110
"""Columns from which outlets and quotations stand side by side."""
MIN_LABEL, MAX_LABEL, MAX_LABEL_WIDE, MAX_OUTLET = 12, 18, 28, 44
INDENT = 2
LABEL_LINES = 4
"""Lines of a position's label: the words of a quotation are as long as it."""
QUOTE_LINES = 4
"""Lines a quotation may take before it is cut around its value."""
DIM = "dim"
ALARM = "bold yellow"
OUTLET = "cyan"


def order(finding: Finding) -> tuple[bool, bool, int, int, float]:
    """Sort key: contradictions first, of them one source with two values; then what is graver, then by verdict, then what is surer."""
    contradiction = finding.verdict == "contradiction"
    return (
        not contradiction,
        not (contradiction and finding.same_source),
        -SEVERITIES.index(finding.severity),
        VERDICTS.index(finding.verdict),
        -finding.confidence,
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """What every finding of a report is laid out with."""

    words: Words
    options: Options
    language: str
    claims: Mapping[str, Claim]
    articles: Mapping[str, Article]
    names: Mapping[str, str]
    """Outlet of each article, with the article's id where one outlet has several."""

    @classmethod
    def of(cls, report: Report, options: Options) -> Layout:
        """Take what the report holds."""
        outlets = Counter(article.outlet for article in report.articles)
        names = {
            article.id: clean(article.outlet) if outlets[article.outlet] == 1 else f"{clean(article.outlet)} ({clean(article.id)})"
            for article in report.articles
        }
        claims = {claim.id: claim for claim in report.claims}
        say = words(report.language, options.rules)
        return cls(say, options, report.language, claims, {article.id: article for article in report.articles}, names)

    def _told_by(self, claim: Claim, finding: Finding) -> Text:
        said = Text(self.said(claim, finding))
        said.stylize(OUTLET, 0, len(self.names[claim.article]))
        return said

    def said(self, claim: Claim, finding: Finding) -> str:
        """Name an outlet with how surely it says so, after whom, and when where time matters."""
        parts = [self.names[claim.article], self.words.stance(claim)]
        published = self.articles[claim.article].published
        if finding.verdict == "update":
            parts += [
                self.words.day(published) if published else "",
                self.words.label("asof", day=self.words.day(claim.asof)) if claim.asof else "",
            ]
        return ", ".join(part for part in parts if part)

    def _quote(self, claim: Claim, width: int) -> Text:
        room = width * QUOTE_LINES - 8
        return passage(claim, self.articles[claim.article], say=self.words, room=room, color=self.options.color)

    def _told(self, position: Position, finding: Finding, outlet: int, room: int) -> Iterator[Text]:
        """Lay out who says so in which words: the outlets beside their quotations, or in front of them where `outlet` is 0."""
        by_article: dict[str, list[Claim]] = {}
        for name in position.claims:
            by_article.setdefault(self.claims[name].article, []).append(self.claims[name])
        shown = QUOTED if finding.verdict in HUMAN else 1
        rest: list[str] = []
        for number, claims in enumerate(by_article.values()):
            if number >= shown:
                rest.append(self.said(claims[0], finding))
                continue
            said = self._told_by(claims[0], finding)
            quoted = [self._quote(claim, room) for claim in claims[: QUOTED if finding.internal else 1]]
            if outlet:
                lines = [line for text in quoted for line in wrap(text, room)]
                yield from beside((wrap(said, outlet), outlet), (lines, room))
            else:
                quoted[0] = Text.assemble(said, self.words.label("colon"), quoted[0])
                yield from (line for text in quoted for line in wrap(text, room))
        if rest:
            also = f"{self.words.label('also')}{self.words.label('colon')}{' · '.join(rest)}"
            yield from wrap(Text(also, style=DIM), outlet + GAP + room if outlet else room)

    def _position(self, position: Position, width: int) -> list[Text]:
        """Lay out a position's label, and how many independent witnesses its outlets are."""
        lines = wrap(Text(head(clean(position.label), width * LABEL_LINES), style="bold"), width)
        outlets = len({self.claims[name].article for name in position.claims})
        if outlets > 1:
            count = f"{self.words.count('outlet', outlets)}, {self.words.count('witness', position.witnesses)}"
            lines += wrap(Text(count, style=DIM), width)
        return lines

    def notes(self, finding: Finding) -> Iterator[tuple[Text, str]]:
        """Say why, and what an editor should know of the sources."""
        words = self.words
        for i, reason in enumerate(line for line in finding.explanation.splitlines() if line.strip()):
            yield Text("" if i else words.label("why"), style=DIM), clean(reason)
        told = encode_timeline(finding.timeline)
        if told is not None:
            yield Text(words.label("course"), style=DIM), course(told, say=words)
            if latest := behind(told, say=words):
                yield Text(words.label("latest"), style=DIM), latest
        if finding.call is not None:
            asked = " · ".join(who(contact, say=words) for contact in finding.call.ask)
            yield (
                Text(words.label("call"), style=DIM),
                words.label("asked", question=question(finding, say=words, options=self.options), who=asked),
            )
        if finding.same_source:
            yield Text(f"! {words.label('same_source')}", style=ALARM), self._shared_source(finding)
        if finding.internal:
            article = next((self.names[self.claims[name].article] for position in finding.positions for name in position.claims), "")
            yield Text(f"! {words.label('internal')}", style=ALARM), words.label("internal_text", article=article)

    def _shared_source(self, finding: Finding) -> str:
        """Name the sources that are credited in two positions or more."""
        positions: Counter[str] = Counter()
        for position in finding.positions:
            given = [self.claims[name].attribution for name in position.claims]
            positions.update({self.words.party(name) for credit in given for name in (credit.party, credit.upstream) if name})
        shared = sorted(name for name, count in positions.items() if count > 1)
        if not shared:
            return self.words.label("same_source_bare")
        return self.words.label("same_source_text", names=", ".join(shared))

    def width_of_labels(self, findings: Iterable[Finding]) -> int:
        """Choose the width of the first column: one for all findings, so that the eye can run down."""
        heads = [cell_len(clean(position.label)) for finding in findings for position in finding.positions]
        heads += [cell_len(name.plain) for finding in findings for name, _ in self.notes(finding)]
        return min(max([*heads, MIN_LABEL]), min(MAX_LABEL_WIDE, self.options.width // 5) if self.options.width >= WIDE else MAX_LABEL)

    def width_of_outlets(self, findings: Iterable[Finding]) -> int:
        """Choose the width of the column of outlets; 0 where the page is too narrow for one."""
        if self.options.width < WIDE:
            return 0
        said = [
            cell_len(self.said(self.claims[name], finding))
            for finding in findings
            for position in finding.positions
            for name in position.claims
        ]
        return min(max(said, default=0), MAX_OUTLET, self.options.width * 3 // 10)

    def render(self, findings: Sequence[Finding]) -> Iterator[Text]:
        """Lay out findings, a blank line after each."""
        label, outlet = self.width_of_labels(findings), self.width_of_outlets(findings)
        for finding in findings:
            yield from self._finding(finding, label, outlet)
            yield Text()

    def _finding(self, finding: Finding, label: int, outlet: int) -> Iterator[Text]:
        width, words = self.options.width, self.words
        sign, style = SIGNS[finding.verdict]
        sure = f"{words.label('confidence', value=words.decimal(finding.confidence))} · {finding.id}"
        title = Text.assemble(
            (f"{sign} {words.verdict(finding.verdict)}", style),
            "  ",
            (topic(finding.attribute, finding.subject, finding.slot, say=words, options=self.options), "bold"),
        )
        yield from ends(title, Text(sure, style=DIM), width, indent=INDENT)
        after = width - INDENT - label - GAP
        room = after - (outlet + GAP if outlet else 0)
        for position in finding.positions:
            told = list(self._told(position, finding, outlet, room))
            yield from beside((self._position(position, label), label), (told, after), indent=INDENT)
        for name, text in self.notes(finding):
            yield from beside((wrap(name, label), label), (wrap(Text(text), after), after), indent=INDENT)
