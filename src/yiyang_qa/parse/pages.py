"""Passes for the page that a text stands on: its menus, the values of its fields, what it prints under a title."""

from __future__ import annotations

import re

from yiyang_qa.parse.fields import lacks, may_be
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.parse.terms import BODY
from yiyang_qa.types import Kind

#: Read once: Python 3.11 is slow to look up the members of an enum.
_FIELD, _FURNITURE, _TEXT, _TITLE, _ANNEX = Kind.FIELD, Kind.FURNITURE, Kind.TEXT, Kind.TITLE, Kind.ANNEX
FRONT = frozenset({_TITLE, Kind.NUMBER, Kind.ADDRESSEE, _FIELD, Kind.ADOPTION})
#: What closes a text; furniture that is believed stands around one.
_CLOSING = frozenset({Kind.SIGNATURE, Kind.DATE, _FIELD, _FURNITURE})
_VALUES = frozenset({_TEXT, Kind.DATE, Kind.NUMBER, Kind.SIGNATURE})
_BEGUN = NUMBERED | {Kind.ADDRESSEE, Kind.ADOPTION}
_BODY = re.compile(BODY)
_EDITION = re.compile(r"\([^()]*\)[ |]*$")
_BULLET = re.compile("[·*-]")
#: A site's own words about a text.
_TEASES = re.compile("(?:导读|导语|摘要|核心提示|编者按|内容提要) *:")
_WORDS = re.compile("[一-龥]")
_COUNT = re.compile(r"[\d ]{1,9}次?")
_SAME_END = 10  # 字 by which two titles are one
_SHORTEST_TITLE = 6  # 字
_FEWEST = 3  # items of a menu
_LONGEST_ENTRY = 40  # 字
_MOST_BETWEEN = 8  # lines
_LONGEST_BETWEEN = 120  # 字


def body_range(lines: Lines) -> tuple[int, int]:
    """Positions of the first and the last line that carries a number of the outline."""
    numbered = [i for i, line in enumerate(lines) if line.kind in NUMBERED]
    return (numbered[0], numbered[-1]) if numbered else (len(lines), -1)


def navigation(lines: Lines) -> Lines:
    """Short unpunctuated lines around the document are the site's menus; so are short ones below its links."""
    _, last = body_range(lines)
    begins = next((i for i, x in enumerate(lines) if x.kind in NUMBERED or x.kind in FRONT), len(lines))
    closed = left = False
    for i, line in enumerate(lines):
        if line.kind is _ANNEX:
            closed = left = False
        closed = closed or (i > last >= 0 and line.kind in _CLOSING)
        left = left or (i > last >= 0 and line.kind is _FURNITURE)
        around = (left and _is_entry(line)) or ((i < begins or closed) and _is_menu(line))
        if line.kind is _TEXT and around:
            lines[i] = line.renamed(_FURNITURE)
    return lines


def _is_menu(line: Line) -> bool:
    return _is_entry(line) and not any(c in ",:" for c in line.words)


def _is_entry(line: Line) -> bool:
    return 0 < len(line.words) <= _LONGEST_ENTRY and not any(c in "。;" for c in line.words)


def numbered_menu(lines: Lines) -> Lines:
    """Sites number their menus: items above the first long title, where nothing but short words stands there."""
    title = next((i for i, x in enumerate(lines) if x.kind is _TITLE and len(x.words) >= _SAME_END), 0)
    items = [i for i, line in enumerate(lines[:title]) if line.kind is Kind.ITEM]
    if not any(line.kind in _BEGUN for line in lines[title + 1 :]):
        return lines
    if len(items) >= _FEWEST and all(_is_menu(line) for line in lines[:title]):
        for i in items:
            lines[i] = lines[i].renamed(_FURNITURE)
    return lines


def field_values(lines: Lines) -> Lines:
    """The value of a field on the line below its name; the figure below a counter."""
    for i, line in enumerate(lines):
        if line.kind in NUMBERED:
            break
        below = neighbour(lines, i, 1)
        if below is None:
            break
        if line.kind is _FIELD and below.kind in _VALUES:
            field = lacks(line.words)
            if field and may_be(field, below.words):
                lines[i + 1] = below.renamed(_FIELD)
        elif line.kind is _FURNITURE and below.kind is _TEXT and _COUNT.fullmatch(below.words):
            lines[i + 1] = below.renamed(_FURNITURE)
    return lines


def listed_beside_fields(lines: Lines) -> Lines:
    """A line behind a bullet, right above or below a field of the same list, is the page's too: the site's name."""
    for i, line in enumerate(lines):
        if line.kind in NUMBERED:
            break
        beside = {
            x.kind for x in (neighbour(lines, i, -1), neighbour(lines, i, 1)) if x and _BULLET.match(x.words)
        }
        if line.kind is _TEXT and _BULLET.match(line.words) and beside & {_FIELD, _FURNITURE}:
            lines[i] = line.renamed(_FURNITURE)
    return lines


def between_titles(lines: Lines) -> Lines:
    """A site prints the title at the head of its page and again at that of the text: what lies between is its own."""
    begun = next((i for i, line in enumerate(lines) if line.kind in _BEGUN), len(lines))
    titles = [i for i, line in enumerate(lines[:begun]) if line.kind is _TITLE]
    for at, first in enumerate(titles):
        near = (i for i in titles[at + 1 : at + 1 + _MOST_BETWEEN] if i - first <= _MOST_BETWEEN)
        again = [i for i in near if _same(lines[first], lines[i])]
        for i in range(first + 1, again[-1] if again else first):
            if lines[i].kind is _TEXT and _is_aside(lines[i]):
                organ = _BODY.fullmatch(lines[i].words) is not None
                lines[i] = lines[i].renamed(_FIELD if organ else _FURNITURE)
    return lines


def _is_aside(line: Line) -> bool:
    sentence = "。" in line.words and not _TEASES.match(line.words)
    return not sentence and len(line.words) <= _LONGEST_BETWEEN and _WORDS.search(line.words) is not None


def _same(one: Line, other: Line) -> bool:
    """Whether two lines end in the same title, in 《》 or not."""
    plain = ("".join(_EDITION.sub("", line.words).split()) for line in (one, other))
    ends = [title.strip("《》|")[-_SAME_END:] for title in plain]
    return len(ends[0]) >= _SHORTEST_TITLE and ends[0] == ends[1]
