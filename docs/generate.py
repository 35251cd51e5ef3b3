"""Write what can be generated: `python docs/generate.py` writes `docs/cli.md` and `docs/schema.json`; a test holds them equal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from claimcheck.cli import app
from claimcheck.cli.exits import MEANINGS
from claimcheck.judge import checks
from claimcheck.read import formats as read
from claimcheck.report import formats
from claimcheck.report.schema import schema
from claimcheck.settings import FILE, KEYS, TABLE

HERE = Path(__file__).parent
HEAD = """\
# The command line

Generated from the program by `docs/generate.py`.

Data goes to stdout, messages to stderr. Colours are used on a terminal only; `NO_COLOR` and `TERM=dumb` are obeyed, and without
colour the value of a quotation stands in brackets. A table is as wide as the terminal, or as `COLUMNS` says. An internal error is
one line; `CLAIMCHECK_DEBUG=1` adds where it happened.

## Exit codes
"""
CONFIGURATION = f"""\
## Configuration

The nearest `{FILE}`, or `pyproject.toml` with a table `[{TABLE}]`, from the current folder upwards; flags win over it. An unknown key
is refused. Keys, named as the flags: {", ".join(f"`{key}`" for key in KEYS)}. A relative `rules` counts from the file's folder.

```toml
show = ["contradiction", "dispute"]
fail-on = "warning"
min-confidence = 0.6
```
"""


def codes() -> Iterator[str]:
    """Yield the table of exit codes."""
    yield "| code | when |"
    yield "|---|---|"
    yield from (f"| {int(code)} | {meaning} |" for code, meaning in MEANINGS.items())


def output_formats() -> Iterator[str]:
    """Yield the list of output formats."""
    yield "## Output formats of `compare`"
    yield ""
    yield from (f"- `{name}`: {formats.load(name).DOC}" for name in formats.names())


def input_formats() -> Iterator[str]:
    """Yield the list of what is read."""
    yield "## Inputs"
    yield ""
    yield "Files, folders (every readable file below them) and `-`, mixed as you like."
    yield ""
    for format_ in read.formats():
        yield f"- {', '.join(f'`{suffix}`' for suffix in format_.SUFFIXES)}: {format_.DOC}"


def inner_checks() -> Iterator[str]:
    """Yield the list of what is held against what inside one article."""
    yield "## Checks inside one article"
    yield ""
    yield "Each is a contradiction with `internal: true`, named as here in `attribute`; see [how they work](checks.md)."
    yield ""
    yield from (f"- `{name}`: {checks.load(name).DOC}" for name in checks.names())


def option(parameter: Any) -> str:
    """Write one row of a table of options."""
    if parameter.param_type_name == "argument":
        return f"| `{escaped(parameter.metavar or parameter.name.upper())}` | {escaped(parameter.help or '')} |"
    names = " / ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    takes = f" `{parameter.metavar}`" if parameter.metavar else ""
    return f"| {names}{escaped(takes)} | {escaped(parameter.help or '')} |"


def escaped(text: str) -> str:
    """Keep a bar from ending the cell of a table."""
    return text.replace("|", "\\|")


def command(found: Any, path: str) -> Iterator[str]:
    """Yield the section of a command, or of each of its own."""
    children = getattr(found, "commands", None)
    if children:
        for name, child in children.items():
            yield from command(child, f"{path} {name}")
        return
    yield ""
    yield f"## `{path}`"
    yield ""
    yield found.help
    yield ""
    yield "| option | what it does |"
    yield "|---|---|"
    yield from (option(parameter) for parameter in found.params if parameter.name != "help" and not getattr(parameter, "hidden", False))


def cli() -> str:
    """Write the manual of the command line."""
    lines = [
        HEAD,
        *codes(),
        *command(typer.main.get_command(app), "claimcheck"),
        "",
        *input_formats(),
        "",
        *output_formats(),
        "",
        *inner_checks(),
        "",
        CONFIGURATION,
    ]
    return "\n".join(lines)


PAGES = {"cli.md": cli, "schema.json": lambda: json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"}
"""Generated files, each with what writes it."""


def main() -> None:
    """Write every page."""
    for name, write in PAGES.items():
        (HERE / name).write_text(write(), encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
