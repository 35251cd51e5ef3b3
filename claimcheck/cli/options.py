"""Options that several commands share, checked as they are parsed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.model.finding import VERDICTS
from claimcheck.model.problem import Problem, UsageError
from claimcheck.read import formats as input_formats
from claimcheck.read.own import report_at
from claimcheck.report import formats
from claimcheck.settings import FAIL_ON, SHOW, Settings, load_settings, pick, pick_language, pick_rules, pick_share, pick_show


def checked(check: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Make an option's callback of a function that raises `ValueError`; an option that is not given stays so."""

    def callback(value: Any) -> Any:
        if value is None or value == []:
            return None
        try:
            return check(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return callback


def one_of(*allowed: str) -> Callable[[Any], Any]:
    """Make the callback of an option that takes one of a few names."""
    return checked(lambda value: pick(value, allowed))


def some_of(*allowed: str) -> Callable[[Any], Any]:
    """Make the callback of a repeatable option, whose names may also stand in one value with commas between."""

    def split(values: list[str]) -> list[str]:
        named = [part.strip() for value in values for part in value.split(",")]
        return [pick(name, allowed) for name in named]

    return checked(split)


def completing(*allowed: str) -> Callable[[str], list[str]]:
    """Make the completion of an option that takes one of a few names."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in allowed if name.startswith(incomplete)]

    return complete


def output_file(path: Path) -> Path:
    """Read where to write; `ValueError` before any work is done for nothing."""
    if path.is_dir():
        raise ValueError(f"{str(path)!r} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {str(path.parent)!r}; make it first")
    return path


def named(paths: list[str]) -> list[str]:
    """Read paths; `ValueError` for an empty one, which would mean the current folder."""
    if not all(path.strip() for path in paths):
        raise ValueError("one of the paths is empty; give a file, a folder (. for this one), or - for stdin")
    return paths


def keep_inputs(paths: Iterable[str], *written: Path | None) -> None:
    """Refuse to write over an article that is named to be read; `UsageError` before any work is done.

    A report of an earlier run is none: "claimcheck compare *.html --html-output report.html" may be given again.
    """
    read = {os.path.realpath(path) for path in paths}
    for path in written:
        if path and path.is_file() and os.path.realpath(path) in read and not report_at(path):
            raise UsageError(Problem("output-is-input", str(path), "is to be read and would be overwritten; write to another file"))


Paths = Annotated[
    list[str],
    typer.Argument(
        callback=checked(named), metavar="PATH...", help="Articles: files, folders, addresses, or - for stdin.", show_default=False
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        callback=one_of(*formats.names()),
        autocompletion=completing(*formats.names()),
        metavar="NAME",
        help=f"How the report is written: {', '.join(formats.names())}. [table]",
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--input-format",
        callback=one_of(*input_formats.names()),
        metavar="NAME",
        help=f"Read every input as one format, whatever name and content say: {', '.join(input_formats.names())}.",
    ),
]
TableOrJson = Annotated[
    str | None,
    typer.Option("--format", callback=one_of("table", "json"), metavar="table|json", help="How the claims are written."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", callback=checked(output_file), metavar="FILE", help="Write there instead of to stdout.")
]
Show = Annotated[
    list[str] | None,
    typer.Option(
        "--show",
        callback=checked(pick_show),
        autocompletion=completing(*SHOW),
        metavar="VERDICT,...",
        help=f"Verdicts to show: {', '.join(VERDICTS)}; skipped lists the passages set aside; all shows everything. "
        f"Repeatable. [{', '.join(formats.HUMAN)}; matrix: all but not_comparable; formats for other programs: all]",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        callback=one_of(*FAIL_ON),
        autocompletion=completing(*FAIL_ON),
        metavar="|".join(FAIL_ON),
        help="Least severity that ends in exit code 1. [error]",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", callback=checked(pick_share), metavar="0..1", help="Leave out findings below it. [0]"),
]
Rules = Annotated[
    Path | None,
    typer.Option("--rules", callback=checked(pick_rules), metavar="DIR", help="Rules to use instead of those that ship with claimcheck."),
]
OneStory = Annotated[
    bool | None, typer.Option("--one-story/--stories", help="Compare all articles with one another, or group them first. [--stories]")
]
Ui = Annotated[
    str | None,
    typer.Option("--ui", callback=checked(pick_language), metavar="LANGUAGE", help="Language of the report. [the articles' main language]"),
]
Quiet = Annotated[bool | None, typer.Option("--quiet", "-q", help="Leave warnings unsaid; errors are always said.")]
Why = Annotated[bool, typer.Option("--why", help="Show how each value was read.")]


def settings(**flags: Any) -> Settings:
    """Take the nearest configuration file, then the flags that were given over it."""
    return replace(
        load_settings(Path.cwd(), formats=formats.names(), input_formats=input_formats.names()),
        **{name: value for name, value in flags.items() if value is not None},
    )
