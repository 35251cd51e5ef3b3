"""Stands in for `pipeline.annotate` until that exists; it is meant to move there as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from claimcheck.extract.readers import LAYERS, Readers
from claimcheck.extract.view import View
from claimcheck.model import Article, Layers, Problem
from claimcheck.ruleset import languages, load
from claimcheck.segment import segment
from claimcheck.settings import Settings


def annotate(articles: Iterable[Article], *, only: Collection[str] = (), settings: Settings | None = None) -> Iterator[Layers | Problem]:
    """Read the layers of articles one after the other, each before the next is asked for; `only` names those wanted, none for all.

    An article that cannot be read is a problem. Raises `UsageError` for rules that cannot be used.
    """
    settings = settings or Settings()
    ruleset = load(settings.rules, languages(settings.rules))
    shelf: dict[str, Readers] = {}
    wanted = frozenset(only) or frozenset(LAYERS)
    for article in articles:
        documents, problems = segment([article], rules_root=settings.rules)
        yield from problems
        for document in documents:
            if article.language not in shelf:
                shelf[article.language] = Readers(ruleset, article.language)
            try:
                yield shelf[article.language].layers(View(document), wanted)
            except Exception as error:  # noqa: BLE001 - one text never stops the others
                what = f"this text could not be read ({type(error).__name__}: {error}); please report it with the text"
                yield Problem("internal-error", article.path or article.id, what)
