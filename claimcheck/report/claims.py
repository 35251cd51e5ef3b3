"""The claims of each article as a table: what is said of whom, its value, the passage, and how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from claimcheck.model import Article, Claim, Document
from claimcheck.report.findings import DIM, OUTLET
from claimcheck.report.formats import Options
from claimcheck.report.lines import beside, ends, page, wrap
from claimcheck.report.quoting import STEP, passage, topic
from claimcheck.report.words import Words, clean, words
from claimcheck.wording import label

QUOTE_LINES = 3


def _claim(claim: Claim, article: Article, number: int, *, why: bool, say: Words, options: Options, language: str) -> Iterator[Text]:
    told = topic(claim.attribute, claim.subject, claim.slot, say=say, options=options)
    margin = Text(f"{number}", style=DIM)
    room = options.width - 6
    value = Text(clean(label(claim.value, language, options.rules)), style="bold")
    head = list(ends(Text(told, style="bold"), value, room, indent=2))
    said = say.stance(claim)
    quoted = passage(claim, article, say=say, room=room * QUOTE_LINES, color=options.color)
    if said:
        quoted.append(f" — {said}", style=OUTLET)
    lines = [*head, *wrap(quoted, room)]
    if why:
        steps = [f"{claim.rule} ({say.label('confidence', value=say.decimal(claim.confidence))})", *claim.derivation]
        lines += [line for step in steps for line in wrap(Text(STEP + clean(step), style=DIM), room)]
    yield from beside((wrap(margin, 4), 4), (lines, room))


def lines(documents: Sequence[Document], claims: Sequence[Claim], *, why: bool, options: Options, language: str) -> Iterator[Text]:
    """Lay out the claims, article by article."""
    say = words(language, options.rules)
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    for document in documents:
        article, found = document.article, by_article.get(document.article.id, [])
        name = " · ".join(clean(part) for part in (article.outlet, article.title or article.id) if part)
        yield from ends(Text(name, style="bold underline"), Text(say.count("claim", len(found)), style=DIM), options.width)
        yield Text()
        for number, claim in enumerate(found, 1):
            yield from _claim(claim, article, number, why=why, say=say, options=options, language=language)
            yield Text()


def render(documents: Sequence[Document], claims: Sequence[Claim], *, why: bool, options: Options, language: str) -> str:
    """Write the table of claims; `why` adds how each was read."""
    return page(list(lines(documents, claims, why=why, options=options, language=language)), color=options.color)
