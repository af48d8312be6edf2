"""OFD (GB/T 33190—2016): fixed-layout pages as XML in a zip; text objects put in lines.

Lengths are millimetres. Templates, annotations and seals are no part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from posixpath import dirname, join, normpath

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.limits import MOST_PAGES
from yiyang_qa.formats.markup import Element, child, local, xml_tree
from yiyang_qa.formats.package import Package
from yiyang_qa.formats.paged.flow import flow
from yiyang_qa.formats.paged.printed import Fragment, Sheet, set_in_lines
from yiyang_qa.types import Rect

_POINTS = 72 / 25.4
_A4 = (210.0, 297.0)


def read_ofd(package: Package) -> Extract:
    """The text of an OFD with its layout.

    Raises:
        CorpusError: a part is missing or damaged, no text, or too many pages.
    """
    sheets = [sheet for root in _documents(package) for sheet in _sheets(package, root)]
    if sheets and not any(sheet.lines for sheet in sheets):
        raise CorpusError("是没有文字的 OFD（扫描件）。请用阅读器打开，另存为 PDF 再放入")
    return flow(sheets)


def _documents(package: Package) -> Iterator[str]:
    for body in xml_tree(package.read("OFD.xml")):
        root = child(body, "DocRoot")
        if local(body) == "DocBody" and root is not None and root.text:
            yield _path("", root.text)


def _sheets(package: Package, root: str) -> Iterator[Sheet]:
    document = xml_tree(package.read(root))
    usual = _size(child(child(document, "CommonData"), "PageArea"), _A4)
    pages = [page for page in _children(child(document, "Pages")) if local(page) == "Page"]
    if len(pages) > MOST_PAGES:
        raise CorpusError(f"超过 {MOST_PAGES} 页。请拆成几份再放入")
    for page in pages:
        yield _sheet(xml_tree(package.read(_path(dirname(root), page.get("BaseLoc") or ""))), usual)


def _path(folder: str, location: str) -> str:
    """A member's name: absolute locations count from the root of the package."""
    return normpath(location.lstrip("/") if location.startswith("/") else join(folder, location.strip()))


def _sheet(page: Element, usual: tuple[float, float]) -> Sheet:
    width, height = _size(child(page, "Area"), usual)
    content = child(page, "Content")
    objects = content.iter() if content is not None else ()
    fragments = [f for thing in objects if local(thing) == "TextObject" for f in _fragments(thing)]
    return Sheet(width * _POINTS, height * _POINTS, set_in_lines(fragments))


def _size(area: Element | None, otherwise: tuple[float, float]) -> tuple[float, float]:
    box = child(area, "PhysicalBox")
    said = _numbers(box.text) if box is not None else []
    return (said[2], said[3]) if len(said) == 4 else otherwise


def _fragments(thing: Element) -> Iterator[Fragment]:
    """The characters of one text object, moved by its matrix and set within its boundary."""
    bounds = (_numbers(thing.get("Boundary")) + [0.0] * 4)[:4]
    matrix = _numbers(thing.get("CTM"))
    a, _, _, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    size = (_numbers(thing.get("Size")) or [3.0])[0]
    across = down = 0.0
    for code in _children(thing):
        if local(code) != "TextCode" or not code.text:
            continue
        across = (_numbers(code.get("X")) or [across])[0]
        down = (_numbers(code.get("Y")) or [down])[0]
        wide = sum(islice(_deltas(code.get("DeltaX")), len(code.text) - 1)) + size
        left, base = bounds[0] + a * across + e, bounds[1] + d * down + f
        rect = (left, base - abs(d) * size, left + abs(a) * wide, base)
        yield Fragment(code.text, Rect(*(side * _POINTS for side in rect)))


def _deltas(said: str | None) -> Iterator[float]:
    """Distances between characters; ``g 3 4.2`` stands for three of 4.2 (GB/T 33190, 11.3)."""
    words = iter((said or "").split())
    for word in words:
        if word == "g":
            times, each = next(words, "0"), _numbers(next(words, "0"))
            yield from each[:1] * min(int(times) if times.isdigit() else 0, 10_000)
        else:
            yield from _numbers(word)


def _children(element: Element | None) -> list[Element]:
    return list(element) if element is not None else []


def _numbers(said: str | None) -> list[float]:
    try:
        return [float(word) for word in (said or "").split()]
    except ValueError:
        return []
