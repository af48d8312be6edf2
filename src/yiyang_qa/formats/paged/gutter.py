"""分栏: pages set in two columns, told by the gutter between them.

Believed where the gutter runs through most lines of the page and the columns look like prose: as
broad as each other, their lines full and without gaps. The cells of a table are neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf
from statistics import median

import numpy as np

from yiyang_qa.types import Rect

#: Share of the lines that may cross the gutter: first the strict guess, then titles and tables across the page.
_CROSSING = (0.05, 0.15, 0.3)
_CENTRE = (0.3, 0.7)  # of the text's width: where the gutter is looked for
_BROAD = 1.0  # 字: the gutter at least
_ENOUGH = 6  # lines of a column
_EVEN = 0.8  # the narrower column in terms of the other
_FULL, _SHORT = 0.5, 2.5  # share of the lines of a column that end this close to its edge, 字
_GAP, _GAPPED = 1.5, 0.2  # 字 between words of one line, and the share of lines that may have such a gap
_APART = 2.5  # lines: what stands alone this far off is no part of a column
_ALONE = 3  # lines that may stand alone there


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page, in points, that is read from the top down."""

    left: float
    top: float
    right: float
    bottom: float
    column: int = 0  # 0 across the page, 1 and 2 from the left

    def holds(self, rect: Rect) -> bool:
        """Whether the middle of ``rect`` lies inside."""
        across, down = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
        return self.left <= across < self.right and self.top <= down < self.bottom


WHOLE = (Area(-inf, -inf, inf, inf),)


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands at one height, from left to right."""

    rects: tuple[Rect, ...]

    @property
    def top(self) -> float:
        return min(rect.top for rect in self.rects)

    @property
    def bottom(self) -> float:
        return max(rect.bottom for rect in self.rects)

    def crosses(self, gutter: float, em: float) -> bool:
        return any(rect.left < gutter + em / 4 and gutter - em / 4 < rect.right for rect in self.rects)

    def side(self, gutter: float, right: bool) -> tuple[Rect, ...]:
        return tuple(rect for rect in self.rects if ((rect.left + rect.right) / 2 > gutter) == right)


def areas(rects: Sequence[Rect], known: float | None = None) -> tuple[Area, ...]:
    """The parts of a page that shows ``rects`` (characters, lines, rows of tables) in the order of reading.

    ``WHOLE`` for a page that is not in two columns. ``known`` is the gutter of the page before, which this
    one may go on with though its text ends soon.
    """
    em = median(rect.bottom - rect.top for rect in rects) if rects else 0.0
    if em <= 0:
        return WHOLE
    rows = _rows(rects, em)
    for share in _CROSSING:
        gutter = _gutter(rows, em, share * len(rows))
        if gutter is not None and _are_columns(rows, gutter, em, _ENOUGH):
            return tuple(_areas(rows, gutter, em))
    if known is not None and _are_columns(rows, known, em, 0):
        return tuple(_areas(rows, known, em))
    return WHOLE


def _rows(rects: Iterable[Rect], em: float) -> list[_Row]:
    rows: list[list[Rect]] = []
    last = -inf
    for rect in sorted(rects, key=lambda rect: rect.top + rect.bottom):
        middle = (rect.top + rect.bottom) / 2
        if middle - last > em / 2:
            rows.append([])
            last = middle
        rows[-1].append(rect)
    return [_Row(tuple(sorted(row))) for row in rows]


def _gutter(rows: Sequence[_Row], em: float, most: float) -> float | None:
    """The middle of the broadest strip near the middle of the text that at most ``most`` rows reach into."""
    left = min(rect.left for row in rows for rect in row.rects)
    width = max(rect.right for row in rows for rect in row.rects) - left
    if not 0 < width < 100_000:
        return None
    covered = np.zeros(int(width) + 2, np.int32)
    for row in rows:
        reached = np.zeros(len(covered), np.bool_)
        for rect in row.rects:
            reached[int(rect.left - left) : int(rect.right - left) + 1] = True
        covered += reached
    begin, end = (int(share * width) for share in _CENTRE)
    runs = [
        [at for at, _ in run]
        for free, run in groupby(enumerate(covered <= most), lambda each: bool(each[1]))
        if free
    ]
    near = [run for run in runs if begin <= (run[0] + run[-1]) / 2 <= end and len(run) >= _BROAD * em]
    broadest = max(near, key=len, default=None)
    return None if broadest is None else left + (broadest[0] + broadest[-1] + 1) / 2


def _are_columns(rows: Sequence[_Row], gutter: float, em: float, least: int) -> bool:
    """Whether what stands on both sides of ``gutter`` is prose in columns of one breadth, ``least`` lines each.

    A column of fewer lines than tell is believed.
    """
    apart = [row for row in rows if not row.crosses(gutter, em)]
    columns = [[*filter(None, (row.side(gutter, right) for row in apart))] for right in (False, True)]
    if min(map(len, columns)) < least or len(apart) < (1 - _CROSSING[-1]) * len(rows):
        return False
    told = [lines for lines in columns if len(lines) >= _ENOUGH]
    breadths = [_breadth(lines) for lines in told]
    even = min(breadths, default=0.0) >= _EVEN * max(breadths, default=0.0)
    return even and all(_is_prose(lines, em) for lines in told)


def _breadth(lines: Sequence[tuple[Rect, ...]]) -> float:
    """From the left edge of a column to its right one, a few lines that stick out left aside."""
    few = len(lines) // 20
    return sorted(line[-1].right for line in lines)[-1 - few] - sorted(line[0].left for line in lines)[few]


def _is_prose(lines: Sequence[tuple[Rect, ...]], em: float) -> bool:
    """Whether most lines go on to the edge of the column, and few have a gap in them."""
    edge = sorted(line[-1].right for line in lines)[-1 - len(lines) // 20]
    full = sum(line[-1].right > edge - _SHORT * em for line in lines)
    gapped = sum(any(b.left - a.right > _GAP * em for a, b in pairwise(line)) for line in lines)
    return full >= _FULL * len(lines) and gapped <= _GAPPED * len(lines)


def _areas(rows: Sequence[_Row], gutter: float, em: float) -> Iterable[Area]:
    """Bands of the page from the top down: those across it, and those of two columns, left before right."""
    pieces = _pieces(rows, gutter, em)
    bands = [
        (across, [row for _, each in same for row in each])
        for across, same in groupby(pieces, lambda p: p[0])
    ]
    edges = [(above[-1].bottom + below[0].top) / 2 for (_, above), (_, below) in pairwise(bands)]
    for (across, _), top, bottom in zip(bands, [-inf, *edges], [*edges, inf], strict=True):
        if across:
            yield Area(-inf, top, inf, bottom)
        else:
            yield Area(-inf, top, gutter, bottom, 1)
            yield Area(gutter, top, inf, bottom, 2)


def _pieces(rows: Sequence[_Row], gutter: float, em: float) -> Iterable[tuple[bool, list[_Row]]]:
    """Runs of rows, each with whether it goes across the page: a page number in a corner does."""
    left = [row.top for row in rows if row.side(gutter, False)]
    pitch = median([below - above for above, below in pairwise(left)] or [em])
    run: list[_Row] = []
    for row in [*rows, None]:
        broken = row is None or (
            run
            and (
                row.crosses(gutter, em) != run[-1].crosses(gutter, em)
                or row.top - run[-1].top > _APART * pitch
            )
        )
        if broken and run:
            sides = {right for each in run for right in (False, True) if each.side(gutter, right)}
            yield run[0].crosses(gutter, em) or (len(sides) == 1 and len(run) < _ALONE), run
            run = []
        if row is not None:
            run.append(row)
