"""From printed lines to paragraphs, and to the one text with the place of each line on its page.

A Chinese paragraph begins two characters in (GB/T 9704—2012, 7.3.3), so that a line at the left
margin below a full line continues it; where a document has no indents, the numbers of its
outline and wider gaps between lines tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.paged.printed import Printed, Sheet, wrapped
from yiyang_qa.formats.paged.radicals import without_radicals
from yiyang_qa.formats.paged.running import without_running
from yiyang_qa.parse.rules import NUMBERED, first_match
from yiyang_qa.text import fold
from yiyang_qa.types import Box, Kind, Layout, Page, Span

_INDENT = (1.2, 3.2)  # 字: how far in a paragraph begins
_AT_MARGIN = 0.9  # 字
_FULL = 2.3  # 字: how far from the right margin a full line may end
_UNBREAKABLE = re.compile(r"[!-~]+")  # figures and Latin words stay whole
_HALF_WIDTH = 0.6  # 字
_APART = 1.6  # of the usual distance of two lines
_INDENTED = 0.05  # share of lines that makes a document one with indents
_REACHES = 0.6  # of the page's width: how far right the text of a page goes at least
_ENOUGH = 5  # lines that tell the margins of a page


@dataclass(frozen=True, slots=True)
class _Measures:
    """The measures of one page: margins, one character, the usual distance of two lines."""

    left: float
    right: float
    em: float
    pitch: float


@dataclass(frozen=True, slots=True)
class _Placed:
    line: Printed
    page: int  # from 1
    measures: _Measures


def flow(sheets: Sequence[Sheet]) -> Extract:
    """The text of ``sheets`` with their layout; one line of it is one paragraph or row.

    Raises:
        CorpusError: there are no pages.
    """
    if not sheets:
        raise CorpusError("里没有页面。请重新取得原文件")
    return _composed(sheets, list(_paragraphs(_placed(without_running(sheets)))))


def _placed(sheets: Sequence[Sheet]) -> list[_Placed]:
    width = median(sheet.width for sheet in sheets)
    everywhere = _measures([line for sheet in sheets for line in sheet.lines], width, None)
    found = []
    for number, sheet in enumerate(sheets, 1):
        here = {column: _of_column(sheet, column, everywhere) for column in {x.column for x in sheet.lines}}
        said = [replace(line, text=without_radicals(line.text)) for line in sheet.lines if line.text]
        found += [_Placed(line, number, here[line.column]) for line in said]
    return found


def _of_column(sheet: Sheet, column: int, everywhere: _Measures) -> _Measures:
    """The measures of a column by its own lines; of what goes across the page by those of the document too."""
    lines = [line for line in sheet.lines if line.column == column]
    return _measures(lines, None if column else sheet.width, None if column else everywhere)


def _measures(lines: Sequence[Printed], width: float | None, otherwise: _Measures | None) -> _Measures:
    """Margins by the wide lines of a page ``width`` wide; those of the whole document for a page with few.

    Where no line of a page is wide, the right margin is taken to be as broad as the left one. A column
    (``width`` None) is as wide as its lines.
    """
    set_lines = [line.rect for line in lines if not line.row]
    widest = max((rect.right - rect.left for rect in set_lines), default=0)
    wide = [rect for rect in set_lines if rect.right - rect.left > 0.7 * widest]
    if otherwise is not None and len(wide) < _ENOUGH:
        return otherwise
    if not wide:
        return _Measures(0, 0, 1, 1)
    em = median(rect.bottom - rect.top for rect in wide)
    steps = [
        below.top - above.top for above, below in pairwise(set_lines) if below.top - above.top > 0.5 * em
    ]
    left = sorted(rect.left for rect in wide)[len(wide) // 10]
    right = sorted(rect.right for rect in wide)[-1 - len(wide) // 10]
    return _Measures(
        left=left,
        right=right if width is None or right > _REACHES * width else width - left,
        em=em,
        pitch=median(steps) if steps else em,
    )


def _paragraphs(lines: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    indented = _has_indents(lines)
    paragraph: list[_Placed] = []
    for line in lines:
        if paragraph and not _continues(paragraph[-1], line, indented):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _has_indents(lines: Sequence[_Placed]) -> bool:
    first, last = _INDENT
    texts = [each for each in lines if not each.line.row]
    inside = [e for e in texts if first < _from_left(e) < last and _short_of_right(e) < _FULL]
    return len(inside) > _INDENTED * len(texts)


def _from_left(placed: _Placed) -> float:
    return (placed.line.rect.left - placed.measures.left) / placed.measures.em


def _short_of_right(placed: _Placed) -> float:
    return (placed.measures.right - placed.line.rect.right) / placed.measures.em


def _continues(above: _Placed, line: _Placed, indented: bool) -> bool:
    """Whether ``line`` goes on with the paragraph that ``above`` is a line of."""
    if above.line.row or line.line.row or _short_of_right(above) > _room_wanted(line):
        return False
    if abs(_from_left(line)) > _AT_MARGIN:
        return False
    kind = first_match(fold(line.line.text.strip()))[0].kind
    if kind is Kind.ANNEX and (above.page != line.page or above.line.text.endswith("。")):
        return False  # 附件 stands at the margin (GB/T 9704—2012, 7.3.7)
    if indented:
        return True
    apart = above.page == line.page and _step(above, line) > _APART * line.measures.pitch
    return not apart and kind not in NUMBERED


def _room_wanted(line: _Placed) -> float:
    """How much room at the end of the line above was too little for what ``line`` begins with, 字."""
    unbreakable = _UNBREAKABLE.match(line.line.text)
    return max(_FULL, _HALF_WIDTH * len(unbreakable[0]) + 1) if unbreakable else _FULL


def _step(above: _Placed, line: _Placed) -> float:
    return line.line.rect.top - above.line.rect.top


def _composed(sheets: Sequence[Sheet], paragraphs: Sequence[Sequence[_Placed]]) -> Extract:
    pieces: list[str] = []
    boxes: list[Box] = []
    end = 0
    for paragraph in paragraphs:
        for at, placed in enumerate(paragraph):
            last = at + 1 == len(paragraph)
            shown = (
                placed.line.text + "\n" if last else wrapped(placed.line.text, paragraph[at + 1].line.text)
            )
            boxes.append(Box(Span(end, end + len(shown.rstrip())), placed.page, placed.line.rect))
            pieces.append(shown)
            end += len(shown)
    return Extract("".join(pieces), Layout(_pages(sheets, boxes, end), tuple(boxes)))


def _pages(sheets: Sequence[Sheet], boxes: Sequence[Box], end: int) -> tuple[Page, ...]:
    """Each page's part of the text, up to where the next page's begins."""
    begins: dict[int, int] = {}
    for box in boxes:
        begins.setdefault(box.page, box.span.start)
    starts = [0]
    for number in range(2, len(sheets) + 2):
        later = [start for page, start in begins.items() if page >= number]
        starts.append(min(later, default=end))
    return tuple(
        Page(number, Span(starts[number - 1], starts[number]), sheet.width, sheet.height)
        for number, sheet in enumerate(sheets, 1)
    )
