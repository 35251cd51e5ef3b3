"""The order of the stages; nothing else in the program knows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimcheck import __version__
from claimcheck.align.stage import align
from claimcheck.extract.readers import LAYERS
from claimcheck.extract.stage import Extracted, date_again, extract, stamped
from claimcheck.extract.stage import annotate as extract_layers
from claimcheck.group import group
from claimcheck.judge import Witnesses, check, judge
from claimcheck.model import Article, Claim, Document, Layers, Problem, Report, Story
from claimcheck.model.watch import Watch, unwatched
from claimcheck.read.stage import read
from claimcheck.ruleset import FALLBACK, RuleSet, languages, load
from claimcheck.segment import segment
from claimcheck.settings import Settings


def rules_of(articles: Sequence[Article], settings: Settings) -> RuleSet:
    """Load the rules of the languages that the articles are written in."""
    known = languages(settings.rules)
    wanted = {article.language if article.language in known else FALLBACK for article in articles} or {FALLBACK}
    return load(settings.rules, tuple(language for language in known if language in wanted))


def labels_of(articles: Sequence[Article], settings: Settings, language: str) -> dict[str, str]:
    """Give what each claim type is called in a language of the report."""
    return {name: kind.label(language) for name, kind in rules_of(articles, settings).kinds.items()}


def language_of(articles: Sequence[Article], settings: Settings) -> str:
    """Choose the language of the report: as asked, else the one most articles are written in."""
    if settings.ui:
        return settings.ui
    counts = Counter(article.language for article in articles)
    return max(sorted(counts), key=lambda language: (counts[language], language == "fr"), default="en")


def read_inputs(
    paths: Sequence[str], *, stdin: bytes | None = None, settings: Settings | None = None, watch: Watch = unwatched
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read files, with what the configuration knows of them."""
    settings = settings or Settings()
    return read(paths, stdin=stdin, rules_root=settings.rules, input_format=settings.input_format, given=settings.articles, watch=watch)


def compare(paths: Sequence[str], *, stdin: bytes | None = None, settings: Settings | None = None, watch: Watch = unwatched) -> Report:
    """Read files and compare what they say; where `watch` stops early, what was read till then.

    Raises `UsageError` for rules that cannot be used; an input that cannot be read is a problem of the report.
    """
    settings = settings or Settings()
    articles, problems = read_inputs(paths, stdin=stdin, settings=settings, watch=watch)
    return compare_articles(articles, settings=settings, problems=problems, watch=watch)


def compare_articles(
    articles: Sequence[Article], *, settings: Settings | None = None, problems: Sequence[Problem] = (), watch: Watch = unwatched
) -> Report:
    """Compare articles that were read before."""
    settings = settings or Settings()
    language = language_of(articles, settings)
    ruleset = rules_of(articles, settings)
    documents, extracted, trouble = claims_of(articles, ruleset, settings, watch)
    stories, odd = group([found.layers for found in extracted], one_story=settings.one_story, rules_root=settings.rules)
    extracted = date_by_story(extracted, stories, ruleset)
    witnesses = Witnesses(documents, [found.layers for found in extracted])
    stories = tuple(
        replace(story, witnesses=witnesses.independent(story.articles), follows=witnesses.follows(story.articles)) for story in stories
    )
    claims = tuple(claim for found in extracted for claim in found.claims)
    topics, _ = align(watch("stories", stories), claims, ruleset=ruleset)
    slips, claims, unchecked = check([found.layers for found in extracted], claims, stories=stories, ruleset=ruleset)
    findings, last = judge(topics, documents=documents, ruleset=ruleset, language=language, witnesses=witnesses, slips=slips)
    return Report(__version__, language, documents, stories, claims, findings, (*problems, *trouble, *odd, *unchecked, *last))


def claims_of(
    articles: Sequence[Article], ruleset: RuleSet, settings: Settings, watch: Watch
) -> tuple[tuple[Document, ...], tuple[Extracted, ...], tuple[Problem, ...]]:
    """Cut articles and read their claims, one after the other."""
    documents: list[Document] = []
    extracted: list[Extracted] = []
    problems: list[Problem] = []
    for article in watch("articles", articles):
        cut, trouble = segment([article], rules_root=settings.rules)
        found, more = extract(cut, ruleset=ruleset)
        documents += cut
        extracted += found
        problems += (*trouble, *more)
    return tuple(documents), tuple(extracted), tuple(problems)


def date_by_story(extracted: Sequence[Extracted], stories: Sequence[Story], ruleset: RuleSet) -> tuple[Extracted, ...]:
    """Read undated articles again as of the day that stands beside them, else their story's middle day, to hold "en juin" against a date.

    The article itself stays undated; a story without any date leaves its articles as they are.
    """
    at = {found.layers.document.article.id: i for i, found in enumerate(extracted)}
    again = list(extracted)
    for story in stories:
        told = [again[at[article]].layers.document for article in story.articles]
        undated = [document for document in told if document.article.published is None]
        stamps = {document.article.id: day for document in undated if (day := stamped(document, ruleset=ruleset))}
        days = sorted([*stamps.values(), *(date(day.year, day.month, day.day) for document in told if (day := document.article.published))])
        if not days or not undated:
            continue
        middle = days[len(days) // 2]
        reread = {document.article.id: stamps.get(document.article.id, middle) for document in undated}
        for found in date_again([again[at[article]] for article in reread], reread, ruleset=ruleset):
            again[at[found.layers.document.article.id]] = found
    return tuple(again)


def extract_paths(
    paths: Sequence[str], *, stdin: bytes | None = None, settings: Settings | None = None, watch: Watch = unwatched
) -> tuple[tuple[Document, ...], tuple[Claim, ...], tuple[Problem, ...]]:
    """Read files and give their claims, without comparing them."""
    settings = settings or Settings()
    articles, problems = read_inputs(paths, stdin=stdin, settings=settings, watch=watch)
    documents, extracted, trouble = claims_of(articles, rules_of(articles, settings), settings, watch)
    return documents, tuple(claim for found in extracted for claim in found.claims), (*problems, *trouble)


def extract_text(text: str, *, language: str, published: date | None = None, outlet: str = "text") -> tuple[Claim, ...]:
    """Give the claims of one text."""
    article = Article(id=outlet, outlet=outlet, text=text, language=language, published=published)
    ruleset = rules_of([article], Settings())
    extracted, _ = extract(segment([article])[0], ruleset=ruleset)
    return tuple(claim for found in extracted for claim in found.claims)


def annotate(articles: Iterable[Article], only: Iterable[str] = (), *, settings: Settings | None = None) -> Iterator[Layers | Problem]:
    """Give the layers of texts, one after the other; `only` names those that are wanted, all by default.

    A text that cannot be read is a problem in its place.
    """
    root = (settings or Settings()).rules
    ruleset = load(root, languages(root))
    wanted = frozenset(only) or frozenset(LAYERS)
    for article in articles:
        documents, trouble = segment([article], rules_root=root)
        layers, more = extract_layers(documents, ruleset=ruleset, only=wanted)
        yield from trouble
        yield from more
        yield from layers
