"""The body of a document, line by line: paragraphs with their numbers, rows of tables, footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.markup import Element, attribute, child, local, xml_tree
from yiyang_qa.formats.package import Package
from yiyang_qa.formats.word.numbering import Numbering
from yiyang_qa.formats.word.paragraphs import is_deleted, is_mark_deleted, text_boxes, written
from yiyang_qa.formats.word.styles import Styles
from yiyang_qa.parse.columns import CELL, said_across

_RELATIONS = "_rels/.rels"
_MAIN = "word/document.xml"
_CONTENTS = "toc"  # how the styles of a table of contents begin
_WIDEST = 100  # columns that a cell may claim to span


def document_text(package: Package) -> str:
    """The text of a document; what was deleted, its headers and its macros are no part of it.

    Raises:
        CorpusError: a part is missing or damaged.
    """
    main = _main_part(package)
    body = child(xml_tree(package.read(main)), "body")
    if body is None:
        raise CorpusError("里没有正文。请用 Word 或 WPS 另存后再放入")
    folder = dirname(main)
    styles = Styles(_part(package, join(folder, "styles.xml")))
    flow = _Flow(styles, Numbering(_part(package, join(folder, "numbering.xml")), styles))
    notes = _footnotes(_part(package, join(folder, "footnotes.xml")))
    return "\n".join([*flow.lines(body), *notes])


def _main_part(package: Package) -> str:
    if _RELATIONS in package:
        for relation in xml_tree(package.read(_RELATIONS)):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return normpath((relation.get("Target") or "").lstrip("/"))
    return _MAIN


def _part(package: Package, name: str) -> Element | None:
    return xml_tree(package.read(name)) if name in package else None


class _Flow:
    """Blocks in reading order; numbering counts as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering

    def lines(self, container: Element) -> Iterator[str]:
        """The lines of a body, a cell or a text box, without blank ones."""
        for paragraph in self._merged(container):
            yield from (line for raw in paragraph.split("\n") if (line := raw.strip()))

    def _merged(self, container: Element) -> Iterator[str]:
        """Blocks, a paragraph whose mark was deleted together with the next."""
        open_text = ""
        for block in _blocks(container):
            if local(block) == "tbl":
                yield open_text
                open_text = ""
                yield from self._rows(block)
                continue
            open_text += self._paragraph(block)
            if not is_mark_deleted(block):
                yield open_text
                open_text = ""
            for box in text_boxes(block):
                yield from self.lines(box)
        yield open_text

    def _paragraph(self, paragraph: Element) -> str:
        properties = child(paragraph, "pPr")
        style = self._styles.of(properties)
        if self._styles.name(style).lower().startswith(_CONTENTS):
            return ""
        text = written(paragraph)
        label = self._numbering.label(properties, style) if text.strip() else ""
        return label + text

    def _rows(self, table: Element) -> Iterator[str]:
        """A line a row; of a table with one column, its paragraphs."""
        above: dict[int, str] = {}  # column → text of the cell that reaches down
        for row in _inside(table, "tr"):
            cells = list(_inside(row, "tc"))
            if len(cells) == 1:
                yield from self.lines(cells[0])
                continue
            yield CELL.join(self._cells(cells, above)).rstrip()

    def _cells(self, cells: list[Element], above: dict[int, str]) -> Iterator[str]:
        column = 0
        for cell in cells:
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            text = " ".join(self.lines(cell))
            if merged is not None and (attribute(merged, "val") or "continue") == "continue":
                text = above.get(column, text)
            above[column] = text
            width = min(_number(child(properties, "gridSpan")) or 1, _WIDEST)
            column += width
            yield from [text] * said_across(text, width)


def _blocks(container: Element) -> Iterator[Element]:
    """Paragraphs and tables, through content controls; a generated table of contents left out."""
    for element in container:
        name = local(element)
        if name in {"p", "tbl"}:
            yield element
        elif name == "sdt":
            if "Table of Contents" not in _gallery(element):
                content = child(element, "sdtContent")
                yield from _blocks(content) if content is not None else ()
        elif name in {"ins", "moveTo", "customXml", "smartTag"}:
            yield from _blocks(element)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls and insertions, less deleted ones."""
    for found in element:
        if local(found) == name:
            if not is_deleted(found):
                yield found
        elif local(found) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _inside(found, name)


def _gallery(control: Element) -> str:
    found = child(child(child(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return (attribute(found, "val") or "") if found is not None else ""


def _number(element: Element | None) -> int:
    said = attribute(element, "val") if element is not None else None
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 4 else 0


def _footnotes(part: Element | None) -> Iterator[str]:
    for note in part if part is not None else ():
        if attribute(note, "type") is None:
            text = "".join(written(p) for p in note if local(p) == "p").strip()
            yield f"[注{attribute(note, 'id')}] {text}"
