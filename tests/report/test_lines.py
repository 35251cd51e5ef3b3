"""Lines are cut at spaces that may break, and at nothing else while there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from claimcheck.report.lines import beside, ends, wrap

CASES = {
    "fits": ("un deux", 7, ["un deux"]),
    "cut": ("un deux trois", 7, ["un deux", "trois"]),
    "one word too long": ("abcdefgh", 3, ["abc", "def", "gh"]),
    "long word after a short one": ("a bcdefgh i", 4, ["a", "bcde", "fgh", "i"]),
    "held together": ("prix : 12\u00a0M€ net", 10, ["prix :", "12\u00a0M€ net"]),
    "wide letters": ("日本 日本", 4, ["日本", "日本"]),
    "nothing": ("", 5, [""]),
    "blanks": ("a  b", 5, ["a  b"]),
}


@pytest.mark.parametrize(("text", "width", "expected"), CASES.values(), ids=CASES)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert [line.plain for line in wrap(Text(text), width)] == expected


@given(st.text(alphabet="ab \u00a0日é", max_size=60), st.integers(2, 20))
def test_wrap_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = [line.plain for line in wrap(Text(text), width)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").rstrip() or "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


def test_styles_survive_the_cut() -> None:
    first, second = wrap(Text.assemble("un ", ("deux trois", "bold")), 7)
    assert [span.style for span in first.spans] == ["bold"]
    assert [span.style for span in second.spans] == ["bold"]


def test_beside() -> None:
    lines = beside((wrap(Text("a b"), 1), 1), (wrap(Text("un deux"), 4), 4), indent=2)
    assert [line.plain for line in lines] == ["  a  un", "  b  deux"]


def test_ends_of_a_line() -> None:
    assert [line.plain for line in ends(Text("gauche"), Text("droite"), 20)] == ["gauche        droite"]


def test_ends_of_a_line_keep_their_styles() -> None:
    (line,) = ends(Text("gauche", style="bold"), Text("droite", style="dim"), 20)
    assert [(span.start, span.end, span.style) for span in line.spans] == [(0, 6, "bold"), (14, 20, "dim")]
    assert not line.style


def test_ends_of_a_line_that_wraps() -> None:
    assert [line.plain for line in ends(Text("un deux trois"), Text("!"), 10, indent=2)] == ["un       !", "  deux", "  trois"]


def test_a_right_end_of_more_than_half_comes_below() -> None:
    assert [line.plain for line in ends(Text("un"), Text("deux trois quatre"), 12, indent=2)] == ["un", "  deux trois", "  quatre"]
