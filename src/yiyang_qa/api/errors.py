"""Every failure as ``{"error": …}`` with a real status; a reader's browser gets the same words as a page."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from yiyang_qa import wire
from yiyang_qa.api.complaints import complaint
from yiyang_qa.api.pages import SECURITY, render
from yiyang_qa.errors import (
    CorpusBusy,
    EncoderError,
    IndexUnusable,
    KeyWrong,
    LastDocument,
    ManagementOff,
    NotFound,
    PackedDocument,
    PolicyError,
    RequestInvalid,
)

#: First match wins.
_STATUS: tuple[tuple[type[PolicyError], int], ...] = (
    (RequestInvalid, 422),
    (KeyWrong, 401),
    (ManagementOff, 403),
    (LastDocument, 409),
    (PackedDocument, 409),
    (CorpusBusy, 503),
    (NotFound, 404),
    (IndexUnusable, 503),
    (EncoderError, 503),
    (PolicyError, 500),
)

#: What the framework refuses by itself, by status.
_REFUSALS = {
    400: ("malformed_json", "请求体不是合法的 JSON（UTF-8 编码，层次不宜过深），请检查后再试。"),
    404: ("not_found", "没有这个地址，可用的接口见 /openapi.json。"),
    405: ("method_not_allowed", "这个地址不支持该请求方法，可用的方法见响应头 Allow。"),
    413: ("body_too_large", "请求体太大。请缩短问题或历史对话后再试；文件请分几次上传，一次不超过 100 MB。"),
    415: ("unsupported_media_type", "请以 JSON 提交，并加上请求头 Content-Type: application/json。"),
}

#: Declared by every route of the contract.
RESPONSES: dict[int | str, dict[str, Any]] = {
    400: {"model": wire.ErrorBody, "description": "请求体不是合法的 JSON"},
    404: {"model": wire.ErrorBody, "description": "没有这份文件或这个地址"},
    413: {"model": wire.ErrorBody, "description": "请求体太大"},
    415: {"model": wire.ErrorBody, "description": "请求体不是 JSON"},
    422: {"model": wire.ErrorBody, "description": "请求的内容不合要求；field 指出是哪一项"},
    500: {"model": wire.ErrorBody, "description": "服务内部出错"},
    503: {"model": wire.ErrorBody, "description": "索引尚未就绪"},
}

#: Declared by the routes that need an admin key.
KEY_RESPONSES: dict[int | str, dict[str, Any]] = {
    401: {"model": wire.ErrorBody, "description": "没有管理密钥，或密钥不对"},
    403: {"model": wire.ErrorBody, "description": "部署者没有设置管理密钥，不能改动文件"},
}


def _json(status: int, code: str, message: str, field: str | None = None) -> JSONResponse:
    body = wire.error_body(code, message, field)
    return JSONResponse(body.model_dump(exclude_none=True), status)


INTERNAL = _json(500, "internal_error", "服务内部出错，已记入日志；请稍后再试。")


def refuse_with(request: Request, status: int, code: str, message: str, field: str | None = None) -> Response:
    """The error as JSON, or as a page where a browser asks for one outside the endpoint."""
    wants_page = "text/html" in request.headers.get("accept", "")
    if wants_page and not request.url.path.startswith("/v1/"):
        return HTMLResponse(render("error.html", status=status, message=message), status, SECURITY)
    return _json(status, code, message, field)


async def _policy(request: Request, error: Exception) -> Response:
    assert isinstance(error, PolicyError)
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    response = refuse_with(request, status, error.code, error.message, getattr(error, "field", None))
    if isinstance(error, KeyWrong):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code, message = _REFUSALS.get(error.status_code, ("refused", "请求未被接受，请检查后再试。"))
    response = refuse_with(request, error.status_code, code, message)
    response.headers.update(error.headers or {})
    return response


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return await _refused(request, HTTPException(400))
    if isinstance(error.body, bytes):  # the framework parses JSON only where the header says so
        return await _refused(request, HTTPException(415))
    message, field = complaint(first)
    return refuse_with(request, 422, RequestInvalid.code, message, field)


def answer_errors(app: FastAPI) -> None:
    """Make ``app`` answer every expected error in the contract's shape."""
    app.add_exception_handler(PolicyError, _policy)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
