"""PDF: text layer and ruled tables by pdfplumber; pages without text are recognised as pictures.

Measured on a plan of 19 pages: pdfplumber 38 ms a page, tables included, pdfium's characters one
by one 27 ms without tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.limits import MOST_PAGES, MOST_SCANS
from yiyang_qa.formats.paged.flow import flow
from yiyang_qa.formats.paged.gutter import WHOLE, Area, areas
from yiyang_qa.formats.paged.pictures import read_scans
from yiyang_qa.formats.paged.printed import FEW, Printed, Sheet, one_cell
from yiyang_qa.parse.columns import CELL, said_across
from yiyang_qa.types import Rect

_UNMAPPED = "(cid:"  # how pdfminer writes a character that its font does not name


def read_pdf(data: bytes) -> Extract:
    """The text of a PDF with its layout.

    Raises:
        CorpusError: encrypted, damaged, without pages, or with too many.
    """
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise CorpusError(f"超过 {MOST_PAGES} 页。请拆成几份再放入")
            sheets = [*_sheets(pdf.pages)]
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise CorpusError("设有打开密码。请取消密码后另存再放入") from None
        raise CorpusError("是 PDF，但已损坏。请重新取得原文件") from None
    scans = [number for number, sheet in enumerate(sheets) if sheet is None]
    if len(scans) > MOST_SCANS:
        raise CorpusError(f"的扫描页超过 {MOST_SCANS} 页。请拆成几份再放入")
    pictures = dict(zip(scans, read_scans(data, scans), strict=True))
    return flow([sheet or pictures[number] for number, sheet in enumerate(sheets)])


def _sheets(pages: Sequence[Page]) -> Iterator[Sheet | None]:
    """Each page by its text layer; None for one that is a picture."""
    gutter: float | None = None
    for page in pages:
        sheet = _sheet(page, gutter)
        gutter = (sheet.gutter if sheet else None) or gutter
        yield sheet


def _sheet(page: Page, known: float | None) -> Sheet | None:
    """A page of a document of which an earlier one has, or had, a ``known`` gutter."""
    try:
        upright = page.filter(lambda thing: thing.get("upright", True)).dedupe_chars()
        if _is_picture(upright):
            return None
        tables = [table for table in upright.find_tables() if len(table.rows) > 1 and len(table.columns) > 1]
        rest = upright.filter(lambda thing: thing["object_type"] != "char" or not _inside_any(thing, tables))
        rows = [row for table in tables for row in _rows(table)]
        chars = [_rect(char) for char in rest.chars if char["text"].strip()]
        parts = areas([*chars, *(row.rect for row in rows)], known)
        gutter = next((area.right for area in parts if area.column == 1), None)
        return Sheet(float(page.width), float(page.height), tuple(_in_order(rest, rows, parts)), gutter)
    finally:
        page.close()


def _is_picture(page: Page) -> bool:
    """Whether a page shows something and its text layer says (nearly) nothing of it."""
    said = [char["text"] for char in page.chars if char["text"].strip()]
    mapped = [text for text in said if not text.startswith(_UNMAPPED)]
    if len(mapped) < len(said) / 2:
        return True
    return len(mapped) < FEW and bool(page.images)


def _in_order(page: Page, rows: Sequence[Printed], parts: Sequence[Area]) -> Iterator[Printed]:
    """The lines of a page and the ``rows`` of its tables, one part of it after the other."""
    for area in parts:
        here = page if parts == WHOLE else page.filter(partial(_stands_in, area))
        lines = [*_lines(here), *(row for row in rows if area.holds(row.rect))]
        for line in sorted(lines, key=lambda line: (line.rect.top, line.rect.left)):
            yield replace(line, column=area.column)


def _stands_in(area: Area, thing: dict[str, Any]) -> bool:
    return area.holds(_rect(thing))


def _rect(thing: dict[str, Any]) -> Rect:
    return Rect(thing["x0"], thing["top"], thing["x1"], thing["bottom"])


def _lines(page: Page) -> Iterator[Printed]:
    for line in page.extract_text_lines(return_chars=False):
        if text := line["text"].strip():
            yield Printed(text, _rect(line))


def _inside_any(thing: dict[str, Any], tables: list[Table]) -> bool:
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return any(t.bbox[0] <= across <= t.bbox[2] and t.bbox[1] <= down <= t.bbox[3] for t in tables)


def _reaches_across(cells: Sequence[tuple[float, float, float, float] | None], column: int) -> bool:
    """Whether the cell left of ``column``, which is not the only one of its row, ends no sooner than the next begins."""
    left = next((box for box in reversed(cells[:column]) if box), None)
    right = next((box for box in cells[column:] if box), None)
    several = sum(box is not None for box in cells) > 1
    return several and left is not None and (right is None or left[2] >= right[0] - 1)


def _rows(table: Table) -> Iterator[Printed]:
    """The rows of a ruled table; a cell that reaches down or across is said in each of its rows and columns."""
    above: dict[int, tuple[str, float]] = {}  # column → text of the last cell, where it ends
    for row, texts in zip(table.rows, table.extract(), strict=True):
        cells: list[str] = []
        for column, (box, text) in enumerate(zip(row.cells, texts, strict=True)):
            if box is not None:
                above[column] = one_cell(text or ""), box[3]
                cells.append(above[column][0])
            elif column in above and above[column][1] > row.bbox[1] + 1:
                cells.append(above[column][0])
            elif cells and _reaches_across(row.cells, column):
                cells += [cells[-1]] * (said_across(cells[-1], 2) - 1)
        said = CELL.join(cells).rstrip()
        if said.strip(CELL):
            yield Printed(said, Rect(*row.bbox), row=True)
