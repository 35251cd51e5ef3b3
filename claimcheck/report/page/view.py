"""Puts a report into the words of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.model import SEVERITIES, VERDICTS, Claim, Finding, Pair, Position, Report, Story
from claimcheck.report.findings import SIGNS, Layout, order
from claimcheck.report.formats import HUMAN, Options, selected
from claimcheck.report.matrix import letter, matrices
from claimcheck.report.page.records import Choice, Compared, Entry, Followed, Held, Quote, Shown, Told, View
from claimcheck.report.page.sheets import sheets
from claimcheck.report.quoting import head, tail
from claimcheck.report.telling import about, alone, counts, title
from claimcheck.report.words import clean, page_words
from claimcheck.wording import label

SIDE = 500
"""Characters of a sentence on either side of its value; only a text without full stops has more."""
QUOTED, QUOTED_HUMAN = 3, 12
"""Outlets of a position that are quoted, and where a human is needed; the others are named."""
PAIRS = 12
"""Comparisons of a finding that are listed; the JSON report has all."""


class Viewer:
    """Puts one report into words."""

    def __init__(self, report: Report, options: Options) -> None:
        self.report = report
        self.options = options
        self.page = page_words(report.language, options.rules)
        self.layout = Layout.of(report, options)
        self.say = self.layout.words
        self.findings = sorted(selected(report, options, None), key=order)
        named = (name for finding in self.findings for position in finding.positions for name in position.claims)
        self.numbers = {name: i for i, name in enumerate(dict.fromkeys(named))}
        self.articles = {article.id: i for i, article in enumerate(report.articles)}
        self.outlets = {outlet: i for i, outlet in enumerate(dict.fromkeys(article.outlet for article in report.articles))}

    def view(self) -> View:
        """Put everything into words."""
        stories = tuple(self._stories())
        names = [clean(outlet) for outlet in self.outlets]
        speaking = Counter(number for told in stories for shown in told.findings for number in shown.outlets.split())
        verdicts = Counter(finding.verdict for finding in self.findings)
        severities = Counter(finding.severity for finding in self.findings)
        size = (self.say.count("article", len(self.report.documents)), self.say.count("outlet", len(self.outlets)))
        return View(
            title=stories[0].title if len(stories) == 1 else self.page["stories"].format(n=len(stories)),
            counts=stories[0].counts if len(stories) == 1 else " · ".join(size),
            stories=stories,
            sheets=sheets(self.report, self.layout, self.numbers),
            verdicts=tuple(
                Choice(name, self.say.verdict(name), verdicts[name], SIGNS[name][0], self.say.count(name, verdicts[name]))
                for name in VERDICTS
                if verdicts[name]
            ),
            severities=tuple(
                Choice(name, self.page["severities"][name], severities[name]) for name in reversed(SEVERITIES) if severities[name]
            ),
            outlets=tuple(Choice(str(i), name, speaking[str(i)]) for i, name in enumerate(names) if speaking[str(i)]),
            alone=alone(self.report, self.layout),
            problems=tuple(f"{clean(problem.where)} {clean(problem.message)}" for problem in self.report.problems),
            total=len(self.findings),
        )

    def _stories(self) -> Iterator[Told]:
        grids = {matrix.story.id: matrix for matrix in matrices(self.report, self.findings)}
        for story in self.report.stories:
            if len(story.articles) < 2:
                continue
            yield Told(
                id=story.id,
                title=title(story),
                counts=" · ".join(counts(story, self.layout)),
                findings=tuple(self._shown(finding) for finding in self.findings if finding.story == story.id),
                matrix=grids.get(story.id),
                follows=tuple(self._follows(story)),
            )

    def _follows(self, story: Story) -> Iterator[Followed]:
        """Gather who follows each source, the most widely followed first."""
        followers: dict[str, list[str]] = {}
        for follow in story.follows:
            how = "credit" if follow.ground == "credit" else "copy"
            shared = self.say.count("shared", follow.shared)
            told = self.page[how].format(outlet=self.layout.names[follow.follower], shared=shared)
            followers.setdefault(self.layout.names.get(follow.source) or clean(follow.source), []).append(told)
        for source in sorted(followers, key=lambda name: (-len(followers[name]), name)):
            yield Followed(source, tuple(followers[source]))

    def _shown(self, finding: Finding) -> Shown:
        claims = [self.layout.claims[name] for position in finding.positions for name in position.claims]
        outlets = sorted({self.outlets[self.layout.articles[claim.article].outlet] for claim in claims})
        pairs = [pair for pair in finding.pairs if pair.verdict != "agree"]
        return Shown(
            id=finding.id,
            verdict=finding.verdict,
            sign=SIGNS[finding.verdict][0],
            word=self.say.verdict(finding.verdict),
            severity=finding.severity,
            title=about(finding, self.layout),
            confidence=self.say.label("confidence", value=self.say.decimal(finding.confidence)),
            outlets=" ".join(map(str, outlets)),
            positions=tuple(self._held(i, position, finding) for i, position in enumerate(finding.positions)),
            notes=tuple((name.plain.removeprefix("! "), text) for name, text in self.layout.notes(finding)),
            pairs=tuple(map(self._compared, pairs[:PAIRS])),
            more=max(0, len(pairs) - PAIRS),
            course=tuple(self._course(finding)) if finding.verdict == "update" else (),
        )

    def _held(self, number: int, position: Position, finding: Finding) -> Held:
        by_article: dict[str, list[Claim]] = {}
        for name in position.claims:
            by_article.setdefault(self.layout.claims[name].article, []).append(self.layout.claims[name])
        told = [[claim] for claims in by_article.values() for claim in claims] if finding.internal else by_article.values()
        quotes = [self._quote(claims, finding) for claims in told]
        quoted = QUOTED_HUMAN if finding.verdict in HUMAN else QUOTED
        counts = (self.say.count("outlet", len(by_article)), self.say.count("witness", position.witnesses))
        return Held(
            letter=letter(number),
            label=clean(position.label),
            count=", ".join(counts) if len(by_article) > 1 else "",
            outlets=", ".join(self.layout.names[name] for name in by_article),
            quotes=tuple(quotes[:quoted]),
            also=tuple(quotes[quoted:]),
        )

    def _quote(self, claims: Sequence[Claim], finding: Finding) -> Quote:
        claim, article = claims[0], self.layout.articles[claims[0].article]
        text = article.text
        near = max(claim.sentence.start, claim.start - 2 * SIDE), min(claim.sentence.end, claim.end + 2 * SIDE)
        read = clean(label(claim.value, self.report.language, self.options.rules))
        sure = self.say.label("confidence", value=self.say.decimal(claim.confidence))
        place = f"{clean(article.path or article.id)}, {claim.start}–{claim.end}"
        return Quote(
            said=self.layout.said(claim, finding),
            article=self.articles[claim.article],
            claims=" ".join(str(self.numbers[claim.id]) for claim in claims),
            before=tail(clean(text[near[0] : claim.start]), SIDE),
            value=clean(claim.text),
            after=head(clean(text[claim.end : near[1]]), SIDE),
            steps=(f"{read} ({sure})", *map(clean, claim.derivation), place),
        )

    def _compared(self, pair: Pair) -> Compared:
        outlets = [self.layout.names[self.layout.claims[name].article] for name in (pair.a, pair.b)]
        return Compared(SIGNS[pair.verdict][0], self.say.verdict(pair.verdict), " × ".join(outlets), clean(pair.reason))

    def _course(self, finding: Finding) -> Iterator[Entry]:
        """Order the values of an update by the day that they hold for, else the day they were published; undated ones come last.

        An article gives each value once.
        """
        told: dict[tuple[str, int], tuple[Claim, Position]] = {}
        for number, position in enumerate(finding.positions):
            for claim in (self.layout.claims[name] for name in position.claims):
                told.setdefault((claim.article, number), (claim, position))
        dated = [(claim.asof or self.layout.articles[claim.article].published, claim, position) for claim, position in told.values()]
        for when, claim, position in sorted(dated, key=lambda row: (row[0] is None, row[0].isoformat() if row[0] else "", row[1].id)):
            yield Entry(
                iso=when.isoformat() if when else "",
                day=self.say.day(when) if when else self.page["undated"],
                label=clean(position.label),
                said=", ".join(part for part in (self.layout.names[claim.article], self.say.stance(claim)) if part),
            )


def view(report: Report, options: Options) -> View:
    """Put a report into the words of its page."""
    return Viewer(report, options).view()
