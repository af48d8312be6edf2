"""Tables that a web page flattened into one cell a line, put back together as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.parse.scan import Line
from yiyang_qa.text import one_line
from yiyang_qa.types import Part, Row, Span

#: Between the cells of a row that stands on one line.
CELL = " | "

_YEAR = re.compile(r"(?:19|20)\d\d\s*年")
_SERIAL = re.compile(r"\d{1,3}$")


def rows(lines: Sequence[Line], text: str, folded: str) -> tuple[Part, ...]:
    """The rows of the table in ``lines``, caption excluded; empty when it is not a table.

    A row begins at a cell that holds the next serial number (序号 1, 2, 3 …). Columns whose
    heading begins with a year hold a row's last cells; what lies between is the label and
    cells that wrapped.
    """
    cells = [cell for line in lines[1:] if not line.blank for cell in _cells(line.body, text)]
    starts = _serials(cells, folded)
    if len(starts) < 2:
        return ()
    columns = [one_line(cell.of(text)) for cell in cells[: starts[0]]]
    return tuple(
        _row(cells[start:end], columns, text)
        for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)
    )


def _cells(body: Span, text: str) -> Iterator[Span]:
    """The cells of a line: one where the page flattened the table, several where it kept the row."""
    start = body.start
    for cell in body.of(text).split(CELL):
        yield Span(start, start + len(cell))
        start += len(cell) + len(CELL)


def _serials(cells: Sequence[Span], folded: str) -> list[int]:
    """Positions of the cells that number the rows 1, 2, 3 … at an even distance.

    A value may equal the next serial number; the distance of the first rows decides.
    """
    numbers = [int(c.of(folded)) if _SERIAL.match(c.of(folded)) else None for c in cells]
    for first in (i for i, n in enumerate(numbers) if n == 1):
        for second in (i for i, n in enumerate(numbers) if n == 2 and i > first + 1):
            found = _counting(numbers, first, second - first)
            if len(found) >= 2 and len(cells) - found[-1] >= second - first:
                return found
    return []


def _counting(numbers: Sequence[int | None], first: int, step: int) -> list[int]:
    """Positions from ``first`` on, ``step`` apart, for as long as they hold 1, 2, 3 …"""
    found = []
    for serial, position in enumerate(range(first, len(numbers), step), 1):
        if numbers[position] != serial:
            break
        found.append(position)
    return found


def _row(cells: Sequence[Span], columns: Sequence[str], text: str) -> Part:
    years = [column for column in columns if _YEAR.match(column)]
    values = cells[len(cells) - len(years) :] if years else cells[2:]
    heads = years or list(columns[-len(values) :])
    label = "".join(cells[1].of(text).split()) if len(cells) > 1 else ""
    pairs = tuple((head, one_line(v.of(text))) for head, v in zip(heads, values, strict=False))
    return Part(cells[0].of(text), Span(cells[0].start, cells[-1].end), Row(label, pairs))
