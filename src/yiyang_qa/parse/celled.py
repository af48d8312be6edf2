"""The cells of a flattened table, one a line: how they become a row, and where a table may end."""

from __future__ import annotations

import re

from yiyang_qa.parse.columns import NOTE
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.types import Kind, Span

FEWEST_ROWS = 2
#: Kinds that stand in no cell.
APART = frozenset({Kind.ANNEX, Kind.CHAPTER, Kind.SECTION, Kind.VOLUME, Kind.TABLE})
#: What may follow the last row of a table.
_FOLLOWS = (NUMBERED - {Kind.ROW}) | {Kind.ANNEX, Kind.ENCLOSURES, Kind.EFFECT, Kind.FURNITURE, Kind.FIELD}
_NO_CELL = re.compile(rf"{NOTE.pattern}|\(|.*[。:]$")


def cell(line: Line) -> str:
    """What a cell says, without the bars that some pages leave at the ends of its line."""
    return line.words.strip("| ")


def cell_span(line: Line) -> Span:
    """Where that stands."""
    begins = line.body.start + len(line.words) - len(line.words.lstrip("| "))
    return Span(begins, begins + len(cell(line)))


def as_group(line: Line) -> Line:
    """``line`` as one that heads the rows below it."""
    begins = Span(line.body.start, line.body.start)
    return line.renamed(Kind.ITEM)._replace(marker=begins, ordinal=None)


def as_task(line: Line, columns: tuple[str, ...], marker: Span) -> Line:
    """``line`` as the first of a row that assigns a task, its number at ``marker``."""
    return line.renamed(Kind.ROW)._replace(columns=columns, marker=marker, ordinal=None)


def set_row(lines: Lines, start: int, columns: tuple[str, ...], marker: Span) -> None:
    """Make a row of the cells that begin at the position ``start``."""
    below = [line.renamed(Kind.TEXT) for line in lines[start + 1 : start + len(columns)]]
    lines[start : start + len(columns)] = [as_task(lines[start], columns, marker), *below]


def may_end(lines: Lines, end: int) -> bool:
    """Whether a table may end before the position ``end``: what stands there is no cell that was left over."""
    if end >= len(lines) or signs(lines, end):
        return True
    return lines[end].kind in _FOLLOWS or _NO_CELL.match(lines[end].words) is not None


def signs(lines: Lines, i: int) -> bool:
    """Whether ``lines[i]`` signs the text: the date is on its line or right below."""
    line, below = lines[i], neighbour(lines, i, 1)
    dated = line.words[-1] in "日)" or (below is not None and below.kind is Kind.DATE)
    return line.kind is Kind.SIGNATURE and dated
