"""Two versions side by side: as JSON, and ``/documents/{id}/diff/{other}`` as a page to read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from yiyang_qa import wire
from yiyang_qa.api.columns import groups
from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.pages import SECURITY, render
from yiyang_qa.api.service import Serving
from yiyang_qa.versions import diff
from yiyang_qa.versions.telling import tally
from yiyang_qa.wire.place import document_url

router = APIRouter(responses={status: RESPONSES[status] for status in (404, 422, 503)})

Other = Annotated[str, Query(alias="with", min_length=1, description="新版的 document_id")]


@router.get("/v1/documents/{document_id}/diff", tags=["文件"], summary="与另一版本逐条对照")
def clause_diff(document_id: str, other: Other, service: Serving) -> wire.DiffBody:
    """以路径中的文件为旧版、``with`` 为新版，逐条列出修改、新增、删除、移动和未变的条款；位置以各自正文计数。"""
    return wire.diff_body(diff(service.document(document_id), service.document(other)))


@router.get(
    "/documents/{document_id}/diff/{other}",
    tags=["原文"],
    response_class=HTMLResponse,
    summary="可阅读的对照页",
)
def diff_page(document_id: str, other: str, service: Serving) -> HTMLResponse:
    """左为旧版、右为新版，删去的加删除线，新增的加下划线。"""
    found = diff(service.document(document_id), service.document(other))
    page = render(
        "diff.html",
        diff=found,
        urls=(document_url(found.old), document_url(found.new)),
        tally=tally(found),
        groups=groups(found),
    )
    return HTMLResponse(page, headers=SECURITY)
