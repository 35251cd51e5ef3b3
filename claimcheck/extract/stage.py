"""Stage: documents → layers and claims. Trouble with one article never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from claimcheck.extract.claims.read import read_claims
from claimcheck.extract.readers import LAYERS, Readers
from claimcheck.extract.view import View
from claimcheck.model import HOURLY, Claim, DateValue, Document, Layers, Problem, UsageError
from claimcheck.model.record import record
from claimcheck.ruleset import RuleSet

STAMPED = frozenset({"published", "comment"})
"""Passages beside an article that carry its date or a later one."""
DAILY = HOURLY | {"day"}


@record
class Extracted:
    """One article's layers and claims."""

    layers: Layers
    claims: tuple[Claim, ...]


@cache
def readers(ruleset: RuleSet, language: str) -> Readers:
    """Give the readers of a language, built once for a rule set; of the fallback where the language has no rules."""
    return Readers(ruleset, ruleset.standing_in(language))


def annotate(
    documents: Iterable[Document], *, ruleset: RuleSet, only: frozenset[str] = frozenset(LAYERS)
) -> tuple[tuple[Layers, ...], tuple[Problem, ...]]:
    """Read the layers of documents; an article that cannot be read is a problem that names it.

    Raises `UsageError` for lexicons that cannot be used.
    """
    found, problems = [], []
    for document in documents:
        try:
            found.append(readers(ruleset, document.article.language).layers(View(document), only))
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - one article never stops the run
            problems.append(_trouble(document, error))
    return tuple(found), tuple(problems)


def extract(documents: Iterable[Document], *, ruleset: RuleSet) -> tuple[tuple[Extracted, ...], tuple[Problem, ...]]:
    """Read the claims of documents; an article that cannot be read is a problem that names it.

    Raises `UsageError` for lexicons that cannot be used.
    """
    found, problems = [], []
    for document in documents:
        try:
            view = View(document)
            reader = readers(ruleset, document.article.language)
            layers = reader.layers(view)
            found.append(Extracted(layers, read_claims(layers, view, reader.vocabulary)))
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - one article never stops the run
            problems.append(_trouble(document, error))
    return tuple(found), tuple(problems)


def date_again(found: Iterable[Extracted], days: Mapping[str, date], *, ruleset: RuleSet) -> tuple[Extracted, ...]:
    """Read the values and claims of articles again as of another day; the article stays as it is, and so does what cannot be read."""
    again = []
    for one in found:
        document = one.layers.document
        try:
            view = View(replace(document, article=replace(document.article, published=days[document.article.id])))
            reader = readers(ruleset, document.article.language)
            layers = replace(one.layers, document=view.document, mentions=reader.mentions(view))
            claims = read_claims(layers, view, reader.vocabulary)
            again.append(Extracted(replace(layers, document=document), claims))
        except UsageError:
            raise
        except Exception:  # noqa: BLE001 - one article never stops the run
            again.append(one)
    return tuple(again)


def stamped(document: Document, *, ruleset: RuleSet) -> date | None:
    """Give the earliest day that stands beside an article: in its date line, or by itself over a reader's comment."""
    read = readers(ruleset, document.article.language).values.read
    lines = [
        (line.strip(), passage.reason)
        for passage in document.skipped
        if passage.reason in STAMPED
        for line in document.article.text[passage.start : passage.end].splitlines()
    ]
    stamps = [mention.value for line, reason in lines for mention in read(line) if reason == "published" or mention.text == line]
    return min(
        (value.start.date() for value in stamps if isinstance(value, DateValue) and value.start and value.granularity in DAILY),
        default=None,
    )


def _trouble(document: Document, error: Exception) -> Problem:
    where = document.article.path or document.article.id
    kind = type(error).__name__
    return Problem("internal-error", where, f"this article could not be read ({kind}: {error}); please report it with the article")
