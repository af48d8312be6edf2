"""``/manage``: the documents and what is to be confirmed of each; with the admin key, changed from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.pages import MANAGE_SECURITY, render
from yiyang_qa.api.service import Serving
from yiyang_qa.corpus import FIELDS
from yiyang_qa.corpus.sidecar import MAY_LACK
from yiyang_qa.errors import PolicyError
from yiyang_qa.formats import ACCEPTED
from yiyang_qa.types import Document, Region
from yiyang_qa.wire.place import document_url
from yiyang_qa.wire.review import DoubtBody, doubt_bodies

router = APIRouter(tags=["文件管理"], responses={status: RESPONSES[status] for status in (404, 422, 503)})

_DATE = "写成 2023-10-18、2023-10 或 2023 的样子"
_HINTS = {
    "region": "行政区名称；有同名的写六位区划代码",
    "issuers": "几个机关用顿号隔开",
    "issued_on": _DATE,
    "published_on": _DATE,
    "effective_on": _DATE,
    "valid_until": _DATE,
    "source": "以 http:// 或 https:// 开头的网址",
}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the form."""

    name: str
    title: str
    value: str
    hint: str | None
    may_lack: bool
    doubt: DoubtBody | None


@router.get("/manage", response_class=HTMLResponse, summary="文件管理页")
def manage(service: Serving) -> HTMLResponse:
    """已收录的文件和待确认的字段；填了管理密钥可以添加、核对和移出。"""
    try:
        documents = tuple(service.ready().documents.values())
    except PolicyError:
        if service.management is None:
            raise
        documents = ()  # there may be none yet: the first is added from this page
    page = render(
        "manage.html",
        open=service.management is not None,
        documents=documents,
        doubted=sum(bool(document.doubts) for document in documents),
        fields=FIELDS,
        formats=ACCEPTED,
        address=document_url,
    )
    return HTMLResponse(page, headers=MANAGE_SECURITY)


@router.get("/manage/{document_id}", response_class=HTMLResponse, summary="核对一份文件的字段")
def manage_document(document_id: str, service: Serving) -> HTMLResponse:
    """读出的字段，待确认的注明原因和依据的那一行。"""
    document = service.document(document_id)
    page = render(
        "manage_document.html",
        open=service.management is not None,
        document=document,
        fields=tuple(_rows(document)),
        address=document_url,
    )
    return HTMLResponse(page, headers=MANAGE_SECURITY)


def _rows(document: Document) -> Iterator[FieldRow]:
    doubts = {doubt.field: doubt for doubt in doubt_bodies(document)}
    for name, title in FIELDS.items():
        value = _written(getattr(document, name))
        yield FieldRow(name, title, value, _HINTS.get(name), name in MAY_LACK, doubts.get(name))


def _written(value: Region | tuple[str, ...] | str | None) -> str:
    if isinstance(value, Region):
        return value.name
    return "、".join(value) if isinstance(value, tuple) else value or ""
