"""Which documents of a library another one means by a name. A name that fits none means none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from yiyang_qa.parse.dates import period
from yiyang_qa.types import Document, Naming, Region
from yiyang_qa.versions.names import called, number_of, stem


class Register:
    """The documents of a library by number, by name within their region, and by full name."""

    def __init__(self, catalogue: Iterable[Document]) -> None:
        self.documents = tuple(catalogue)
        self._numbered: dict[str, list[Document]] = defaultdict(list)
        self._named: dict[tuple[Region, str], list[Document]] = defaultdict(list)
        self._titled: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            for name in {stem(title, None) for title in called(document)}:
                self._titled[name].append(document)
            for name in {stem(title, document.region) for title in called(document)}:
                if document.region:
                    self._named[document.region, name].append(document)
            if document.doc_number:
                self._numbered[number_of(document.doc_number)].append(document)

    def meant(self, naming: Naming, by: Document) -> list[Document]:
        """The documents that ``naming`` in ``by`` means, of the region of ``by`` or inside it, each once."""
        numbered = self._numbered.get(number_of(naming.doc_number), [])
        titled = [d for d in self._of_title(naming.title or "", by) if _fits(naming, d)]
        return [*{d.id: d for d in (*numbered, *titled) if _governs(by, d)}.values()]

    def _of_title(self, title: str, by: Document) -> Iterator[Document]:
        """Documents of this title; one of a region below must have its name in it: else one's own is meant."""
        if by.region and (name := stem(title, by.region)):
            yield from self._named.get((by.region, name), ())
        if name := stem(title, None):
            yield from (d for d in self._titled.get(name, ()) if d.region and d.region.name in title)


def _governs(by: Document, document: Document) -> bool:
    if by.id == document.id or by.region is None or document.region is None:
        return False
    return by.region.contains(document.region)


def _fits(naming: Naming, document: Document) -> bool:
    """Whether neither the number nor the years of a plan say that another document is meant.

    A text printed anew keeps the number under which it was issued first.
    """
    first = document.reprint.doc_number if document.reprint else document.doc_number
    ours, theirs = number_of(naming.doc_number), number_of(first)
    contradicted = ours and theirs and ours != theirs and not ("令" in ours or "令" in theirs)
    return period(naming.title or "") == document.period and not contradicted
