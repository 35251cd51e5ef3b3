"""The page in a real browser: filters, marks, deep links, keyboard, print; nothing hostile acts, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Tab, browse, find
from tests.report.pages import HOSTILE, hostile, large, page, two_stories
from tests.report.sample import sample

PROGRAM = find()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here; `apt-get install chromium` brings one")
SHOWN = "[...document.querySelectorAll('[data-finding]:not([hidden])')].map((finding) => finding.dataset.finding)"
HUMAN = ["f2", "f5", "f11", "f6", "f7", "f3", "f4"]
"""The sample's findings that need a human, in their order."""
FILTERS = {
    "text": ("text=Delecourt", ["f5", "f6"]),
    "text without accents, words in any order": ("text=degats valpapier", ["f2"]),
    "outlet": ("outlet=Matin Sud", ["f2", "f7"]),
    "severity": ("severity=error", ["f2", "f5"]),
    "verdict": ("verdict=agree,update", ["f4", "f1"]),
    "two at once": ("verdict=contradiction,agree&outlet=Le Courrier", ["f2", "f5", "f1"]),
    "nothing fits": ("text=zzz", []),
    "unknown values": ("outlet=Nulle Part&story=x", HUMAN),
}


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    """One browser for all tests."""
    assert PROGRAM
    with browse(PROGRAM) as found:
        found.resize(1280, 900)
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages."""
    folder = tmp_path_factory.mktemp("pages")
    reports = {"sample": sample(), "hostile": hostile(), "stories": two_stories(), "large": large(articles=50, findings=500)}
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(page(report), encoding="utf-8")
    return folder


@pytest.fixture
def opened(tab: Tab, pages: Path) -> Iterator[Tab]:
    """The sample's page; whatever a test does with it, the console stays empty and the network unused."""
    tab.open(pages / "sample.html")
    yield tab
    assert tab.complaints() == []
    assert tab.requests() == []


def fill(tab: Tab, name: str, value: str) -> None:
    """Change a field as a reader does."""
    tab.run(f"""(() => {{ const field = document.querySelector("[name={name}]");
        field.value = {value!r}; field.dispatchEvent(new Event("input", {{ bubbles: true }})); }})()""")


def test_what_needs_a_human_is_shown_first_and_the_rest_is_counted(opened: Tab) -> None:
    assert opened.run(SHOWN) == HUMAN
    assert opened.run("document.querySelector('output').textContent").replace("\u00a0", " ") == "Constats affichés : 7 sur 11"


@pytest.mark.parametrize(("fragment", "ids"), FILTERS.values(), ids=FILTERS)
def test_filters_stand_in_the_address(tab: Tab, pages: Path, fragment: str, ids: list[str]) -> None:
    tab.open(pages / "sample.html", f"#{fragment}".replace(" ", "%20"))
    assert tab.run(SHOWN) == ids
    assert tab.complaints() == []


def test_a_story_can_be_picked(tab: Tab, pages: Path) -> None:
    tab.open(pages / "stories.html", "#story=s3&verdict=certainty,single")
    assert tab.run(SHOWN) == ["f7", "f10"]
    assert tab.run("[...document.querySelectorAll('.story:not([hidden]) h3')].map((title) => title.textContent)") == [
        "Le feu a pris dans un local électrique"
    ]


def test_filters_narrow_list_and_matrix_and_can_be_taken_back(opened: Tab) -> None:
    fill(opened, "text", "blessés")
    assert opened.run(SHOWN) == ["f4"]
    assert opened.run("[...document.querySelectorAll('#matrix tr[data-of]:not([hidden])')].map((row) => row.dataset.of)") == ["f4"]
    assert opened.run("location.hash") == "#text=bless%C3%A9s"
    opened.run("document.querySelector('[value=agree]').click()")
    assert "verdict=" in opened.run("location.hash")
    opened.run("document.querySelector('[type=reset]').click()")
    assert len(opened.run(SHOWN)) == 11
    assert opened.run("document.querySelector('output').textContent").endswith("11 sur 11")


def test_a_deep_link_opens_its_finding_even_where_the_filters_hide_it(tab: Tab, pages: Path) -> None:
    tab.open(pages / "sample.html", "#f1")
    assert tab.run("document.querySelector('[data-finding=f1]').open && !document.querySelector('[data-finding=f1]').hidden")
    assert tab.run("document.activeElement.parentElement.dataset.finding") == "f1"
    place = tab.run("document.querySelector('[data-finding=f1]').getBoundingClientRect().top")
    assert 0 <= place < 900
    assert tab.run("location.hash") == "#f1"


def test_a_link_of_the_matrix_opens_its_finding_and_keeps_the_filters(opened: Tab) -> None:
    fill(opened, "text", "delcourt")
    opened.run("document.querySelector('#matrix [data-of=f6] a').click()")
    opened.settle()
    assert opened.run("document.querySelector('[data-finding=f6]').open")
    assert opened.run(SHOWN) == ["f5", "f6"]


def test_the_articles_lie_side_by_side_with_the_claims_marked(opened: Tab) -> None:
    """One article of each position comes first."""
    opened.run("document.querySelector('[data-finding=f2] > summary').click()")
    opened.settle()
    found = opened.run("""[...document.querySelectorAll("[data-finding=f2] .desk > div")].map((column) => [
        column.querySelector("h5 bdi").textContent,
        [...column.querySelectorAll("mark")].map((mark) => `${mark.dataset.letter} ${mark.textContent}`),
        column.querySelector(".sheet").textContent.trim().length > 100])""")
    assert found == [
        ["Le Courrier", ["A 12 millions d'euros"], True],
        ["Radio Vallée", ["B 30 millions d'euros"], True],
        ["L'Écho du Canal", ["A 12 millions d'euros au bas mot"], True],
        ["La Gazette de Montbrun", ["A 12 millions d'euros"], True],
        ["Matin Sud", ["A 12 millions d'euros"], True],
    ]
    assert opened.run("""[...document.querySelectorAll("[data-finding=f2] .sheet")].every((sheet) => {
        const [mark, frame] = [sheet.querySelector("mark").getBoundingClientRect(), sheet.getBoundingClientRect()];
        return frame.top <= mark.top && mark.bottom <= frame.bottom; })""")


def test_the_keyboard_reaches_everything(opened: Tab) -> None:
    """Tab goes to the skip link, the filters, then a finding, which Enter opens; its articles can be scrolled from there."""
    opened.press("Tab", code=9)
    assert opened.run("document.activeElement.className") == "skip"
    opened.press("Enter", code=13, text="\r")
    stops = []
    for _ in range(16):
        opened.press("Tab", code=9)
        stops.append(opened.run("document.activeElement.name || document.activeElement.localName"))
    assert {"verdict", "text", "outlet", "severity", "button", "summary"} <= set(stops)
    opened.run("document.querySelector('[data-finding=f5] > summary').focus()")
    opened.press("Enter", code=13, text="\r")
    assert opened.run("document.querySelector('[data-finding=f5]').open")
    seen = set()
    for _ in range(10):
        opened.press("Tab", code=9)
        seen.add(opened.run("document.activeElement.className || document.activeElement.localName"))
        assert opened.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert {"a", "sheet"} <= seen


def test_hostile_text_does_nothing(tab: Tab, pages: Path) -> None:
    tab.open(pages / "hostile.html", "#f2")
    assert "owned" not in tab.run("document.title").replace("document.title='owned'", "")
    assert tab.run("document.scripts.length") == 1
    assert tab.run("document.images.length") == 0
    assert tab.run("document.querySelector('[data-finding=f2] .desk .sheet').textContent").count("</script>") == HOSTILE.count("</script>")
    assert tab.run("document.querySelector('[data-finding=f2] .desk mark').textContent") == "12 millions d'euros"
    assert tab.complaints() == []
    assert tab.requests() == []


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_nothing_is_wider_than_the_window(tab: Tab, pages: Path, name: str, width: int) -> None:
    tab.resize(width, 900)
    tab.open(pages / f"{name}.html", "#f2")
    assert tab.run("document.documentElement.scrollWidth") <= width
    tab.resize(1280, 900)


def test_it_prints_every_finding_that_is_shown(opened: Tab) -> None:
    opened.send("Emulation.setEmulatedMedia", media="print")
    opened.settle()
    assert opened.run("[...document.querySelectorAll('.positions')].filter((part) => part.checkVisibility()).length") == len(HUMAN)
    assert not opened.run("document.getElementById('filters').checkVisibility()")
    assert opened.pdf().startswith(b"%PDF")
    opened.send("Emulation.setEmulatedMedia", media="")


def test_a_large_page_is_filtered_at_once(tab: Tab, pages: Path) -> None:
    """Fifty articles, five hundred findings: a keystroke is answered within half a second."""
    tab.open(pages / "large.html")
    fill(tab, "text", "a")
    took = tab.run("""(() => { const start = performance.now(); const field = document.querySelector("[name=text]");
        field.value = "delcourt"; field.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.getBoundingClientRect(); return performance.now() - start; })()""")
    assert took < 500
    assert len(tab.run(SHOWN)) == 91
