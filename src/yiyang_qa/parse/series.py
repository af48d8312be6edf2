"""Ⅰ、 A. （A） a) 第一步： 步骤一： 第一阶段： 任务一：: marks that open an item only where they count on, 1, 2, 3 … under one parent.

What they are to each other the text shows, not their make: they stand below what is open above the first, and
hold what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.rules import NUMBERED, RANKS
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.parse.terms import NTH
from yiyang_qa.types import Kind, Rank, Span

#: Ⅰ is folded to i, Ⅱ stays one character.
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_ROMANS = {form: n for n, forms in enumerate(zip(_ROMAN, "iⅱⅲⅳvⅵⅶⅷⅸxⅺⅻ", strict=True), 1) for form in forms}
_ANY_ROMAN = "|".join(sorted(_ROMANS, key=len, reverse=True))
_STOP = r"(?:、(?=\s*\S)(?!\s*[a-zⅱ-ⅻ])|\.(?=\s*\S)(?!\s*[a-z\dⅱ-ⅻ]))"
#: What may stand behind 第一步; 第一步、第二步 names both.
_BEHIND = r"(?:\s*(?:[:,.]|、(?!第))|(?=\s*\()|(?=\s)|$)"


#: What plans and pages that explain count by a word: 任务一：, 看点1：.
_NAMED = "任务|行动|工程|措施|举措|看点|亮点|要点|重点|情形|议题"

_Counted = Callable[[str], int | None]


def _roman(written: str) -> int | None:
    return _ROMANS[written]


def _letter(written: str) -> int | None:
    return ord(written) - ord("a") + 1


def _figure(written: str) -> int | None:
    value = number(written)
    return None if value is None else int(value)


#: The makes of marks, each with what its group ``n`` counts.
_MAKES: tuple[tuple[re.Pattern[str], _Counted], ...] = (
    *((re.compile(rf"第 ?(?P<n>{NTH}) ?{step}{_BEHIND}"), _figure) for step in ("阶段", "步骤?", "环节")),
    *((re.compile(rf"{step} ?(?P<n>{NTH}){_BEHIND}"), _figure) for step in ("阶段", "步骤", "环节")),
    (re.compile(rf"(?:{_NAMED}) ?(?P<n>{NTH}){_BEHIND}"), _figure),
    (re.compile(rf"(?P<n>{_ANY_ROMAN}){_STOP}"), _roman),
    (re.compile(rf"(?P<n>[a-z]){_STOP}"), _letter),
    (re.compile(rf"\( ?(?P<n>{_ANY_ROMAN}) ?\)"), _roman),
    (re.compile(r"\( ?(?P<n>[a-z]) ?\)"), _letter),
    (re.compile(r"(?P<n>[a-z])\)"), _letter),
)
_BEGINS = frozenset("abcdefghijklmnopqrstuvwxyzⅱⅲⅳⅵⅶⅷⅸⅺⅻ(第步阶环任行工措举看亮要重情议")
_MAY_BE = frozenset({Kind.TEXT, Kind.TITLE, Kind.SIGNATURE, Kind.ADDRESSEE})
_HOLDS = NUMBERED | {Kind.ANNEX}
_CELLS = frozenset({Kind.TABLE, Kind.ROW})
#: What a mark may open, the likeliest first.
_KINDS = (Kind.ITEM, Kind.SUBITEM, Kind.CIRCLED, Kind.HEADING, Kind.SUBHEADING)
_FEWEST = 2


class _Mark(NamedTuple):
    """A mark at the head of a line: where, how long, and the number it writes."""

    at: int
    size: int
    nth: int


def series(lines: Lines) -> Lines:
    """Lines that count so open items, of the make that comes first before those of makes inside it."""
    marked = [i for i, line in enumerate(lines) if line.words[:1] in _BEGINS and line.kind in _MAY_BE]
    if len(marked) < _FEWEST:
        return lines
    makes = [marks for make in _MAKES if len(marks := list(_of_make(lines, marked, *make))) >= _FEWEST]
    for marks in sorted(makes, key=lambda marks: marks[0].at):
        above = _above(lines)
        for run in _runs(lines, above, [mark for mark in marks if lines[mark.at].kind in _MAY_BE]):
            if len(run) >= _FEWEST and (kind := _kind(lines, above[run[0].at], run)):
                for mark in run:
                    lines[mark.at] = _opened(lines[mark.at], kind, mark)
    return lines


def _of_make(
    lines: Lines, marked: Sequence[int], pattern: re.Pattern[str], counted: _Counted
) -> Iterator[_Mark]:
    for i in marked:
        found = pattern.match(lines[i].words)
        count = counted(found["n"]) if found else None
        if found and count and (found.end() < len(lines[i].words) or _is_above_text(lines, i)):
            yield _Mark(i, found.end(), count)


def _is_above_text(lines: Lines, i: int) -> bool:
    """Whether what a mark alone on its line opens stands below it: 第一步 and 第二步 side by side head columns."""
    below = neighbour(lines, i, 1)
    return below is not None and below.kind is Kind.TEXT and below.words[:1] not in _BEGINS


def _above(lines: Lines) -> list[int]:
    """The rank of what is open above each line; below a table, where cells may look like marks, nothing opens."""
    above: list[int] = []
    rank: int = Rank.INSTRUMENT
    for line in lines:
        above.append(rank)
        if line.kind in _HOLDS:
            rank = Rank.CIRCLED if line.kind in _CELLS else line.rank
    return above


def _runs(lines: Lines, above: Sequence[int], marks: Iterable[_Mark]) -> Iterator[list[_Mark]]:
    """Marks that count 1, 2, 3 …, until what holds the first is closed."""
    run: list[_Mark] = []
    for mark in marks:
        follows = bool(run) and mark.nth == len(run) + 1
        if follows and _inside(lines, run[-1], mark) > above[run[0].at]:
            run.append(mark)
        elif follows or mark.nth == 1:
            yield run
            run = [mark] if mark.nth == 1 else []
    yield run


def _inside(lines: Lines, one: _Mark, other: _Mark) -> int:
    """The smallest rank that opens between two marks."""
    between = lines[one.at + 1 : other.at]
    return min((line.rank for line in between if line.kind in _HOLDS), default=Rank.CIRCLED + 1)


def _kind(lines: Lines, above: int, run: Sequence[_Mark]) -> Kind | None:
    """What the marks of ``run`` open below what is open ``above`` them and above what they hold."""
    inside = min(_inside(lines, *two) for two in pairwise(run))
    return next((kind for kind in _KINDS if above < RANKS[kind] < inside), None)


def _opened(line: Line, kind: Kind, mark: _Mark) -> Line:
    marker = Span(line.body.start, line.body.start + mark.size)
    return line._replace(kind=kind, rank=RANKS[kind], marker=marker, ordinal=mark.nth)
