"""Liveness, readiness and counters, for whoever runs the service."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel

from yiyang_qa import __version__
from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.service import Serving

router = APIRouter(tags=["运行"])


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"
    version: str = __version__


class Ready(BaseModel):
    """The index is loaded."""

    status: Literal["ready"] = "ready"
    documents: int


@router.get("/healthz", summary="进程是否存活")
async def healthz() -> Alive:
    """进程在运行就返回 200。"""
    return Alive()


@router.get("/readyz", summary="索引是否就绪", responses={503: RESPONSES[503]})
async def readyz(service: Serving) -> Ready:
    """索引已装入返回 200，否则 503 并说明该运行哪条命令。"""
    return Ready(documents=len(service.ready().documents))


@router.get("/metrics", summary="Prometheus 指标", response_class=PlainTextResponse)
async def metrics(service: Serving) -> PlainTextResponse:
    """请求数、耗时分布、各状态的回答数。"""
    return PlainTextResponse(service.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
