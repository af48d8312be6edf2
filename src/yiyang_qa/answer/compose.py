"""The answer: for each thing asked the sentences that answer first, where they stand, then what else bears on it.

Nothing is said that is not in a cited clause. Every citation is used in the text as [n].
"""

from __future__ import annotations

from collections.abc import Sequence

from yiyang_qa.answer.bodies import body
from yiyang_qa.answer.judgement import Judged, judged_by
from yiyang_qa.answer.notices import (
    lapsed,
    nearest_only,
    notices,
    place_unsaid,
    provision_absent,
    registered_elsewhere,
    registers_apart,
)
from yiyang_qa.answer.numbering import numbers_of, together
from yiyang_qa.answer.phrases import names_of
from yiyang_qa.answer.refusal import refused, unsaid
from yiyang_qa.answer.tables import table
from yiyang_qa.answer.years import other_year
from yiyang_qa.search.compound import Found
from yiyang_qa.types import Answer, Evidence, Intent, Notice, Query, Status


def compose(query: Query, found: Sequence[Found], k: int) -> Answer:
    """The answer to ``query`` from what was found for each thing asked, with about ``k`` citations; else a refusal."""
    if not any(each.finding.evidence for each in found):
        return refused(query, found[0].finding)
    if all(each.query.intent is Intent.COMPARE for each in found):
        return _comparison(query, found, k)
    shares = [_share(each, k, len(found)) for each in found]
    evidence = together(shares)
    judged = judged_by(query, evidence)
    evidence = judged.evidence if judged else evidence
    doubts = (
        *provision_absent(query, evidence),
        *other_year(query, evidence),
        *_doubts(found, shares, evidence),
    )
    searched = tuple(dict.fromkeys(region for each in found for region in each.finding.regions))
    warned = (
        *registered_elsewhere(query, evidence),
        *place_unsaid(query, searched, evidence),
        *notices(evidence, query.as_of),
    )
    parts = [
        _part(each, share, evidence, judged if len(found) == 1 else None)
        for each, share in zip(found, shares, strict=True)
    ]
    return Answer(
        query=query,
        status=_status(found),
        text="\n\n".join(
            [
                *_warnings(doubts),
                *([judged.text] if judged else []),
                *_once(parts, found),
                *_missing(found),
                *_unheard(found),
                *_warnings(warned),
            ]
        ),
        evidence=evidence,
        reason=next((each.finding.reason for each in found if each.finding.reason), None),
        eligibility=judged.eligibility if judged else None,
        notices=(*doubts, *warned),
        follow_ups=_follow_ups(query, evidence),
    )


def _doubts(
    found: Sequence[Found], shares: Sequence[Sequence[Evidence]], evidence: Sequence[Evidence]
) -> tuple[Notice, ...]:
    """That the evidence of a part may only come near what it asks."""
    doubted = [share[0] for each, share in zip(found, shares, strict=True) if each.finding.doubtful and share]
    return (
        *(nearest_only(number) for number in dict.fromkeys(numbers_of(doubted, evidence))),
        *_lapsed(found),
    )


def _lapsed(found: Sequence[Found]) -> tuple[Notice, ...]:
    standings = {standing.document.id: standing for each in found for standing in each.finding.out_of_force}
    return lapsed(list(standings.values()))


def _share(each: Found, k: int, parts: int) -> Sequence[Evidence]:
    """What is cited for one of ``parts`` things asked: all for the only one, and for a list."""
    whole = parts == 1 or each.query.intent is Intent.LIST or each.finding.members
    return each.finding.evidence if whole else each.finding.evidence[: max(1, k // parts)]


def _part(
    each: Found, share: Sequence[Evidence], evidence: Sequence[Evidence], judged: Judged | None
) -> list[str]:
    """What is said on one thing asked, in paragraphs."""
    if not share:
        return [unsaid(each.query, each.finding)]
    shown = evidence if judged else share
    members = each.finding.members
    return [*_whose(each, share), *body(each.query, shown, numbers_of(shown, evidence), members)]


def _once(parts: Sequence[Sequence[str]], found: Sequence[Found]) -> list[str]:
    """The paragraphs of all parts, each under the asker's words where there are several; none told twice."""
    told: list[str] = []
    heard: set[str] = set()
    for each, paragraphs in zip(found, parts, strict=True):
        fresh = [p for p in paragraphs if p not in heard] or ["见上面引用的条款。"]
        heard.update(paragraphs)
        told += [f"您问“{each.said}”：\n{fresh[0]}" if each.said else fresh[0], *fresh[1:]]
    return told


def _whose(each: Found, share: Sequence[Evidence]) -> list[str]:
    """Whose document speaks, where it is a superior's, or that of a place inside the region asked about."""
    told = dict.fromkeys(item.document.region for item in share if item.document.region)
    inside = {region: wide for region in told for wide in each.finding.silent if wide.contains(region)}
    if inside:
        return [
            f"没有查到{names_of(dict.fromkeys(inside.values()))}自己的文件规定，以下是所辖{names_of(inside)}文件的规定。"
        ]
    query, superiors = each.query, each.finding.superiors
    asked = names_of(r for r in query.regions if any(s.contains(r) and s != r for s in superiors))
    return (
        [f"没有查到{asked}自己的文件规定，以下是上级（{names_of(superiors)}）文件的规定。"] if asked else []
    )


def _status(found: Sequence[Found]) -> Status:
    """Whole, unless a region has no document or a part no clause."""
    whole = all(
        each.finding.evidence and not (each.finding.missing or each.finding.unheard) for each in found
    )
    return Status.ANSWERED if whole else Status.PARTIAL


def _missing(found: Sequence[Found]) -> list[str]:
    regions = dict.fromkeys(r.name for each in found if each.finding.evidence for r in each.finding.missing)
    return [f"{name}：文件库中没有该地区的文件。" for name in regions]


def _unheard(found: Sequence[Found]) -> list[str]:
    names = dict.fromkeys(name for each in found for name in each.finding.unheard)
    return [f"{name}：没有叫这个名字的行政区，请核对地名。" for name in names]


def _comparison(query: Query, found: Sequence[Found], k: int) -> Answer:
    """One row a region."""
    made = table(query.text, found, k)
    if not made.evidence:
        return refused(query, found[0].finding)
    warned = (*_lapsed(found), *notices(made.evidence, query.as_of))
    return Answer(
        query=query,
        status=_status(found),
        text="\n\n".join([*made.paragraphs, *_unheard(found), *_warnings(warned)]),
        evidence=made.evidence,
        comparison=made.comparison,
        notices=warned,
        follow_ups=_follow_ups(query, made.evidence),
    )


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
    elsewhere = tuple(f"{region.name}是怎么规定的？" for region in registers_apart(query, evidence))
    return (*elsewhere, *(question for question, offered in offers if offered))
