"""任务分工表 without 序号, flattened to one cell a line: what the columns say tells the rows.

Every row must hold, cell for cell: bodies under 责任单位, days under 完成时限; else the text stays as it is.
"""

from __future__ import annotations

import re

from yiyang_qa.parse.celled import APART, FEWEST_ROWS, may_end, set_row, signs
from yiyang_qa.parse.columns import DUE, UNIT, VALUE, of_tasks
from yiyang_qa.parse.duties import assigned
from yiyang_qa.parse.names import is_body
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Lines
from yiyang_qa.types import Kind, Span

_LONGEST_UNITS = 200  # 字
_LONGEST_DUE = 40  # 字
_WHEN = re.compile(r"\d|长期|持续|常年|全年|每年|每季|每月|年底|立即|适时|常态|同步")
_STOP = re.compile("[。;]")
_CELLS = frozenset({Kind.SIGNATURE, Kind.TITLE, Kind.TEXT})


def fitting_rows(lines: Lines, at: int, heads: tuple[str, ...]) -> int | None:
    """Rename the rows below as many of ``heads`` as all of them fill; the position after the last, None without rows.

    A task may itself be called like a column: 建设项目.
    """
    for width in range(len(heads), 1, -1):
        columns = heads[:width]
        if of_tasks(columns):
            rows, end = _rows(lines, at + width, columns)
            if len(rows) >= FEWEST_ROWS and may_end(lines, end):
                for start in rows:
                    begins = lines[start].body.start
                    set_row(lines, start, columns, Span(begins, begins))
                return end
    return None


def left_as_it_is(lines: Lines, at: int) -> int:
    """Where the cells of a table end that begin at ``at`` and fill no rows: a body among them signs nothing."""
    while at < len(lines) and _is_cell(lines, at):
        lines[at] = lines[at].renamed(Kind.TEXT)
        at += 1
    return at


def _is_cell(lines: Lines, i: int) -> bool:
    return lines[i].kind in _CELLS and len(lines[i].words) <= _LONGEST_DUE and not signs(lines, i)


def _rows(lines: Lines, at: int, columns: tuple[str, ...]) -> tuple[list[int], int]:
    """Where the rows begin that follow one another from ``at`` on, and where the last ends; 一、… may head some."""
    rows: list[int] = []
    end = at
    while True:
        if not _holds(lines, at, columns):
            headed = end < len(lines) and lines[end].kind in NUMBERED and at == end
            if not headed:
                return rows, end
            at = end + 1
            continue
        rows.append(at)
        at = end = at + len(columns)


def _holds(lines: Lines, at: int, columns: tuple[str, ...]) -> bool:
    """Whether each line from ``at`` on is what its column says, and no signature with its date below."""
    row, below = lines[at : at + len(columns)], lines[at + len(columns) :][:1]
    if len(row) < len(columns) or any(line.kind in APART for line in row):
        return False
    signed = any(line.kind is Kind.DATE for line in below)
    return not signed and all(_fits(line.words, column) for line, column in zip(row, columns, strict=True))


def _fits(said: str, column: str) -> bool:
    if UNIT.fullmatch(column):
        return VALUE.fullmatch(said) is not None or _names_bodies(said)
    if DUE.fullmatch(column):
        return len(said) <= _LONGEST_DUE and not _STOP.search(said) and _WHEN.search(said) is not None
    return True


def _names_bodies(said: str) -> bool:
    """Whether a cell names bodies and nothing else."""
    if len(said) > _LONGEST_UNITS or "。" in said:
        return False
    units = assigned(f"责任单位:{said}")
    return bool(units) and all(is_body(unit.name) for unit in units)
