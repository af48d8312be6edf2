"""What a page reader finds: lines and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.formats.paged.gutter import areas
from yiyang_qa.types import Rect

#: Characters: a page that says fewer and shows a picture is a scan.
FEW = 10
_HYPHEN = re.compile(r"(?<=[A-Za-z])-$")


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line, or one row of a table, its cells joined."""

    text: str
    rect: Rect
    row: bool = False
    column: int = 0  # of a page in two: 1 or 2; 0 for what goes across the page


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in points and its lines in the order of reading."""

    width: float
    height: float
    lines: tuple[Printed, ...]
    gutter: float | None = None  # the middle between two columns


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters set in one go; ``size`` is that of the font in points."""

    text: str
    rect: Rect

    @property
    def size(self) -> float:
        return max(self.rect.bottom - self.rect.top, 1.0)


def wrapped(before: str, after: str) -> str:
    """``before``, a line that ``after`` continues, with the space between two Latin words or less its hyphen."""
    if _HYPHEN.search(before) and after[:1].isascii() and after[:1].islower():
        return before[:-1]
    words = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f"{before} " if words else before


def one_cell(text: str) -> str:
    """The lines of a cell as one."""
    said = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        said = wrapped(said, line) + line
    return said


def set_in_lines(fragments: Iterable[Fragment]) -> tuple[Printed, ...]:
    """Fragments that stand on one line put together, from the top down and left to right, column by column."""
    pieces = [*fragments]
    return tuple(
        replace(line, column=area.column)
        for area in areas([each.rect for each in pieces])
        for line in _lines(each for each in pieces if area.holds(each.rect))
    )


def _lines(fragments: Iterable[Fragment]) -> Iterator[Printed]:
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: (each.rect.top + each.rect.bottom, each.rect.left)):
        if rows and _level(rows[-1][0], fragment):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return (_line(sorted(row, key=lambda each: each.rect.left)) for row in rows)


def _level(one: Fragment, other: Fragment) -> bool:
    """Whether the middle of the smaller one lies within the other, and nothing more."""
    middles = [(each.rect.top + each.rect.bottom) / 2 for each in (one, other)]
    return abs(middles[0] - middles[1]) < 0.4 * min(one.size, other.size)


def _line(row: Sequence[Fragment]) -> Printed:
    text, right = "", row[0].rect.left
    for fragment in row:
        wide = fragment.rect.left - right > 0.6 * fragment.size
        text += (" " if text and wide and not text.endswith(" ") else "") + fragment.text
        right = fragment.rect.right
    rect = Rect(
        min(each.rect.left for each in row),
        min(each.rect.top for each in row),
        max(each.rect.right for each in row),
        max(each.rect.bottom for each in row),
    )
    return Printed(text.strip(), rect)
