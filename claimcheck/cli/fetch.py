"""`claimcheck fetch`: pages from the network, kept so that no later run needs it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import addresses, console, options
from claimcheck.cli.exits import Exit


def all_addresses(urls: list[str]) -> list[str]:
    """Read addresses; `ValueError` names what is none."""
    wrong = [url for url in urls if not addresses.is_address(url)]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is no address of a page; give one that starts with https:// or http://")
    return urls


def folder(path: Path) -> Path:
    """Read a folder to write to; `ValueError` where it is something else."""
    if path.exists() and not path.is_dir():
        raise ValueError(f"{str(path)!r} is no folder; name one, which is made where there is none")
    return path


Urls = Annotated[
    list[str],
    typer.Argument(callback=options.checked(all_addresses), metavar="URL...", help="Addresses of articles.", show_default=False),
]
Into = Annotated[
    Path,
    typer.Option(
        "--into", callback=options.checked(folder), metavar="DIR", help=f"Folder for the pages. [{addresses.FOLDER}]", show_default=False
    ),
]
Again = Annotated[bool, typer.Option("--again", help="Fetch also what the folder holds already.")]


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("fetch", short_help="Fetch pages and keep them.")(fetch)


def fetch(urls: Urls, into: Into = addresses.FOLDER, again: Again = False, quiet: options.Quiet = None) -> None:
    """Fetch pages into a folder, each with its extracted text and a record of where and when it came from.

    Robots.txt is obeyed. What the folder holds already is not fetched again, and `compare DIR` needs no network.
    """
    settings = options.settings(quiet=quiet)
    lost = False
    for _, problems in addresses.store(urls, into, settings=settings, again=again):
        lost |= console.report_problems(problems, quiet=settings.quiet)
    console.leave(Exit.UNREAD if lost else Exit.OK)
