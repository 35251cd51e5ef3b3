"""`claimcheck annotate`: the layers under the claims, one text after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console, options
from claimcheck.cli.exits import Exit
from claimcheck.report.layers import LAYERS

if TYPE_CHECKING:
    from claimcheck.model import Article, Problem
_LINES = frozenset({".jsonl", ".ndjson"})

Only = Annotated[
    list[str] | None,
    typer.Option("--only", callback=options.some_of(*LAYERS), metavar="LAYER", help=f"Layers to read, repeatable: {', '.join(LAYERS)}. [all]"),
]
Lines = Annotated[
    str | None,
    typer.Option(
        "--format", callback=options.one_of("jsonl", "table"), metavar="jsonl|table", help="How it is written. [jsonl for JSON lines, else table]"
    ),
]


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("annotate", help=annotate.__doc__)(annotate)


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
    from claimcheck import pipeline
    from claimcheck.model import Problem
    from claimcheck.report.encode import dumps, to_bytes
    from claimcheck.report.layers import encode_layers

    lost = False
    for path in paths:
        items, is_lines = _items(path, settings.rules)
        table = (format or ("jsonl" if is_lines else "table")) == "table"
        for item in items:
            if isinstance(item, Problem):
                lost |= console.report_problems([item], quiet=settings.quiet)
                continue
            for layers in pipeline.annotate([item], only or ()):
                if table:
                    from claimcheck.report.reading import render_layers

                    data = console.encode(render_layers(layers, only=only or (), why=why, width=console.width(), color=console.color(None)))
                else:
                    data = to_bytes(dumps(encode_layers(layers, only=only or (), why=why)) + "\n")
                if not console.emit(data):
                    console.leave(Exit.OK)
    console.leave(Exit.UNREAD if lost else Exit.OK)


def _items(path: str, root: Path | None) -> tuple[Iterable[Article | Problem], bool]:
    """Give the articles and problems of one input, and whether it holds JSON lines."""
    from claimcheck.cli.feed import read_lines
    from claimcheck.ruleset import languages

    if path == "-":
        first = sys.stdin.buffer.readline()
        while first and not first.strip():
            first = sys.stdin.buffer.readline()
        if first.lstrip().startswith(b"{"):
            return read_lines(_chain(first, sys.stdin.buffer), where="<stdin>", languages=languages(root)), True
        return _read(path, first + sys.stdin.buffer.read()), False
    if Path(path).suffix.lower() in _LINES and Path(path).is_file():
        return read_lines(_lines(Path(path)), where=path, languages=languages(root)), True
    return _read(path, None), False


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _read(path: str, stdin: bytes | None) -> list[Article | Problem]:
    from claimcheck.read import read

    articles, problems = read([path], stdin=stdin)
    return [*problems, *articles]
