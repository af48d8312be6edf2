"""The comparison as a workbook (Office Open XML, ISO/IEC 29500); the one door to openpyxl."""

from __future__ import annotations

import io
import re

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from yiyang_qa.comparison.files import COLUMNS, Link, lines
from yiyang_qa.types import Comparison, Evidence

_WIDTHS = (12, 10, 60, 36, 22, 36, 30, 13, 28)  # of the columns, in characters
_LONGEST = 32_767  # characters of a cell
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LINE = Side("thin", color="BFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def as_xlsx(comparison: Comparison, evidence: tuple[Evidence, ...], link: Link) -> bytes:
    """One sheet, headings in its first row; every cell is text, so none is ever a formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "横向比较"
    table = [COLUMNS, *lines(comparison, evidence, link)]
    for at, cells in enumerate(table, 1):
        for column, said in enumerate(cells, 1):
            _write(_cell(sheet, at, column), said)
        if at > 1:
            _link(_cell(sheet, at, len(COLUMNS)))
    _dress(sheet, comparison.topic)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _write(cell: Cell, said: str) -> None:
    cell.value = _UNWRITABLE.sub("", said)[:_LONGEST]
    cell.data_type = "s"
    cell.border = _BORDER
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _link(cell: Cell) -> None:
    """A cell holds one link: that of the first citation."""
    address = str(cell.value or "").split("\n")[0]
    if address:
        cell.hyperlink = address
        cell.style = "Hyperlink"
        cell.border, cell.alignment = _BORDER, Alignment(wrap_text=True, vertical="top")


def _dress(sheet: Worksheet, topic: str) -> None:
    """Widths, headings that stay in view, and a page that prints across: A4 landscape, the topic on top."""
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        heading = sheet.cell(1, column)
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", fgColor="E8EEF4")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    assert sheet.oddHeader is not None
    sheet.oddHeader.center.text = _UNWRITABLE.sub("", topic).replace("&", "&&")[:200]
