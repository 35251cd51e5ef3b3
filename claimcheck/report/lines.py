"""Laying out: styled text cut into lines at spaces, cells side by side, pages with or without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import zip_longest

from rich.cells import cell_len, chop_cells
from rich.text import Text

GAP = 2
"""Columns between two cells."""
MAX_HEAD = 120
"""Columns a line with something at each end may take: further apart the two are not read together."""
NO_BREAK = str.maketrans("\u00a0\u202f", "  ")


def wrap(text: Text, width: int) -> list[Text]:
    """Cut into lines of at most `width` columns; only at ordinary spaces, inside a word only where it fills a line alone."""
    cuts: list[int] = []
    line, start = 0, 0
    for number, word in enumerate(text.plain.split(" ")):
        size = cell_len(word)
        if number and line + 1 + size <= width:
            line += 1 + size
        else:
            if number:
                cuts.append(start)
            line = size
        if size > width:
            pieces, at = chop_cells(word, width), start
            for piece in pieces[:-1]:
                at += len(piece)
                cuts.append(at)
            line = cell_len(pieces[-1])
        start += len(word) + 1
    lines = list(text.divide(cuts)) if cuts else [text.copy()]
    for found in lines:
        found.rstrip()
    return lines


def beside(*blocks: tuple[Sequence[Text], int], indent: int = 0) -> list[Text]:
    """Set blocks of lines side by side, each as wide as given; a line of the last one may be of any width."""
    lines = []
    for row in zip_longest(*(block for block, _ in blocks)):
        line = Text(" " * indent)
        for i, (part, (_, width)) in enumerate(zip(row, blocks, strict=True)):
            found = part or Text()
            line.append_text(found)
            if i < len(blocks) - 1:
                line.append(" " * (max(0, width - cell_len(found.plain)) + GAP))
        line.rstrip()
        lines.append(line)
    return lines


def ends(left: Text, right: Text, width: int, *, indent: int = 0) -> Iterator[Text]:
    """Set one text at each end of a line; the left one wraps when it must, indented from its second line on.

    A right one of more than half the width comes below the left one.
    """
    width = min(width, MAX_HEAD)
    if cell_len(right.plain) > width // 2:
        yield from wrap(left, width)
        for more in wrap(right, width - indent):
            yield Text(" " * indent).append_text(more)
        return
    room = width - cell_len(right.plain) - GAP
    first, *rest = wrap(left, max(room - indent, 1)) if cell_len(left.plain) > room else [left]
    line = Text().append_text(first)  # the style of the first text is not that of the line
    line.append(" " * (width - cell_len(first.plain) - cell_len(right.plain)))
    line.append_text(right)
    yield line
    for more in rest:
        yield Text(" " * indent).append_text(more)


def page(lines: Sequence[Text], *, color: bool) -> str:
    """Write lines out, with escape sequences only where colours are wanted; spaces that held words together become plain ones."""
    if not color:
        return "".join(f"{line.plain.rstrip().translate(NO_BREAK)}\n" for line in lines)
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", no_color=False, highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(line, soft_wrap=True)
    return out.getvalue().translate(NO_BREAK)
