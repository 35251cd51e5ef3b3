"""The program as a whole: its commands, and how every failure becomes one message and an exit code."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli.console import close, report_problems, say
from claimcheck.cli.exits import MEANINGS, Exit
from claimcheck.model.problem import UsageError

COMMANDS = ("compare", "read", "fetch", "extract", "annotate", "explain", "rules", "corpus", "init")
"""Modules of this package in the order of the help; each has `register(app)`."""
_UsageError: type[Exception] = typer.BadParameter.__mro__[2]  # typer's own base, wherever its version keeps it

app = typer.Typer(
    name="claimcheck",
    help=(
        "Read what several outlets wrote about one story and show where they cannot all be right.\n\n"
        f"Exit codes: {'; '.join(f'{int(code)} {meaning}' for code, meaning in MEANINGS.items())}."
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    if context.invoked_subcommand is None and not version:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(Exit.USAGE)


for _name in COMMANDS:
    if find_spec(f"claimcheck.cli.{_name}"):
        import_module(f"claimcheck.cli.{_name}").register(app)


def _usage(error: Exception) -> None:
    context = getattr(error, "ctx", None)
    told = getattr(error, "format_message", error.__str__)().strip().rstrip(".")
    if told.startswith(("Usage:", "Missing command")) and context is not None:
        say(context.get_help())
        return
    command = context.command_path if context is not None else "claimcheck"
    say(f"error: {told}; see `{command} --help`")


def _internal(error: Exception) -> None:
    if os.environ.get("CLAIMCHECK_DEBUG") == "1":
        import traceback

        say("".join(traceback.format_exception(error)).rstrip())
    say(
        f"error: internal error ({type(error).__name__}: {error}); please report it with the input and the output of "
        f"the same command under CLAIMCHECK_DEBUG=1 (claimcheck {__version__})"
    )


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; every failure becomes one message on stderr."""
    try:
        code = app(args=list(arguments), prog_name="claimcheck", standalone_mode=False)
        return code if isinstance(code, int) else Exit.OK
    except UsageError as error:
        report_problems(error.problems)
        return Exit.USAGE
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except _UsageError as error:
        _usage(error)
        return Exit.USAGE
    except MemoryError:
        say("error: out of memory; compare fewer or smaller inputs at a time")
        return Exit.INTERNAL
    except OSError as error:
        if error.errno != errno.ENOSPC:
            _internal(error)
            return Exit.INTERNAL
        say("error: stdout: no space left on the device; make room, or write elsewhere")
        return Exit.USAGE
    except Exception as error:  # noqa: BLE001 - the one place where anything unforeseen is told to the user
        _internal(error)
        return Exit.INTERNAL


COLLECTED = (100_000, 20, 20)
"""How seldom Python looks for garbage: what a run reads lives to its end, and looking all the time costs a tenth of it."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(*COLLECTED)
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            close(stream.fileno())
    sys.exit(code)
