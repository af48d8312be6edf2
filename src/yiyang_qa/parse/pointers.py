"""第三条、第五条至第七条: clauses that one text points at in another, by their own numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import CN
from yiyang_qa.text import fold

_FIGURE = rf"(?:{CN}+|\d+)"
_ONE = rf"第 ?{_FIGURE} ?(?:条|章|节|部分)(?:之{CN}+)?"
_INNER = rf"第? ?\({CN}+\) ?[条款项点]?"
#: 第五条、第六条和第八条至第十条, for folded text.
RUN = rf"{_ONE}(?:{_INNER})?(?:(?: ?[、,和及与至到] ?| ?以及 ?){_ONE}(?:{_INNER})?)*"
ONE = _ONE
_STEP = re.compile(
    rf"第 ?(?P<n>{_FIGURE}) ?(?P<unit>条|章|节|部分)(?:之(?P<sub>{CN}+))?(?:第? ?\((?P<inner>{CN}+)\) ?[条款项点]?)?"
)
_NAMED = re.compile("(?:章名|节名|标题|名称)$")
#: What is amended where no clause is named: some clauses, the title, the order of the clauses, those that hold words.
SOMEWHERE, TITLE, ORDER = "有关条款", "标题", "条文顺序"
_HOLDING = re.compile("含“(?P<words>.+)”的条款")
_RANGE = re.compile(r" ?[至到] ?")


class Pointer(NamedTuple):
    """第十条之一: its unit, its number, the number behind 之 (0 without one); 第三条（二） has an inner one.

    第五条至第七条 runs from ``first`` to ``last``.
    """

    unit: str  # 条, 章, 节, 部分
    first: int
    last: int
    sub: int = 0
    inner: int = 0
    heading: bool = False  # 第二章章名: not what is in it


def each(run: str) -> Iterator[str]:
    """The addresses of a match of ``RUN`` as people write them, a range in one: 第三条第（二）项."""
    start, end = 0, 0
    for step in _STEP.finditer(run):
        if end and not _RANGE.fullmatch(run, end, step.start()):
            yield _written(run[start:end])
            start = step.start()
        end = step.end()
    yield _written(run[start:end])


def pointer(address: str) -> Pointer | None:
    """What one of ``each`` points at; None for what is no address, and for a range of mixed units."""
    steps = [*_STEP.finditer(fold(address))]
    if not steps or steps[0].start() or steps[0]["unit"] != steps[-1]["unit"]:
        return None
    first, last = _value(steps[0]["n"]), _value(steps[-1]["n"])
    if len(steps) > 1:
        return Pointer(steps[0]["unit"], first, last)
    inside = _value(steps[0]["sub"]), _value(steps[0]["inner"]), bool(_NAMED.search(address))
    return Pointer(steps[0]["unit"], first, first, *inside)


def holding(words: str) -> str:
    """The address of the clauses that hold ``words``."""
    return f"含“{words}”的条款"


def held(address: str) -> str | None:
    """The words whose ``holding`` address it is."""
    found = _HOLDING.fullmatch(address)
    return found["words"] if found else None


def _written(folded: str) -> str:
    return "".join(folded.split()).replace("(", "（").replace(")", "）")


def _value(figure: str | None) -> int:
    return int(number(figure) or 0) if figure else 0
