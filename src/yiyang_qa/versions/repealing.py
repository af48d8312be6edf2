"""废止: which documents of a library a 废止 clause means. A name that fits no document means none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from yiyang_qa.parse.dates import period
from yiyang_qa.types import Document, Ending, Force, Region, Repeal
from yiyang_qa.versions.names import number_of, stem
from yiyang_qa.versions.order import earlier, first_day


def repealed(catalogue: Iterable[Document]) -> Iterator[tuple[str, Ending]]:
    """Ids of documents, each with a later document of its own or a superior region that ends it by name."""
    register = _Register(catalogue)
    for by in register.documents:
        start = first_day(by)
        for repeal in by.repeals:
            on = repeal.on or start
            for document in register.meant(repeal, by) if on else ():
                began = first_day(document)
                if on and earlier(began, start) and earlier(began, on):
                    yield document.id, Ending(Force.REPEALED, on, by)


class _Register:
    """The documents of a library by number and by name."""

    def __init__(self, catalogue: Iterable[Document]) -> None:
        self.documents = tuple(catalogue)
        self._numbered: dict[str, list[Document]] = defaultdict(list)
        self._titled: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            for name in _stems(document.title, document.region):
                self._titled[name].append(document)
            if document.doc_number:
                self._numbered[number_of(document.doc_number)].append(document)

    def meant(self, repeal: Repeal, by: Document) -> list[Document]:
        """The documents that ``repeal`` in ``by`` names, of the region of ``by`` or inside it, each once."""
        found = list(self._numbered.get(number_of(repeal.doc_number), ()))
        for name in _stems(repeal.title or "", by.region):
            found += [d for d in self._titled.get(name, ()) if _is_titled(repeal, by, d)]
        return [*{d.id: d for d in found if _governs(by, d)}.values()]


def _stems(title: str, region: Region | None) -> set[str]:
    """``title`` with and without the name of ``region``."""
    return {stem(title, None), stem(title, region)} - {""}


def _governs(by: Document, document: Document) -> bool:
    if by.id == document.id or by.region is None or document.region is None:
        return False
    return by.region.contains(document.region)


def _is_titled(repeal: Repeal, by: Document, document: Document) -> bool:
    """Whether ``repeal`` gives the title of ``document``, and no other number or years of a plan.

    A superior must name the region too: its own document of that title is meant otherwise.
    """
    title, region = repeal.title or "", document.region
    ours, theirs = number_of(repeal.doc_number), number_of(document.doc_number)
    contradicted = ours and theirs and ours != theirs and not ("令" in ours or "令" in theirs)
    placed = region == by.region or (region is not None and region.name in title)
    same = stem(title, region) == stem(document.title, region) and period(title) == document.period
    return placed and same and not contradicted
