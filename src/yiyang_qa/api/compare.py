"""``POST /v1/compare``: what several regions say on one topic, as JSON or as a file to pass on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from yiyang_qa import wire
from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.service import Service, Serving
from yiyang_qa.comparison.files import Link, as_csv, as_markdown
from yiyang_qa.comparison.sheet import as_xlsx
from yiyang_qa.types import Answer, Comparison, Evidence, Reason, Status
from yiyang_qa.wire.answer import ComparisonBody, NoticeBody
from yiyang_qa.wire.place import clause_url
from yiyang_qa.wire.request import FiltersBody, Names, QuestionText
from yiyang_qa.wire.words import Day

router = APIRouter(tags=["问答"], responses=RESPONSES)


class CompareRequest(BaseModel):
    """比较. Unknown fields are errors, lest a misspelt ``regions`` widen the comparison."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"topic": "养老机构护理型床位占比"}]}
    )

    topic: QuestionText
    regions: Names = Field(default=[], description="要比较的行政区；不填则比较文件库中的全部地区")
    as_of: Day | None = Field(default=None, description="按哪一天判断有效期和期限；不填为今天")
    filters: FiltersBody | None = None


class CompareBody(BaseModel):
    """横向比较, each region once, and the clauses that its rows cite."""

    status: Status
    status_reason: Reason | None
    comparison: ComparisonBody
    citations: list[wire.CitationBody]
    notices: list[NoticeBody]


class Format(StrEnum):
    """What the comparison is returned as."""

    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"
    MD = "md"


Written = Callable[[Comparison, tuple[Evidence, ...], Link], bytes]
#: Media type and writer of each kind of file.
_FILES: Mapping[Format, tuple[str, Written]] = {
    Format.XLSX: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    Format.CSV: ("text/csv; charset=utf-8", as_csv),
    Format.MD: ("text/markdown; charset=utf-8", as_markdown),
}
_FILE_SCHEMA = {"schema": {"type": "string", "format": "binary"}}
#: What no file system takes in a name.
_UNNAMEABLE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+|[\s.]+$')
_LONGEST_NAME = 40  # characters of the topic in a file's name


@router.post(
    "/v1/compare",
    response_model=CompareBody,
    responses={200: {"content": {kind.split(";")[0]: _FILE_SCHEMA for kind, _ in _FILES.values()}}},
    summary="横向比较",
)
async def compare(
    body: CompareRequest,
    request: Request,
    service: Serving,
    kind: Annotated[
        Format, Query(alias="format", description="json，或下载为 xlsx、csv、md 文件")
    ] = Format.JSON,
) -> Response:
    """各地对同一事项的规定，一地一行，附条款原文；没有规定的地区也写明。"""
    base = str(request.base_url).rstrip("/")
    return await service.work(lambda: _response(_answer(service, body), body.topic, kind, base))


def _answer(service: Service, body: CompareRequest) -> Answer:
    assistant = service.ready()
    regions = tuple(dict.fromkeys(body.regions))
    answer = assistant.compare(body.topic, regions, body.as_of, (body.filters or FiltersBody()).filters())
    service.metrics.answered(answer.status)
    return answer


def _response(answer: Answer, topic: str, kind: Format, base: str) -> Response:
    comparison = answer.comparison or Comparison(topic, ())
    if kind is Format.JSON:
        return Response(_body(answer, comparison).model_dump_json(), media_type="application/json")
    media_type, written = _FILES[kind]
    content = written(comparison, answer.evidence, lambda item: base + _page(item))
    return Response(content, headers=_attachment(topic, kind), media_type=media_type)


def _body(answer: Answer, comparison: Comparison) -> CompareBody:
    whole = wire.answer_body(answer, {})
    return CompareBody(
        status=whole.status,
        status_reason=whole.status_reason,
        comparison=whole.comparison or ComparisonBody(topic=comparison.topic, rows=[]),
        citations=whole.citations,
        notices=whole.notices,
    )


def _page(item: Evidence) -> str:
    return clause_url(item.document, item.clause, item.highlights)


def _attachment(topic: str, kind: Format) -> dict[str, str]:
    """Headers of a download with a Chinese name (RFC 6266, RFC 8187), and a plain one for old clients."""
    name = f"横向比较-{_UNNAMEABLE.sub('', topic[:_LONGEST_NAME])}.{kind}"
    return {
        "Content-Disposition": f"attachment; filename=\"comparison.{kind}\"; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
