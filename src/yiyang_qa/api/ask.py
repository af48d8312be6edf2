"""``/v1/ask`` and ``/v1/search``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response, StreamingResponse
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from yiyang_qa import wire
from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.service import Serving
from yiyang_qa.api.streaming import EVENT_STREAM, UNBUFFERED, events
from yiyang_qa.wire.request import AskRequest, QuestionText
from yiyang_qa.wire.words import legible

router = APIRouter(tags=["问答"], responses=RESPONSES)


class Searched(BaseModel):
    """What is searched for. An unknown parameter is an error: ignored, a mistyped ``region`` would widen the search."""

    model_config = ConfigDict(extra="forbid")

    q: QuestionText = Field(description="要找的内容")
    region: Annotated[
        str | None,
        Field(max_length=50, description="行政区名称或代码"),
        AfterValidator(lambda name: name and legible(name)),
    ] = None
    k: int = Field(default=5, ge=1, le=20)


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
async def search(service: Serving, wanted: Annotated[Searched, Query()]) -> wire.SearchBody:
    """按相关程度排列的条款，不作回答。"""
    assistant = service.ready()
    found = await service.work(lambda: assistant.search(wanted.q, wanted.region or None, wanted.k))
    return wire.search_body(found)
