"""``/v1/documents``: the catalogue, one document, its clause tree."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter

from yiyang_qa import wire
from yiyang_qa.api.errors import RESPONSES
from yiyang_qa.api.service import Serving

router = APIRouter(prefix="/v1/documents", tags=["文件"], responses=RESPONSES)


@router.get("", summary="文件目录")
def catalogue(service: Serving) -> wire.CatalogueBody:
    """全部文件，不含正文。"""
    return service.catalogue()


@router.get("/{document_id}", summary="一份文件")
def document(document_id: str, service: Serving) -> wire.FullDocumentBody:
    """文件信息和正文；所有引用位置都以这份正文计数。"""
    found = service.document(document_id)
    return wire.full_document_body(found, service.ready().lineage, date.today())


@router.get("/{document_id}/clauses", summary="条款结构")
def clauses(document_id: str, service: Serving) -> wire.ClausesBody:
    """按正文顺序排列的条款；各条 start 至 end 首尾相接，合起来就是全文。"""
    document = service.document(document_id)
    return wire.clauses_body(document, service.ready().lineage.amended(document))
