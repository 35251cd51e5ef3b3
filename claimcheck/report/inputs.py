"""Articles as they were understood, before anything is compared: a table for people, JSON lines that are read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from claimcheck.model import Article
from claimcheck.report.encode import Json, day, dumps
from claimcheck.report.findings import DIM
from claimcheck.report.formats import Options
from claimcheck.report.lines import beside, ends, page, wrap
from claimcheck.report.words import clean

NAME = 10
"""Columns of the names of the fields."""
UNKNOWN = "?"
SHOWN = ("date", "modified", "language", "author", "credits", "url")
"""Fields below the title, in order."""
NEEDED = ("date", "language")
"""What a reading hangs on: shown even where it is unknown."""
BEGINNING = 160
"""Characters of the text that are shown."""


def row(article: Article) -> Json:
    """Give an article under the names that JSON lines are read by."""
    zone = article.zone or ""
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "date": f"{day(article.published)}{zone}" if article.published else None,
        "modified": day(article.modified),
        "language": article.language,
        "author": article.author,
        "credits": list(article.credits),
        "url": article.url,
        "path": article.path,
        "format": article.format,
        "text": article.text,
    }


def to_lines(articles: Iterable[Article]) -> str:
    """Write one JSON object a line."""
    return "".join(dumps(row(article)) + "\n" for article in articles)


def lines(articles: Sequence[Article], *, options: Options) -> Iterator[Text]:
    """Lay out the articles, one after the other."""
    room = options.width - NAME - 4
    for article in articles:
        found = row(article)
        head = " · ".join(clean(part) for part in (article.outlet, article.title or "") if part)
        told = f"{len(article.text.split())} words · {article.format}"
        yield from ends(Text(head, style="bold underline"), Text(told, style=DIM), options.width)
        fields = {name: found[name] if isinstance(found[name], str) else ", ".join(found[name] or ()) for name in SHOWN}
        fields |= {"id": article.id, "path": article.path or "", "text": " ".join(article.text[:BEGINNING].split()) + "…"}
        for name, value in fields.items():
            if value or name in NEEDED:
                yield from beside(([Text(name, style=DIM)], NAME), (wrap(Text(clean(value or UNKNOWN)), room), room), indent=2)
        yield Text()


def render(articles: Sequence[Article], *, options: Options) -> str:
    """Write the table."""
    return page(list(lines(articles, options=options)), color=options.color)
