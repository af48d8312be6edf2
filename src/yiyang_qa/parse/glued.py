"""Lines that lost their newlines, cut where a new line must have begun.

Nothing moves: a line becomes several spans that together are the line. Cut are lines that hold
several headings, and front matter on one line (``front``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from yiyang_qa.parse.front import run_together, set_off
from yiyang_qa.parse.rules import CN, DAY, ORGAN, Rule, first_numbered, ordinal
from yiyang_qa.types import Kind, Rank, Span

_SHORTEST = 40  # 字: a shorter line has nothing to cut
_LONGEST_HEADING = 40  # 字, between one number and the next without a stop
_SECTION = 600  # 字: from this length on the （一）（二） of a section are clauses, not its parts
_COPIED = 16  # 字 before each heading that all stand earlier in the text

_STOPS = '。;:!?…)"》'
_STOP = re.compile(f"[,{_STOPS}]")
_NUMBER = re.compile(rf"第(?:{CN}+|\d+)\s*[编章节条]|{CN}+\s*、|\((?:{CN}+|\d+)\)|\d{{1,2}}[.、]")
#: A section or an article that begins inside a line: what most lines do not have.
_INSIDE = re.compile(rf"[{_STOPS}]\s*(?:第(?:{CN}+|\d+)\s*[编章节条]|{CN}+\s*、)")
_SECTION_OPENS = re.compile(rf"{CN}+\s*、")
_BACK = re.compile(rf"(?<=[。)])(?=附件\s*\d{{0,2}}\s*:|{ORGAN}\s*{DAY}\s*$)")


class _Mark(NamedTuple):
    """A number of the outline where it stands in a line."""

    start: int
    end: int
    rule: Rule
    ordinal: int | None


def pieces(folded: str, line: Span) -> tuple[Span, ...]:
    """``line`` of ``folded`` as the lines that it once was: most are one."""
    if line.end - line.start < _SHORTEST:
        return (line,)
    cuts = [cut for cut in sorted(_cuts(folded, line)) if line.start < cut < line.end]
    return tuple(Span(*edge) for edge in pairwise([line.start, *cuts, line.end]))


def is_copy(folded: str, line: Span) -> bool:
    """Whether ``line`` holds headings and repeats what stands above it, as pages do for reading aloud."""
    ends = [mark.start for mark in _headings(folded, line) if mark.start - line.start > _COPIED]
    return len(ends) > 1 and all(folded.find(folded[end - _COPIED : end], 0, line.start) >= 0 for end in ends)


def _cuts(folded: str, line: Span) -> set[int]:
    if marks := _headings(folded, line):
        inside = {mark.start for mark in marks}
        back = {found.start() for found in _BACK.finditer(folded, marks[-1].end, line.end)}
        return inside | back | set(run_together(folded, Span(line.start, marks[0].start)))
    return set() if first_numbered(folded, line.start)[1] else set(set_off(folded, line))


def _headings(folded: str, line: Span) -> list[_Mark]:
    """The headings in a line that holds several sections, or a long section with headings below."""
    section = line.end - line.start > _SECTION and _SECTION_OPENS.match(folded, *line)
    if not (section or _INSIDE.search(folded, *line)):
        return []
    marks = list(_in_sequence(folded, line))
    count = Counter(mark.rule.rank for mark in marks)
    several = sum(count[rank] for rank in count if rank <= Rank.HEADING) >= 2
    if not several and not (section and count[Rank.SUBHEADING] >= 2):
        return []
    return [mark for mark in marks if mark.rule.rank <= Rank.HEADING or count[mark.rule.rank] > 1]


def _in_sequence(folded: str, line: Span) -> Iterator[_Mark]:
    """Numbers that stand where a line may begin, each one more than the last of its kind, or 1."""
    counts: dict[Kind, int] = {}
    last: _Mark | None = None
    for mark in _marks(folded, line):
        next_ = counts.get(mark.rule.kind, (mark.ordinal or 0) - 1) + 1
        if mark.ordinal in (1, next_) and _may_begin(folded, line, mark, last):
            counts[mark.rule.kind] = mark.ordinal or 0
            last = mark
            yield mark


def _marks(folded: str, line: Span) -> Iterator[_Mark]:
    for found in _NUMBER.finditer(folded, *line):
        rule, match = first_numbered(folded, found.start())
        if match:
            yield _Mark(found.start(), match.end(), rule, ordinal(match))


def _may_begin(folded: str, line: Span, mark: _Mark, last: _Mark | None) -> bool:
    """Whether ``mark`` stands at the line's start, after a stop, or right below the heading ``last``."""
    before = folded[line.start : mark.start].rstrip()
    if not before or before[-1] in _STOPS:
        return True
    below = last is not None and mark.rule.rank > last.rule.rank and mark.start - last.end <= _LONGEST_HEADING
    return below and last is not None and not _STOP.search(folded, last.end, mark.start)
