"""Tables below 序号, flattened to one cell a line, as they come out of web pages and Word.

A row begins at the next number; in a 任务分工表 a cell may have run over several lines. Without 序号: ``fitting``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.celled import APART, FEWEST_ROWS, as_group, as_task, cell, cell_span, may_end, set_row
from yiyang_qa.parse.columns import ASSIGNING_ENDS, LONGEST_HEADING, SERIAL, is_assigning, is_column, of_tasks
from yiyang_qa.parse.fitting import fitting_rows, left_as_it_is
from yiyang_qa.parse.names import is_organ
from yiyang_qa.parse.scan import Lines, neighbour
from yiyang_qa.types import Kind, Rank

_MOST_COLUMNS = 12
_MOST_TRIED = 40  # headings below which no rows stand, after which none are looked for
_SERIALS = frozenset("序编n|")  # what 序号 begins with
_STOP = re.compile("[。;]")
_GROUP = re.compile("[一-龥][一-龥、 ]{1,11}")
_CLOSES = frozenset({Kind.SIGNATURE, Kind.DATE, Kind.HEADING})


def flattened(lines: Lines) -> Lines:
    """The rows of such tables renamed."""
    _listed(lines)
    if not any(line.words[-1:] in ASSIGNING_ENDS and is_assigning(line.words) for line in lines):
        return lines
    at = left = tried = 0  # left: up to where a table stays as it is
    while at < len(lines):
        heads = tuple(_heads(lines, at))
        if len(heads) > 2 and SERIAL.fullmatch(heads[0]) and of_tasks(heads):
            at = _numbered(lines, at + len(heads), heads)
        elif tried < _MOST_TRIED and of_tasks(heads):
            end = fitting_rows(lines, at, heads)
            if end is None:
                left, tried = left_as_it_is(lines, max(at + len(heads), left)), tried + 1
            at = end or at + 1
        else:
            at += 1
    return lines


def _listed(lines: Lines) -> None:
    """Rename the rows of any table below 序号 whose numbers 1, 2, 3 … stand as far apart as it has columns.

    One with a caption (表1) owns its rows. Where one column stands before 序号, its cells head the rows below
    them: 物质帮助 above 1 高龄津贴.
    """
    for at in [
        i for i, line in enumerate(lines) if line.words[:1] in _SERIALS and SERIAL.fullmatch(cell(line))
    ]:
        first = next((i for i in range(at, min(at + _MOST_COLUMNS, len(lines))) if cell(lines[i]) == "1"), at)
        above = neighbour(lines, at, -1)
        if above is None or above.kind is not Kind.TABLE:
            _set_rows(lines, at, first, grouped=False) or _set_rows(lines, at, first, grouped=True)


def _set_rows(lines: Lines, at: int, first: int, grouped: bool) -> bool:
    """Make rows of the cells from the position ``first`` on, below headings from ``at`` on; whether they are rows."""
    below = first - grouped
    columns = tuple("".join(cell(line).split()) for line in lines[at:below])
    rows = list(_counted(lines, first, len(columns), grouped))
    heads = len(columns) > 2 and all(map(_may_head, columns))
    if grouped:
        heads = heads and at > 0 and _may_head(cell(lines[at - 1])) and _may_group(cell(lines[below]))
    if not heads or len(rows) < FEWEST_ROWS or not may_end(lines, rows[-1] + len(columns)):
        return False
    lines[at - grouped : below] = [line.renamed(Kind.TEXT) for line in lines[at - grouped : below]]
    for start in rows:
        if grouped and start - 1 not in {row + len(columns) - 1 for row in rows}:
            lines[start - 1] = as_group(lines[start - 1])
        set_row(lines, start, columns, cell_span(lines[start]))
    return True


def _may_head(heading: str) -> bool:
    return len(heading) <= LONGEST_HEADING and not _STOP.search(heading)


def _may_group(said: str) -> bool:
    """Whether a cell may head rows; a body goes on the row above."""
    return _GROUP.fullmatch(said) is not None and not is_organ(said)


def _counted(lines: Lines, at: int, width: int, grouped: bool) -> Iterator[int]:
    """Where complete rows begin from ``at`` on, each with the next number and as many cells as the first.

    Between ``grouped`` rows one cell may stand that heads those below.
    """
    serial = 1
    while width and at + width <= len(lines) and cell(lines[at]) == str(serial):
        if any(line.kind in APART for line in lines[at : at + width]):
            return
        yield at
        serial, at = serial + 1, at + width
        if grouped and at + 1 < len(lines) and cell(lines[at]) != str(serial) == cell(lines[at + 1]):
            at += _may_group(cell(lines[at]))


def _heads(lines: Lines, at: int) -> Iterator[str]:
    for line in lines[at : at + _MOST_COLUMNS]:
        said = "".join(cell(line).split())
        if len(said) > LONGEST_HEADING or not is_column(said):
            return
        yield said


def _numbered(lines: Lines, at: int, columns: tuple[str, ...]) -> int:
    """Rename the rows that begin at the position ``at``; the position after the last."""
    serial = begun = 0
    for i in range(at, len(lines)):
        line = lines[i]
        if cell(line) == str(serial + 1) and (serial == 0 or i - begun >= len(columns) - 1):
            serial, begun = serial + 1, i
            lines[i] = as_task(line, columns, cell_span(line))
        elif (
            serial == 0
            or line.rank is Rank.INSTRUMENT
            or (i - begun >= len(columns) and line.kind in _CLOSES)
        ):
            return i
        else:
            lines[i] = line.renamed(Kind.TEXT)
    return len(lines)
