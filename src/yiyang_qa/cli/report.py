"""What was read out of a document, and what its reader should look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from yiyang_qa.types import Document

#: What a reader would expect a document to say → what to tell when it does not.
_EXPECTED: tuple[tuple[Callable[[Document], object], str], ...] = (
    (lambda d: d.title != d.id, "没有认出标题，用了文件名；可在同名 .toml 中写 title"),
    (lambda d: d.region, "没有认出地区，按地区提问时不会用到它；可在同名 .toml 中写 region"),
    (lambda d: d.issuers, "没有认出发文机关"),
    (lambda d: d.issued_on or d.published_on, "没有认出成文日期或发布日期"),
    (lambda d: any(clause.label for clause in d.clauses), "没有带编号的条款，按段落引用"),
)


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
            *(message for said, message in _EXPECTED if not said(document)),
            *(oddity.message for oddity in document.oddities),
        ],
    )


def paragraph(report: Report) -> str:
    """The report for people."""
    region = " ".join(report["region"] or ["地区不明"])
    first = f"{report['document_id']}  《{report['title']}》  {region}  {report['clauses']} 条"
    return "\n".join([first, *(f"    请核对：{each}" for each in report["uncertain"])])
