"""`claimcheck compare`: where the outlets cannot all be right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.cli import addresses, console, options
from claimcheck.cli import outputs as reports
from claimcheck.cli.exits import Exit
from claimcheck.cli.progress import Progress
from claimcheck.report.formats import Options
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.model import Report


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("compare", short_help="Show where the outlets cannot all be right.")(reports.with_outputs(compare))


def compare(
    paths: options.Paths,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
    show: options.Show = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    input_format: options.InputFormat = None,
    rules: options.Rules = None,
    one_story: options.OneStory = None,
    ui: options.Ui = None,
    quiet: options.Quiet = None,
    *,
    outputs: Mapping[str, Path],
) -> None:
    """Line up what several outlets wrote about the same facts and show where they differ.

    Articles are grouped into stories first; two outlets that tell the same story are enough.
    """
    settings = options.settings(
        format=format,
        show=show,
        fail_on=fail_on,
        min_confidence=min_confidence,
        input_format=input_format,
        rules=rules,
        one_story=one_story,
        ui=ui,
        quiet=quiet,
    )
    from claimcheck import pipeline

    wanted = reports.targets(settings.format or "table", output, outputs)
    options.keep_inputs(paths, *(target.path for target in wanted))
    stdin = console.stdin_bytes(paths)
    local, unfetched = addresses.on_disk(paths, settings)
    with Progress(quiet=settings.quiet, keep=any(target.path for target in wanted)) as watch:
        report = pipeline.compare(local, stdin=stdin, settings=settings, watch=watch)
    report = replace(report, problems=(*report.problems, *watch.problems))
    how = Options(
        show=settings.show,
        min_confidence=settings.min_confidence,
        fail_on=settings.fail_on,
        rules=settings.rules,
        labels=pipeline.labels_of(report.articles, settings, report.language),
        root=Path.cwd(),
    )
    reports.write(report, wanted, how)
    lost = console.report_problems(report.problems, quiet=settings.quiet) or unfetched
    if watch.interrupted:
        console.leave(Exit.INTERRUPTED)
    outlets = {article.outlet for article in report.articles}
    if len(outlets) < 2 and not lost:
        known = ", ".join(sorted(outlets)) or "none"
        console.say(f"error: fewer than two outlets to compare (found: {known}); give articles of at least two outlets")
    console.leave(exit_code(report, settings, lost=lost))


def exit_code(report: Report, settings: Settings, *, lost: bool) -> Exit:
    """Say what the shell hears: a lost input first, then too few outlets, then what was found."""
    if lost:
        return Exit.UNREAD
    if len({article.outlet for article in report.articles}) < 2:
        return Exit.ALONE
    grave = any(finding.reaches(settings.fail_on) and finding.confidence >= settings.min_confidence for finding in report.findings)
    return Exit.FOUND if grave else Exit.OK
