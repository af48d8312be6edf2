"""A small real assistant over two hand-made documents; run as a program, it serves page and endpoint."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from yiyang_qa.api import application, serve
from yiyang_qa.config import Settings
from yiyang_qa.types import (
    Answer,
    Box,
    Clause,
    Document,
    Evidence,
    Intent,
    Kind,
    Layout,
    Level,
    Notice,
    Oddity,
    Page,
    Query,
    Question,
    Rank,
    Reason,
    Rect,
    Region,
    Span,
    Status,
    Unit,
    UnitRole,
)
from yiyang_qa.versions import lineage

# kind, rank, label, heading as in the path, the clause's own lines, position of the parent
Lines = tuple[Kind, Rank, str, str, str, int | None]

GREEN_RIVER: tuple[Lines, ...] = (
    (Kind.FURNITURE, Rank.MATTER, "", "", "当前位置：首页 > 文件 & 通知\r\n\r\n", None),
    (Kind.TITLE, Rank.INSTRUMENT, "", "青河县老年食堂办法", "青河县老年食堂办法\n\n", None),
    (Kind.HEADING, Rank.HEADING, "一、", "一、总的要求", "　　一、总的要求\n\n\n", 1),
    (
        Kind.SUBHEADING,
        Rank.SUBHEADING,
        "（一）",
        "（一）开办老年食堂。",
        "（一）开办老年食堂。每个社区开办一个老年食堂。每份午餐补助3元，由县民政局发放。\n第二段：<b>不收</b>餐具费。\n\n",
        2,
    ),
    (Kind.DATE, Rank.MATTER, "", "", "　　2021年9月  日", 1),
)
CLEAR_LAKE: tuple[Lines, ...] = (
    (Kind.TITLE, Rank.INSTRUMENT, "", "澄湖护理站通知", "澄湖护理站通知\n", None),
    (Kind.ITEM, Rank.ITEM, "1.", "1.护理站上门", "1.护理站上门护理每周两次。收费由双方约定。\n", 0),
)

#: The notice as a PDF of two pages prints it; the second begins inside the item.
PRINTED = Layout(
    (Page(1, Span(0, 14), 595.3, 841.9), Page(2, Span(14, 31), 595.3, 841.9)),
    (
        Box(Span(0, 7), 1, Rect(200.0, 110.0, 380.0, 132.0)),
        Box(Span(8, 14), 1, Rect(79.0, 730.0, 520.0, 746.0)),
        Box(Span(14, 30), 2, Rect(79.0, 105.0, 300.0, 121.0)),
    ),
)


def build(document_id: str, rows: tuple[Lines, ...], **facts: object) -> Document:
    """A document out of its clauses' lines; units and facts are given, not parsed."""
    text = ""
    clauses: list[Clause] = []
    for position, (kind, rank, label, heading, own, parent) in enumerate(rows):
        span = Span(len(text), len(text) + len(own))
        text += own
        indent = len(own) - len(own.lstrip())
        body = Span(span.start + indent, span.start + len(own.rstrip()))
        above = () if parent is None else clauses[parent].path
        units = (Unit("县民政局", UnitRole.LEAD, "青河县民政局"),) if "民政局" in own else ()
        clauses.append(
            Clause(
                id=f"{document_id}/{position}",
                kind=kind,
                rank=rank,
                label=label,
                heading=heading.removeprefix(label),
                path=(*above, heading) if heading else above,
                span=span,
                parent=parent,
                body=body,
                bare=own.strip() == heading,
                units=units,
            )
        )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(document_id, text, digest, clauses=tuple(clauses), **facts)  # type: ignore[arg-type]


class BigramAssistant:
    """Ranks clauses by the bigrams they share with the question; answers with the best sentence."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self.catalogue = documents
        self.documents = {document.id: document for document in documents}
        self.lineage = lineage(documents)

    def search(self, text: str, region: str | None, k: int) -> tuple[Evidence, ...]:
        found = [
            self._evidence(document, clause, text)
            for document in self.documents.values()
            for clause in document.clauses
            if clause.kind is not Kind.FURNITURE
            and region in (None, document.region and document.region.name)
        ]
        ranked = sorted(found, key=lambda evidence: -evidence.score)
        return tuple(evidence for evidence in ranked if evidence.score > 0)[:k]

    def ask(self, question: Question) -> Answer:
        as_of = question.as_of or date.today()
        query = Query(question.text, Intent.LOOKUP, (), as_of, (question.text,))
        allowed = question.filters.documents or tuple(self.documents)
        found = tuple(e for e in self.search(question.text, None, question.top_k) if e.document.id in allowed)
        if not found:
            return Answer(query, Status.NO_EVIDENCE, "没有找到依据。", reason=Reason.NO_RELEVANT_CLAUSE)
        said = "；".join(f"{e.highlights[0].of(e.document.text)}[{n}]" for n, e in enumerate(found, 1))
        notice = Notice("date_incomplete", "成文日期缺“日”。", 1)
        return Answer(
            query, Status.ANSWERED, said + "。", found, notices=(notice,), follow_ups=("还有什么补助？",)
        )

    def _evidence(self, document: Document, clause: Clause, text: str) -> Evidence:
        wanted = {a + b for a, b in pairwise(text)}
        sentences = list(_sentences(document.text, clause.body)) or [clause.body]
        best = max(sentences, key=lambda span: _shared(wanted, span.of(document.text)))
        score = _shared(wanted, clause.body.of(document.text)) / max(len(wanted), 1)
        return Evidence(document, clause, clause.body, (best,), score)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for at in range(span.start, span.end):
        if text[at] in "。\n" or at + 1 == span.end:
            yield Span(start, at + 1)
            start = at + 1


def _shared(wanted: set[str], text: str) -> int:
    return len(wanted & {a + b for a, b in pairwise(text)})


def small_documents() -> tuple[Document, ...]:
    """A county's document with everything known, and one of which little is."""
    county = Region("青河县", "990123", Level.COUNTY, ("某省", "某市", "青河县"))
    return (
        build(
            "青河 办法#1",
            GREEN_RIVER,
            title="青河县老年食堂办法",
            region=county,
            doc_number="青民发〔2021〕3号",
            issuers=("青河县民政局",),
            issued_on="2021-09",
            kind="办法",
            source="https://example.org/policy?id=1&x=2",
            oddities=(Oddity("date_incomplete", "成文日期缺“日”。", Span(0, 1)),),
        ),
        build(
            "clear-lake",
            CLEAR_LAKE,
            title="澄湖护理站通知",
            region=None,
            source="javascript:alert(1)",
            layout=PRINTED,
        ),
    )


if __name__ == "__main__":
    small = BigramAssistant(small_documents())
    serve(application(Settings(), lambda _: small), port=int(sys.argv[1]))
