"""任务分工表 flattened to one cell a line, as they come out of web pages and Word.

With 序号 a row begins at the next number, and a cell may have run over several lines. Without it every
row must hold, cell for cell: bodies under 责任单位, days under 完成时限; else the text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.columns import (
    ASSIGNING_ENDS,
    DUE,
    LONGEST_HEADING,
    NOTE,
    SERIAL,
    UNIT,
    VALUE,
    is_assigning,
    is_column,
    of_tasks,
)
from yiyang_qa.parse.duties import assigned
from yiyang_qa.parse.names import is_body
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.types import Kind, Rank, Span

_MOST_COLUMNS = 12
_FEWEST_ROWS = 2
_LONGEST_UNITS = 200  # 字
_LONGEST_DUE = 40  # 字
_WHEN = re.compile(r"\d|长期|持续|常年|全年|每年|每季|每月|年底|立即|适时|常态|同步")
_STOP = re.compile("[。;]")
_CLOSES = frozenset({Kind.SIGNATURE, Kind.DATE, Kind.HEADING})
_APART = frozenset({Kind.ANNEX, Kind.CHAPTER, Kind.SECTION, Kind.VOLUME, Kind.TABLE})  # in no cell
#: What may follow the last row of a table.
_FOLLOWS = (NUMBERED - {Kind.ROW}) | {Kind.ANNEX, Kind.ENCLOSURES, Kind.EFFECT, Kind.FURNITURE, Kind.FIELD}
_CELLS = frozenset({Kind.SIGNATURE, Kind.TITLE, Kind.TEXT})
_NO_CELL = re.compile(rf"{NOTE.pattern}|\(|.*[。:]$")


def as_task(line: Line, columns: tuple[str, ...], marker: Span) -> Line:
    """``line`` as the first of a row that assigns a task, its number at ``marker``."""
    return line.renamed(Kind.ROW)._replace(columns=columns, marker=marker, ordinal=None)


def flattened(lines: Lines) -> Lines:
    """Rows below 序号、任务、责任单位 on lines of their own renamed."""
    at = (
        0
        if any(line.words[-1:] in ASSIGNING_ENDS and is_assigning(line.words) for line in lines)
        else len(lines)
    )
    while at < len(lines):
        heads = tuple(_heads(lines, at))
        if len(heads) > 2 and SERIAL.fullmatch(heads[0]) and of_tasks(heads):
            at = _numbered(lines, at + len(heads), heads)
        else:
            at = _unnumbered(lines, at, heads) or _unread(lines, at, heads)
    return lines


def _heads(lines: Lines, at: int) -> Iterator[str]:
    for line in lines[at : at + _MOST_COLUMNS]:
        said = "".join(line.words.split())
        if len(said) > LONGEST_HEADING or not is_column(said):
            return
        yield said


def _numbered(lines: Lines, at: int, columns: tuple[str, ...]) -> int:
    """Rename the rows that begin at the position ``at``; the position after the last."""
    serial = begun = 0
    for i in range(at, len(lines)):
        line = lines[i]
        if line.words == str(serial + 1) and (serial == 0 or i - begun >= len(columns) - 1):
            serial, begun = serial + 1, i
            lines[i] = as_task(line, columns, line.body)
        elif (
            serial == 0
            or line.rank is Rank.INSTRUMENT
            or (i - begun >= len(columns) and line.kind in _CLOSES)
        ):
            return i
        else:
            lines[i] = line.renamed(Kind.TEXT)
    return len(lines)


def _unnumbered(lines: Lines, at: int, heads: tuple[str, ...]) -> int | None:
    """Rename the rows below as many of ``heads`` as all of them fill; the position after the last, None without rows.

    A task may itself be called like a column: 建设项目.
    """
    for width in range(len(heads), 1, -1):
        columns = heads[:width]
        if of_tasks(columns):
            rows, end = _rows(lines, at + width, columns)
            if len(rows) >= _FEWEST_ROWS and _ends(lines, end):
                for start in rows:
                    first = lines[start]
                    cells = [line.renamed(Kind.TEXT) for line in lines[start + 1 : start + width]]
                    marker = Span(first.body.start, first.body.start)
                    lines[start : start + width] = [as_task(first, columns, marker), *cells]
                return end
    return None


def _unread(lines: Lines, at: int, heads: tuple[str, ...]) -> int:
    """The position after a line that heads no rows; a body among the cells of a table left as it is signs nothing."""
    if of_tasks(heads):
        for i in range(at + len(heads), len(lines)):
            line = lines[i]
            if line.kind not in _CELLS or len(line.words) > _LONGEST_DUE or _signs(lines, i):
                break
            lines[i] = line.renamed(Kind.TEXT)
    return at + 1


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
    if len(row) < len(columns) or any(line.kind in _APART for line in row):
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


def _ends(lines: Lines, end: int) -> bool:
    """Whether a table may end before the position ``end``: what stands there is no cell that was left over."""
    if end >= len(lines) or _signs(lines, end):
        return True
    return lines[end].kind in _FOLLOWS or _NO_CELL.match(lines[end].words) is not None


def _signs(lines: Lines, i: int) -> bool:
    """Whether ``lines[i]`` signs the text: the date is on its line or right below."""
    line, below = lines[i], neighbour(lines, i, 1)
    dated = line.words[-1] in "日)" or (below is not None and below.kind is Kind.DATE)
    return line.kind is Kind.SIGNATURE and dated
