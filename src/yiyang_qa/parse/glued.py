"""Lines that lost their newlines: where a new line must have begun.

Nothing moves: a line becomes several spans that together are the line. Cut are lines that hold
several headings, and front matter on one line (``front``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from yiyang_qa.parse.front import TITLE_ENDS, TITLE_PARTED, run_together, titled, titles_inside
from yiyang_qa.parse.rules import Rule, first_numbered, ordinal
from yiyang_qa.parse.terms import CN, DAY, ORDINALS, ORGAN
from yiyang_qa.types import Kind, Rank, Span

_LONGEST_HEADING = 40  # 字, between one number and the next without a stop
_SECTION = 600  # 字: from this length on the （一）（二） of a section are clauses, not its parts
_GAP = 3  # numbers that may be lost in a row
_COPIED = 16  # 字 before each heading that all stand earlier in the text

_FULL_STOPS = "。;:!?…"
_STOPS = _FULL_STOPS + ')"》'  # before 第三条 these make it a reference: 《办法》第三条
_STOP = re.compile(f"[{_FULL_STOPS}]")
_OUTER = rf"第(?:{CN}+|\d+)\s*[编章节条]|{CN}+\s*、"
#: Not 第（二）项, which points.
_NUMBER = re.compile(rf"{_OUTER}|(?<!第)\((?:{CN}+|\d+)\)|\d{{1,2}}[.、]")
#: What most lines have none of: a number after a stop, or one right below a heading.
_AFTER_STOP = rf"\s*(?=[第(\d〇零一二三四五六七八九十百千])(?:{_OUTER}|\({CN}+\)|\d{{1,2}}[.、](?!\d))"
INSIDE = re.compile(f"[{_STOPS}]{_AFTER_STOP}")
#: The same, or the end of a title: one search tells of most lines that nothing stands inside them.
HELD = re.compile(f"[{_STOPS}{TITLE_ENDS}](?:{TITLE_PARTED}|(?<=[{_STOPS}]){_AFTER_STOP})")
BELOW_BEGINS = frozenset("第" + ORDINALS)  # what opens a line that BELOW matches
BELOW = re.compile(
    rf"(?:第(?:{CN}+|\d+)\s*[编章节]|{CN}+\s*、)[^。;:!?]{{1,{_LONGEST_HEADING}}}(?:\({CN}+\)|第{CN}+\s*[节条])"
)
_BACK = re.compile(rf"(?<=[。)])\s*(?=附件\s*\d{{0,2}}\s*:|{ORGAN}\s*{DAY}\s*$)")


class _Mark(NamedTuple):
    """A number of the outline where it stands in a line."""

    start: int
    end: int
    rule: Rule
    ordinal: int
    below: bool = False  # right below a section's heading, without a stop between

    @property
    def section(self) -> bool:
        """Whether it opens a 一、 or what is above that."""
        return self.rule.rank <= Rank.HEADING


def headings_inside(folded: str, line: Span) -> list[int]:
    """Where to cut ``line`` of ``folded``, its margins taken off, when it holds several headings."""
    if not (_is_run_on(folded, line) or HELD.search(folded, *line)):
        return []
    titles = titles_inside(folded, line)
    marks = _headings(folded, line, titles)
    if not (marks or titles):
        return []
    above = Span(line.start, marks[0].start if marks else line.end)
    cuts = {mark.start for mark in marks}
    cuts.update(*(around for end, around in titles.items() if end <= above.end or end in cuts))
    if marks:
        cuts.update(run_together(folded, above))
        cuts.update(found.start() for found in _BACK.finditer(folded, marks[-1].end, line.end))
    return sorted(cut for cut in cuts if line.start < cut < line.end)


def is_copy(folded: str, line: Span) -> bool:
    """Whether ``line`` holds headings and repeats what stands above it, as pages do for reading aloud."""
    ends = [mark.start for mark in _headings(folded, line, ()) if mark.start - line.start > _COPIED]
    at = 0
    for end in ends:
        at = folded.find(folded[end - _COPIED : end], at, line.start)
        if at < 0:
            return False
    return len(ends) > 1


def _headings(folded: str, line: Span, heads: Container[int]) -> list[_Mark]:
    """The headings in a line that holds more than its own; empty where nothing tells that newlines were lost.

    ``heads`` is where a title has just ended.
    """
    if not (_is_run_on(folded, line) or INSIDE.search(folded, *line) or heads or titled(folded, line)):
        return []
    marks = list(_in_sequence(folded, line, heads))
    count = Counter(mark.rule.kind for mark in marks)
    held = {one for one, other in pairwise(marks) if other.below}  # 第二章 管理与服务第五条
    sure = [mark for mark in marks if count[mark.rule.kind] > 1 or mark in held or _is_sure_alone(mark, line)]
    return sure if _tells(sure, line) else []


def _is_run_on(folded: str, line: Span) -> bool:
    """Whether ``line`` opens with a heading and goes right on to the next: 第二章 管理与服务第五条."""
    return folded[line.start] in BELOW_BEGINS and BELOW.match(folded, *line) is not None


def _is_sure_alone(mark: _Mark, line: Span) -> bool:
    """Whether ``mark`` opens something though the line has no other of its kind: 。第三条 may be a reference."""
    if mark.rule.rank <= Rank.ARTICLE:
        return mark.below or mark.ordinal == 1 or mark.start == line.start
    return mark.rule.rank <= Rank.ITEM


def _tells(marks: list[_Mark], line: Span) -> bool:
    """Whether ``marks`` show that newlines were lost.

    Two sections; a heading right below another; after a number at the line's start one of its own
    level or above; the headings of a long section.
    """
    if sum(mark.section for mark in marks) >= 2 or any(mark.below for mark in marks):
        return True
    if not marks or (marks[0].start > line.start and not marks[0].section):
        return False
    first, *rest = marks
    if (first.start > line.start and first.ordinal == 1) or any(
        mark.rule.rank <= first.rule.rank for mark in rest
    ):
        return True
    long = first.rule.kind is Kind.HEADING and line.end - line.start > _SECTION
    return long and sum(mark.rule.kind is Kind.SUBHEADING for mark in rest) >= 2


def _in_sequence(folded: str, line: Span, heads: Container[int]) -> Iterator[_Mark]:
    """Numbers that stand where a line may begin and count on from the last of their kind, or begin anew."""
    counts: dict[Kind, int] = {}
    last: _Mark | None = None
    for mark in _marks(folded, line):
        count = counts.get(mark.rule.kind, mark.ordinal - 1)
        if mark.ordinal != 1 and not 0 < mark.ordinal - count <= _GAP:
            continue
        below = last is not None and _is_below(folded, mark, last)
        headed = mark.ordinal == 1 and mark.rule.rank <= Rank.HEADING and mark.start in heads
        if below or headed or _may_begin(folded, line, mark, last):
            counts[mark.rule.kind] = mark.ordinal
            last = mark._replace(below=below and last is not None and last.section)
            yield last


def _marks(folded: str, line: Span) -> Iterator[_Mark]:
    for found in _NUMBER.finditer(folded, *line):
        rule, match = first_numbered(folded, found.start())
        if match and (count := ordinal(match)) is not None:
            yield _Mark(found.start(), match.end(), rule, count)


def _may_begin(folded: str, line: Span, mark: _Mark, last: _Mark | None) -> bool:
    """Whether ``mark`` stands at the line's start, after a stop, or right below the title."""
    before = folded[max(line.start, mark.start - 4) : mark.start].rstrip()[-1:]
    if not before or before in (_STOPS if mark.rule.rank > Rank.ARTICLE else _FULL_STOPS):
        return True
    if last is not None or mark.ordinal != 1:
        return False
    return mark.rule.rank <= Rank.ARTICLE or titled(folded, Span(line.start, mark.end))


def _is_below(folded: str, mark: _Mark, last: _Mark) -> bool:
    """Whether nothing but a heading stands between ``last`` and ``mark``."""
    near = 0 < mark.start - last.end <= _LONGEST_HEADING and mark.rule.rank > last.rule.rank
    return near and not _STOP.search(folded, last.end, mark.start)
