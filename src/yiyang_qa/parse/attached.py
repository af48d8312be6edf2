"""Texts printed in full beside one another: two 条例 below one decision, two plans below one notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yiyang_qa.parse.fold import Block
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line, Lines
from yiyang_qa.types import Clause, Kind, Rank

_STATUTES = frozenset({Rank.VOLUME, Rank.CHAPTER, Rank.SECTION, Rank.ARTICLE})
_MOST_BETWEEN = 4  # lines between a title and the first number below it, a list of contents aside
NAMED = re.compile(r"《(?:[^《》]|《[^《》]{0,100}》){4,100}》")
_EDITION = re.compile(r"\([^()]*\)$")
_MARKS = re.compile(r"[《》〈〉<>]|^\s+|\s+$")


def titles_of_others(lines: Lines) -> set[int]:
    """Positions of the titles that stand above another text, whose numbers begin anew.

    第一章 and 第一条 begin but once in a text; a plan's 一、 may, so that its title must have been named above.
    """
    found: set[int] = set()
    named: set[str] = set()
    begun = False  # whether a statute has
    for i, line in enumerate(lines):
        if line.kind is Kind.TITLE and (below := _first_number(lines, i + 1)) and below.ordinal == 1:
            plan = below.rank is Rank.HEADING and plain(line.words) in named
            if plan or (begun and below.rank in _STATUTES):
                found.add(i)
        begun = begun or line.rank in _STATUTES
        if "《" in line.words:
            named.update(map(plain, NAMED.findall(line.words)))
    return found


def plain(title: str) -> str:
    """``title`` without white space, 《》 and 〈〉, and its edition."""
    return "".join(_EDITION.sub("", _MARKS.sub("", title)).split())


def _first_number(lines: Lines, at: int) -> Line | None:
    """The first line with a number from the position ``at`` on, where it is near."""
    between = 0
    while at < len(lines) and between <= _MOST_BETWEEN:
        if lines[at].kind in NUMBERED:
            return lines[at]
        between += lines[at].kind is not Kind.FURNITURE
        at += 1
    return None


def attached(blocks: Sequence[Block]) -> frozenset[int]:
    """Positions of the titles of such texts, the document's own left out; none where only one text has numbers."""
    titles = [at for at, block in enumerate(blocks) if block.kind is Kind.TITLE]
    if len(titles) < 2:
        return frozenset()
    holding = {block.parent for block in blocks if block.kind in NUMBERED}
    texts = [at for at in titles if at in holding]
    return frozenset(texts).difference(titles[:1]) if len(texts) > 1 else frozenset()


def with_articles(clauses: Iterable[Clause], title: str) -> tuple[str, ...]:
    """What the titled texts among ``clauses`` are called that have articles, those that ``title`` names left out."""
    found: dict[str, None] = {}
    head = ""
    for clause in clauses:
        if clause.rank is Rank.INSTRUMENT:
            head = clause.heading
        elif clause.kind is Kind.ARTICLE and head:
            found[head] = None
    own = "".join(title.split())
    return tuple(name for name in found if "".join(name.split()) not in own)
