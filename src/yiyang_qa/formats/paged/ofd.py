"""OFD (GB/T 33190—2016): fixed-layout pages as XML in a zip; text objects put in lines.

Lengths are millimetres. Templates, annotations and seals are no part of the text. A page that shows
pictures and says nothing is recognised.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from posixpath import dirname

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.limits import MOST_PAGES, MOST_SCANS
from yiyang_qa.formats.markup import Element, child, local, xml_tree
from yiyang_qa.formats.package import Package
from yiyang_qa.formats.paged.flow import flow
from yiyang_qa.formats.paged.ofd_parts import POINTS, children, numbers, path, pictures, placed, shown
from yiyang_qa.formats.paged.pictures import assembled
from yiyang_qa.formats.paged.printed import FEW, Fragment, Sheet, set_in_lines
from yiyang_qa.types import Rect

_A4 = (210.0, 297.0)


def read_ofd(package: Package) -> Extract:
    """The text of an OFD with its layout; pages that are pictures are recognised.

    Raises:
        CorpusError: a part is missing or damaged, no text, or too many pages.
    """
    sheets = [sheet for root in _documents(package) for sheet in _sheets(package, root)]
    if sheets and not any(sheet.lines for sheet in sheets):
        raise CorpusError("是没有文字的 OFD，也没有能识别的图片。请用阅读器打开，另存为 PDF 再放入")
    return flow(sheets)


def _documents(package: Package) -> Iterator[str]:
    for body in xml_tree(package.read("OFD.xml")):
        root = child(body, "DocRoot")
        if local(body) == "DocBody" and root is not None and root.text:
            yield path("", root.text)


def _sheets(package: Package, root: str) -> Iterator[Sheet]:
    document, folder = xml_tree(package.read(root)), dirname(root)
    common = child(document, "CommonData")
    usual = _size(child(common, "PageArea"), _A4)
    pages = [page for page in children(child(document, "Pages")) if local(page) == "Page"]
    if len(pages) > MOST_PAGES:
        raise CorpusError(f"超过 {MOST_PAGES} 页。请拆成几份再放入")
    scans = 0
    for listed in pages:
        member = path(folder, listed.get("BaseLoc") or "")
        page = xml_tree(package.read(member))
        sheet = _sheet(page, usual)
        if sum(len(line.text) for line in sheet.lines) < FEW:
            known = {**pictures(package, common, folder), **pictures(package, page, dirname(member))}
            if seen := [*shown(package, child(page, "Content"), known)]:
                scans += 1
                sheet = _with(sheet, assembled(seen, sheet.width, sheet.height))
        if scans > MOST_SCANS:
            raise CorpusError(f"的扫描页超过 {MOST_SCANS} 页。请拆成几份再放入")
        yield sheet


def _with(sheet: Sheet, scan: Sheet) -> Sheet:
    """The ``scan`` of a page with the few words, a page number mostly, that its ``sheet`` says in characters."""
    lines = sorted((*sheet.lines, *scan.lines), key=lambda line: (line.rect.top, line.rect.left))
    return replace(scan, lines=tuple(lines) if sheet.lines else scan.lines)


def _sheet(page: Element, usual: tuple[float, float]) -> Sheet:
    width, height = _size(child(page, "Area"), usual)
    content = child(page, "Content")
    objects = content.iter() if content is not None else ()
    fragments = [f for thing in objects if local(thing) == "TextObject" for f in _fragments(thing)]
    return Sheet(width * POINTS, height * POINTS, set_in_lines(fragments))


def _size(area: Element | None, otherwise: tuple[float, float]) -> tuple[float, float]:
    box = child(area, "PhysicalBox")
    said = numbers(box.text) if box is not None else []
    return (said[2], said[3]) if len(said) == 4 else otherwise


def _fragments(thing: Element) -> Iterator[Fragment]:
    """The characters of one text object, moved by its matrix and set within its boundary."""
    bounds, matrix = placed(thing)
    a, _, _, d, e, f = matrix or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    size = (numbers(thing.get("Size")) or [3.0])[0]
    across = down = 0.0
    for code in children(thing):
        if local(code) != "TextCode" or not code.text:
            continue
        across = (numbers(code.get("X")) or [across])[0]
        down = (numbers(code.get("Y")) or [down])[0]
        wide = sum(islice(_deltas(code.get("DeltaX")), len(code.text) - 1)) + size
        left, base = bounds[0] + a * across + e, bounds[1] + d * down + f
        rect = (left, base - abs(d) * size, left + abs(a) * wide, base)
        yield Fragment(code.text, Rect(*(side * POINTS for side in rect)))


def _deltas(said: str | None) -> Iterator[float]:
    """Distances between characters; ``g 3 4.2`` stands for three of 4.2 (GB/T 33190, 11.3)."""
    words = iter((said or "").split())
    for word in words:
        if word == "g":
            times, each = next(words, "0"), numbers(next(words, "0"))
            yield from each[:1] * min(int(times) if times.isdigit() else 0, 10_000)
        else:
            yield from numbers(word)
