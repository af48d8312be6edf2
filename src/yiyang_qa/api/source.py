"""``/documents/{id}``: the source as a page to read, the cited clause in view, its sentences marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from yiyang_qa.api.banners import banners
from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.layout import blocks
from yiyang_qa.api.pages import SECURITY, render
from yiyang_qa.api.service import Serving
from yiyang_qa.errors import RequestInvalid
from yiyang_qa.types import Document, PartialDate, Span

router = APIRouter(tags=["原文"], responses={status: RESPONSES[status] for status in (404, 422, 503)})

_MARK = r"^[0-9]{1,9}-[0-9]{1,9}(,[0-9]{1,9}-[0-9]{1,9}){0,99}$"
Marks = Annotated[str | None, Query(pattern=_MARK, description="标出的位置，如 1995-2051,2060-2090")]


@router.get("/documents/{document_id}", response_class=HTMLResponse, summary="可阅读的原文页")
def source(document_id: str, service: Serving, mark: Marks = None) -> HTMLResponse:
    """原文全文，条款可由 # 定位；``mark`` 指出的句子加底色。"""
    document = service.document(document_id)
    marks = _spans(mark, len(document.text))
    page = render(
        "source.html",
        document=document,
        facts=tuple(_facts(document)),
        banners=tuple(banners(document, service.ready().lineage, date.today())),
        link=_link(document.source),
        blocks=blocks(document, marks),
        first_mark=min((span.start for span in marks), default=None),
    )
    return HTMLResponse(page, headers=SECURITY)


def _spans(mark: str | None, length: int) -> tuple[Span, ...]:
    """Spans of ``1995-2051,2060-2090`` that lie in the text; a link may be older than the text."""
    if mark is None:
        return ()
    spans = [Span(*map(int, pair.split("-"))) for pair in mark.split(",")]
    if any(span.start >= span.end for span in spans):
        raise RequestInvalid("mark 的每一段应是“起点-终点”，起点小于终点，如 1995-2051。", "mark")
    return tuple(Span(s.start, min(s.end, length)) for s in spans if s.start < length)


def _facts(document: Document) -> Iterator[tuple[str, str | None]]:
    """The rows of the document's card: what matters always, the rest where the document says it."""
    region = document.region
    yield "发文机关", "、".join(document.issuers) or None
    yield "发文字号", document.doc_number
    yield "成文日期", _spoken(document.issued_on)
    yield "适用区域", " · ".join(region.path) if region else None
    said = {
        "文种": document.kind,
        "发布日期": _spoken(document.published_on),
        "施行日期": _spoken(document.effective_on),
        "有效期至": _spoken(document.valid_until),
        "规划期": "{}—{}年".format(*document.period) if document.period else None,
    }
    yield from ((name, value) for name, value in said.items() if value)


def _spoken(when: PartialDate | None) -> str | None:
    """2021年9月30日 for ``2021-09-30``, 2021年9月 for ``2021-09``."""
    if when is None:
        return None
    return "".join(f"{int(part)}{unit}" for part, unit in zip(when.split("-"), "年月日", strict=False))


def _link(address: str | None) -> str | None:
    """``address`` when a browser may be sent there."""
    return address if address and address.startswith(("https://", "http://")) else None
