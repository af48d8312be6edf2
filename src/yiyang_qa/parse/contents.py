"""目录: the list of headings before a text, which is no part of its outline."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line, Lines
from yiyang_qa.types import Kind

_CONTENTS = re.compile(r"\(?目\s*[录次]\)?")
#: Dots and the page after an entry.
_PAGE = re.compile(r"[\s.·…-]+\d{1,3}$|\s")
_CHAPTERS = frozenset({Kind.VOLUME, Kind.CHAPTER, Kind.SECTION})
_LONGEST_ENTRY = 60  # 字
_MOST_ENTRIES, _MOST_LISTS = 400, 20


def contents(lines: Lines) -> Lines:
    """The entries below 目录 open nothing; they end where the first of them comes again."""
    named = (i for i, x in enumerate(lines) if x.words[:1] in ("目", "(") and _CONTENTS.fullmatch(x.words))
    for i in islice(named, _MOST_LISTS):
        for k in range(i, _end(lines, i + 1)):
            lines[k] = lines[k].renamed(Kind.FURNITURE)
    for k in _repeated(lines):
        lines[k] = lines[k].renamed(Kind.FURNITURE)
    return lines


def _repeated(lines: Lines) -> range:
    """Positions of chapters listed without 目录 above: nothing stands between them, and the first comes again."""
    start = next((i for i, line in enumerate(lines) if line.kind in _CHAPTERS), len(lines))
    listed = sum(
        1 for _ in takewhile(lambda line: line.kind in _CHAPTERS, lines[start : start + _MOST_ENTRIES])
    )
    said = [_PAGE.sub("", line.words) for line in lines[start : start + listed]]
    again = said.index(said[0], 1) if said[:1] and said.count(said[0]) > 1 else 0
    return range(start, start + again)


def _end(lines: Lines, start: int) -> int:
    """Position after the last entry of a list that begins at ``start``."""
    short = start + sum(1 for _ in takewhile(_is_short, lines[start : start + _MOST_ENTRIES]))
    said = [_PAGE.sub("", line.words) for line in lines[start : short + 1]]
    first = next(filter(None, said), None)
    if first is not None and said.count(first) > 1:
        return start + said.index(first, said.index(first) + 1)
    return start + sum(1 for _ in takewhile(_is_entry, lines[start:short]))


def _is_short(line: Line) -> bool:
    return len(line.words) <= _LONGEST_ENTRY and "。" not in line.words


def _is_entry(line: Line) -> bool:
    return line.kind in NUMBERED or line.words[-1].isdigit()
