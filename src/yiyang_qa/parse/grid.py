"""Tables whose rows stand on lines of their own, bars or tabs between the cells.

A row of a task table is a clause; any other row remembers the headings of its columns and
becomes a part of the clause around it. Tables flattened to one cell a line: ``flattened``.
"""

from __future__ import annotations

import re

from yiyang_qa.parse.celled import as_task
from yiyang_qa.parse.columns import LONGEST_HEADING, SERIAL, VALUE, cells, is_rule, of_tasks
from yiyang_qa.parse.flattened import flattened
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.types import Kind, Rank, Span

_FIGURE = re.compile(r"[≥≤><约]?\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASIDE = frozenset({Kind.FURNITURE, Kind.FIELD})
_ENDS = frozenset({Rank.INSTRUMENT, Rank.CHAPTER})  # of a table


def grids(lines: Lines) -> Lines:
    """Rows renamed, each with the headings of its columns."""
    if any("|" in line.words or "\t" in line.words for line in lines):
        _barred(lines)
    return flattened(lines)


def _barred(lines: Lines) -> None:
    """Rows with bars or tabs between the cells: the first of them holds the headings.

    A number and a heading with a tab between them (第一章⇥总则) are no row.
    """
    columns: tuple[str, ...] = ()
    above = False  # whether the line above was a row
    for i, line in enumerate(lines):
        here = _row_cells(line)
        if line.kind in _ASIDE:
            continue
        if len(here) < 2 or (len(here) == 2 and line.kind in NUMBERED):
            above = _groups(lines, i, columns)
            if line.rank in _ENDS:
                columns = ()
            continue
        if is_rule(line.words):
            lines[i] = line.renamed(Kind.TEXT)
        elif _is_head(here) and (of_tasks(here) or not (above or of_tasks(columns))):
            columns = here if _goes_on(lines, i) else ()
        elif above and (below := _two_storeyed(columns, here)):
            columns = below
        elif columns and (above or of_tasks(columns)):
            lines[i] = _row(line, columns)
        above = bool(columns)


def _row_cells(line: Line) -> tuple[str, ...]:
    """The folded cells of a row on one line, white space closed up; none of a line without bars."""
    words = line.words
    if "|" not in words and "\t" not in words:
        return ()
    return tuple("".join(cell.of(words).split()) for cell in cells(words, Span(0, len(words))))


def _is_head(here: tuple[str, ...]) -> bool:
    return all(0 < len(cell) <= LONGEST_HEADING for cell in here) and not _has_value(here)


def _has_value(here: tuple[str, ...]) -> bool:
    return any(VALUE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in here[1:])


def _groups(lines: Lines, i: int, columns: tuple[str, ...]) -> bool:
    """Whether ``lines[i]`` only names the rows below it: 一、补贴类 over 床位补贴|8000元."""
    line, below = lines[i], neighbour(lines, i, 1)
    cells_below = _row_cells(below) if below else ()
    short = len(line.words) <= LONGEST_HEADING and line.rank not in _ENDS
    return short and len(columns) == len(cells_below) > 1 and _has_value(cells_below)


def _two_storeyed(columns: tuple[str, ...], here: tuple[str, ...]) -> tuple[str, ...]:
    """The headings with those that stand ``here`` under one that reaches across: 补贴|补贴 over 机构|居家; none elsewhere."""
    if len(columns) != len(here) or len(set(columns)) == len(columns) or not _is_head(here):
        return ()
    across = {heading for heading in columns if columns.count(heading) > 1}
    parted = [cell for heading, cell in zip(columns, here, strict=True) if heading in across]
    if len(set(parted)) < len(parted) or any(_FIGURE.match(cell) for cell in parted):
        return ()
    kept = all(cell == heading for heading, cell in zip(columns, here, strict=True) if heading not in across)
    return tuple(map(_storeys, columns, here)) if kept else ()


def _storeys(heading: str, below: str) -> str:
    """机构每床每月(元), 牵头责任单位, but 2025年目标."""
    if heading == below:
        return heading
    return heading + below if _FIGURE.match(heading) else below + heading


def _goes_on(lines: Lines, i: int) -> bool:
    """Whether a row stands below ``lines[i]``, or below the one line that names the rows there."""
    return any(
        below and len(_row_cells(below)) > 1 for below in (neighbour(lines, i, 1), neighbour(lines, i, 2))
    )


def _row(line: Line, columns: tuple[str, ...]) -> Line:
    """``line`` as a row below ``columns``: a clause where they assign tasks."""
    if not of_tasks(columns):
        fits = len(_row_cells(line)) <= len(columns)  # of a row with more cells nothing tells which is whose
        return line.renamed(Kind.TEXT)._replace(columns=columns if fits else ())
    numbered = SERIAL.fullmatch(columns[0])
    serial = cells(line.words, Span(0, len(line.words)))[0] if numbered else Span(0, 0)
    return as_task(line, columns, serial.shift(line.body.start))
