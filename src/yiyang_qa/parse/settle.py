"""Second pass, the only one that looks at neighbours: rename the lines that need it.

Each rule of this pass is a small function of the lines as they stand; ``settle`` is their
order. None of them drops or moves a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yiyang_qa.parse.annexes import annex_titles, enclosures
from yiyang_qa.parse.attached import titles_of_others
from yiyang_qa.parse.contents import contents
from yiyang_qa.parse.decimals import decimals
from yiyang_qa.parse.grid import grids
from yiyang_qa.parse.guides import guide_headings
from yiyang_qa.parse.headed import editions, genres_apart, named_titles
from yiyang_qa.parse.heads import unnumbered_headings
from yiyang_qa.parse.interpreting import interpreting_titles
from yiyang_qa.parse.pages import (
    FRONT,
    between_titles,
    body_range,
    field_values,
    listed_beside_fields,
    navigation,
    numbered_menu,
)
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.parse.series import series
from yiyang_qa.parse.terms import CN_DAY, DAY, ORGAN, SEAL
from yiyang_qa.parse.unnumbered import bracketed_headings, plain_title
from yiyang_qa.types import Kind, Rank

#: Read once: Python 3.11 is slow to look up the members of an enum.
_TEXT, _TITLE, _DATE, _SIGNATURE = Kind.TEXT, Kind.TITLE, Kind.DATE, Kind.SIGNATURE
_LONGEST_CELL = 40  # 字
_DAY_ENDS = "日)0123456789"
_SHORTEST_WRAPPED = 8  # 字: a title breaks where its line is full
_ORGAN = re.compile(ORGAN)
_ENDS_IN_DAY = re.compile(rf"(?:{DAY}|{CN_DAY})$")
_SEALED = re.compile(rf"{SEAL}$")
_GOES_ON = re.compile(rf"关于|印发|转发|批转|公布|办公[室厅]|《|{ORGAN}$")  # after the name of a body
_PRINTS = re.compile(r"(?:关于|印发|转发|发布|公布|修改|废止|[《、])$")  # goes on with the name of a text
_NO_TITLE = re.compile(r"[。;:,>|]|^[·*\-]|^[^一-龥]*$")
_LONGEST_WRAPPED = 60  # 字
_SAME_BEGINNING = 4  # 字 by which two lines begin a title each
_CLOSERS = '。;:!?…)】]"》'
_MOST_SIGNING = 40  # bodies
_CLOSING = re.compile("特此|专此|此[复令]$|请|附")  # what a last line without a stop begins with
_BACK = frozenset({Kind.SIGNATURE, Kind.DATE, Kind.ENCLOSURES, Kind.EFFECT, Kind.FIELD, Kind.ANNEX})
#: What a date may stand below.
_DATED = frozenset({Kind.SIGNATURE, Kind.TITLE, Kind.NUMBER, Kind.TEXT, Kind.ENCLOSURES})
_UNFINISHED = frozenset({Kind.TEXT, Kind.SIGNATURE})  # a title may begin so
_OUTSIDE = frozenset({Kind.FURNITURE, Kind.FIELD, Kind.NUMBER, Kind.ADDRESSEE, Kind.ADOPTION})
_AROUND = _BACK | FRONT | {Kind.FURNITURE}


def settle(lines: Sequence[Line]) -> Lines:
    """``lines`` renamed where a neighbour decides."""
    settled = list(lines)
    for rename in _PASSES:
        settled = rename(settled)
    return settled


def _pointers(lines: Lines) -> Lines:
    """A number out of sequence on a line that continues a sentence points elsewhere."""
    last: dict[Rank, int] = {}
    above: Line | None = None
    for i, line in enumerate(lines):
        if line.kind in NUMBERED and line.ordinal is not None:
            follows = line.ordinal in (1, last.get(line.rank, 0) + 1)
            if not follows and above is not None and above.kind is _TEXT and _runs_on(above):
                lines[i] = line.renamed(_TEXT)
            else:
                last[line.rank] = line.ordinal
        above = lines[i]
    return lines


def _runs_on(line: Line) -> bool:
    """Whether a line stops in the middle of a sentence."""
    return line.words[-1] not in _CLOSERS and len(line.words) > 12


def _cells(lines: Lines) -> Lines:
    """Below a 表 every short unnumbered line is a cell, whatever it looks like."""
    inside = False
    for i, line in enumerate(lines):
        if line.kind in NUMBERED:
            inside = line.kind is Kind.TABLE
        elif inside and (0 < len(line.words) <= _LONGEST_CELL or "|" in line.words):
            lines[i] = line.renamed(_TEXT)
        else:
            inside = False
    return lines


def _matter(lines: Lines) -> Lines:
    """Page furniture, fields, addressees and adoption notes are believed outside the body only."""
    first, last = body_range(lines)
    opened: Line | None = None
    for i, line in enumerate(lines):
        if first < i < last and line.kind in _OUTSIDE and not _closes(opened):
            lines[i] = line.renamed(_TEXT)
        opened = opened if lines[i].kind is _TEXT else lines[i]
    return lines


def _signatures(lines: Lines) -> Lines:
    """A name of an organ signs where a date is on its line or follows its block, or where it ends the text.

    Below a signature nothing is signed again: 南湖敬老院 above 特此公告 is an entry of a list.
    """
    _, last = body_range(lines)
    signed = False
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.kind is _SIGNATURE:
            below = neighbour(lines, i, 1)
            dated = line.words[-1] in _DAY_ENDS and not _SEALED.search(line.words)
            if dated or (below and below.kind in {_DATE, _SIGNATURE}):
                signed = True
            elif i < last or signed or not _may_close(lines, i - 1):
                lines[i] = line.renamed(_TEXT)
        elif line.rank is Rank.INSTRUMENT:
            signed = False
        elif line.kind is _DATE and i < last:
            above = neighbour(lines, i, -1)
            if above is None or above.kind not in _DATED:
                lines[i] = line.renamed(_TEXT)
    return lines


def _may_close(lines: Lines, at: int) -> bool:
    """Whether a text may end at the position ``at``, other names aside, so that what stands below it signs.

    No text ends with the cell of a table.
    """
    above = lines[max(at + 1 - _MOST_SIGNING, 0) : at + 1]
    line = next((line for line in reversed(above) if line.kind is not _SIGNATURE), None)
    return line is not None and (
        line.kind in _BACK or line.words[-1] in _CLOSERS + ";:" or _CLOSING.match(line.words) is not None
    )


def _titles(lines: Lines) -> Lines:
    """Inside the body only a line after a signature, a date, 附件 or 重新公布, or above another text, is a title again.

    Titles may wrap.
    """
    first, _ = body_range(lines)
    inside = any(line.kind is _TITLE for line in lines[first + 1 :])
    others = titles_of_others(lines) if inside else set()
    opened: Line | None = None
    for i, line in enumerate(lines if inside else ()):
        among = first < i and line.kind is _TITLE
        if among and not (i in others or _closes(opened) or _announced(lines[i - 1])):
            lines[i] = line.renamed(_TEXT)
        opened = opened if lines[i].kind is _TEXT else lines[i]
    for i in range(len(lines) - 1, 0, -1):
        if lines[i].kind is _TITLE:
            _wrap_upwards(lines, i)
    return lines


def _closes(opened: Line | None) -> bool:
    """Whether the nearest line above that ``opened`` anything closes a text or opens an attachment."""
    return opened is None or opened.kind in _AROUND


def _announced(line: Line) -> bool:
    """Whether ``line`` says that a text is printed anew: …根据本决定作相应修改，重新公布。"""
    return line.words.rstrip("。;:").endswith(("重新公布", "重新发布", "重新印发"))


def _wrap_upwards(lines: Lines, i: int) -> None:
    """Take the unfinished line right above a title into it; a body only where 关于 or 办公室 goes on."""
    line = lines[i - 1]
    if line.kind not in _UNFINISHED or len(line.words) > _LONGEST_WRAPPED or _NO_TITLE.search(line.words):
        return
    dated = (line.kind is _SIGNATURE and line.words[-1] in _DAY_ENDS) or _ENDS_IN_DAY.search(line.words)
    begins = line.words[:_SAME_BEGINNING] == lines[i].words[:_SAME_BEGINNING]
    full = len(line.words) >= _SHORTEST_WRAPPED
    quoted = lines[i].words[0] == "《" and not _PRINTS.search(line.words)  # is whole
    goes_on = (
        _GOES_ON.match(lines[i].words) is not None if _ORGAN.fullmatch(line.words) else full and not quoted
    )
    if goes_on and not (dated or begins):
        lines[i - 1] = line.renamed(_TITLE)


_PASSES: tuple[Callable[[Lines], Lines], ...] = (
    numbered_menu,
    contents,
    grids,
    guide_headings,
    decimals,
    series,
    bracketed_headings,
    unnumbered_headings,
    interpreting_titles,
    plain_title,
    field_values,
    listed_beside_fields,
    _cells,
    _pointers,
    enclosures,
    annex_titles,
    _matter,
    _signatures,
    between_titles,
    genres_apart,
    named_titles,
    _titles,
    editions,
    navigation,
)
