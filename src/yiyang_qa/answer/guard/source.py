"""The ground of one piece of evidence: its clause in full, and the fields of its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yiyang_qa.answer.guard.ground import Ground
from yiyang_qa.answer.guard.reading import ground
from yiyang_qa.answer.phrases import in_words
from yiyang_qa.passages import read_out
from yiyang_qa.types import Amended, Clause, Document, Ending, Evidence, Extended


def source_ground(item: Evidence) -> Ground:
    """What an answer that cites ``item`` may say."""
    document, clause = item.document, item.clause
    fields = (*_fields(document, clause), *_changed(item))
    said = ground(clause.span.of(document.text)) | ground("\n".join(fields))
    return replace(said, reached=frozenset([document.region] if document.region else []))


def _fields(document: Document, clause: Clause) -> Iterator[str]:
    """What is said of the document and of the clause's place in it, a line each."""
    yield from (
        f"《{document.title}》",
        *filter(None, (document.doc_number, document.kind)),
        *document.issuers,
    )
    yield from (document.region.name, "".join(document.region.path)) if document.region else ()
    dated = (document.issued_on, document.published_on, document.effective_on, document.valid_until)
    yield from (in_words(day) for day in (*dated, *(d.due for d in clause.deadlines)) if day)
    yield from (f"{year}年" for year in document.period or ())
    yield from clause.path
    for unit in clause.units:
        yield from filter(None, (unit.name, unit.full_name))
    yield from (read_out(part) for part in clause.parts if part.row)


def _changed(item: Evidence) -> Iterator[str]:
    """What is said of the documents that end, extend or amend this one: their names, and the days."""
    changes: tuple[Ending | Extended | Amended, ...] = (
        *item.course.endings,
        *item.course.extensions,
        *item.amendments,
    )
    for change in changes:
        days = (change.on, change.by.issued_on, change.until if isinstance(change, Extended) else None)
        yield from (f"《{change.by.title}》", *filter(None, (change.by.doc_number,)))
        yield from (in_words(day) for day in days if day)
    yield from (amendment.address for amendment in item.amendments)
