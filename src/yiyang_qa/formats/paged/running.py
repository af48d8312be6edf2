"""书眉、页码、目录: what a page prints besides the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yiyang_qa.formats.paged.printed import Printed, Sheet

#: Share of a page's height at its head and at its foot. GB/T 9704—2012, 5.2.1 and 7.5: the text
#: begins 37 mm down a page of 297 mm, the number stands 28 mm above its end.
_EDGE = 0.13
_OFTEN = 0.4
#: A number that is dressed up as one of a page: — 3 —, 第3页 共9页, 3/9.
_PAGE_NUMBER = re.compile(
    r"[-—–―─⸺·]+\s*(?:\d{1,4}|[ivxlIVXL]{1,6})\s*[-—–―─⸺·]+|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}"
)
_BARE = re.compile(r"\d{1,4}")
_ENTRY = re.compile(r".*(?:[.·․]{4,}|…{2,}|⋯{2,})\s*[-—]?\s*\d{1,4}\s*[-—]?")
_CONTENTS = re.compile(r"目\s*录|contents", re.IGNORECASE)


def without_running(sheets: Sequence[Sheet]) -> list[Sheet]:
    """``sheets`` without running heads, page numbers and the entries of a table of contents."""
    often = _recurring(sheets)
    bare = _bare_numbers(sheets)
    return [
        replace(sheet, lines=tuple(_kept(sheet, often, bare.get(number))))
        for number, sheet in enumerate(sheets)
    ]


def _bare_numbers(sheets: Sequence[Sheet]) -> dict[int, str]:
    """Page → the bare figure at its very edge, where those of many pages count along with the pages."""
    found = [
        (number, line.text)
        for number, sheet in enumerate(sheets)
        for line in {*sheet.lines[:1], *sheet.lines[-1:]}
        if _BARE.fullmatch(line.text) and _at_edge(sheet, line)
    ]
    offsets = Counter(int(text) - number for number, text in found)
    return {
        number: text for number, text in found if offsets[int(text) - number] >= max(2, _OFTEN * len(sheets))
    }


def _kept(sheet: Sheet, often: frozenset[tuple[str, int]], bare: str | None) -> Iterator[Printed]:
    listed = any(_ENTRY.fullmatch(line.text) for line in sheet.lines)
    for line in sheet.lines:
        edge = _at_edge(sheet, line)
        running = edge and (_PAGE_NUMBER.fullmatch(line.text) or line.text == bare or _pattern(line) in often)
        contents = listed and (_ENTRY.fullmatch(line.text) or _CONTENTS.fullmatch(line.text))
        if line.row or not (running or contents):
            yield line


def _recurring(sheets: Sequence[Sheet]) -> frozenset[tuple[str, int]]:
    """Outermost lines that stand at one height of many pages, figures aside."""
    times = Counter(
        pattern
        for sheet in sheets
        for pattern in {
            _pattern(line) for line in sheet.lines[:2] + sheet.lines[-2:] if _at_edge(sheet, line)
        }
    )
    least = max(2, _OFTEN * len(sheets))
    return frozenset(pattern for pattern, count in times.items() if count >= least and pattern[0] != "0")


def _pattern(line: Printed) -> tuple[str, int]:
    """What a line says, figures aside, and its height on the page in steps of 4 points."""
    return re.sub(r"\d+", "0", "".join(line.text.split())), round(line.rect.top / 4)


def _at_edge(sheet: Sheet, line: Printed) -> bool:
    return line.rect.bottom < sheet.height * _EDGE or line.rect.top > sheet.height * (1 - _EDGE)
