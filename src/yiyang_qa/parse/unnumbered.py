"""What a text without numbers, or without a title of any 文种, is headed by."""

from __future__ import annotations

import re
from itertools import pairwise

from yiyang_qa.parse.names import is_organ
from yiyang_qa.parse.pages import body_range
from yiyang_qa.parse.rules import NUMBERED, RANKS
from yiyang_qa.parse.scan import Line, Lines
from yiyang_qa.parse.terms import GENRES
from yiyang_qa.types import Kind, Rank

_HEADING = re.compile(r"\([一-龥、]{2,12}\)")  # 【补贴对象】
_FEWEST = 3  # fewer may be remarks: (试行), (此件公开发布)
_TITLE = re.compile(r"(?!为|根据|按照|现|经|各|附)(?=(?:.*[一-龥]){6})(?!\S*\s\S*\s)[^。;:,!?|>\t]{8,40}")
_QUOTED = re.compile(
    rf"《(?:[^《》。;:]|《[^《》]{{0,100}}》){{6,100}}{GENRES}》"
)  # 《甲办法》 alone on its line
_PASSED_OVER = frozenset({Kind.FURNITURE, Kind.FIELD, Kind.DATE})
_MAY_BE = frozenset({Kind.TEXT, Kind.SIGNATURE})


def bracketed_headings(lines: Lines) -> Lines:
    """【补贴对象】 on lines of their own, text below each, head a text that has no numbers above those of items."""
    found = [i for i, line in enumerate(lines) if line.words[:1] == "(" and _HEADING.fullmatch(line.words)]
    apart = all(below - above > 1 for above, below in pairwise([*found, len(lines)]))
    if len(found) < _FEWEST or not apart or any(x.kind in NUMBERED and x.rank < Rank.ITEM for x in lines):
        return lines
    for i in found:
        line = lines[i]
        lines[i] = line._replace(kind=Kind.HEADING, rank=RANKS[Kind.HEADING], marker=line.body, ordinal=None)
    return lines


def plain_title(lines: Lines) -> Lines:
    """The first line of a text without other titles is its title where it is short, no sentence, and one follows.

    One that Markdown heads the text with need not be followed by any.
    """
    first, _ = body_range(lines)
    above = [i for i, line in enumerate(lines[: first + 1]) if line.kind not in _PASSED_OVER]
    if len(above) < 2 or any(line.kind is Kind.TITLE for line in lines[:first]):
        return lines
    line, below = lines[above[0]], lines[above[1]]
    titled = _TITLE.fullmatch(line.words) and not is_organ(line.words)
    if line.kind in _MAY_BE and titled and (line.mark == 1 or _begins(below)):
        lines[above[0]] = line.renamed(Kind.TITLE)
    else:
        for i in [i for i in above if _QUOTED.fullmatch(lines[i].words)][:1]:
            lines[i] = lines[i].renamed(Kind.TITLE)
    return lines


def _begins(line: Line) -> bool:
    """Whether a text begins with ``line``: a number, those whom it addresses, or a sentence."""
    return line.kind in NUMBERED or line.kind is Kind.ADDRESSEE or line.words[-1] in "。:;"
