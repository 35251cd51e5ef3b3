"""The layers of one text as a table: place, layer, the words, what was read in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from rich.text import Text

from claimcheck.model import Layers, Span
from claimcheck.report.findings import DIM
from claimcheck.report.formats import Options
from claimcheck.report.lines import GAP, beside, page, wrap
from claimcheck.report.quoting import STEP
from claimcheck.report.words import clean
from claimcheck.wording import label

PLACE, LAYER = 11, 10
"""Columns of the first two cells: `[start:end)` and the layer."""


class Row(NamedTuple):
    """One reading."""

    start: int
    end: int
    layer: str
    reading: str
    derivation: tuple[str, ...] = ()


def _rows(layers: Layers, root: Options) -> Iterator[Row]:
    text, language = layers.document.article.text, layers.document.article.language
    names = {entity.id: entity.name for entity in layers.entities}

    def words(span: Span | None) -> str:
        return text[span.start : span.end] if span else ""

    def told(*parts: str | None) -> str:
        return " · ".join(part for part in parts if part)

    for sentence in layers.document.sentences:
        yield Row(sentence.start, sentence.end, "sentences", sentence.kind)
    for mention in layers.mentions:
        yield Row(mention.start, mention.end, "mentions", label(mention.value, language, root.rules), mention.derivation)
    for name in layers.names:
        yield Row(name.start, name.end, "entities", told(name.type, names.get(name.entity), "" if name.form == "name" else name.form))
    for quotation in layers.quotations:
        yield Row(quotation.start, quotation.end, "quotations", told(words(quotation.speaker), words(quotation.cue)))
    for hedge in layers.hedges:
        yield Row(hedge.start, hedge.end, "hedges", hedge.kind)
    for denial in layers.denials:
        yield Row(denial.start, denial.end, "denials", told(denial.kind, words(denial.party)))
    for credit in layers.credits:
        yield Row(credit.start, credit.end, "credits", told(credit.role, credit.name))
    for post in layers.posts:
        yield Row(post.start, post.end, "posts", told(words(post.person), post.concept, words(post.organisation), post.status))


def lines(layers: Layers, *, only: Collection[str], why: bool, options: Options) -> Iterator[Text]:
    """Lay out one text's readings in the order of the text; `only` names the layers wanted, none for all but the sentences."""
    article = layers.document.article
    yield Text(" · ".join(clean(part) for part in (article.id, article.title or "") if part), style="bold underline")
    room = options.width - 2 - PLACE - LAYER - 2 * GAP
    for row in sorted(_rows(layers, options), key=lambda row: (row.start, -row.end)):
        if row.layer not in only if only else row.layer == "sentences":
            continue
        found = Text.assemble((clean(article.text[row.start : row.end]), "bold"), f" → {clean(row.reading)}" if row.reading else "")
        right = wrap(found, room)
        if why:
            right += [line for step in row.derivation for line in wrap(Text(STEP + clean(step), style=DIM), room)]
        place, layer = Text(f"{row.start}:{row.end}", style=DIM), Text(row.layer, style=DIM)
        yield from beside(([place], PLACE), ([layer], LAYER), (right, room), indent=2)
    yield Text()


def render(layers: Layers, *, only: Collection[str], why: bool, options: Options) -> str:
    """Write one text's table; `why` adds how each value was read."""
    return page(list(lines(layers, only=only, why=why, options=options)), color=options.color)
