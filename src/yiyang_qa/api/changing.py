"""Adding, removing and confirming documents; each needs an admin key (``Authorization: Bearer …``)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from yiyang_qa import wire
from yiyang_qa.adding import Verdict, uploaded
from yiyang_qa.api.errors import KEY_RESPONSES, RESPONSES
from yiyang_qa.api.limits import UPLOAD
from yiyang_qa.api.service import Serving
from yiyang_qa.errors import KeyWrong, PolicyError, RequestInvalid
from yiyang_qa.wire.error import ErrorDetail

router = APIRouter(tags=["文件管理"], responses=RESPONSES | KEY_RESPONSES)


Bearer = HTTPBearer(auto_error=False, scheme_name="管理密钥", description="YIYANG_ADMIN_KEY 中的密钥")


async def _admitted(
    request: Request,
    service: Serving,
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(Bearer)],
) -> str:
    """Whose key came with the request, told before its body is read.

    The body of a refused one is read to its end and dropped, so that an honest client gets to
    read why.
    """
    try:
        who = service.managing().holder(given.credentials if given else "")
        if who is None:
            raise KeyWrong(
                "管理密钥不对或没有填写。请带上请求头 Authorization: Bearer 加密钥；密钥由部署者设置。"
            )
    except PolicyError:
        async for _ in request.stream():
            pass
        raise
    return who


Who = Annotated[str, Depends(_admitted)]

_FILES: dict[str, Any] = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {
            "type": "array",
            "items": {"type": "string", "format": "binary"},
            "description": "一份或几份文件；同名的 .toml 作为旁注",
        }
    },
}
_UPLOAD: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FILES}}}
}
_MOST_FILES = 1000  # in one request
#: What became of the first file → status, where none was added.
_REFUSED = {
    Verdict.IDENTICAL: 409,
    Verdict.NEAR_IDENTICAL: 409,
    Verdict.NAME_TAKEN: 409,
    Verdict.UNSUPPORTED: 415,
    Verdict.UNREADABLE: 422,
}
_SAID = {
    409: "相同或几乎相同的文件已收录，或编号已被使用",
    415: "格式不支持",
    422: "文件读不了，或请求的内容不合要求",
}


@router.post(
    UPLOAD[1],
    status_code=201,
    response_model=wire.AddBody,
    responses={status: {"model": wire.RefusedBody, "description": said} for status, said in _SAID.items()},
    openapi_extra=_UPLOAD,
    summary="添加文件",
)
async def add(
    request: Request,
    service: Serving,
    who: Who,
    force: Annotated[bool, Query(description="与已收录的文件几乎相同也添加")] = False,
) -> Response:
    """逐份报告读出了什么；至少添加了一份就返回 201，新的索引整个换上。"""
    files = await _files(request)
    outcomes = await service.change(lambda desk: desk.add(uploaded(files), who, force=force))
    body = wire.add_body(outcomes)
    if body.added:
        return JSONResponse(body.model_dump(mode="json"), 201)
    first = body.files[0]
    error = ErrorDetail(code=first.status, message=first.message)
    refused = wire.RefusedBody(error=error, **body.model_dump())
    return JSONResponse(refused.model_dump(mode="json", exclude_none=False), _REFUSED[first.status])


@router.delete("/v1/documents/{document_id}", summary="移出文件")
async def remove(document_id: str, service: Serving, who: Who) -> wire.RemovedBody:
    """原件移到文件夹下的 .removed 里，不会丢失。"""
    kept = await service.change(lambda desk: desk.remove([document_id], who))
    folder = kept[0].parent
    return wire.RemovedBody(document_id=document_id, kept=f"{folder.parent.name}/{folder.name}")


@router.patch("/v1/documents/{document_id}", summary="确认或改正字段")
async def confirm(
    document_id: str, body: wire.ConfirmRequest, service: Serving, who: Who
) -> wire.FullDocumentBody:
    """写入旁注并记入修改记录；确认过的字段不再列在 to_confirm 里。"""
    document = await service.change(
        lambda desk: desk.confirm(document_id, body.values(), who, as_read=body.as_read)
    )
    return wire.full_document_body(document, service.ready().lineage, date.today())


@router.get("/v1/changes", summary="修改记录")
async def log(service: Serving, _: Who, k: Annotated[int, Query(ge=1, le=1000)] = 100) -> wire.ChangesBody:
    """最近的添加、移出和改正，新的在前。"""
    lines = await service.work(lambda: service.managing().librarian().changes())
    return wire.ChangesBody(changes=lines[: -k - 1 : -1])


async def _files(request: Request) -> list[tuple[str, bytes]]:
    """Names and bytes of the files in a multipart body, whose size is bounded by ``limits``."""
    try:
        async with request.form(max_files=_MOST_FILES, max_fields=100) as form:
            parts = [part for _, part in form.multi_items() if isinstance(part, UploadFile)]
            files = [(part.filename or "", await part.read()) for part in parts]
    except HTTPException as error:
        if error.status_code != 400:
            raise
        if error.detail.startswith("Too many files"):
            raise RequestInvalid(f"一次最多 {_MOST_FILES} 份文件，请分几次上传。", "file") from None
        files = []  # no multipart body, or a broken one
    if not files:
        raise RequestInvalid("没有收到文件。请以 multipart/form-data 上传，文件放在 file 字段里。", "file")
    return files
