"""The order of the stages; nothing else in the program knows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck import __version__
from claimcheck.align.stage import align
from claimcheck.extract.stage import extract
from claimcheck.group import group
from claimcheck.judge import judge
from claimcheck.model import Article, Claim, Document, Problem, Report
from claimcheck.read import read
from claimcheck.ruleset import RuleSet, languages, load
from claimcheck.segment import segment
from claimcheck.settings import Settings

FALLBACK = "en"
"""Rules for articles in a language that has none."""


def rules_of(articles: Sequence[Article], settings: Settings) -> RuleSet:
    """Load the rules of the languages that the articles are written in."""
    known = languages(settings.rules)
    return load(
        settings.rules, tuple(language for language in known if language in {FALLBACK, *(article.language for article in articles)})
    )


def language_of(articles: Sequence[Article], settings: Settings) -> str:
    """Choose the language of the report: as asked, else the one most articles are written in."""
    if settings.ui:
        return settings.ui
    counts = Counter(article.language for article in articles)
    return max(sorted(counts), key=lambda language: (counts[language], language == "fr"), default="en")


def compare(paths: Sequence[str], *, stdin: bytes | None = None, settings: Settings | None = None) -> Report:
    """Read files and compare what they say.

    Raises `UsageError` for rules that cannot be used; an input that cannot be read is a problem of the report.
    """
    articles, problems = read(paths, stdin=stdin)
    return compare_articles(articles, settings=settings, problems=problems)


def compare_articles(articles: Sequence[Article], *, settings: Settings | None = None, problems: Sequence[Problem] = ()) -> Report:
    """Compare articles that were read before."""
    settings = settings or Settings()
    language = language_of(articles, settings)
    ruleset = rules_of(articles, settings)
    documents, trouble = segment(articles, rules_root=settings.rules)
    extracted, more = extract(documents, ruleset=ruleset)
    layers = [found.layers for found in extracted]
    claims = tuple(claim for found in extracted for claim in found.claims)
    stories, _ = group(layers, one_story=settings.one_story)
    topics, _ = align(stories, claims, ruleset=ruleset)
    findings, last = judge(topics, documents=documents, ruleset=ruleset, language=language, layers=layers)
    return Report(__version__, language, documents, stories, claims, findings, (*problems, *trouble, *more, *last))


def extract_paths(
    paths: Sequence[str], *, stdin: bytes | None = None, settings: Settings | None = None
) -> tuple[tuple[Document, ...], tuple[Claim, ...], tuple[Problem, ...]]:
    """Read files and give their claims, without comparing them."""
    settings = settings or Settings()
    articles, problems = read(paths, stdin=stdin)
    documents, trouble = segment(articles, rules_root=settings.rules)
    extracted, more = extract(documents, ruleset=rules_of(articles, settings))
    return documents, tuple(claim for found in extracted for claim in found.claims), (*problems, *trouble, *more)
