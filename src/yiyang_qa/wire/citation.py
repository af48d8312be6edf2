"""引用: a clause quoted as evidence, with the fields of its document."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from yiyang_qa.types import Document, Evidence, Kind, Unit, UnitRole
from yiyang_qa.wire.course import AmendmentBody, ExtensionBody, amendment_bodies, extension_bodies
from yiyang_qa.wire.place import LocationBody, RegionBody, SpanBody, clause_url, document_url, region_body


class UnitBody(BaseModel):
    """责任单位 of a clause, as the document writes it."""

    name: str
    full_name: str | None
    role: UnitRole
    inherited_from: str | None = Field(description="使本条款也承担该单位责任的那一条的 clause_id")


class DocumentFields(BaseModel):
    """What a citation says of its document; dates at the precision of the source, null where it is silent."""

    document_id: str
    title: str
    doc_number: str | None = Field(description="发文字号")
    issuers: list[str] = Field(description="发文机关")
    region: RegionBody | None
    issued_on: str | None = Field(description="成文日期：2021、2021-09 或 2021-09-30")
    published_on: str | None = Field(description="发布日期")
    effective_on: str | None = Field(description="施行日期")
    valid_until: str | None = Field(description="有效期至")
    source_sha256: str
    url: str = Field(description="可阅读的原文页")


class CitationBody(DocumentFields):
    """One piece of evidence; ``index`` is the [n] of the answer's text."""

    index: int
    clause_id: str
    clause_path: list[str]
    clause_kind: Kind = Field(description="条款的类别；signature 是署名，所列单位是发文机关，不等于责任单位")
    responsible_units: list[UnitBody]
    quote: str
    location: LocationBody
    highlights: list[SpanBody] = Field(description="直接作答的句子，坐标与 location 相同")
    score: float
    superseded_by: str | None = Field(description="替代或废止这份文件的 document_id，可能尚未施行")
    extended_by: list[ExtensionBody] = Field(description="延长这份文件有效期的文件，先后为序")
    amended_by: list[AmendmentBody] = Field(
        description="在所问的那天已经修改这一条的规定，引文是修改前的文字"
    )


def document_fields(document: Document) -> dict[str, Any]:
    """Values of ``DocumentFields`` by name."""
    return {
        "document_id": document.id,
        "title": document.title,
        "doc_number": document.doc_number,
        "issuers": list(document.issuers),
        "region": region_body(document.region),
        "issued_on": document.issued_on,
        "published_on": document.published_on,
        "effective_on": document.effective_on,
        "valid_until": document.valid_until,
        "source_sha256": document.sha256,
        "url": document_url(document),
    }


def unit_bodies(units: tuple[Unit, ...]) -> list[UnitBody]:
    """Responsible units in the order of the document."""
    return [
        UnitBody(name=u.name, full_name=u.full_name, role=u.role, inherited_from=u.inherited_from)
        for u in units
    ]


def citation_body(index: int, evidence: Evidence) -> CitationBody:
    """Evidence number ``index``, counted from 1."""
    document, clause = evidence.document, evidence.clause
    fields = document_fields(document) | {"url": clause_url(document, clause, evidence.highlights)}
    return CitationBody(
        **fields,
        index=index,
        clause_id=clause.id,
        clause_path=list(clause.path),
        clause_kind=clause.kind,
        responsible_units=unit_bodies(clause.units),
        quote=evidence.text,
        location=LocationBody(start=evidence.quote.start, end=evidence.quote.end),
        highlights=[SpanBody(start=h.start, end=h.end) for h in evidence.highlights],
        score=evidence.score,
        superseded_by=next((ending.by.id for ending in evidence.course.endings), None),
        extended_by=extension_bodies(evidence.course.extensions),
        amended_by=amendment_bodies(evidence.amendments),
    )


def citation_bodies(evidence: tuple[Evidence, ...]) -> list[CitationBody]:
    """Evidence, best first, numbered from 1."""
    return [citation_body(index, each) for index, each in enumerate(evidence, start=1)]
