"""A part of a page as the lines that a browser shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.formats.markup import Element, local
from yiyang_qa.formats.web.grid import grid
from yiyang_qa.parse.columns import CELL

_BLOCKS_NAMES = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p
    section summary table tbody td tfoot th thead tr ucapcontent ul
"""
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_HAN = r"\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
#: A line break of the source between Han characters is no space.
_SOFT = re.compile(rf"(?<=[{_HAN}])[ \t]*[\r\n][ \t\r\n\f]*(?=[{_HAN}])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\v"  # a line break that stays, among what was collected


def lines(element: Element) -> list[str]:
    """The lines of ``element`` without blank ones; a row of a table is one line."""
    shown = "".join(_pieces(element)).split(_BREAK)
    return [line for raw in shown if (line := one_line(raw))]


def one_line(raw: str) -> str:
    """White space as a browser collapses it."""
    return _SPACE.sub(" ", _SOFT.sub("", raw)).strip().strip("\u200b\ufeff")


def _pieces(element: Element) -> Iterator[str]:
    name = local(element)
    if name == "br":
        yield _BREAK
    elif name == "table" and (rows := grid(element)):
        yield from (_BREAK + row for row in map(_row, rows))
        yield _BREAK
    elif name in _BLOCKS:
        yield _BREAK
        yield from _inside(element)
        yield _BREAK
    else:
        yield from _inside(element)


def _inside(element: Element) -> Iterator[str]:
    verbatim = local(element) == "pre"
    number = 1
    yield _own(element.text, verbatim)
    for child in element:
        if local(element) == "ol" and local(child) == "li":
            yield f"{_BREAK}{number}. "
            yield from _inside(child)
            number += 1
        else:
            yield from _pieces(child)
        yield _own(child.tail, verbatim)


def _own(text: str | None, verbatim: bool) -> str:
    shown = (text or "").replace(_BREAK, " ")
    return shown.replace("\n", _BREAK) if verbatim else shown


def _row(cells: list[Element]) -> str:
    return CELL.join(" ".join(lines(cell)) for cell in cells).rstrip()
