"""Answers that are several clauses: all steps of a procedure, all tasks of a unit, all that is offered to somebody.

A list is answered from the structure of the document, not from similarity: when several of
the best clauses are children of one heading, the answer is all of its children, in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.parse.numerals import number
from yiyang_qa.search.aspects import MATTER
from yiyang_qa.search.calibration import relevant
from yiyang_qa.search.offers import offer_asked
from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document, Kind

#: 分几步走, 全部条件, 哪五个集群: every member of a group is wanted.
_ALL = re.compile(
    r"分几步|几步走|几个(?:步骤|阶段|方面)|哪[几一二两三四五六七八九十]个?|全部|都有(?:哪|什么|啥)|列(?:一下|出|全|举|给)|一共有?哪|逐[条项]|清单|所有"
)
_HOW_MANY = re.compile(r"哪([二两三四五六七八九十]{1,2})[个项条大类种步]")
#: 要符合什么条件: what a clause announces that speaks of them, and no heading's clauses.
_ANNOUNCED = re.compile(
    r"(?:什么|啥|哪些|何种)(?:样的)?(?:条件|情形|要求|材料)|(?:条件|情形)(?:是|有)(?:什么|啥|哪些)"
)
#: 管哪几条, 有哪些任务: the tasks of the unit that the question names.
_TASKS = re.compile(
    r"(?:管|负责|承担|牵头|落实|参与|配合)[了着的]?(?:都|一共|总共)?[有是]?(?:哪|什么|啥|几)|哪(?:些|几)?[条项](?:.{0,6}(?:工作|任务))?(?:归|由|里)?.{0,6}(?:管|负责|责任|牵头|职责)|"
    r"(?:哪些|什么|几项|几条)(?:任务|工作|职责|事|活)|(?:任务|职责)(?:有|是)|"
    r"[局委厅办门](?:[要得该需都]|应[该当])*[做干](?:的?[有是])?(?:哪|什么|啥|几)"
)
#: 民政部门 of a question: what stands before it is found by looking it up in the documents.
_BODY = re.compile(r"(?:行政|主管)*(?:部门|局|厅|委员会|委(?!托))")
_LONGEST_NAME = 6  # 字, of what stands before 部门
#: What a body is told to do in the text itself, where no note lists who is responsible.
_ACTS = (
    r"(?:行政|主管)*(?:部门|机关|机构|局|厅|委员会)[^。;]{0,40}?"
    r"(?:应当|负责|主管|会同|组织|建立|制定|承担|指导|可以|不得|按照|根据|依法|给予|责令|处)"
)
_NEAREST = 3  # hits that may introduce the list
#: 章 and the like hold what follows one another, which is no list.
_CONTAINERS = frozenset({Kind.VOLUME, Kind.CHAPTER, Kind.SECTION})
#: A clause that offers what is asked for scores at least this share of the best.
_CLOSE = 0.5
_LEVEL = re.compile(r"^[省市县区](?=.{2})")


def tasks_of_unit(question: str, ranked: Sequence[Hit], at: At) -> list[Hit]:
    """The clauses that are tasks of the unit ``question`` names; empty when it asks for none."""
    folded = fold(question)
    if not _TASKS.search(folded):
        return []
    tasks = [hit for hit in ranked if at(hit)[1].kind is not Kind.SIGNATURE]
    mine = [hit for hit in tasks if any(_named(unit.name, folded) for unit in at(hit)[1].units)]
    articles = [hit for hit in tasks if at(hit)[1].kind is Kind.ARTICLE]
    return sorted({*mine, *_acting(folded, articles, at)}, key=lambda hit: hit.row)


def _acting(folded: str, articles: Sequence[Hit], at: At) -> list[Hit]:
    """The articles in whose text the body that a question names is told to act: 民政部门应当…."""
    said = {hit: fold(clause.body.of(document.text)) for hit in articles for document, clause in [at(hit)]}
    for body in _BODY.finditer(folded):
        for start in range(max(0, body.start() - _LONGEST_NAME), body.start() - 1):
            acts = re.compile(re.escape(folded[start : body.start()]) + _ACTS)
            if mine := [hit for hit, text in said.items() if acts.search(text)]:
                return mine
    return []


def whole_list(question: str, ranked: Sequence[Hit], at: At, among: int = 6) -> list[Hit]:
    """All members of the list that ``question`` asks for, in the order of the text; empty when there is none.

    The list is introduced by one of the best clauses (应符合下列条件：), or it is the heading under
    which the best hit and another of the best ``among`` stand; not when the best clause is
    itself a list, line by line. A member need not resemble the question, so that ``ranked``
    holds all candidates.
    """
    folded = fold(question)
    every, announced = _ALL.search(folded), _ANNOUNCED.search(folded)
    if not ranked or not (every or announced) or _is_list(*at(ranked[0])):
        return []
    heading = _introduced(ranked[: _NEAREST if every else 1], at)
    if every and not heading:
        heading = _counted(folded, *at(ranked[0])) or _common_heading(ranked[:among], at)
    members = [hit for hit in ranked if heading == _place(*at(hit))] if heading else []
    if any(at(hit)[1].kind in MATTER for hit in members):  # the parts of a document are no list
        return []
    return sorted(members, key=lambda hit: hit.row)


def all_offers(question: str, ranked: Sequence[Hit], at: At, fewest: int = 2) -> list[Hit]:
    """The clauses that offer what ``question`` asks a list of, document by document in the order of the text.

    Those of the region that answers best, in documents of which one is near; where the question says for whom, far
    ones too. Nothing where fewer than ``fewest`` offer it, or the best is itself a list.
    """
    offer = offer_asked(question)
    if not (offer and ranked) or (_is_list(*at(ranked[0])) and offer.made_in(_text(*at(ranked[0])))):
        return []
    home, best = at(ranked[0])[0].region, ranked[0].score
    offered = [
        hit
        for hit in ranked
        for d, clause in [at(hit)]
        if d.region == home and offer.made_in(_text(d, clause))
    ]
    near = [hit for hit in offered if hit.score >= _CLOSE * best and relevant(hit)]
    speaking = list(dict.fromkeys(at(hit)[0].id for hit in near))
    members = [hit for hit in (offered if offer.whom else near) if at(hit)[0].id in speaking]
    if len({at(hit)[1].id for hit in members}) < fewest:
        return []
    return sorted(members, key=lambda hit: (speaking.index(at(hit)[0].id), hit.row))


def _is_list(document: Document, clause: Clause) -> bool:
    return len([line for line in _text(document, clause).splitlines() if line.strip()]) > 3


def _text(document: Document, clause: Clause) -> str:
    return clause.body.of(document.text)


def _introduced(hits: Sequence[Hit], at: At) -> tuple[str, int] | None:
    """The first of ``hits`` that ends by announcing what its children list."""
    for document, clause in map(at, hits):
        position = document.clauses.index(clause)
        announces = clause.body.of(document.text).endswith(("：", ":"))
        if announces and any(other.parent == position for other in document.clauses):
            return document.id, position
    return None


def _counted(folded: str, document: Document, clause: Clause) -> tuple[str, int] | None:
    """The place of the best clause, where it holds as many others as the question counts: 是哪五个集群."""
    counts = _HOW_MANY.search(folded)
    position = document.clauses.index(clause)
    held = sum(other.parent == position for other in document.clauses)
    return (document.id, position) if counts and number(counts[1]) == held else None


def _common_heading(hits: Sequence[Hit], at: At) -> tuple[str, int] | None:
    """The place of the best hit's heading, unless it is a chapter, when another of ``hits`` stands under it too."""
    places = [_place(*at(hit)) for hit in hits]
    document = at(hits[0])[0]
    if places[0] is None or document.clauses[places[0][1]].kind in _CONTAINERS:
        return None
    clauses = {at(hit)[1].id for hit, place in zip(hits, places, strict=True) if place == places[0]}
    return places[0] if len(clauses) >= 2 else None


def _place(document: Document, clause: Clause) -> tuple[str, int] | None:
    """The heading that holds ``clause``: its document and position."""
    return None if clause.parent is None else (document.id, clause.parent)


def _named(unit: str, question: str) -> bool:
    """Whether ``question`` names ``unit``, with or without its level: 医保局 for 县医保局."""
    folded = fold(unit)
    return folded in question or _LEVEL.sub("", folded) in question
