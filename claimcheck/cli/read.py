"""`claimcheck read`: what was understood of each input, before anything is compared."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import addresses, console, options
from claimcheck.cli.exits import Exit

Shape = Annotated[
    str | None,
    typer.Option(
        "--format",
        callback=options.one_of("table", "jsonl"),
        metavar="table|jsonl",
        help="How the articles are written; JSON lines hold their text and are read again by every command. [table]",
    ),
]


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("read", short_help="Show what is understood of each input.")(read)


def read(
    paths: options.Paths,
    format: Shape = None,  # noqa: A002 - the option's name
    output: options.Output = None,
    input_format: options.InputFormat = None,
    rules: options.Rules = None,
    quiet: options.Quiet = None,
) -> None:
    """Show outlet, title, times, language, address and length of each article, as `compare` would take them.

    A wrong date or outlet is set right in front matter, or in the configuration under [articles].
    """
    settings = options.settings(input_format=input_format, rules=rules, quiet=quiet)
    options.keep_inputs(paths, output)
    from claimcheck.pipeline import read_inputs
    from claimcheck.report.formats import Options, to_bytes
    from claimcheck.report.inputs import render, to_lines

    local, unfetched = addresses.on_disk(paths, settings)
    articles, problems = read_inputs(local, stdin=console.stdin_bytes(paths), settings=settings)
    if format == "jsonl":
        console.write(to_bytes(to_lines(articles)), output)
    else:
        text = render(articles, options=Options(width=console.width(), color=console.color(output)))
        console.write(console.encode(text) if output is None else to_bytes(text), output)
    lost = console.report_problems(problems, quiet=settings.quiet) or unfetched
    console.leave(Exit.UNREAD if lost else Exit.OK)
