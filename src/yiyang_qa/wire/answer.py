"""The one answer object, the same on every route."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import uuid4

from pydantic import BaseModel, Field

from yiyang_qa.types import (
    Answer,
    Comparison,
    Eligibility,
    Entitlement,
    Intent,
    Notice,
    Query,
    Reason,
    Status,
    Verdict,
)
from yiyang_qa.wire.citation import CitationBody, citation_bodies


class QueryBody(BaseModel):
    """The question as understood: it stands alone."""

    text: str
    intent: Intent
    regions: list[str]
    as_of: date


class ComparisonRowBody(BaseModel):
    """One region of a comparison; ``citations`` are indexes of citations."""

    region: str
    found: bool
    summary: str
    citations: list[int]


class ComparisonBody(BaseModel):
    """横向比较: one row per region."""

    topic: str
    rows: list[ComparisonRowBody]


class AmountBody(BaseModel):
    """数额, with the working that led to it."""

    value: int | float
    unit: str
    working: str
    bound: str | None = Field(description="数额前的限定词：最高、约、不少于")
    most: int | float | None = Field(description="数额是一个范围时的另一端")
    name: str | None = Field(default=None, description="哪一项待遇；只有一项时为空")


class ConditionBody(BaseModel):
    """申领条件, and whether what was given meets it; null where nothing was given."""

    text: str
    met: bool | None
    given: str | None
    citation: int | None


class EligibilityBody(BaseModel):
    """资格判断 under the cited conditions."""

    verdict: Verdict
    amount: AmountBody | None
    amounts: list[AmountBody] = Field(default=[], description="几项待遇并列、不能相加时的各项数额")
    conditions: list[ConditionBody]
    missing: list[str]
    caveats: list[str] = Field(description="为什么还不是确定的待遇：最高、约、探索、鼓励")


_NOTICES = (
    "nearest_only 只是相近；provision_absent 没有所问的款项；year_unsaid 没有写明所问的年份；place_unsaid 问题没有说是哪里；"
    "registered_elsewhere 户籍在别处；target_date_passed 所定期限已过；plan_period_over 规划期已过；"
    "term_open 执行期限没有写明日期；term_extended 有效期已延长；expired 已过有效期；superseded 有新版本；repealed 已废止；"
    "newer_version_pending 新版本尚未施行；clause_amended 这一条已修改；date_incomplete 日期不全；source_truncated 原文不全；"
    "reply_letter 是答复函；可能增加，未列出的请显示 message"
)


class NoticeBody(BaseModel):
    """提示: what a reader must know beside the answer."""

    code: str = Field(description=_NOTICES)
    message: str
    citation: int | None


class AnswerBody(BaseModel):
    """回答. A refused answer has no citations; absent knowledge is null."""

    id: str
    status: Status
    status_reason: Reason | None
    answer: str = Field(description="正文，引用处写 [1]")
    query: QueryBody
    citations: list[CitationBody]
    comparison: ComparisonBody | None
    eligibility: EligibilityBody | None
    notices: list[NoticeBody]
    follow_up_questions: list[str]
    timings_ms: dict[str, float]


def answer_body(answer: Answer, timings_ms: Mapping[str, float]) -> AnswerBody:
    """``answer`` under a fresh id; ``timings_ms`` has at least ``total``, in milliseconds."""
    return AnswerBody(
        id=uuid4().hex,
        status=answer.status,
        status_reason=answer.reason,
        answer=answer.text,
        query=_query_body(answer.query),
        citations=citation_bodies(answer.evidence),
        comparison=_comparison_body(answer.comparison),
        eligibility=_eligibility_body(answer.eligibility),
        notices=[_notice_body(notice) for notice in answer.notices],
        follow_up_questions=list(answer.follow_ups),
        timings_ms={name: round(milliseconds, 1) for name, milliseconds in timings_ms.items()},
    )


def _query_body(query: Query) -> QueryBody:
    regions = [region.name for region in query.regions]
    return QueryBody(text=query.text, intent=query.intent, regions=regions, as_of=query.as_of)


def _comparison_body(comparison: Comparison | None) -> ComparisonBody | None:
    if comparison is None:
        return None
    rows = [
        ComparisonRowBody(region=r.region, found=r.found, summary=r.summary, citations=list(r.citations))
        for r in comparison.rows
    ]
    return ComparisonBody(topic=comparison.topic, rows=rows)


def _eligibility_body(eligibility: Eligibility | None) -> EligibilityBody | None:
    if eligibility is None:
        return None
    conditions = [
        ConditionBody(text=r.text, met=r.met, given=r.given, citation=r.citation)
        for r in eligibility.requirements
    ]
    return EligibilityBody(
        verdict=eligibility.verdict,
        amount=_amount_body(eligibility.amount) if eligibility.amount else None,
        amounts=[_amount_body(each) for each in eligibility.apart],
        conditions=conditions,
        missing=list(eligibility.missing),
        caveats=list(eligibility.caveats),
    )


def _amount_body(amount: Entitlement) -> AmountBody:
    return AmountBody(
        value=_number(amount.value),
        unit=amount.unit,
        working=amount.working,
        bound=amount.bound or None,
        most=None if amount.most is None else _number(amount.most),
        name=amount.name or None,
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _notice_body(notice: Notice) -> NoticeBody:
    return NoticeBody(code=notice.code, message=notice.message, citation=notice.citation)
