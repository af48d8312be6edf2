"""沿革: what other documents do to one, each with the place that says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, Field

from yiyang_qa.types import Alteration, Amended, Extended
from yiyang_qa.wire.place import LocationBody, marked_url


class ChangeBody(BaseModel):
    """Another document that does something to this one, and the place in its text."""

    document_id: str
    title: str
    effective_on: str = Field(description="从哪一天起")
    location: LocationBody = Field(description="在那份文件的正文里的位置")
    url: str


class ExtensionBody(ChangeBody):
    """延长有效期."""

    until: str | None = Field(description="延长到哪一天，继续有效而没有截止日期时为空")


class AmendmentBody(ChangeBody):
    """修改条款; the new text is at ``location``."""

    clause: str = Field(description="被修改的条款，如 第三条、含“甲”的条款、有关条款；增加的条款是它的新编号")
    change: Alteration = Field(description="整条修改、部分修改、删去、增加、只改条号")


def extension_bodies(extensions: Iterable[Extended]) -> list[ExtensionBody]:
    """In the order given."""
    return [ExtensionBody(**_told(each), until=each.until) for each in extensions]


def amendment_bodies(amendments: Iterable[Amended]) -> list[AmendmentBody]:
    """In the order given."""
    return [AmendmentBody(**_told(each), clause=each.address, change=each.change) for each in amendments]


def _told(change: Extended | Amended) -> dict[str, Any]:
    """The fields of a :class:`ChangeBody`."""
    return {
        "document_id": change.by.id,
        "title": change.by.title,
        "effective_on": change.on,
        "location": LocationBody(start=change.span.start, end=change.span.end),
        "url": marked_url(change.by, [change.span]),
    }
