"""The answer: a line of result, the sentences that say so, and where each stands.

Nothing is said that is not in a cited clause. Every citation is used in the text as [n].
"""

from __future__ import annotations

from collections.abc import Sequence

from yiyang_qa.answer import phrases
from yiyang_qa.answer.notices import notices
from yiyang_qa.answer.refusal import refused
from yiyang_qa.search.finding import Finding
from yiyang_qa.types import Answer, Evidence, Intent, Notice, Query, Status

#: Citations quoted in full sentences; the rest are named with their first one.
_QUOTED = 3


def compose(query: Query, finding: Finding) -> Answer:
    """The answer to ``query`` from what was found; a refusal when nothing was."""
    if not finding.evidence:
        return refused(query, finding)
    warned = notices(finding.evidence, query.as_of)
    body = _BY_INTENT.get(query.intent, _found)(finding.evidence)
    missing = [f"{r.name}：文件库中没有该地区的文件。" for r in finding.missing]
    return Answer(
        query=query,
        status=Status.PARTIAL if finding.missing else Status.ANSWERED,
        text="\n\n".join([*body, *missing, *_warnings(warned)]),
        evidence=finding.evidence,
        notices=warned,
        follow_ups=_follow_ups(query, finding.evidence),
    )


def _found(evidence: Sequence[Evidence]) -> list[str]:
    """The best clause in full, the next ones by their sentences, the rest by address."""
    lines = [_cited(item, number) for number, item in enumerate(evidence[:_QUOTED], 1)]
    rest = "、".join(
        f"{_short(item)}[{number}]" for number, item in enumerate(evidence[_QUOTED:], _QUOTED + 1)
    )
    return [*lines, *([f"相关条款：{rest}"] if rest else [])]


def _compared(evidence: Sequence[Evidence]) -> list[str]:
    return [_cited(item, number) for number, item in enumerate(evidence, 1)]


def _responsible(evidence: Sequence[Evidence]) -> list[str]:
    """Units first; then the clause that they answer for."""
    best = evidence[0]
    if not best.clause.units:
        return _found(evidence)
    return [f"{phrases.region(best.document)}：{phrases.units(best.clause.units)}[1]", *_found(evidence)]


_BY_INTENT = {Intent.COMPARE: _compared, Intent.UNITS: _responsible}


def _cited(item: Evidence, number: int) -> str:
    """One citation in words: region, sentences, document, clause, units."""
    units = phrases.units(item.clause.units)
    place = f"{phrases.source(item.document)} {phrases.address(item)}".strip()
    return f"{phrases.region(item.document)}：{phrases.said(item)}[{number}]\n—— {place}" + (
        f"\n{units}" if units else ""
    )


def _short(item: Evidence) -> str:
    return f"{phrases.region(item.document)}“{item.clause.path[-1] if item.clause.path else item.document.title}”"


def _warnings(warned: Sequence[Notice]) -> list[str]:
    return [
        f"提示：{notice.message}" + (f"[{notice.citation}]" if notice.citation else "") for notice in warned
    ]


def _follow_ups(query: Query, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Questions that the evidence in hand can answer next."""
    asked = []
    if query.intent is not Intent.UNITS and evidence[0].clause.units:
        asked.append("责任单位是谁？")
    if query.intent is not Intent.COMPARE and query.regions:
        asked.append("其他城市是怎么规定的？")
    if query.intent is not Intent.DATE:
        asked.append("这份文件是什么时候发的？")
    return tuple(asked)
