"""What the source page says of a document's place among its versions, with links to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import quote

from yiyang_qa.answer.force import amendments_told, foretold, lengthened, told
from yiyang_qa.types import Amended, Document, Force, PartialDate
from yiyang_qa.versions import Lineage, coming, standing
from yiyang_qa.wire.place import document_url, marked_url

#: What a document does to others beside ending them.
_DONE: dict[str, Callable[[Lineage, str], Sequence[str]]] = {
    "由本文件延长有效期的文件：": Lineage.extends,
    "由本文件修改的文件：": Lineage.amends,
}
_MOST_MARKED = 100  # places that the address of a source page takes


@dataclass(frozen=True, slots=True)
class Banner:
    """One sentence with (name, address) of links; ``still`` when it does not warn."""

    said: str
    links: tuple[tuple[str, str], ...] = ()
    still: bool = False


def banners(document: Document, lineage: Lineage, today: date) -> Iterator[Banner]:
    """How ``document`` stands, what others do to it, and what it does to others."""
    yield from _standing(document, lineage, today)
    if anew := document.reprint:
        headings = [clause.body for clause in document.clauses if clause.span.start == anew.span.start]
        link = (anew.printed, marked_url(document, headings))
        yield Banner("修改之后的全文在本文件之内重新公布：", (link,), still=True)
    course = lineage.course(document.id)
    for by, changes in groupby(course.amendments, key=lambda change: (change.on, change.by)):
        yield Banner(*_amended(*by, [*changes], today))
    for earlier in map(lineage.document, lineage.supersedes(document.id)):
        links = ((earlier.title, document_url(earlier)), _compared(earlier, document))
        yield Banner("由本文件替代或废止的文件：", links, still=True)
    for said, done in _DONE.items():
        others = [lineage.document(id_) for id_ in done(lineage, document.id)]
        if others:
            yield Banner(said, tuple((other.title, document_url(other)) for other in others), still=True)


def _standing(document: Document, lineage: Lineage, today: date) -> Iterator[Banner]:
    course = lineage.course(document.id)
    stands, pending = standing(document, course, today), coming(course.endings, today)
    if stands.force is not Force.IN_FORCE:
        later = stands.by or next((ending.by for ending in course.endings), None)
        links = (("查看该文件", document_url(later)), _compared(document, later)) if later else ()
        yield Banner(told(stands), links)
    elif pending:
        yield Banner(
            foretold(pending), (("查看该文件", document_url(pending.by)), _compared(document, pending.by))
        )
    if stands.force is Force.IN_FORCE and (by := stands.extended):
        link = ("查看依据", marked_url(by.by, [by.span]))
        yield Banner(lengthened(document, by), (link,), still=True)


def _amended(
    on: PartialDate, by: Document, changes: Sequence[Amended], today: date
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What one document amends in another, and where it says so."""
    spans = sorted({change.span for change in changes})[:_MOST_MARKED]
    begun = all(change.begun(today) for change in changes)
    return amendments_told(on, by, changes, begun=begun), (("查看修改内容", marked_url(by, spans)),)


def _compared(old: Document, new: Document) -> tuple[str, str]:
    return "逐条对照", f"{document_url(old)}/diff/{quote(new.id, safe='')}"
