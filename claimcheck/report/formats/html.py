"""The report as one HTML page: nothing is fetched, nothing runs that is not in it, and it reads without its script too."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from claimcheck.model import Report
from claimcheck.report.formats import HUMAN, Options
from claimcheck.report.matrix import SIGNS, STANCES
from claimcheck.report.page.view import view
from claimcheck.report.words import clean, page_words, words

NAME = "html"
DOC = "for the newsroom: one page for a browser, with filters, the matrix and the articles side by side"
PARTS = Path(__file__).resolve().parent.parent / "page"


def _hash(part: str) -> str:
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"


def policy(style: str, script: str) -> str:
    """Write the content security policy that lets this style and this script through, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'"
    )


def render(report: Report, *, options: Options) -> str:
    """Write the page; every text from outside is escaped where it is put in."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    style, script, template = (PARTS.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js", "page.html.j2"))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters["clean"] = clean
    found = view(report, options)
    return environment.from_string(template).render(
        view=found,
        courses=[shown for told in found.stories for shown in told.findings if shown.course],
        follows=[told for told in found.stories if told.follows],
        say=words(report.language, options.rules),
        page=page_words(report.language, options.rules),
        language=report.language,
        version=report.version,
        human=HUMAN,
        some_human=any(choice.value in HUMAN for choice in found.verdicts),
        stances=STANCES,
        marks=SIGNS,
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 - our own files, which the policy names by their digest
        script=Markup(script),  # noqa: S704
    )
