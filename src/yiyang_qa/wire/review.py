"""核对: what was read of a document, and which of it somebody should confirm."""

from __future__ import annotations

from pydantic import BaseModel, Field

from yiyang_qa.types import Document, Reprint, Span
from yiyang_qa.wire.citation import DocumentFields, document_fields
from yiyang_qa.wire.place import LocationBody

_LONGEST_LINE = 120


class ReprintBody(BaseModel):
    """重新公布: the text that a document amends, printed whole in it."""

    title: str = Field(description="所印的标题，如 某某办法（2023年修正）")
    location: LocationBody = Field(description="在这份文件的正文里的位置")


class ReadBody(DocumentFields):
    """What was read of one document."""

    kind: str | None = Field(
        description="文种：实施方案、规划、通知、答复函……；附有全文的通知、决定，是所附文件的"
    )
    reprint: ReprintBody | None = Field(description="修改决定之后重新公布的全文，没有时为空")
    source: str | None = Field(description="原文发布地址")


class LineBody(BaseModel):
    """A line of the document's text; a long one is cut."""

    number: int = Field(description="行号，从 1 起")
    text: str


class DoubtBody(BaseModel):
    """A field that somebody should confirm (``PATCH /v1/documents/{id}``)."""

    field: str
    value: str | None = Field(description="读到的值，没有读到时为空")
    reason: str
    line: LineBody | None = Field(description="依据的那一行；没有依据时为空")


class ReviewBody(ReadBody):
    """One document as it was read, and what somebody should confirm."""

    to_confirm: list[DoubtBody] = Field(description="没有读出、读得不全或前后不一的字段，请人确认")


def read_body(document: Document) -> ReadBody:
    """The document's fields without its text."""
    return ReadBody(
        **document_fields(document),
        kind=document.kind,
        reprint=_reprint_body(document.reprint),
        source=document.source,
    )


def _reprint_body(anew: Reprint | None) -> ReprintBody | None:
    if anew is None:
        return None
    start, end = anew.span
    return ReprintBody(title=anew.printed, location=LocationBody(start=start, end=end))


def review_body(document: Document) -> ReviewBody:
    """The document's fields without its text, and its doubts."""
    return ReviewBody(**read_body(document).model_dump(), to_confirm=doubt_bodies(document))


def doubt_bodies(document: Document) -> list[DoubtBody]:
    """What somebody should confirm, each with the line that it rests on."""
    return [
        DoubtBody(field=d.field, value=d.value, reason=d.reason, line=line_body(document, d.span))
        for d in document.doubts
    ]


def line_body(document: Document, span: Span | None) -> LineBody | None:
    """The line in which ``span`` begins."""
    if span is None:
        return None
    start = document.text.rfind("\n", 0, span.start) + 1
    line = document.text[start:].split("\n", 1)[0].strip()
    text = line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}……"
    return LineBody(number=document.text.count("\n", 0, span.start) + 1, text=text)
