"""`claimcheck explain`: one finding or claim of a report, with its whole trail."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.cli import console, options
from claimcheck.model.problem import Problem, UsageError

SCHEMA = "claimcheck/1"


def register(app: typer.Typer) -> None:
    """Mount the command."""
    app.command("explain", short_help="Show everything behind one finding or claim.")(explain)


def explain(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report written by `compare --format json`, or - for stdin.")],
    name: Annotated[str, typer.Argument(metavar="ID", help="A finding (f3, or its key) or a claim (outlet:17).")],
    rules: options.Rules = None,
) -> None:
    """Show everything behind one finding or claim: sentences, readings, how each value was read, comparisons, reason."""
    settings = options.settings(rules=rules)
    data = _load(report)
    from claimcheck.report.formats import Options
    from claimcheck.report.trail import Trail
    from claimcheck.ruleset import load

    try:
        labels = {key: kind.label(str(data.get("language"))) for key, kind in load(settings.rules, ()).kinds.items()}
        wanted = Options(width=console.width(), color=console.color(None), rules=settings.rules, labels=labels)
        trail = Trail(data, wanted)
        text = trail.render(name)
    except LookupError as error:
        if error.args != (name,):
            raise _broken(report, f"lacks {error}") from error
        near = difflib.get_close_matches(name, trail.ids(), n=1, cutoff=0)
        meant = f"did you mean {near[0]!r}? " if near else ""
        what = f"has no finding or claim {name!r}; {meant}It holds {len(trail.findings)} findings and {len(trail.claims)} claims"
        raise UsageError(Problem("unknown-id", report, what)) from error
    except (TypeError, ValueError, AttributeError, IndexError) as error:
        raise _broken(report, f"is not shaped as its schema says ({error})") from error
    console.emit(console.encode(text))


def _broken(name: str, what: str) -> UsageError:
    return UsageError(Problem("broken-report", name, f"{what}; write it again with `claimcheck compare PATH… --format json`"))


def _load(name: str) -> dict[str, Any]:
    """Read a report; a `UsageError` says why it is none."""
    try:
        text = (console.stdin_bytes([name]) or b"").decode() if name == "-" else Path(name).read_text(encoding="utf-8")
        data = json.loads(text)
    except OSError as error:
        raise UsageError(Problem("unreadable-report", name, f"cannot be read: {(error.strerror or str(error)).lower()}")) from error
    except (ValueError, RecursionError) as error:
        raise _broken(name, f"is no JSON ({error})") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise _broken(name, f"is no report of schema {SCHEMA}")
    return data
