"""附件: a list of attachments (附件说明) or an attachment itself, and the title below it."""

from __future__ import annotations

import re

from yiyang_qa.parse.columns import is_column
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.parse.terms import ANNEX_NUMBER
from yiyang_qa.types import Kind, Rank

#: Read once: Python 3.11 is slow to look up the members of an enum.
_ANNEX, _ENCLOSURES = Kind.ANNEX, Kind.ENCLOSURES
_LONGEST_NAME = 100  # 字
_TITLE = re.compile(r"[^。;:,|\t]{3,40}")
_NAMED = re.compile(rf"\(?附\s*(?:件|录|表)?\s*(?:{ANNEX_NUMBER})?\)?\s*:?\s*|\d{{1,2}}\s*[.、]\s*")
_SIGNED = frozenset({Kind.SIGNATURE, Kind.DATE})


def enclosures(lines: Lines) -> Lines:
    """附件：1.甲 / 2.乙 is one list; 附件1：甲 after the signature, or once more, is the attachment itself."""
    signed, named, above = False, set[str](), None
    for i, line in enumerate(lines):
        if above is not None and above.kind is _ENCLOSURES and _goes_on(line, above):
            lines[i] = line.renamed(_ENCLOSURES)
        elif (
            line.kind is _ENCLOSURES
            and (signed or _name(line) in named or _opens(lines, i))
            and not _lists(line, neighbour(lines, i, 1))
        ):
            lines[i] = line.renamed(_ANNEX)
        elif line.kind is _ANNEX and not signed and _opens_list(line, neighbour(lines, i, 1)):
            lines[i] = line.renamed(_ENCLOSURES)
        above = lines[i]
        # issuers named above the addressee head the text, they do not sign it
        signed = (signed or line.kind in _SIGNED) and line.kind is not Kind.ADDRESSEE
        if above.kind is _ENCLOSURES:
            named.add(_name(above))
    return lines


def _goes_on(line: Line, above: Line) -> bool:
    """Whether ``line`` is the next name of a list; 1. is so only below a bare 附件：."""
    listed = line.kind is Kind.ITEM and len(line.words) <= _LONGEST_NAME and "。" not in line.words
    return listed and (line.ordinal != 1 or above.words.endswith(":"))


def _lists(line: Line, below: Line | None) -> bool:
    """Whether the second name of a list stands below the first: sites print 附件：1.甲 / 2.乙 after the date."""
    return below is not None and below.ordinal == 2 and _goes_on(below, line)


def _opens_list(line: Line, below: Line | None) -> bool:
    return line.words.endswith(":") and below is not None and below.kind is Kind.ITEM and below.ordinal == 1


def _opens(lines: Lines, i: int) -> bool:
    """Whether a text of its own begins right below: 附件1：工作指引 / 一、有关条件."""
    below = neighbour(lines, i, 1)
    return below is not None and below.ordinal == 1 and Rank.MATTER < below.rank <= Rank.SUBHEADING


def _name(line: Line) -> str:
    """The attachment's name without its number: 任务分工表."""
    words = line.words
    while found := _NAMED.match(words):
        words = words[found.end() :]
    return words


def annex_titles(lines: Lines) -> Lines:
    """The short line below a bare 附件1 is its title, whatever it ends with: 任务分工表."""
    for i, line in enumerate(lines):
        if line.kind is _ANNEX and not _name(line):
            below = neighbour(lines, i, 1)
            if below is not None and below.kind is Kind.TEXT and _is_title(below.words):
                lines[i + 1] = below.renamed(Kind.TITLE)
    return lines


def _is_title(words: str) -> bool:
    return _TITLE.fullmatch(words) is not None and not is_column("".join(words.split()))
