"""`claimcheck init`: a configuration file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.model.problem import Problem, UsageError
from claimcheck.settings import FILE

TEMPLATE = """\
# Settings of claimcheck, for this folder and all below it; flags on the command line win.
# Every line that starts with "#" and a key is a default or an example: take the "# " away to use it.

# Least severity that ends in exit code 1: error, warning, note or never.
# fail-on = "error"

# Findings below this confidence, from 0 to 1, are left out.
# min-confidence = 0.0

# What is shown: verdicts, "skipped" for passages set aside, or "all".
# show = ["contradiction", "dispute", "update", "spelling", "certainty"]

# How the report is written, where --format does not say.
# format = "table"

# Language of the report; without it, the one that most articles are written in.
# ui = "fr"

# Compare all articles with one another, instead of grouping them into stories first.
# one-story = false

# Read every input in one format, whatever its name and content say.
# input-format = "text"

# Rules to use instead of those that ship with claimcheck; counted from this file's folder.
# rules = "rules"

# Say errors only.
# quiet = false

# What is known of some articles: outlet, date and language, by file name.
# [articles."drafts/*.txt"]
# outlet = "Our paper"
# language = "fr"
"""


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("init", short_help="Write a commented configuration file.")(init)


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to write it. [the current folder]", show_default=False)] = Path(),
) -> None:
    """Write a commented claimcheck.toml to start from; a file that is there is left as it is."""
    path = folder / FILE
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError as error:
        raise UsageError(Problem("existing-file", str(path), "is there already; change it, or move it away first")) from error
    except OSError as error:
        raise UsageError(Problem("unwritable-output", str(path), f"cannot be written: {error.strerror}; choose another folder")) from error
    console.emit(f"{path}\n".encode("utf-8", "surrogateescape"))
