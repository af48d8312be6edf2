"""The one shape of every error."""

from __future__ import annotations

from pydantic import BaseModel, Field


class ErrorDetail(BaseModel):
    """What went wrong and what to do about it."""

    code: str
    message: str = Field(description="给人看的中文说明")
    field: str | None = Field(
        default=None, description="出错的字段，如 filters.regions；不涉及字段时没有这一项"
    )


class ErrorBody(BaseModel):
    """``{"error": {"code", "message", "field"?}}``."""

    error: ErrorDetail


def error_body(code: str, message: str, field: str | None = None) -> ErrorBody:
    """An error; ``field`` is a dotted path into the request."""
    return ErrorBody(error=ErrorDetail(code=code, message=message, field=field))
