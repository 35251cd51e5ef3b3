"""The table: reviewed pages at three widths, what is shown, and text from outside that must not act."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from claimcheck.model import VERDICTS, Report
from claimcheck.report import formats
from claimcheck.report.formats import Options
from tests.report.sample import LABELS, sample

GOLDEN = Path(__file__).parent / "golden"
EVERYTHING = (*VERDICTS, formats.SKIPPED)


def render(report: Report, *, width: int = 100, show: tuple[str, ...] | None = None, color: bool = False, least: float = 0.0) -> str:
    options = Options(show=show, min_confidence=least, width=width, color=color, labels=LABELS)
    return formats.load("table").render(report, options=options)


@pytest.mark.parametrize("width", [80, 120, 200])
def test_page(width: int, request: pytest.FixtureRequest) -> None:
    """Every verdict once, laid out as it was last reviewed."""
    path = GOLDEN / f"table-{width}.txt"
    found = render(sample(), width=width, show=EVERYTHING)
    if request.config.getoption("--update-golden"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_page_in_english(request: pytest.FixtureRequest) -> None:
    """The same report with English words around the articles' own."""
    path = GOLDEN / "table-en.txt"
    found = render(replace(sample(), language="en"), show=EVERYTHING)
    if request.config.getoption("--update-golden"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 109, 110, 160, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in render(sample(), width=width, show=EVERYTHING).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 200])
def test_colour_changes_the_letters_only_at_the_value(width: int) -> None:
    """Without its escape sequences a coloured page is the plain one, but for the brackets around values."""
    plain = render(sample(), width=width)
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", render(sample(), width=width, color=True))
    assert "[" not in coloured
    assert sorted("".join(coloured.split())) == sorted(re.sub(r"[\[\]\s]", "", plain))


def test_one_source_with_two_values_comes_first_then_contradictions_then_what_is_graver() -> None:
    heads = re.findall(r" · (f\d+)$", render(sample(), show=EVERYTHING), flags=re.MULTILINE)
    assert heads == ["f2", "f5", "f11", "f6", "f7", "f3", "f4", "f8", "f1", "f9", "f10"]


def test_by_itself_it_shows_what_needs_a_human_and_counts_the_rest() -> None:
    page = render(sample())
    assert " f8\n" not in page
    assert "3 contradictions" in page
    assert "1 compatible" in page
    assert "3 passages mis de côté" in page
    assert "1 problème de lecture" in page
    assert "--show all" in page


def test_show_picks_verdicts() -> None:
    page = render(sample(), show=("agree",))
    assert " f1\n" in page
    assert " f2\n" not in page
    assert "--show all" in page


def test_all_hides_nothing() -> None:
    assert "--show all" not in render(sample(), show=EVERYTHING)


def test_skipped_lists_passages_with_their_reason() -> None:
    page = render(sample(), show=(formats.SKIPPED,))
    assert page.startswith("Sans vis-à-vis")
    assert "aucune divergence" not in page
    assert "Passages mis de côté" in page
    assert "commentaire de lecteur" in page
    assert "à lire aussi" in page


def test_findings_below_the_least_confidence_are_counted_apart() -> None:
    page = render(sample(), least=0.94)
    assert " f6\n" not in page
    assert "sous le seuil de confiance" in page


def test_one_source_with_two_values_is_named() -> None:
    assert "Agence Sud : une même source, des valeurs différentes" in render(sample())


def test_a_finding_inside_one_article_says_so() -> None:
    assert "! même article" in render(sample())


def test_who_follows_whom_stands_under_the_title() -> None:
    """The most widely followed source comes first, an article's copy last."""
    page = " ".join(render(sample()).split())
    links = "L'Écho du Canal, Radio Vallée ← Agence Sud · Matin Sud ← La Vigie, Le Courrier"
    assert f"qui suit qui : {links} · La Gazette de Montbrun recopie Le Courrier (42 passages de huit mots)" in page


def test_articles_without_a_counterpart_are_named() -> None:
    assert "Sans vis-à-vis : Le Phare" in render(sample())


def test_outlets_with_two_articles_are_told_apart() -> None:
    report = sample()
    documents = tuple(
        replace(document, article=replace(document.article, outlet="Le Courrier")) if document.article.id == "radio" else document
        for document in report.documents
    )
    page = render(replace(report, documents=documents))
    assert "Le Courrier (radio)" in page
    assert "Le Courrier (courrier)" in page


def test_a_slot_that_names_an_attribute_is_said_in_words() -> None:
    report = sample()
    findings = tuple(replace(finding, slot=(("of", "injured"),)) for finding in report.findings)
    assert "(nombre de blessés)" in render(replace(report, findings=findings))


def test_nothing_found_says_so() -> None:
    page = render(replace(sample(), findings=(), problems=()))
    assert "aucune divergence" in page


def test_an_empty_report_says_so() -> None:
    page = render(replace(sample(), documents=(), stories=(), claims=(), findings=(), problems=()))
    assert page == "aucune divergence à examiner\n"


HOSTILE = {
    "escape": ("\x1b[31mrouge\x1b[0m", "\x1b"),
    "bell": ("\a\b", "\a"),
    "c1": ("\x9b31m", "\x9b"),
    "bidi": ("\u202egauche\u202c", "\u202e"),
    "isolate": ("\u2066x\u2069", "\u2066"),
    "surrogate": ("\ud800", "\ud800"),
    "delete": ("\x7f", "\x7f"),
}


@pytest.mark.parametrize(("hostile", "letter"), HOSTILE.values(), ids=HOSTILE)
def test_control_characters_are_shown_not_obeyed(hostile: str, letter: str) -> None:
    """Wherever a text comes from outside: article, outlet, title, label, reason, subject."""
    report = sample()
    documents = tuple(
        replace(
            document,
            article=replace(document.article, outlet=hostile + document.article.outlet, text=document.article.text.replace("feu", hostile)),
            skipped=tuple(replace(passage, reason=hostile) for passage in document.skipped),
        )
        for document in report.documents
    )
    findings = tuple(
        replace(
            finding,
            subject=hostile,
            attribute=hostile,
            explanation=hostile,
            slot=(("group", hostile),),
            positions=tuple(replace(position, label=hostile) for position in finding.positions),
        )
        for finding in report.findings
    )
    stories = tuple(replace(story, title=hostile) for story in report.stories)
    page = render(replace(report, documents=documents, findings=findings, stories=stories), show=EVERYTHING)
    assert letter not in page
    assert "\ufffd" in page
    page.encode()


def test_markup_is_text() -> None:
    report = sample()
    stories = tuple(replace(story, title="[bold]x[/bold] :smile: [link=file:///]y[/link]") for story in report.stories)
    assert "[bold]x[/bold] :smile: [link=file:///]y[/link]" in render(replace(report, stories=stories), color=True)


def test_a_page_of_one_word_ends() -> None:
    """A text without a space is cut by columns."""
    report = sample()
    stories = tuple(replace(story, title="x" * 100_000) for story in report.stories)
    assert max(map(len, render(replace(report, stories=stories)).splitlines())) <= 100


def test_a_position_of_many_words_is_cut() -> None:
    """Its words stand in the quotation beside it."""
    report = sample()
    findings = tuple(
        replace(finding, positions=tuple(replace(position, label="mot " * 500) for position in finding.positions))
        for finding in report.findings
    )
    assert render(replace(report, findings=findings)).count("mot") < 25 * 2 * len(findings)
