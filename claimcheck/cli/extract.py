"""`claimcheck extract`: the claims of each article."""

from __future__ import annotations

import typer

from claimcheck.cli import addresses, console, options
from claimcheck.cli.exits import Exit
from claimcheck.cli.progress import Progress


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("extract", short_help="Show the claims of each article.")(extract)


def extract(
    paths: options.Paths,
    format: options.TableOrJson = None,  # noqa: A002 - the option's name
    output: options.Output = None,
    why: options.Why = False,
    input_format: options.InputFormat = None,
    rules: options.Rules = None,
    ui: options.Ui = None,
    quiet: options.Quiet = None,
) -> None:
    """Show the claims of each article: subject, attribute, slot, value, how surely and after whom, and the passage."""
    settings = options.settings(input_format=input_format, rules=rules, ui=ui, quiet=quiet)
    from claimcheck import pipeline
    from claimcheck.report.formats import Options, to_bytes

    options.keep_inputs(paths, output)
    stdin = console.stdin_bytes(paths)
    local, unfetched = addresses.on_disk(paths, settings)
    with Progress(quiet=settings.quiet, keep=output is not None) as watch:
        documents, claims, problems = pipeline.extract_paths(local, stdin=stdin, settings=settings, watch=watch)
    problems = (*problems, *watch.problems)
    articles = [document.article for document in documents]
    if format == "json":
        from claimcheck.report.formats.json import render_claims

        console.write(to_bytes(render_claims(documents, claims, problems)), output)
    else:
        from claimcheck.report.claims import render

        language = pipeline.language_of(articles, settings)
        wanted = Options(
            width=console.width(),
            color=console.color(output),
            rules=settings.rules,
            labels=pipeline.labels_of(articles, settings, language),
        )
        text = render(documents, claims, why=why, options=wanted, language=language)
        console.write(console.encode(text) if output is None else to_bytes(text), output)
    lost = console.report_problems(problems, quiet=settings.quiet) or unfetched
    console.leave(Exit.INTERRUPTED if watch.interrupted else Exit.UNREAD if lost else Exit.OK)
