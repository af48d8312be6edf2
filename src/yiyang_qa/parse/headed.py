"""Titles told by what stands around them: one whose 文种 has a line of its own, one that the text names, an edition."""

from __future__ import annotations

import re
from itertools import pairwise

from yiyang_qa.parse.attached import NAMED, plain
from yiyang_qa.parse.scan import Line, Lines
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
        if len(line.words) <= _LONGEST_GENRE and line.kind is _TEXT and i:
            words = "".join(line.words.split())
            goes_on = words[0] == "的" or lines[i - 1].words[-1] == "的"
            if goes_on and words.removeprefix("的") in _GENRES:
                lines[i] = line.renamed(_TITLE)
    return lines


def named_titles(lines: Lines) -> Lines:
    """Right below a signature, a day or 附件 stands the title of what is printed there, where 《》 above named it so."""
    below = [i + 1 for i, line in enumerate(lines[:-1]) if line.kind in _CLOSE and _may_be(lines[i + 1])]
    named: set[str] = set()
    for above, i in pairwise([0, *below]):
        quoted = (line.words for line in lines[above:i] if "《" in line.words)
        named.update(plain(name) for words in quoted for name in NAMED.findall(words))
        if plain(lines[i].words) in named:
            lines[i] = lines[i].renamed(_TITLE)
    return lines


def _may_be(line: Line) -> bool:
    return line.kind is _TEXT and len(line.words) <= _LONGEST and not _NO_TITLE.search(line.words)


def editions(lines: Lines) -> Lines:
    """(试行), (征求意见稿) right below a title is the end of it."""
    for i, line in enumerate(lines[:-1]):
        if line.kind is _TITLE and lines[i + 1].kind is _TEXT and _EDITION.fullmatch(lines[i + 1].words):
            lines[i + 1] = lines[i + 1].renamed(_TITLE)
    return lines
