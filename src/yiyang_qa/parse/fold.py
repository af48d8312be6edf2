"""Third pass: nest lines by rank. The only function that knows containment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from yiyang_qa.parse.scan import Line
from yiyang_qa.types import Kind, Rank, Span

#: Read once: Python 3.11 is slow to look up the members of an enum.
_TEXT, _LEAD, _TITLE, _ARTICLE, _MATTER = Kind.TEXT, Kind.LEAD, Kind.TITLE, Kind.ARTICLE, Rank.MATTER
#: The end of the title of a notice that prints another text: 关于印发甲方案的通知.
_PRINTS = re.compile(r"(?:印发|发布|公布|转发|批转).{4,160}的(?:通知|公告|通告|函|决定)$")
_LONGEST_PRINTING = 165  # 字 of a title that the pattern sees
_SHORTEST_TITLE = 6  # 字
_SAME_END = 10  # 字 by which two titles are one


@dataclass(slots=True)
class Block:
    """A clause in the making: its lines and who contains it."""

    kind: Kind
    rank: Rank
    lines: list[Line]
    parent: int | None

    @property
    def span(self) -> Span:
        """Whole lines, blank ones that follow included."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def body(self) -> Span:
        """Without the margins of its first line and its last."""
        return Span(self.lines[0].body.start, self.lines[-1].body.end)

    @property
    def opening(self) -> Line:
        """The line that opens it."""
        return self.lines[0]


def fold(lines: Iterable[Line]) -> list[Block]:
    """Blocks in the order of the text; every line lies in exactly one."""
    blocks: list[Block] = []
    open_: list[int] = []
    for line in lines:
        if blocks and _joins(line, blocks[-1]):
            blocks[-1].lines.append(line)
        else:
            kind = _LEAD if line.kind is _TEXT else line.kind
            while open_ and blocks[open_[-1]].rank >= line.rank:
                open_.pop()
            parent = open_[-1] if open_ else None
            if line.rank is not _MATTER:
                open_.append(len(blocks))
            blocks.append(Block(kind, line.rank, [line], parent))
    return blocks


def _joins(line: Line, last: Block) -> bool:
    """Whether ``line`` belongs to the block before it instead of opening one."""
    if line.kind is _TEXT:
        return last.kind is _LEAD or last.rank > _MATTER
    if line.kind is _TITLE:
        return last.rank is Rank.INSTRUMENT and not (_again(line, last) or _hands_on(line, last))
    if line.rank is _MATTER:
        return line.kind is last.kind
    # 项 and 目 stay inside their 条: an article is cited whole.
    return last.kind is _ARTICLE and line.rank > Rank.ARTICLE


def _hands_on(line: Line, last: Block) -> bool:
    """Whether ``last`` is the whole title of a notice that prints what ``line`` is the title of."""
    if last.kind is not _TITLE or len(line.words) < _SHORTEST_TITLE or line.words[0] == "(":
        return False
    said = "".join(x.words for x in last.lines[-_LONGEST_PRINTING:])
    return _PRINTS.search(said[-_LONGEST_PRINTING:]) is not None


def _again(line: Line, last: Block) -> bool:
    """Whether a title is printed once more, as sites do above the text and at its head."""
    said = "".join("".join(x.words for x in last.lines[-_SAME_END:]).split())
    return last.kind is _TITLE and said[-_SAME_END:] == "".join(line.words.split())[-_SAME_END:]
