"""Titles told by what stands around them: one whose 文种 has a line of its own, one that the text names, an edition."""

from __future__ import annotations

import re

from yiyang_qa.parse.attached import NAMED, plain
from yiyang_qa.parse.scan import Lines, neighbour
from yiyang_qa.parse.terms import DRAFTS, GENRE_NAMES, LOOSE_GENRE_NAMES
from yiyang_qa.types import Kind

#: Read once: Python 3.11 is slow to look up the members of an enum.
_TEXT, _TITLE = Kind.TEXT, Kind.TITLE
_GENRES = frozenset(GENRE_NAMES + LOOSE_GENRE_NAMES)
_LONGEST_GENRE = 12  # 字, the spaces that spread it over its line included
#: (试行), (2025年版), (征求意见稿) on a line of its own.
_EDITION = re.compile(
    rf"\((?:试行|暂行|修[订正]|[^()。;:,]{{0,16}}(?:稿|版|年修[订正]|{DRAFTS})[^()。;:,]{{0,8}})\)"
)
_CLOSE = frozenset({Kind.SIGNATURE, Kind.DATE, Kind.FIELD, Kind.ANNEX})
_NO_TITLE = re.compile(r"[。;:|]")
_LONGEST = 60  # 字


def genres_apart(lines: Lines) -> Lines:
    """通  知 on a line of its own ends the title above it: 关于印发《甲办法》的."""
    for i, line in enumerate(lines):
        if line.kind is _TEXT and len(line.words) <= _LONGEST_GENRE:
            above = neighbour(lines, i, -1)
            words = "".join(line.words.split())
            goes_on = words.startswith("的") or (above is not None and above.words.endswith("的"))
            if goes_on and words.removeprefix("的") in _GENRES:
                lines[i] = line.renamed(_TITLE)
    return lines


def named_titles(lines: Lines) -> Lines:
    """Right below a signature, a day or 附件 stands the title of what is printed there, where 《》 above named it so."""
    named: set[str] = set()
    for i, line in enumerate(lines):
        above = neighbour(lines, i, -1)
        if (
            line.kind is _TEXT
            and above is not None
            and above.kind in _CLOSE
            and len(line.words) <= _LONGEST
            and not _NO_TITLE.search(line.words)
            and plain(line.words) in named
        ):
            lines[i] = line.renamed(_TITLE)
        if "《" in line.words:
            named.update(map(plain, NAMED.findall(line.words)))
    return lines


def editions(lines: Lines) -> Lines:
    """(试行), (征求意见稿) right below a title is the end of it."""
    for i, line in enumerate(lines):
        above = neighbour(lines, i, -1)
        below_title = above is not None and above.kind is _TITLE
        if below_title and line.kind is _TEXT and _EDITION.fullmatch(line.words):
            lines[i] = line.renamed(_TITLE)
    return lines
