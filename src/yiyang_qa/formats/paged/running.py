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
_PAGE_NUMBER = re.compile(
    r"[-—–―─·\s]*(?:第?\s*\d{1,4}\s*页?|[ivxlIVXL]{1,6})(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―─·\s]*"
)
_ENTRY = re.compile(r".*(?:[.·․]{4,}|…{2,}|⋯{2,})\s*[-—]?\s*\d{1,4}\s*[-—]?")
_CONTENTS = re.compile(r"目\s*录|contents", re.IGNORECASE)


def without_running(sheets: Sequence[Sheet]) -> list[Sheet]:
    """``sheets`` without running heads, page numbers and the entries of a table of contents."""
    often = _recurring(sheets)
    return [replace(sheet, lines=tuple(_kept(sheet, often))) for sheet in sheets]


def _kept(sheet: Sheet, often: frozenset[str]) -> Iterator[Printed]:
    listed = any(_ENTRY.fullmatch(line.text) for line in sheet.lines)
    for line in sheet.lines:
        edge = _at_edge(sheet, line)
        running = edge and (_PAGE_NUMBER.fullmatch(line.text) or _pattern(line) in often)
        contents = listed and (_ENTRY.fullmatch(line.text) or _CONTENTS.fullmatch(line.text))
        if line.row or not (running or contents):
            yield line


def _recurring(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Lines at the edges of many pages, figures aside."""
    times = Counter(
        pattern
        for sheet in sheets
        for pattern in {_pattern(line) for line in sheet.lines if _at_edge(sheet, line)}
    )
    least = max(2, _OFTEN * len(sheets))
    return frozenset(pattern for pattern, count in times.items() if count >= least)


def _pattern(line: Printed) -> str:
    return re.sub(r"\d+", "0", "".join(line.text.split()))


def _at_edge(sheet: Sheet, line: Printed) -> bool:
    return line.rect.bottom < sheet.height * _EDGE or line.rect.top > sheet.height * (1 - _EDGE)
