"""What was read out of a document, and what its reader should look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from yiyang_qa.adding import Verdict
from yiyang_qa.corpus import FIELDS
from yiyang_qa.types import Document
from yiyang_qa.wire import FileBody
from yiyang_qa.wire.adding import DifferenceBody, SideBody
from yiyang_qa.wire.review import DoubtBody, LineBody


class Report(TypedDict):
    """One document of a build report; ``uncertain`` is meant for its keeper."""

    document_id: str
    title: str
    region: list[str] | None
    clauses: int
    uncertain: list[str]


def read_out(document: Document) -> Report:
    """What was read out of ``document``, and what is uncertain."""
    return Report(
        document_id=document.id,
        title=document.title,
        region=list(document.region.path) if document.region else None,
        clauses=len(document.clauses),
        uncertain=[
            *(f"{doubt.reason}（{FIELDS[doubt.field]}）" for doubt in document.doubts),
            *(oddity.message for oddity in document.oddities),
            *([] if any(c.path for c in document.clauses) else ["没有带编号的条款，按段落引用"]),
        ],
    )


def paragraph(report: Report) -> str:
    """The report for people."""
    region = " ".join(report["region"] or ["地区不明"])
    first = f"{report['document_id']}  《{report['title']}》  {region}  {report['clauses']} 条"
    return "\n".join([first, *(f"    请核对：{each}" for each in report["uncertain"])])


def on_file(file: FileBody) -> str:
    """What became of one file, for people."""
    said = f"{file.file}：{file.message}"
    if file.status is Verdict.IDENTICAL:
        return said
    return "\n    ".join([said, *_recognised(file), *_to_check(file), *_beside(file)])


def _recognised(file: FileBody) -> Iterator[str]:
    if (document := file.document) is None:
        return
    region = " ".join(document.region.path) if document.region else "地区不明"
    yield f"编号 {document.document_id}  《{document.title}》  {region}  {file.clauses} 条"
    said = (
        (FIELDS["kind"], document.kind),
        (FIELDS["issuers"], "、".join(document.issuers)),
        (FIELDS["doc_number"], document.doc_number),
        (FIELDS["issued_on"], document.issued_on),
        (FIELDS["published_on"], document.published_on),
        (FIELDS["effective_on"], document.effective_on),
        (FIELDS["valid_until"], document.valid_until),
        ("重新公布", document.reprint and f"《{document.reprint.title}》"),
    )
    if known := "  ".join(f"{name} {value}" for name, value in said if value):
        yield known


def _to_check(file: FileBody) -> Iterator[str]:
    yield from (f"请核对{_doubt(doubt)}" for doubt in file.to_confirm)
    yield from (f"请核对：{each.message}{_line(each.line)}" for each in file.uncertain)


def _doubt(doubt: DoubtBody) -> str:
    value = f"“{doubt.value}”" if doubt.value else ""
    return f"{FIELDS[doubt.field]}{value}：{doubt.reason}{_line(doubt.line)}"


def _line(line: LineBody | None) -> str:
    return f"（第 {line.number} 行：{line.text}）" if line else ""


def _beside(file: FileBody) -> Iterator[str]:
    if file.twin is None or not file.twin.differences:
        return
    yield f"与 {file.twin.document_id}《{file.twin.title}》不同的条款："
    for difference in file.twin.differences:
        yield from _difference(difference)


def _difference(difference: DifferenceBody) -> Iterator[str]:
    yield f"  - {_side(difference.old)}"
    yield f"  + {_side(difference.new)}"


def _side(side: SideBody | None) -> str:
    return " ".join(side.text.split()) if side else "（没有这一条）"
