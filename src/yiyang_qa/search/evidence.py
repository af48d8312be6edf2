"""From a hit to evidence: what is quoted of it, and what of that answers."""

from __future__ import annotations

from datetime import date

from yiyang_qa.index import OpenIndex
from yiyang_qa.passages import read_out
from yiyang_qa.search.announced import announced, opens_list
from yiyang_qa.search.calibration import confidence
from yiyang_qa.search.deferred import deferring
from yiyang_qa.search.marking import ANY, Signs, marked
from yiyang_qa.search.ranking import Hit
from yiyang_qa.text import sentences
from yiyang_qa.types import Clause, Document, Evidence, Span
from yiyang_qa.versions import Lineage

#: A sentence that scores this share of the best bears on the question.
_BEARS = 0.7


def clause_of(index: OpenIndex, hit: Hit) -> tuple[Document, Clause]:
    """The clause that ``hit`` found, and its document."""
    document = index.documents[int(index.table.document[hit.row])]
    return document, document.clauses[int(index.table.clause[hit.row])]


def said(index: OpenIndex, hit: Hit) -> str:
    """The sentences of ``hit`` that bear on the question, best first; the whole where it has none apart.

    A row of a table is read out with the headings of its columns, which say what its figures count.
    """
    document, clause = clause_of(index, hit)
    rows = {part.span: read_out(part) for part in clause.parts if part.row}
    near = [row for row, score in hit.sentences if score >= _BEARS * hit.sentences[0][1]]
    spans = [_span(index, row) for row in near or [hit.row]]
    opens = [span for span in spans if opens_list(span.of(document.text))]
    if opens:  # 标准如下: says it in its items
        told = [_span(index, row) for row, _ in hit.sentences]
        spans += [span for span in announced(opens[0], told, document.text) if span not in spans]
    spans += deferring(spans, sentences(document.text, clause.body), document.text)
    return "\n".join(rows.get(span) or span.of(document.text) for span in spans)


def nearest_sentence(index: OpenIndex, hit: Hit) -> str:
    """The sentence of ``hit`` that comes nearest to the question; the whole where it has none apart."""
    row = hit.sentences[0][0] if hit.sentences else hit.row
    return _span(index, row).of(clause_of(index, hit)[0].text)


def quoted(index: OpenIndex, hit: Hit) -> str:
    """What is quoted of ``hit``, under its headings and the title of its document."""
    document, clause = clause_of(index, hit)
    return "\n".join((document.title, *clause.path, _span(index, hit.row).of(document.text)))


def evidence_of(
    index: OpenIndex,
    hit: Hit,
    lineage: Lineage,
    day: date,
    wanted: Signs = ANY,
) -> Evidence:
    """``hit`` as evidence on ``day``, the sentences marked that answer what is ``wanted``."""
    document, clause = clause_of(index, hit)
    quote = _span(index, hit.row)
    near = [(_span(index, row), score) for row, score in hit.sentences]
    return Evidence(
        document,
        clause,
        quote,
        marked(near, quote, clause, document.text, wanted),
        confidence(hit),
        lineage.course(document.id),
        amendments=tuple(each for each in lineage.amended(document).get(clause.id, ()) if each.begun(day)),
        nearness=hit.score,
    )


def _span(index: OpenIndex, row: int) -> Span:
    return Span(int(index.table.start[row]), int(index.table.end[row]))
