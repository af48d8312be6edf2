"""Tables of a page: their rows, and which tables are only a frame for the page."""

from __future__ import annotations

from collections.abc import Iterator

from yiyang_qa.formats.markup import Element, local, text_of
from yiyang_qa.parse.columns import said_across

_CELLS = frozenset({"td", "th"})
_WIDEST = 100  # columns that a cell may claim to span, or rows
#: A table with a longer cell (字), or one of more lines, frames the page.
_LONGEST_CELL = 1500
_MOST_LINES = 12


def grid(table: Element) -> list[list[Element]]:
    """Cells by row, one that spans rows or columns in each of them; empty for a table that is a frame.

    A cell alone in its row stands there once.
    """
    rows = [list(row) for row in _rows(table)]
    widest = max(map(len, rows), default=0)
    if widest < 2 or _is_frame(rows):
        return []
    return list(_spread(rows, widest))


def _rows(table: Element) -> Iterator[Iterator[Element]]:
    for child in table:
        if local(child) == "tr":
            yield (cell for cell in child if local(cell) in _CELLS)
        elif local(child) in {"tbody", "thead", "tfoot"}:
            yield from _rows(child)


def _is_frame(rows: list[list[Element]]) -> bool:
    return any(_frames(cell) for row in rows for cell in row)


def _frames(cell: Element) -> bool:
    if next(cell.iter("table"), None) is not None or len(text_of(cell)) > _LONGEST_CELL:
        return True
    return sum(1 for _ in cell.iter("p", "div", "br", "li")) > _MOST_LINES


def _spread(rows: list[list[Element]], widest: int) -> Iterator[list[Element]]:
    open_below: dict[int, tuple[Element, int]] = {}  # column → cell that reaches down, rows left
    for row in rows:
        line: list[Element] = []
        column = 0
        alone = len(row) == 1 and not open_below
        waiting = iter(row)
        cell = next(waiting, None)
        while cell is not None or any(at >= column for at in open_below):
            if column in open_below:
                line.append(_down(open_below, column))
            elif cell is not None:
                width = _span(cell, "colspan")
                said = 1 if alone else _said(cell, min(width, widest - column))
                line += [cell] * said
                if (height := _span(cell, "rowspan")) > 1:
                    open_below |= dict.fromkeys(range(column, column + said), (cell, height - 1))
                column += width - 1
                cell = next(waiting, None)
            column += 1
        yield line


def _said(cell: Element, width: int) -> int:
    return said_across(text_of(cell).strip(), width) if width > 1 else 1


def _down(open_below: dict[int, tuple[Element, int]], column: int) -> Element:
    cell, left = open_below.pop(column)
    if left > 1:
        open_below[column] = (cell, left - 1)
    return cell


def _span(cell: Element, name: str) -> int:
    said = cell.get(name) or "1"
    return min(max(int(said), 1), _WIDEST) if said.isascii() and said.isdigit() and len(said) < 5 else 1
