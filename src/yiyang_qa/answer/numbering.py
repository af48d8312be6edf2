"""Citations of several findings in one numbering, no clause twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from yiyang_qa.types import Evidence, Span

_Place = tuple[str, Span]  # a document and the quote in it


def together(lists: Sequence[Sequence[Evidence]]) -> tuple[Evidence, ...]:
    """The evidence of all ``lists``: the first of each, then the second of each …; of one quote, all that is marked."""
    found: dict[_Place, Evidence] = {}
    for item in (item for turn in zip_longest(*lists) for item in turn if item):
        known = found.setdefault(_place(item), item)
        marked = tuple(sorted({*known.highlights, *item.highlights}))
        found[_place(item)] = replace(known, highlights=marked) if marked != known.highlights else known
    return tuple(found.values())


def numbers_of(items: Iterable[Evidence], evidence: Sequence[Evidence]) -> tuple[int, ...]:
    """The citations of ``items`` as ``evidence`` numbers them from 1."""
    numbers = {_place(item): number for number, item in enumerate(evidence, 1)}
    return tuple(numbers[_place(item)] for item in items)


def _place(item: Evidence) -> _Place:
    return item.document.id, item.quote
