"""The answer: the sentences that answer first, where they stand, then what else bears on it.

Nothing is said that is not in a cited clause. Every citation is used in the text as [n].
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.answer import phrases
from yiyang_qa.answer.judgement import judged_by
from yiyang_qa.answer.notices import notices
from yiyang_qa.answer.refusal import refused
from yiyang_qa.comparison import Compared, compare
from yiyang_qa.search.finding import Finding
from yiyang_qa.types import Answer, ComparisonRow, Evidence, Intent, Notice, Query, Status

_YEAR = re.compile(r"(?:19|20)\d\d(?=年|$|\D)")


def compose(query: Query, finding: Finding, k: int) -> Answer:
    """The answer to ``query`` from what was found, with about ``k`` citations; a refusal when nothing was."""
    if finding.evidence and query.intent is Intent.COMPARE:
        return _comparison(query, finding, k)
    if not finding.evidence:
        return refused(query, finding)
    judged = judged_by(query, finding.evidence)
    evidence = judged.evidence if judged else finding.evidence
    warned = notices(evidence, query.as_of)
    body = _BY_INTENT.get(query.intent, _found)(query, evidence)
    missing = [f"{region.name}：文件库中没有该地区的文件。" for region in finding.missing]
    return Answer(
        query=query,
        status=Status.PARTIAL if finding.missing else Status.ANSWERED,
        text="\n\n".join(
            [
                *_superior(query, finding),
                *([judged.text] if judged else []),
                *body,
                *missing,
                *_warnings(warned),
            ]
        ),
        evidence=evidence,
        eligibility=judged.eligibility if judged else None,
        notices=warned,
        follow_ups=_follow_ups(query, evidence),
    )


def _superior(query: Query, finding: Finding) -> list[str]:
    """Whose document speaks, where it is a superior's."""
    asked = "、".join(
        r.name for r in query.regions if any(s.contains(r) and s != r for s in finding.superiors)
    )
    whose = "、".join(region.name for region in finding.superiors)
    return [f"没有查到{asked}自己的文件规定，以下是上级（{whose}）文件的规定。"] if asked else []


def _comparison(query: Query, finding: Finding, k: int) -> Answer:
    """One row a region; second clauses of regions only while there are no more than ``k`` in all."""
    found = _compared(query, finding, finding.evidence)
    if len(found.evidence) > k:
        numbers = [row.citations for row in found.comparison.rows if row.citations]
        first = [mine[0] for mine in numbers]
        second = [number for mine in numbers for number in mine[1:] if number not in first]
        kept = [*first, *second[: max(0, k - len(first))]]
        found = _compared(query, finding, [found.evidence[number - 1] for number in kept])
    if not found.evidence:
        return refused(query, finding)
    warned, cited = notices(found.evidence, query.as_of), range(1, len(found.evidence) + 1)
    return Answer(
        query=query,
        status=Status.PARTIAL if finding.missing else Status.ANSWERED,
        text="\n\n".join([*(_row(row, cited) for row in found.comparison.rows), *_warnings(warned)]),
        evidence=found.evidence,
        comparison=found.comparison,
        notices=warned,
        follow_ups=_follow_ups(query, found.evidence),
    )


def _compared(query: Query, finding: Finding, evidence: Sequence[Evidence]) -> Compared:
    return compare(query.text, evidence, query.regions or finding.regions, absent=finding.missing)


def _row(row: ComparisonRow, cited: Sequence[int]) -> str:
    """One region in words; a working (72% − 60% = …) rests on all that is ``cited``."""
    told = [line for line in row.summary.splitlines() if "=" not in line]
    workings = [line for line in row.summary.splitlines() if "=" in line]
    lines = [f"{row.region}：" + "\n".join(told) + phrases.marks(row.citations)]
    return "\n".join([*lines, *(line + phrases.marks(cited) for line in workings)])


def _found(query: Query, evidence: Sequence[Evidence]) -> list[str]:
    """The best clause with its place and units; the others by the sentence that bears on the question."""
    years = _years(query)
    best = f"{_lead(evidence[0])}{phrases.said(evidence[0], years)}[1]\n{_place(evidence[0])}"
    others = [_other(item, number, years) for number, item in enumerate(evidence[1:], 2)]
    return [best, *(["相关条款：\n" + "\n".join(others)] if others else [])]


def _listed(query: Query, evidence: Sequence[Evidence]) -> list[str]:
    """Every item: the lines of one clause that is itself a list, or one line for each clause."""
    if lines := phrases.lines(evidence[0]):
        items = "\n".join(f"- {line}[1]" for line in lines)
        others = [_other(item, number, _years(query)) for number, item in enumerate(evidence[1:], 2)]
        rest = ["相关条款：\n" + "\n".join(others)] if others else []
        return [f"{_lead(evidence[0])}{phrases.name(evidence[0])}\n{items}\n{_place(evidence[0])}", *rest]
    items = "\n".join(_other(item, number, _years(query)) for number, item in enumerate(evidence, 1))
    return [f"{_lead(evidence[0])}\n{items}\n{_place(evidence[0])}"]


def _responsible(query: Query, evidence: Sequence[Evidence]) -> list[str]:
    """Units first; then the clause that they answer for."""
    best = evidence[0]
    head = [f"{_lead(best)}{phrases.units(best.clause)}[1]"] if best.clause.units else []
    return [*head, *_found(query, evidence)]


_BY_INTENT = {Intent.UNITS: _responsible, Intent.LIST: _listed}


def _lead(item: Evidence) -> str:
    return f"{phrases.region(item.document)}："


def _place(item: Evidence) -> str:
    """Document, clause address and units, each as the source gives them."""
    place = f"出处：{phrases.source(item.document)} {phrases.address(item)}".strip()
    units = phrases.units(item.clause)
    return f"{place}\n{units}" if units else place


def _other(item: Evidence, number: int, years: frozenset[str]) -> str:
    name, said = phrases.name(item), phrases.said(item, years)
    heading = "" if said.startswith(name) else f"{name}："  # a clause of one sentence is its own heading
    return f"- {heading}{phrases.brief(said)}[{number}]"


def _years(query: Query) -> frozenset[str]:
    return frozenset(_YEAR.findall(" ".join(query.variants)))


def _warnings(warned: Sequence[Notice]) -> list[str]:
    return [
        f"提示：{notice.message}" + (f"[{notice.citation}]" if notice.citation else "") for notice in warned
    ]


def _follow_ups(query: Query, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Questions that the evidence in hand can answer next."""
    offers = (
        ("责任单位是谁？", query.intent is not Intent.UNITS and bool(evidence[0].clause.units)),
        ("其他城市是怎么规定的？", query.intent is not Intent.COMPARE and bool(query.regions)),
        (
            "这份文件是什么时候发的？",
            query.intent is not Intent.DATE and bool(evidence[0].document.issued_on),
        ),
    )
    return tuple(question for question, offered in offers if offered)
