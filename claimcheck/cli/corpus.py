"""`claimcheck corpus score`: precision and recall on annotated stories."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli import console, options
from claimcheck.cli.exits import Exit
from claimcheck.model.problem import Problem, UsageError
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.corpus import Key, KeyArticle, KeyClaim, Score
    from claimcheck.model import Article, Report

ALL = "ALL"
FOLDER = "corpus"

Stories = Annotated[list[str] | None, typer.Argument(metavar="STORY", help="Names of stories. [all]", show_default=False)]
Root = Annotated[
    list[Path] | None,
    typer.Option("--root", metavar="DIR", help="Folder of annotated stories, repeatable. [corpus/]", show_default=False),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Name every miss and every false alarm.")]
By = Annotated[
    str | None,
    typer.Option(
        "--by", callback=options.one_of("type", "language"), metavar="type|language", help="Also the figures for each type or language."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")]


def register(app: typer.Typer) -> None:
    """Mount the commands."""
    corpus = typer.Typer(help="Measure the program on annotated stories.")
    corpus.callback()(lambda: None)
    corpus.command("score", help=score_stories.__doc__)(score_stories)
    app.add_typer(corpus, name="corpus")


def score_stories(
    stories: Stories = None,
    root: Root = None,
    rules: options.Rules = None,
    by: By = None,
    verbose: Verbose = False,
    as_json: AsJson = False,
) -> None:
    """Hold the reports on annotated stories against their answer keys.

    docs/accuracy.md says what each figure means.
    """
    settings = Settings(rules=rules)
    from claimcheck.corpus import Score, score

    total = Score()
    lost = False
    rows: dict[str, Any] = {}
    parts: dict[str, Score] = {}
    for key in find_stories(root or [default_root()], stories or ()):
        report = compare_story(key, settings=settings)
        lost |= console.report_problems(report.problems, quiet=True)
        for article in silent(key, report):
            console.say(f"warning: {article.path}: gave no claims, the key has some; `claimcheck annotate` shows what is read")
        found = score(key, report)
        total += found
        rows[key.name] = figures(found)
        for name, part in split(key, by).items():
            parts[name] = parts.get(name, Score()) + replace(score(part, report), unjudged=0)
        if as_json:
            continue
        if verbose:
            _print(f"== {key.name}")
            for note in found.notes:
                _print(f"  {note.kind:17} {note.text}")
        _print(f"{key.name:18} {found}")
    rows |= {name: figures(parts[name]) for name in sorted(parts)} | {ALL: figures(total)}
    if as_json:
        _print(json.dumps(rows))
    else:
        for name in sorted(parts):
            _print(f"{name:18} {parts[name]}")
        _print(f"{ALL:18} {total}")
    console.leave(Exit.UNREAD if lost else Exit.OK)


def default_root() -> Path:
    """Find `corpus/`: in the current folder, else in the checkout that the program runs from."""
    here = Path(FOLDER)
    return here if here.is_dir() else Path(__file__).resolve().parents[2] / FOLDER


def find_stories(roots: Sequence[Path], names: Sequence[str]) -> Iterator[Key]:
    """Yield the answer keys of the named stories, all where none is named; `UsageError` where there is no such story."""
    from claimcheck.corpus import find_keys, read_key

    keys = [read_key(path) for path in find_keys(roots)]
    known = {key.name for key in keys}
    where = ", ".join(map(str, roots))
    if not keys:
        raise UsageError(Problem("no-story", where, "holds no annotated story; name a folder of them with --root"))
    problems = [
        Problem("unknown-story", where, f"no story is called {name!r}; there are: {', '.join(sorted(known))}")
        for name in names
        if name not in known
    ]
    if problems:
        raise UsageError(*problems)
    yield from (key for key in keys if not names or key.name in names)


def split(key: Key, by: str | None) -> dict[str, Key]:
    """Cut a key into those of each claim type, or each language; what crosses the cut is left out, `unjudged` with it."""
    if by is None:
        return {}
    languages = {article.id: article.language or "mixed" for article in key.articles}
    parts: dict[str, list[KeyClaim]] = {}
    for claim in key.claims:
        parts.setdefault(f"{by} {claim.type if by == 'type' else languages[claim.article]}", []).append(claim)
    return {name: key.only(claims) for name, claims in parts.items()}


def compare_story(key: Key, *, settings: Settings | None = None) -> Report:
    """Compare the articles of a story, with the dates, outlets and languages that its key gives."""
    from claimcheck.pipeline import compare_articles

    return compare_articles(articles_of(key), settings=settings)


def silent(key: Key, report: Report) -> list[KeyArticle]:
    """List the articles of a story of which the key has claims and the report none."""
    read = {claim.article for claim in report.claims}
    wanted = {claim.article for claim in key.claims}
    return [article for article in key.articles if article.id in wanted - read]


def articles_of(key: Key) -> tuple[Article, ...]:
    """Read the articles of a story; the key's metadata win over their own front matter."""
    from claimcheck.read.stage import read

    rows = []
    for article in key.articles:
        found, problems = read([str(article.path)])
        if not found:
            raise UsageError(*problems)
        row = {
            "id": article.id,
            "outlet": article.outlet,
            "url": article.url,
            "date": article.date,
            "language": article.language,
            "text": found[0].text,
        }
        rows.append(json.dumps({name: value for name, value in row.items() if value}))
    return read(["-"], stdin="\n".join(rows).encode())[0]


def figures(score: Score) -> dict[str, Any]:
    """Give a score as JSON data: `[got, of]` for ratios."""
    ratios = {
        "claims": score.claims,
        "values": score.values,
        "contradiction": score.contradictions,
        "update": score.updates,
        "positive": score.agree,
        "groups": score.groups,
    }
    return {name: [ratio.got, ratio.of] for name, ratio in ratios.items()} | {
        "right": score.right,
        "false_alarms": score.false_alarms,
        "unjudged": score.unjudged,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _print(line: str) -> None:
    console.emit(console.encode(line + "\n"))
