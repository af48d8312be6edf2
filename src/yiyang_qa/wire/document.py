"""文件目录, one document, and its clause tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import BaseModel, Field

from yiyang_qa.types import Amended, Clause, Document, Force, Kind
from yiyang_qa.versions import Lineage
from yiyang_qa.wire.citation import UnitBody, unit_bodies
from yiyang_qa.wire.course import AmendmentBody, ExtensionBody, amendment_bodies, extension_bodies
from yiyang_qa.wire.layout import PageBody, page_bodies
from yiyang_qa.wire.review import DoubtBody, ReadBody, doubt_bodies, read_body


class DocumentBody(ReadBody):
    """One document of the catalogue."""

    status: Force = Field(description="今天的效力：现行有效、尚未施行、有效期届满、已有新版本、已被废止")
    superseded_by: str | None = Field(description="替代或废止它的文件的 document_id，可能尚未施行")
    supersedes: list[str] = Field(description="被它替代或废止的文件的 document_id")
    extended_until: str | None = Field(description="今天已经延长到的有效期；没有延长或没有截止日期时为空")
    extended_by: list[ExtensionBody] = Field(description="延长它的有效期的文件，先后为序，可能尚未施行")
    amended_by: list[AmendmentBody] = Field(description="修改它的条款的规定，先后为序，可能尚未施行")


class FullDocumentBody(DocumentBody):
    """One document with the text that every location counts in."""

    text: str
    pages: list[PageBody] | None = Field(description="PDF、OFD、扫描件的版面；没有页的格式为 null")
    to_confirm: list[DoubtBody] = Field(description="没有读出、读得不全或前后不一的字段，请人确认")


class CatalogueBody(BaseModel):
    """All documents, in catalogue order."""

    documents: list[DocumentBody]


class ClauseBody(BaseModel):
    """One clause: ``start`` and ``end`` cover its own lines, children excluded."""

    clause_id: str
    clause_path: list[str]
    label: str = Field(description="编号，如（四）；没有编号时为空")
    heading: str
    kind: Kind
    start: int
    end: int
    responsible_units: list[UnitBody]
    parent: str | None = Field(description="上级条款的 clause_id")
    amended_by: list[AmendmentBody] = Field(description="修改这一条的规定，可能尚未施行")


class ClausesBody(BaseModel):
    """The clause tree in the order of the text; the spans cover it without gap or overlap."""

    document_id: str
    clauses: list[ClauseBody]


def document_body(document: Document, lineage: Lineage, today: date) -> DocumentBody:
    """The document's fields without its text, and how it stands ``today`` among the others."""
    stands, course = lineage.standing(document.id, today), lineage.course(document.id)
    return DocumentBody(
        **read_body(document).model_dump(),
        status=stands.force,
        superseded_by=lineage.superseded_by(document.id),
        supersedes=list(lineage.supersedes(document.id)),
        extended_until=stands.extended.until if stands.extended else None,
        extended_by=extension_bodies(course.extensions),
        amended_by=amendment_bodies(course.amendments),
    )


def full_document_body(document: Document, lineage: Lineage, today: date) -> FullDocumentBody:
    """The document's fields and its text, exactly as read."""
    return FullDocumentBody(
        **document_body(document, lineage, today).model_dump(),
        text=document.text,
        pages=None if document.layout is None else page_bodies(document.layout),
        to_confirm=doubt_bodies(document),
    )


def catalogue_body(documents: Iterable[Document], lineage: Lineage, today: date) -> CatalogueBody:
    """The catalogue, in the order given."""
    return CatalogueBody(documents=[document_body(document, lineage, today) for document in documents])


def clauses_body(document: Document, amended: Mapping[str, Iterable[Amended]]) -> ClausesBody:
    """The clause tree as a list; each clause names its parent, and what ``amended`` says of it."""
    clauses = [_clause_body(document, clause, amended.get(clause.id, ())) for clause in document.clauses]
    return ClausesBody(document_id=document.id, clauses=clauses)


def _clause_body(document: Document, clause: Clause, amended: Iterable[Amended]) -> ClauseBody:
    return ClauseBody(
        clause_id=clause.id,
        clause_path=list(clause.path),
        label=clause.label,
        heading=clause.heading,
        kind=clause.kind,
        start=clause.span.start,
        end=clause.span.end,
        responsible_units=unit_bodies(clause.units),
        parent=None if clause.parent is None else document.clauses[clause.parent].id,
        amended_by=amendment_bodies(amended),
    )
