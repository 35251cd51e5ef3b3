"""Where reports go: one format to stdout or `--output`, and any number of others with `--NAME-output FILE`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from claimcheck.cli import console, options
from claimcheck.model.problem import Problem, UsageError
from claimcheck.report import formats

if TYPE_CHECKING:
    from claimcheck.model import Report

ANY = "NAME"
"""Stands for the name of a format in the help, which has one row for all these options."""


class Target(NamedTuple):
    """One report to write."""

    format: str
    path: Path | None
    """Absent for stdout."""


def _explain(_: Path) -> None:
    raise ValueError(f"{ANY} stands for the name of a format: {', '.join(f'--{name}-output' for name in formats.names())}")


def _option(name: str, **more: Any) -> Any:
    return Annotated[Path | None, typer.Option(f"--{name}-output", metavar="FILE", **more)]


def with_outputs(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command one option `--NAME-output` a format in place of its parameter `outputs`, which takes them by format."""
    by_key = {f"{name}_output": name for name in formats.names()}
    told = "Write it there as well, in the format NAME; as many of these as you like."

    @wraps(command)
    def run(**given: Any) -> None:
        outputs = {name: given.pop(key) for key, name in by_key.items()}
        del given[ANY]
        command(**given, outputs={name: path for name, path in outputs.items() if path})

    found = {key: _option(name, callback=options.checked(options.output_file), hidden=True) for key, name in by_key.items()}
    found = {ANY: _option(ANY, callback=options.checked(_explain), help=told), **found}
    parameters: list[Parameter] = []
    for parameter in signature(command, eval_str=True).parameters.values():
        if parameter.name == "outputs":
            parameters += [Parameter(key, Parameter.KEYWORD_ONLY, default=None, annotation=option) for key, option in found.items()]
        else:
            parameters.append(parameter.replace(kind=Parameter.KEYWORD_ONLY))
    run.__signature__ = signature(command).replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def targets(name: str, output: Path | None, more: Mapping[str, Path]) -> tuple[Target, ...]:
    """List what is to be written, stdout first; a `UsageError` before any work is done for nothing."""
    found = (Target(name, output), *(Target(other, path) for other, path in more.items()))
    seen: dict[str, str] = {}
    for target in found:
        formats.load(target.format)
        place = os.path.realpath(target.path) if target.path else ""
        if place in seen:
            what = f"two reports would be written there ({seen[place]}, {target.format}); give each a file of its own"
            raise UsageError(Problem("same-output", str(target.path), what))
        seen[place] = target.format
    return found


def write(report: Report, wanted: Iterable[Target], how: formats.Options) -> None:
    """Write a report in every format that is wanted, each file whole or not at all; a `UsageError` names those that failed."""
    failed: list[Problem] = []
    for name, path in wanted:
        try:
            console.write(_rendered(report, name, path, how), path)
        except UsageError as error:
            failed += error.problems
    if failed:
        raise UsageError(*failed)


def _rendered(report: Report, name: str, path: Path | None, how: formats.Options) -> bytes:
    format_ = formats.load(name)
    found = format_.render(report, options=replace(how, width=console.width(), color=console.color(path)))
    if isinstance(found, str):
        return console.encode(found) if path is None and formats.for_terminal(format_) else formats.to_bytes(found)
    if path is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(Problem("not-for-terminals", f"the format {name}", "is no text for a terminal; name a file with --output"))
    return found
