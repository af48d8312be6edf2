"""Rows of tables: told by their columns, or put together from a page that set one cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.parse.columns import NOTE, SERIAL, VALUE, bare, cells, is_rule, task_column
from yiyang_qa.parse.scan import Line
from yiyang_qa.text import one_line
from yiyang_qa.types import Part, Row, Span

_YEAR = re.compile(r"(?:19|20)\d\d\s*年")
_SERIAL = re.compile(r"\d{1,3}$")
_MEASURED_IN = ("单位", "计量单位")
#: One cell a line: no sentence.
_CELL = re.compile(r"[^。;:,!?\n]{1,24}")
_GAP = re.compile(r"[ \u3000]{2,}|\t")
_FIGURE = re.compile(r"\d")
_BARE = re.compile(r"\d[\d.,]*|[—/无-]{1,2}")
_ANNOUNCED = re.compile(r"单位:\s*([^()\s,。;]{1,8})")
_FIGURED = re.compile(r"\d|^[—/无-]{1,2}$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_FEWEST_ROWS, _MOST_COLUMNS = 2, 12
_FEWEST_CELLS = 6  # two headings and two rows
_FEWEST = 3  # lines, where gaps part the cells


def rows(lines: Sequence[Line], text: str, folded: str) -> tuple[Part, ...]:
    """The rows of the table in ``lines``, caption excluded; empty when it is not a table.

    A row begins at a cell that holds the next serial number (序号 1, 2, 3 …). Columns whose
    heading begins with a year hold a row's last cells; what lies between is the label and
    cells that wrapped.
    """
    found = [cell for line in lines[1:] for cell in cells(folded, line.body)]
    starts = _serials(found, folded)
    if len(starts) < 2:
        return ()
    columns = [one_line(cell.of(text)) for cell in found[: starts[0]]]
    return tuple(
        _row(found[start:end], columns, text)
        for start, end in zip(starts, [*starts[1:], len(found)], strict=True)
    )


def bare_rows(lines: Sequence[Line], text: str, folded: str) -> tuple[Part, ...]:
    """The rows of a table without caption or numbers below the first of ``lines``; empty where there is none.

    年龄段, 原标准(元/月), 现标准(元/月), then 80—89周岁, 50, 80: as many headings as each row has cells, a label and
    values. Each cell has a line of its own, or gaps part those of a line (档次    年龄    月标准).
    """
    if len(lines) <= _FEWEST:
        return ()
    run: list[Span] = []
    across = 0  # headings, where one line has them all
    unit = _unit(lines[0].words)  # said before the table
    for line in [*lines[1:], None]:
        found = _apart(folded, line.body) if line is not None else []
        if found and all(_CELL.fullmatch(cell.of(folded)) for cell in found):
            across = across if run else len(found)
            run += found
            continue
        if width := _width([cell.of(folded) for cell in run], across):
            each = [run[at : at + width] for at in range(width, len(run), width)]
            columns = [
                one_line(head.of(text)) + unit * all(_BARE.fullmatch(cell.of(folded)) for cell in below)
                for head, *below in zip(run[1:width], *(row[1:] for row in each), strict=True)
            ]
            return tuple(_labelled(row, columns, text) for row in each)
        run = []
        unit = (line and _unit(line.words)) or unit
    return ()


def _unit(said: str) -> str:
    """The unit that ``said`` announces for the bare figures below it, in brackets: 单位:元/床."""
    found = _ANNOUNCED.search(said)
    return f"({found[1]})" if found else ""


def _apart(folded: str, line: Span) -> list[Span]:
    """The cells of ``line`` between gaps; one where it has none."""
    found, at = [], line.start
    for gap in _GAP.finditer(folded, *line):
        found.append(Span(at, gap.start()))
        at = gap.end()
    return [*found, Span(at, line.end)]


def _width(cells: Sequence[str], across: int) -> int:
    """How many columns ``cells`` fill, headings first, two rows at least; 0 where they fill none."""
    if len(cells) < _FEWEST_CELLS:
        return 0
    widths = [across] if across > 1 else range(2, min(len(cells) // 3, _MOST_COLUMNS) + 1)
    return next((width for width in widths if _fills(cells, width)), 0)


def _fills(cells: Sequence[str], width: int) -> bool:
    """Whether ``cells`` are headings and rows of as many: below each heading but the first figures, or none, and figures below one."""
    if len(cells) % width or len(cells) < (1 + _FEWEST_ROWS) * width:
        return False
    heads, *rows = (cells[at : at + width] for at in range(0, len(cells), width))
    if any(map(_FIGURE.search, map(_unyeared, heads))):
        return False
    if any(VALUE.fullmatch(row[0]) for row in rows):
        return False
    columns = [
        [bool(_FIGURED.search(cell)) for cell in column]
        for column in zip(*(row[1:] for row in rows), strict=True)
    ]
    return all(len(set(column)) == 1 for column in columns) and any(column[0] for column in columns)


def _unyeared(heading: str) -> str:
    """``heading`` without a year, and what stands in brackets: 2023年(元/月)."""
    return _IN_BRACKETS.sub("", _YEAR.sub("", heading))


def _labelled(cells: Sequence[Span], columns: Sequence[str], text: str) -> Part:
    label, *values = (one_line(cell.of(text)) for cell in cells)
    return Part("", Span(cells[0].start, cells[-1].end), Row(label, tuple(zip(columns, values, strict=True))))


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
    """A row by its columns: each value under its own where none wrapped, else those of the years at the end."""
    said = [one_line(cell.of(text)) for cell in cells]
    years = [column for column in columns if _YEAR.match(column)]
    label = "".join(cells[1].of(text).split()) if len(cells) > 1 else ""
    span = Span(cells[0].start, cells[-1].end)
    if years and len(said) == len(columns):
        named = dict(zip(columns, said, strict=True))
        unit = next((f"({value})" for column, value in named.items() if column in _MEASURED_IN), "")
        return Part(said[0], span, Row(label + unit, tuple((year, named[year]) for year in years)))
    values = said[len(said) - len(years) :] if years else said[2:]
    heads = years or list(columns[-len(values) :])
    return Part(said[0], span, Row(label, tuple(zip(heads, values, strict=False))))


def row_cells(lines: Sequence[Line], folded: str) -> list[Span]:
    """The cells of the row in ``lines``, one for each of its columns as far as they go.

    They stand on one line, or each on lines of its own: below 序号 what is more than the columns belongs to
    the task, elsewhere it stands below the table, as a note does.
    """
    columns = lines[0].columns
    if len(lines) == 1 or len(cells(folded, lines[0].body)) > 1:
        return cells(folded, lines[0].body)
    task = task_column(columns)
    found = [bare(folded, line.body) for line in lines if not NOTE.match(line.words)]
    if not SERIAL.fullmatch(columns[0]):
        return found[: len(columns)]
    last = max(len(found) - (len(columns) - task - 1), task + 1)
    return (
        [*found[:task], Span(found[task].start, found[last - 1].end), *found[last:]]
        if len(found) > task
        else found
    )


def row(lines: Sequence[Line], text: str, folded: str) -> Part:
    """The row of ``columns`` in ``lines`` as a part: what it is called, and its other cells."""
    columns, said = lines[0].columns, [cell.of(text).strip() for cell in row_cells(lines, folded)]
    task = min(task_column(columns), len(said) - 1)
    named = columns[0] if SERIAL.fullmatch(columns[0]) else None
    pairs = tuple(
        (column, one_line(value))
        for i, (column, value) in enumerate(zip(columns, said, strict=False))
        if value and i != task and column != named
    )
    whole = Span(lines[0].body.start, lines[-1].body.end)
    return Part(said[0] if named and task else "", whole, Row(one_line(said[task]), pairs))


def barred_rows(lines: Sequence[Line], text: str, folded: str) -> tuple[Part, ...]:
    """The rows among ``lines`` that know their columns, each on one line."""
    barred = [line for line in lines if line.columns and not is_rule(line.words)]
    return tuple([row([line], text, folded) for line in barred])
