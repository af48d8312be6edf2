"""办事指南: headings numbered as standards number theirs (GB/T 1.1—2020, 7.3), by a figure and a space.

``1 办理条件`` on a line of its own, what it heads below it, and the next number on the heading that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yiyang_qa.parse.rules import RANKS
from yiyang_qa.parse.scan import Line, Lines
from yiyang_qa.types import Kind, Span

_HEADING = re.compile(r"(?P<n>[1-9]\d?)[ \u3000]+[一-龥][一-龥、()]{1,19}$")
_BEGINS = frozenset("123456789")
_MAY_BE = frozenset({Kind.TEXT, Kind.TITLE})
_FEWEST = 3  # fewer may be rows of a table


def guide_headings(lines: Lines) -> Lines:
    """Lines that count 1, 2, 3 … so, something below each, are headings of the outline."""
    found = list(_counted(lines))
    places = [*(i for i, _ in found), len(lines)]
    apart = all(below - above > 1 for above, below in pairwise(places))
    if len(found) >= _FEWEST and apart:
        for i, digits in found:
            lines[i] = _numbered(lines[i], digits)
    return lines


def _counted(lines: Lines) -> Iterator[tuple[int, int]]:
    """Position and length of the number of each line that counts on from the last."""
    count = 0
    for i, line in enumerate(lines):
        may_be = line.words[:1] in _BEGINS and line.kind in _MAY_BE
        found = _HEADING.match(line.words) if may_be else None
        if found and int(found["n"]) == count + 1:
            count += 1
            yield i, found.end("n")


def _numbered(line: Line, digits: int) -> Line:
    marker = Span(line.body.start, line.body.start + digits)
    return line._replace(
        kind=Kind.ITEM, rank=RANKS[Kind.ITEM], marker=marker, ordinal=int(line.words[:digits])
    )
