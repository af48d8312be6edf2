"""重新公布: the document that a text amends, printed whole below what amends it.

As a notice prints the plan that it hands on, so a decision may print the 办法 that it has amended,
under its own title or as an annex. It is known by its name: the one that the items amend, or the
one that they give it. Where several texts stand below, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from yiyang_qa.parse.amendments import ABOUT, titled
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.named import NAME, named
from yiyang_qa.parse.pointers import Pointer, pointer
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.terms import DRAFTS
from yiyang_qa.parse.titles import unbroken
from yiyang_qa.text import fold
from yiyang_qa.types import Amendment, Clause, Kind, Reprint, Span

_EDITION = re.compile(r"\([^()]*\)$")
#: (修改前), (修改对照稿): not the text as amended.
_ANOTHER = re.compile(rf"修改前|原文|对照|{DRAFTS}")
#: 名称修改为《乙办法》: what is printed bears the new name.
_RENAMED = re.compile(
    r"(?:名称|题目|标题)[^。;\n]{0,80}?(?:修改|改|变更|调整)为:? ?(?:\"《?|《)(?P<name>[^《》\"]{4,60})[》\"]"
)
_HEADS = frozenset({Kind.TITLE, Kind.ANNEX})
_FIRST = Pointer("条", 1, 1)
_SHORTEST = 4  # 字: less than that names no document


def reprint(matter: Matter, title: str | None, changes: Sequence[Amendment]) -> Reprint | None:
    """The text printed anew; ``changes`` are what the items above it amend."""
    heading = fold(title or "")
    if not ABOUT.search(heading) or re.search(DRAFTS, heading):
        return None
    names = {name.title for name in (titled(heading), *changes) if name and name.title}
    numbered = (clause.span.start for clause in matter.clauses if clause.kind in NUMBERED)
    begun = changes[0].span.start if changes else next(numbered, 0)
    found: dict[str, Clause] = {}
    for clause in _texts(matter.clauses, begun):
        meant = next((name for name in sorted(names) if _is(clause, name, matter)), None)
        if meant is None and clause.kind is Kind.TITLE:
            return None
        if meant and not _ANOTHER.search(fold(clause.heading)):
            found.setdefault(meant, clause)
    if len(found) != 1:
        return None
    ((name, clause),) = found.items()
    span = Span(clause.span.start, len(matter.text))
    return Reprint(name, _number(name, matter, span.start), unbroken(clause.heading), span)


def _texts(clauses: Sequence[Clause], begun: int) -> Iterator[Clause]:
    """Titles and annexes below offset ``begun`` with numbered clauses below them, unless these begin twice."""
    last = max((at for at, clause in enumerate(clauses) if clause.kind in NUMBERED), default=0)
    for at, clause in enumerate(clauses[:last]):
        if clause.kind in _HEADS and clause.span.start > begun:
            own = takewhile(lambda each: each.kind not in _HEADS, islice(clauses, at + 1, None))
            if sum(pointer(each.label) == _FIRST for each in own) < 2:
                yield clause


def _is(clause: Clause, name: str, matter: Matter) -> bool:
    """Whether the title of ``clause`` is ``name``, with or without its region, or the new one it gets."""
    ours = _plain(clause.heading)
    new = (found["name"] for found in _RENAMED.finditer(matter.folded, 0, clause.span.start))
    return len(ours) >= _SHORTEST and any(
        theirs.endswith(ours) or ours.endswith(theirs) for theirs in map(_plain, (name, *new)) if theirs
    )


def _plain(title: str) -> str:
    """``title`` without white space, 《》 and its edition."""
    words = "".join(fold(title).split())
    while found := _EDITION.search(words):
        words = words[: found.start()]
    return words.strip("《》")


def _number(title: str, matter: Matter, end: int) -> str | None:
    """The 发文字号 that stands beside ``title`` before offset ``end``."""
    said = (named(matter, name) for name in NAME.finditer(matter.folded, 0, end) if name["title"])
    return next((name.doc_number for name in said if name.title == title and name.doc_number), None)


def under_reprint(clauses: tuple[Clause, ...], anew: Reprint | None) -> tuple[Clause, ...]:
    """``clauses``, those of a text printed anew with its title above them; an annex has it there already."""
    if anew is None:
        return clauses
    head = next(i for i, clause in enumerate(clauses) if clause.span.start == anew.span.start)
    if clauses[head].kind is Kind.ANNEX:
        return clauses
    called = (clauses[head].heading,)  # where it stands in the path already
    own = (clause.path[clause.path[:1] == called :] for clause in clauses[head + 1 :])
    below = (
        replace(clause, path=(anew.printed, *path))
        for clause, path in zip(clauses[head + 1 :], own, strict=True)
    )
    return (*clauses[: head + 1], *below)
