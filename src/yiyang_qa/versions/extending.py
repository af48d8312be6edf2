"""延期: which documents of a library others lengthen the term of, and until when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yiyang_qa.parse.dates import later
from yiyang_qa.types import Document, Extended, Extension, PartialDate
from yiyang_qa.versions.order import earlier, first_day
from yiyang_qa.versions.register import Register

_Told = tuple[PartialDate, Document, Extension]


def extended(register: Register) -> Iterator[tuple[str, tuple[Extended, ...]]]:
    """Ids of documents with what lengthens their terms, in turn; each from the day of the text that says so.

    What would shorten a term is no extension.
    """
    told: dict[str, list[_Told]] = defaultdict(list)
    documents = {document.id: document for document in register.documents}
    for by in register.documents:
        start = first_day(by)
        for extension in by.extensions if start else ():
            for document in register.meant(extension, by):
                if start and earlier(first_day(document), start):
                    told[document.id].append((start, by, extension))
    for id_, each in told.items():
        if found := tuple(_in_turn(documents[id_], each)):
            yield id_, found


def _in_turn(document: Document, told: list[_Told]) -> Iterator[Extended]:
    """What lengthens the term of ``document``, the earliest first; of one text what names a last day goes first."""
    last, seen = document.valid_until, set[str]()
    for start, by, extension in sorted(told, key=lambda t: (t[0], t[1].id, _is_open(t[2]), t[2].span)):
        end = extension.until or later(extension.since or last, extension.months)
        if (
            by.id in seen
            or (end is None and not _is_open(extension))
            or (end and last and not earlier(last, end))
        ):
            continue
        seen.add(by.id)
        last = end or last
        yield Extended(end, start, by, extension.span)


def _is_open(extension: Extension) -> bool:
    return extension.until is None and extension.months is None
