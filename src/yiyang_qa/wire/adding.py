"""What became of files handed in."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from yiyang_qa.adding import Difference, Outcome, Side, Twin, Verdict
from yiyang_qa.types import Document
from yiyang_qa.wire.error import ErrorDetail
from yiyang_qa.wire.place import document_url
from yiyang_qa.wire.review import (
    DoubtBody,
    LineBody,
    ReadBody,
    doubt_bodies,
    line_body,
    read_body,
)


class UncertainBody(BaseModel):
    """Something about the text that its keeper should look at."""

    message: str
    line: LineBody | None


class SideBody(BaseModel):
    """A clause of one of two documents."""

    clause_path: list[str]
    text: str


class DifferenceBody(BaseModel):
    """Clauses at the same place of two documents; null where one has none there."""

    old: SideBody | None = Field(description="已收录的文件")
    new: SideBody | None = Field(description="这次添加的文件")


class TwinBody(BaseModel):
    """The document that a file is like."""

    document_id: str
    title: str
    url: str
    likeness: float = Field(description="相同文字所占的比例，0 至 1")
    differences: list[DifferenceBody]


class FileBody(BaseModel):
    """What became of one file."""

    file: str = Field(description="文件名")
    status: Verdict
    message: str
    document: ReadBody | None = Field(description="读出的字段；读不了的文件没有")
    clauses: int | None = Field(description="条款数")
    to_confirm: list[DoubtBody]
    uncertain: list[UncertainBody]
    twin: TwinBody | None = Field(description="相同或相近的已收录文件")


#: An answer to ``POST /v1/documents``.
EXAMPLE: JsonDict = {
    "added": 0,
    "files": [
        {
            "file": "meals-2023.txt",
            "status": "near_identical",
            "message": "没有添加：与已收录的 meals 几乎相同（93% 的文字相同）。请核对下列不同之处……",
            "document": None,
            "clauses": 12,
            "to_confirm": [
                {
                    "field": "issued_on",
                    "value": "2023-03",
                    "reason": "原文日期不全，只能确定到月",
                    "line": {"number": 31, "text": "2023年3月  日"},
                }
            ],
            "uncertain": [],
            "twin": {
                "document_id": "meals",
                "title": "某市老年食堂建设方案",
                "url": "/documents/meals",
                "likeness": 0.93,
                "differences": [
                    {
                        "old": {"clause_path": ["第二条"], "text": "第二条 给予一次性建设补贴5万元。"},
                        "new": {"clause_path": ["第二条"], "text": "第二条 给予一次性建设补贴8万元。"},
                    }
                ],
            },
        }
    ],
}


class AddBody(BaseModel):
    """One report a file, in the order in which they were handed in."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    added: int = Field(description="添加了几份")
    files: list[FileBody]


class RefusedBody(AddBody):
    """No file was added: the first reason as the error, and the report on every file."""

    error: ErrorDetail


def add_body(outcomes: Sequence[Outcome]) -> AddBody:
    """The report on everything handed in."""
    files = [file_body(outcome) for outcome in outcomes]
    return AddBody(added=sum(file.status is Verdict.ADDED for file in files), files=files)


def file_body(outcome: Outcome) -> FileBody:
    """The report on one file."""
    document = outcome.document
    return FileBody(
        file=outcome.name,
        status=outcome.verdict,
        message=outcome.message,
        document=read_body(document) if document else None,
        clauses=len(document.clauses) if document else None,
        to_confirm=doubt_bodies(document) if document else [],
        uncertain=_uncertain(document) if document else [],
        twin=_twin(outcome.twin) if outcome.twin else None,
    )


def _uncertain(document: Document) -> list[UncertainBody]:
    found = [UncertainBody(message=o.message, line=line_body(document, o.span)) for o in document.oddities]
    if not any(clause.path for clause in document.clauses):
        found.append(UncertainBody(message="没有带编号的条款，按段落引用", line=None))
    return found


def _twin(twin: Twin) -> TwinBody:
    return TwinBody(
        document_id=twin.document.id,
        title=twin.document.title,
        url=document_url(twin.document),
        likeness=round(twin.likeness, 4),
        differences=[_difference(each) for each in twin.differences],
    )


def _difference(difference: Difference) -> DifferenceBody:
    return DifferenceBody(old=_side(difference.old), new=_side(difference.new))


def _side(side: Side | None) -> SideBody | None:
    return None if side is None else SideBody(clause_path=list(side.path), text=side.text)
