"""`claimcheck rules`: what the rules read, and whether their own examples hold."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from claimcheck.cli import console, options
from claimcheck.cli.exits import Exit
from claimcheck.model import ClaimType, Problem, UsageError
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.ruleset import RuleSet

rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Id = Annotated[str, typer.Argument(metavar="ID", help="An attribute, as `rules list` names them.")]
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Attributes to test; none for all.", show_default=False)]
Language = Annotated[
    str | None,
    typer.Option(
        "--language", "-l", callback=options.checked(options.pick_language), metavar="LANGUAGE", help="Rules of one language. [all]"
    ),
]
Type = Annotated[
    str,
    typer.Option("--type", callback=options.one_of(*get_args(ClaimType)), metavar="TYPE", help=f"One of {', '.join(get_args(ClaimType))}."),
]
VALUES = {
    "money": "money",
    "count": "count",
    "casualties": "count",
    "date": "date",
    "duration": "duration",
    "percent": "share",
    "measure": "measure",
    "role": "role",
    "name": "names",
}
"""The value that a claim type usually has; any other type is a fact."""
KIND = """\
type: {type}
value: [{value}]
# What it completes: "the outlets differ on …".
message: {{{messages}}}
# event, person, organisation, place, any
subject: event
slots: [time, place]
"""
RULE = """\
# Phrases before or after the value; _ stands for it, a trailing * for any ending.
before: []
after: []
examples:
  # At least one sentence that is read, and one near miss that is not.
  yes: []
  no: []
"""


def register(app: typer.Typer) -> None:
    """Mount the commands."""
    app.add_typer(rules_app, name="rules", help="List, show, test and write rules.")


def _load(settings: Settings, language: str | None) -> RuleSet:
    from claimcheck.ruleset import languages, load

    return load(settings.rules, (language,) if language else languages(settings.rules))


def _known(name: str, ruleset: RuleSet) -> str:
    if name not in ruleset.kinds:
        near = difflib.get_close_matches(name, ruleset.kinds, n=1)
        meant = f"did you mean {near[0]!r}? " if near else ""
        raise UsageError(Problem("unknown-rule", name, f"no such rule; {meant}`claimcheck rules list` names them all"))
    return name


@rules_app.command("list", short_help="List every attribute.")
def list_rules(language: Language = None, rules: options.Rules = None, ui: options.Ui = None) -> None:
    """List every attribute: its type, severity, what the outlets differ on, and how many examples each language has."""
    settings = options.settings(rules=rules, ui=ui)
    ruleset = _load(settings, language)
    width = max(map(len, ruleset.kinds), default=0)
    lines = []
    for name, kind in sorted(ruleset.kinds.items()):
        counts = [
            f"{code} {len(rule.yes)}+{len(rule.no)}" + (f", {len(rule.todo)} todo" if rule.todo else "")
            for code, found in ruleset.rules.items()
            for rule in found
            if rule.id == name
        ]
        if counts or not language:
            lines.append(
                f"{name:{width}}  {kind.type:10} {kind.severity:8} {kind.label(settings.ui or 'en')}  [{'; '.join(counts) or 'no words'}]"
            )
    console.emit(console.encode("".join(f"{line}\n" for line in lines)))


@rules_app.command("show", short_help="Show one rule with its words and examples.")
def show_rule(name: Id, language: Language = None, rules: options.Rules = None) -> None:
    """Show one rule: its kind, then its words and examples in each language."""
    ruleset = _load(options.settings(rules=rules), language)
    kind = ruleset.kinds[_known(name, ruleset)]
    lines = [name, f"  type      {kind.type}", f"  value     {', '.join(kind.value)}", f"  units     {', '.join(kind.units) or 'any'}"]
    lines += [f"  message   {code}: {text}" for code, text in kind.message]
    lines += [f"  severity  {kind.severity}", f"  subject   {kind.subject}", f"  slots     {', '.join(kind.slots) or 'none'}"]
    lines += [f"  levels    {', '.join(kind.ladder)}"]
    lines += [
        f"  {flag}"
        for flag, held in (("evolves", kind.evolves), ("exclusive", kind.exclusive), ("total", kind.total), ("act", kind.act))
        if held
    ]
    for code, found in ruleset.rules.items():
        for rule in found:
            if rule.id == name:
                lines += ["", f"{code}  {rule.path}"]
                for label, words in (("before", rule.before), ("after", rule.after), ("unless", rule.unless), ("needs", rule.needs)):
                    lines += [f"  {label:8}  {', '.join(words)}"] if words else []
                for label, examples in (("yes", rule.yes), ("no", rule.no), ("todo", rule.todo)):
                    lines += [f"  {label:8}  {example.text}" for example in examples]
    console.emit(console.encode("".join(f"{line}\n" for line in lines)))


@rules_app.command("test", short_help="Run the examples that stand inside the rules.")
def run_examples(names: Ids = None, language: Language = None, rules: options.Rules = None) -> None:
    """Run the examples that stand inside the rules; exit code 1 when one does not hold."""
    ruleset = _load(options.settings(rules=rules), language)
    wanted = {_known(name, ruleset) for name in names or ()}
    from claimcheck.extract import examples

    counts: Counter[str] = Counter()
    for outcome in examples.run(_only(ruleset, wanted) if wanted else ruleset):
        counts["todo" if outcome.expected == "todo" and outcome.passed else "holds" if outcome.passed else "fails"] += 1
        if not outcome.passed and not console.emit(console.encode(f"{outcome.message}\n")):
            break
    told = f"{counts.total()} examples: {counts['holds']} hold, {counts['fails']} fail, {counts['todo']} to do"
    console.emit(console.encode(f"{told}\n"))
    console.leave(Exit.FOUND if counts["fails"] else Exit.OK)


def _only(ruleset: RuleSet, wanted: Collection[str]) -> RuleSet:
    """Leave the examples of some rules only; the others still read along."""
    return replace(
        ruleset,
        rules={
            code: tuple(rule if rule.id in wanted else replace(rule, yes=(), no=(), todo=()) for rule in found)
            for code, found in ruleset.rules.items()
        },
    )


@rules_app.command("new", short_help="Write empty files for a new rule.")
def new_rule(name: Id, type: Type = "count", rules: options.Rules = None) -> None:  # noqa: A002 - the option's name
    """Write empty files for a new rule, one for its kind and one for each language, and say where they are."""
    settings = options.settings(rules=rules)
    from claimcheck.ruleset import default_root, languages

    if not name.replace("-", "").isalnum() or not name.isascii() or name != name.lower():
        raise UsageError(Problem("bad-name", name, "an attribute is written in small letters, digits and hyphens: share-price"))
    root = settings.rules or default_root()
    known = languages(settings.rules)
    files = {
        root / "kinds" / f"{name}.yaml": KIND.format(
            type=type, value=VALUES.get(type, "fact"), messages=", ".join(f'{code}: ""' for code in known)
        )
    }
    files |= {root / code / f"{name}.yaml": RULE for code in known}
    for path in files:
        if path.exists():
            raise UsageError(Problem("rule-exists", str(path), "is there already; change it, or choose another name"))
    for path, text in files.items():
        _write(path, text)
        console.emit(console.encode(f"{path}\n"))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        what = f"cannot be written: {(error.strerror or str(error)).lower()}; give a folder of your own with --rules"
        raise UsageError(Problem("unwritable-rule", str(path), what)) from error
