"""The report as a matrix in a terminal: one row a finding, one column an outlet, each cell what the outlet makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model import VERDICTS, Report
from claimcheck.report.findings import DIM, INDENT, OUTLET, SIGNS, Layout, order
from claimcheck.report.formats import Options, selected
from claimcheck.report.formats.table import heading
from claimcheck.report.lines import GAP, beside, page, wrap
from claimcheck.report.matrix import SIGNS as MARKS
from claimcheck.report.matrix import STANCES, Cell, Matrix, Row, Stance, letter, matrices
from claimcheck.report.quoting import CUT, head, topic
from claimcheck.report.words import clean

NAME = "matrix"
DOC = "for the overview: findings × outlets in the terminal, who says, contradicts, hedges or is silent"
TERMINAL = True
COMPARED = tuple(verdict for verdict in VERDICTS if verdict != "not_comparable")
"""The verdicts shown by default: of what cannot be compared, a row would show values that have nothing to do with one another."""
STYLES: dict[Stance, str] = {"contradicts": "bold red", "hedges": "yellow", "says": "", "silent": DIM}
MIN_VALUE, MAX_VALUE = 12, 26
"""Columns of a cell that holds a value; with less room for each outlet, values are letters."""
MIN_TOPIC, MAX_TOPIC = 24, 44
NO_BREAK = "\u00a0"
LETTERED = 5
"""Columns of a cell that holds a sign and letters."""
LINES = 3
"""Lines that the value of a cell may take."""
KEYED = 30
"""Characters of a value in the key to the letters."""


def _topic(row: Row, layout: Layout, width: int) -> list[Text]:
    """Name what a row is about after the sign of its verdict, which alone stands in the first column."""
    finding = row.finding
    sign, style = SIGNS[finding.verdict]
    told = topic(finding.attribute, finding.subject, finding.slot, say=layout.words, options=layout.options)
    named = Text.assemble(told, (f" {finding.id}".replace(" ", NO_BREAK), DIM))
    first, *rest = wrap(named, width - INDENT)
    return [Text.assemble((sign, style), " ", first), *(Text.assemble(" " * INDENT, line) for line in rest)]


def _key(row: Row) -> Text:
    """Say which value each letter stands for."""
    labels = [f"{letter(i)} {head(clean(position.label), KEYED)}" for i, position in enumerate(row.finding.positions)]
    return Text(" · ".join(labels), style=DIM)


def _valued(cell: Cell, row: Row, width: int) -> list[Text]:
    """Lay out a cell as its sign and the values that the outlet gives, cut where they take too many lines."""
    labels = " / ".join(clean(row.finding.positions[i].label).replace(NO_BREAK, " ") for i in cell.positions)
    lines = wrap(Text(f"{MARKS[cell.stance]} {labels}".rstrip(), style=STYLES[cell.stance]), width)
    if len(lines) > LINES:
        last = lines[LINES - 1].plain[: width - 1].rstrip() + CUT
        lines[LINES - 1 :] = [Text(last, style=STYLES[cell.stance])]
    return lines


def _lettered(cell: Cell, width: int) -> list[Text]:
    """Lay out a cell as its sign and the letters of its values."""
    letters = "".join(letter(i) for i in cell.positions)
    shown = letters if len(letters) < width else letters[: width - 2] + CUT
    return [Text(MARKS[cell.stance] + shown, style=STYLES[cell.stance])]


def _head(names: Sequence[Text], first: int, width: int) -> Iterator[Text]:
    """Lay out the names of the columns, a line under them; the column of topics has none."""
    yield from beside(([], first), *((wrap(name, width), width) for name in names), indent=INDENT)
    widths = [first, *[width] * len(names)]
    yield Text(" " * INDENT + (" " * GAP).join("─" * cells for cells in widths), style=DIM)


def _values(matrix: Matrix, layout: Layout, width: int) -> Iterator[Text]:
    """Lay out a matrix whose cells hold values, each `width` columns wide."""
    first = min(MAX_TOPIC, layout.options.width - INDENT - (width + GAP) * len(matrix.outlets))
    yield from _head([Text(clean(outlet), style=OUTLET) for outlet in matrix.outlets], first, width)
    for row in matrix.rows:
        cells = [(_valued(cell, row, width), width) for cell in row.cells]
        yield from beside((_topic(row, layout, first), first), *cells, indent=INDENT)


def _letters(matrix: Matrix, layout: Layout) -> Iterator[Text]:
    """Lay out a matrix whose outlets are numbers and whose values are letters, cut into as many parts as the width asks for."""
    room = layout.options.width - INDENT
    first = min(MAX_TOPIC, max(MIN_TOPIC, room - (LETTERED + GAP) * len(matrix.outlets)))
    fit = max(1, (room - first) // (LETTERED + GAP))
    names = [f"{i} {clean(outlet)}".replace(" ", NO_BREAK) for i, outlet in enumerate(matrix.outlets, 1)]
    yield from beside((wrap(Text(" · ".join(names), style=OUTLET), room), room), indent=INDENT)
    for start in range(0, len(names), fit):
        yield Text()
        numbers = range(start + 1, min(start + fit, len(names)) + 1)
        yield from _head([Text(str(number), style=OUTLET) for number in numbers], first, LETTERED)
        for row in matrix.rows:
            cells = [(_lettered(cell, LETTERED), LETTERED) for cell in row.cells[start : start + fit]]
            yield from beside((_topic(row, layout, first), first), *cells, indent=INDENT)
            if not start:
                yield from beside((wrap(_key(row), room - INDENT), room), indent=2 * INDENT)


def _grid(matrix: Matrix, layout: Layout) -> Iterator[Text]:
    """Lay out one story's matrix, with values where there is room for them."""
    each = (layout.options.width - INDENT - MIN_TOPIC) // len(matrix.outlets) - GAP
    longest = max((cell_len(clean(position.label)) for row in matrix.rows for position in row.finding.positions), default=0)
    if each >= MIN_VALUE:
        return _values(matrix, layout, min(each, MAX_VALUE, max(longest + GAP, MIN_VALUE)))
    return _letters(matrix, layout)


def lines(report: Report, *, options: Options) -> Iterator[Text]:
    """Lay out the matrix of each story, then what the signs mean."""
    layout = Layout.of(report, options)
    wanted = selected(report, options, COMPARED)
    found = matrices(report, sorted(wanted, key=order))
    for matrix in found:
        yield from heading(matrix.story, layout)
        yield Text()
        yield from _grid(matrix, layout)
        yield Text()
    if not found:
        yield Text(layout.words.none)
        return
    signs = [f"{MARKS[stance]} {layout.words.stance_of(stance)}" for stance in STANCES]
    verdicts = [f"{SIGNS[name][0]} {layout.words.verdict(name)}" for name in VERDICTS if any(name == f.verdict for f in wanted)]
    for told in (signs, verdicts):
        yield from wrap(Text(", ".join(name.replace(" ", NO_BREAK) for name in told), style=DIM), options.width)


def render(report: Report, *, options: Options) -> str:
    """Write the matrix, `options.width` columns wide."""
    return page(list(lines(report, options=options)), color=options.color)
