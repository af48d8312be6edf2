"""标题点名的一组: the clauses under a heading that a question names, or whose own headings are what it counts.

保障措施有哪些 asks for what stands under 保障措施; 分几个阶段 for the clauses headed 启动阶段, 实施阶段, 评估阶段.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import NTH
from yiyang_qa.search.addresses import addressed
from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.text import bigrams, fold
from yiyang_qa.types import Clause, Document, Kind, ancestors

#: A list is asked for.
_LISTS = re.compile(
    r"哪些|哪几|(?:什么|啥)(?!时)|咋|几[个项条类种步]|多少[个项条类种步]|怎么(?:打算|安排|保障)"
)
_COUNTED = re.compile(r"(?:几|多少|哪[几些])(?:个|大)?(阶段|步骤|环节|方面|时期|部分)")
#: 分几步办, and the heading under which a procedure stands step by step.
ASKS_STEPS = re.compile(
    r"几步|几个(?:步骤|环节)|(?:步骤|流程|程序)(?:[是有都]|分别)*(?:什么|哪些|啥|怎样|怎么样?)?的?[?\s]*$"
)
_PROCEDURE = re.compile(r"(?:程序|流程|步骤)$")
#: 第二步什么时候: one of what stands under that heading, or what is so labelled; 步骤二 is another way to label it.
_STEP = re.compile(r"第([一二三四五六七八九十\d]{1,3})个?(阶段|环节|步)")
_STEP_LABEL = re.compile(rf"第 ?({NTH}) ?(步|阶段|环节)|(步|阶段|环节)骤? ?({NTH})")
#: What headings say beside what stands under them.
_FILLS = re.compile(r"工作|主要|重点|具体|有关|相关|若干|关于|的")
_SHORTEST = 3  # 字, of a heading that its own words name
_HEADINGS = frozenset({Kind.VOLUME, Kind.CHAPTER, Kind.SECTION, Kind.HEADING, Kind.SUBHEADING, Kind.ITEM})
_PART = re.compile(r"第([一二三四五六七八九十\d]{1,3})大?(?:部分|方面)")
#: What a document is about it says so often, and most of what a question says besides is of it.
_SPOKEN_OF, _MOSTLY, _FEW = 2, 0.4, 3
_MOST = 20  # clauses under a heading: more are no list but a document


def under_heading_named(question: str, ranked: Sequence[Hit], at: At) -> list[Hit]:
    """The hits under the heading that ``question`` asks a list of, in the order of the text; empty without one.

    Looked for in the document of the best of ``ranked``, which holds all candidates.
    """
    folded = fold(question)
    if not ranked or not (_LISTS.search(folded) or ASKS_STEPS.search(folded)):
        return []
    document = at(ranked[0])[0]
    heading = _heading(folded, document)
    if heading is None and ASKS_STEPS.search(folded):  # 四、办理流程 一是申请。二是评估。: in one clause
        return [hit for hit in ranked if at(hit)[0] is document and _PROCEDURE.search(at(hit)[1].heading)][:1]
    if heading is None or not _of_the_document(folded, document.clauses[heading], document):
        return []
    members = _under(heading, document, ranked, at)
    return members if 1 < len(members) <= _MOST else []


def under_heading_numbered(question: str, ranked: Sequence[Hit], at: At) -> list[Hit]:
    """The hits under the chapter or part of which ``question`` gives the number and asks what it says; empty without one."""
    folded = fold(question)
    if not ranked or not (_LISTS.search(folded) or _STEP.search(folded)):
        return []
    document = at(ranked[0])[0]
    if step := _STEP.search(folded):
        nth, unit = int(number(step[1]) or 0), step[2]
        return _labelled(nth, unit, document, ranked, at) or _step(nth, document, ranked, at)
    heading = _pointed_at(folded, document)
    return [] if heading is None else _under(heading, document, ranked, at)


def _under(heading: int, document: Document, ranked: Sequence[Hit], at: At) -> list[Hit]:
    """Those of ``ranked`` that stand below the clause ``heading`` of ``document``, in the order of the text."""
    boxed = {clause.id for clause in _boxed(heading, document.clauses)}
    members = [
        hit
        for hit in ranked
        for d, clause in [at(hit)]
        if d is document and (heading in ancestors(d.clauses, clause) or clause.id in boxed)
    ]
    return sorted(members, key=lambda hit: hit.row)


def _labelled(nth: int, unit: str, document: Document, ranked: Sequence[Hit], at: At) -> list[Hit]:
    """The hits on the one clause of ``document`` that is labelled as the ``nth`` step, and below it; none of several."""
    found = [position for position, c in enumerate(document.clauses) if _numbers(c, nth, unit)]
    if len(found) != 1:
        return []
    own = [hit for hit in ranked if at(hit) == (document, document.clauses[found[0]])]
    return own + _under(found[0], document, ranked, at)


def _numbers(clause: Clause, nth: int, unit: str) -> bool:
    """Whether ``clause`` is labelled 第二步 or 步骤二, ``nth`` and ``unit`` given."""
    label = _STEP_LABEL.match(fold(clause.label))
    return label is not None and unit in label.groups() and number(label[1] or label[4]) == nth


def _step(nth: int, document: Document, ranked: Sequence[Hit], at: At) -> list[Hit]:
    """The hits on the ``nth`` of the clauses under the one heading of ``document`` that tells of steps; none of several."""
    found = [
        children
        for position, children in _with_children(document)
        if _PROCEDURE.search(document.clauses[position].heading)
    ]
    if len(found) != 1 or not 1 <= nth <= len(found[0]):
        return []
    return [hit for hit in ranked if at(hit)[1] == found[0][nth - 1]]


def _pointed_at(folded: str, document: Document) -> int | None:
    """The position of the chapter or part that ``folded`` gives the number of: 第二章, 第三部分."""
    part = _PART.search(folded)
    numbered = number(part[1]) if part else None
    for position, _ in _with_children(document):
        clause = document.clauses[position]
        if clause.kind is not Kind.ARTICLE and addressed(document, clause, folded):
            return position
        if clause.kind is Kind.HEADING and numbered is not None and number(clause.label[:-1]) == numbered:
            return position
    return None


def _heading(folded: str, document: Document) -> int | None:
    """The position of the clause of ``document`` whose children ``folded`` asks for, the innermost."""
    counted, steps = _COUNTED.search(folded), ASKS_STEPS.search(folded)
    found = [
        position
        for position, children in _with_children(document)
        if _is_named(document.clauses[position], folded)
        or (counted and all(counted[1] in child.heading for child in children))
        or (steps and _PROCEDURE.search(document.clauses[position].heading))
    ]
    return found[-1] if found else None


def _with_children(document: Document) -> Iterator[tuple[int, list[Clause]]]:
    below: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        if clause.parent is not None:
            below.setdefault(clause.parent, []).append(clause)
    for position, children in sorted(below.items()):
        if len(children) > 1 and document.clauses[position].kind in _HEADINGS:
            yield position, children
    for position, clause in enumerate(document.clauses):
        if clause.kind is Kind.SIDEBAR and len(items := _boxed(position, document.clauses)) > 1:
            yield position, items


def _boxed(sidebar: int, clauses: Sequence[Clause]) -> list[Clause]:
    """The items of a 专栏, which stand beside it, down to what is none."""
    if clauses[sidebar].kind is not Kind.SIDEBAR:
        return []
    rest = clauses[sidebar + 1 :]
    return list(takewhile(lambda c: c.kind is Kind.ITEM and c.parent == clauses[sidebar].parent, rest))


def _is_named(clause: Clause, folded: str) -> bool:
    """Whether ``folded`` has all the words of the heading, what only fills it apart."""
    heading = re.sub(r"\W", "", fold(clause.heading))
    core = _FILLS.sub("", heading)
    if len(core) < _SHORTEST:
        return len(heading) > _SHORTEST and heading in folded
    return all(pair in folded for pair in bigrams(core))


def _of_the_document(folded: str, heading: Clause, document: Document) -> bool:
    """Whether what ``folded`` says besides is what the whole document is about: 工作要求里对食堂有什么规定 asks of 食堂."""
    kept = set(fold(heading.heading))
    besides = "".join(c for c in without_asking(without_places(folded)) if c not in kept)
    pairs, title, text = bigrams(besides), fold(document.title), fold(document.text)
    spoken = sum(pair in title or text.count(pair) >= _SPOKEN_OF for pair in pairs)
    return len(pairs) <= _FEW or spoken >= _MOSTLY * len(pairs)
