"""`claimcheck annotate`: the layers under the claims, one text after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from claimcheck.cli import addresses, console, options
from claimcheck.cli.exits import Exit
from claimcheck.model import Article, Layers, Problem
from claimcheck.report.layers import LAYERS
from claimcheck.settings import Settings

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", callback=options.some_of(*LAYERS), metavar="LAYER", help=f"Layers to read, repeatable: {', '.join(LAYERS)}. [all]"
    ),
]
Lines = Annotated[
    str | None,
    typer.Option(
        "--format",
        callback=options.one_of("jsonl", "table"),
        metavar="jsonl|table",
        help="How it is written. [jsonl for JSON lines, else table]",
    ),
]


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("annotate", short_help="Show what is read in a text, layer by layer.")(annotate)


def annotate(
    paths: options.Paths,
    only: Only = None,
    format: Lines = None,  # noqa: A002 - the option's name
    why: options.Why = False,
    rules: options.Rules = None,
    quiet: options.Quiet = None,
) -> None:
    """Read texts and write what was read in each: sentences, values, names, quotations, hedges, denials, credits, posts.

    Takes JSON lines {id, text, language, published}, one text a line, or whatever `compare` takes; offsets are half-open.
    """
    settings = options.settings(rules=rules, quiet=quiet)
    from claimcheck.cli.feed import open_feed

    wanted = tuple(only or ())
    local, lost = addresses.on_disk(paths, settings)
    for path in local:
        items, is_lines = open_feed(path, root=settings.rules)
        write = _as_jsonl if (format or ("jsonl" if is_lines else "table")) == "jsonl" else _as_table
        for item in _annotated(items, wanted, settings):
            if isinstance(item, Problem):
                lost |= console.report_problems([item], quiet=settings.quiet)
            elif not console.emit(write(item, wanted, why, settings)):
                console.leave(Exit.OK)
    console.leave(Exit.UNREAD if lost else Exit.OK)


def _annotated(items: Iterable[Article | Problem], only: tuple[str, ...], settings: Settings) -> Iterator[Layers | Problem]:
    """Give each text's layers before the next text is asked for, and the problems where they come."""
    from claimcheck.pipeline import annotate

    waiting: list[Problem] = []

    def articles() -> Iterator[Article]:
        for item in items:
            if isinstance(item, Problem):
                waiting.append(item)
            else:
                yield item

    for layers in annotate(articles(), only=only, settings=settings):
        yield from waiting
        waiting.clear()
        yield layers
    yield from waiting


def _as_jsonl(layers: Layers, only: tuple[str, ...], why: bool, _: Settings) -> bytes:
    from claimcheck.report.encode import dumps, to_bytes
    from claimcheck.report.layers import encode_layers

    return to_bytes(dumps(encode_layers(layers, only=only, why=why)) + "\n")


def _as_table(layers: Layers, only: tuple[str, ...], why: bool, settings: Settings) -> bytes:
    from claimcheck.report.formats import Options
    from claimcheck.report.reading import render

    options = Options(width=console.width(), color=console.color(None), rules=settings.rules)
    return console.encode(render(layers, only=only, why=why, options=options))
