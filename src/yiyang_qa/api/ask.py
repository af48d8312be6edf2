"""``/v1/ask`` and ``/v1/search``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response, StreamingResponse
from pydantic import AfterValidator

from yiyang_qa import wire
from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.service import Serving
from yiyang_qa.api.streaming import EVENT_STREAM, UNBUFFERED, events
from yiyang_qa.wire.request import LONGEST_QUESTION, AskRequest
from yiyang_qa.wire.words import asked, legible

router = APIRouter(tags=["问答"], responses=RESPONSES)

Searched = Annotated[
    str, Query(min_length=1, max_length=LONGEST_QUESTION, description="要找的内容"), AfterValidator(asked)
]
RegionName = Annotated[
    str | None,
    Query(max_length=50, description="行政区名称或代码"),
    AfterValidator(lambda name: name and legible(name)),
]


@router.post(
    "/v1/ask",
    response_model=wire.AnswerBody,
    responses={200: {"content": {EVENT_STREAM: {"schema": {"type": "string"}}}}},
    summary="提问",
)
async def ask(request: AskRequest, service: Serving) -> Response:
    """回答、引用的条款原文和出处；``stream`` 为真时依次发出 query、citations、delta……、done 事件。"""
    question = request.to_question()
    if request.stream:
        begun = await service.work(lambda: service.begin(question))
        return StreamingResponse(events(service, begun), media_type=EVENT_STREAM, headers=UNBUFFERED)
    body = await service.work(lambda: service.answer(question))
    return Response(body.model_dump_json(), media_type="application/json")


@router.get("/v1/search", summary="检索条款")
async def search(
    service: Serving, q: Searched, region: RegionName = None, k: Annotated[int, Query(ge=1, le=20)] = 5
) -> wire.SearchBody:
    """按相关程度排列的条款，不作回答。"""
    assistant = service.ready()
    return wire.search_body(await service.work(lambda: assistant.search(q, region or None, k)))
