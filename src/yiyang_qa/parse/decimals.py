"""2.1, 2.1.1: numbers that carry those of the headings above them (GB/T 1.1—2020, 7.4).

They open only where they count: the first is 2.1 below the heading 2, the next 2.2; an amount does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.rules import RANKS
from yiyang_qa.parse.scan import Line, Lines
from yiyang_qa.types import Kind, Span

_DECIMAL = re.compile(
    r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,2})[.、]?\s*(?=[一-龥(《\"])(?![万亿元个倍名人张家米天])"
)
_MAY_BE = re.compile(r"\d{1,2}\.\d")
_SECTIONS = frozenset({Kind.CHAPTER, Kind.HEADING, Kind.ITEM})
_KINDS = {2: Kind.SUBITEM, 3: Kind.CIRCLED}
_FEWEST = 3  # fewer may be measures


def decimals(lines: Lines) -> Lines:
    """Lines that count so are parts of the heading whose number they carry."""
    found = list(_counted(lines)) if any(_MAY_BE.match(line.words) for line in lines) else []
    for i, numbers, digits in found if len(found) >= _FEWEST else ():
        lines[i] = _numbered(lines[i], numbers, digits)
    return lines


def _counted(lines: Lines) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """Position of each line that counts on, its numbers, and how long they are written."""
    last: tuple[int, ...] = ()
    for i, line in enumerate(lines):
        if line.kind in _SECTIONS and line.ordinal is not None:
            last = (line.ordinal,)
        elif line.kind is Kind.TEXT and (found := _DECIMAL.match(line.words)):
            numbers = tuple(map(int, found["n"].split(".")))
            if _follows(numbers, last):
                last = numbers
                yield i, numbers, found.end("n")


def _follows(numbers: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether ``numbers`` come next after ``last``: 2.1 after 2, 2.1.1 or 2.2 after 2.1, 2.2 after 2.1.3."""
    *above, own = numbers
    known = last[: len(above)] == tuple(above)
    before = last[len(above)] if len(last) > len(above) else 0
    return known and own == before + 1


def _numbered(line: Line, numbers: tuple[int, ...], digits: int) -> Line:
    kind = _KINDS[len(numbers)]
    marker = Span(line.body.start, line.body.start + digits)
    return line._replace(kind=kind, rank=RANKS[kind], marker=marker, ordinal=numbers[-1])
