"""What was found for one thing asked, in paragraphs: the sentences that answer first, then where they stand.

``numbers`` are those of the citations, one for each piece of evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.answer import phrases
from yiyang_qa.answer.itself import of_itself
from yiyang_qa.search.aspects import MATTER
from yiyang_qa.search.assigning import ACTORS, in_charge, of_what_is_told
from yiyang_qa.types import Evidence, Intent, Kind, Query, ancestors

_NAMED = 3  # issuers told by name
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|$|\D)")


def body(query: Query, evidence: Sequence[Evidence], numbers: Sequence[int], members: int = 0) -> list[str]:
    """The paragraphs that answer ``query`` out of ``evidence``, best first and not none.

    ``members`` of a list, in its order, are ``evidence`` or begin with it; 0 where it is none.
    """
    if query.intent is Intent.UNITS:
        return _responsible(query, evidence, numbers)
    if members > 1:
        return _members(query, evidence, numbers, more=members > len(evidence))
    return (_lines if query.intent is Intent.LIST else _found)(query, evidence, numbers)


def _found(query: Query, evidence: Sequence[Evidence], numbers: Sequence[int]) -> list[str]:
    """The best clause with its place and units; the others by the sentence that bears on the question."""
    best = evidence[0]
    said = of_itself(query.asked, best, query.as_of) or _signed(best) or phrases.said(best, _years(query))
    told = f"{_lead(best)}{said}{phrases.marks(numbers[:1])}\n{_place(best)}"
    return [told, *_related(query, evidence[1:], numbers[1:])]


def _lines(query: Query, evidence: Sequence[Evidence], numbers: Sequence[int]) -> list[str]:
    """The lines of the best clause where it is itself a list; else as for any question.

    Where a superior speaks for the regions asked about, those of its lines that name them.
    """
    if not (lines := phrases.lines(evidence[0])):
        return _found(query, evidence, numbers)
    within = [region.name for region in query.regions if region != evidence[0].document.region]
    naming = [line for line in lines if any(name in line for name in within)]
    items = "\n".join(f"- {line}{phrases.marks(numbers[:1])}" for line in naming or lines)
    head = f"{_lead(evidence[0])}{phrases.lead(evidence[0])}\n{items}\n{_place(evidence[0])}"
    return [head, *_related(query, evidence[1:], numbers[1:])]


def _members(query: Query, evidence: Sequence[Evidence], numbers: Sequence[int], *, more: bool) -> list[str]:
    """One line for each member of a list, then the documents that they stand in."""
    documents = dict.fromkeys(phrases.source(item.document) for item in evidence)
    cut = ["（条目较多，以上只列出前面的部分。）"] * more
    places = [f"出处：{source}" for source in documents]
    return ["\n".join([_lead(evidence[0]), _others(query, evidence, numbers), *cut, *places])]


def _responsible(query: Query, evidence: Sequence[Evidence], numbers: Sequence[int]) -> list[str]:
    """Units first, or that none are named and what does bear on it; then the clause that they answer for."""
    best, at = evidence[0], phrases.marks(numbers[:1])
    if best.clause.kind in MATTER:  # 谁发的文: asked of the document itself
        said = []
    elif units := phrases.units(of_what_is_told(best)):
        said = [f"{_lead(best)}{units}{at}"]
    elif ACTORS.search(phrases.said(best)):
        said = [f"{_lead(best)}这一条没有另列责任单位，由谁办理见下面的原文。{at}"]
    else:
        said = [f"{_lead(best)}这一条没有写明责任单位。{at}", *_bearing(evidence, numbers)]
    return [*(["\n".join(said)] if said else []), *_found(query, evidence, numbers)]


def _bearing(evidence: Sequence[Evidence], numbers: Sequence[int]) -> list[str]:
    """Units of the heading above the best clause, or who the document says is in charge; else who issued it."""
    best = evidence[0]
    for item, number in zip(evidence[1:2], numbers[1:2], strict=True):
        if item.clause.units and item.clause.span.end <= best.clause.span.start and _stands_under(best, item):
            return [f"它的上级条款“{phrases.name(item)}”写明：{phrases.units(item.clause)}[{number}]"]
        if item.document.id == best.document.id and (said := in_charge(item.document, item.clause)):
            return [f"这份文件写明的主管部门：{said}[{number}]"]
    issuers = "、".join(best.document.issuers[:_NAMED]) + "等" * (len(best.document.issuers) > _NAMED)
    return [f"这份文件的发文机关是{issuers}，不等于这一条的责任单位。[{numbers[0]}]"] if issuers else []


def _stands_under(item: Evidence, heading: Evidence) -> bool:
    """Whether ``item`` is of the document of ``heading`` and anywhere below it."""
    clauses = item.document.clauses
    above = ancestors(clauses, item.clause) if item.document.id == heading.document.id else ()
    return any(clauses[at] == heading.clause for at in above)


def _related(query: Query, evidence: Sequence[Evidence], numbers: Sequence[int]) -> list[str]:
    return ["相关条款：\n" + _others(query, evidence, numbers)] if evidence else []


def _others(query: Query, evidence: Sequence[Evidence], numbers: Sequence[int]) -> str:
    years = _years(query)
    asked = query.variants[0]
    return "\n".join(
        _other(item, number, years, asked) for item, number in zip(evidence, numbers, strict=True)
    )


def _other(item: Evidence, number: int, years: frozenset[str], asked: str) -> str:
    name, said = phrases.name(item), phrases.said(item, years)
    heading = "" if said.startswith(name) else f"{name}："  # a clause of one sentence is its own heading
    return f"- {heading}{phrases.brief(said, asked)}[{number}]"


def _lead(item: Evidence) -> str:
    return f"{phrases.region(item.document)}："


def _place(item: Evidence) -> str:
    """Document, clause address and units, each as the source gives them."""
    place = f"出处：{phrases.source(item.document)} {phrases.address(item)}".strip()
    units = "" if _signed(item) else phrases.units(of_what_is_told(item))
    return f"{place}\n{units}" if units else place


def _signed(item: Evidence) -> str:
    """Who signed, of the signatures alone: their lines only set them in columns."""
    return phrases.units(item.clause) if item.clause.kind is Kind.SIGNATURE else ""


def _years(query: Query) -> frozenset[str]:
    return frozenset(_YEAR.findall(" ".join(query.variants)))
