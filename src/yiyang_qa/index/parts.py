"""From parts to a whole: documents of an earlier index beside documents just read, in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index.documents import Encoded
from yiyang_qa.index.inversion import Inverted, merged
from yiyang_qa.index.sketches import Sketches
from yiyang_qa.index.table import COLUMNS, PassageTable, Rows


class Part(NamedTuple):
    """Documents with their passages. Row i of table and postings is the same passage."""

    documents: int  # how many
    encoded: Callable[[int], Encoded]  # the one at a position
    table: PassageTable
    inverted: Inverted
    sketches: Sketches


class Place(NamedTuple):
    """Where a document is: which of the parts, and its position there."""

    part: int
    position: int


class Whole(NamedTuple):
    """What an index holds, but for its vectors."""

    documents: list[Encoded]
    table: PassageTable
    inverted: Inverted
    sketches: Sketches


def joined(parts: Sequence[Part], order: Sequence[Place]) -> Whole:
    """The documents of ``order``, in that order; the same documents make the same whole from any parts."""
    part, row, counts = _origins(parts, order)
    moved = [(p.inverted, _places(len(p.table), row, part == i)) for i, p in enumerate(parts)]
    return Whole(
        [parts[place.part].encoded(place.position) for place in order],
        _table([p.table for p in parts], part, row, counts),
        merged(moved, len(row)),
        _sketches(parts, order),
    )


def _sketches(parts: Sequence[Part], order: Sequence[Place]) -> Sketches:
    first = [0, *accumulate(part.documents for part in parts)]
    positions = np.array([first[part] + at for part, at in order], np.int64)
    return Sketches.chained([part.sketches for part in parts]).taken(positions)


def _table(tables: Sequence[PassageTable], part: Rows, row: Rows, counts: Rows) -> PassageTable:
    numbers = np.empty((len(COLUMNS), len(row)), np.int32)
    digests = np.empty(len(row), tables[0].digests.dtype)
    for i, table in enumerate(tables):
        here = part == i
        digests[here] = table.digests[row[here]]
        for column, name in zip(numbers, COLUMNS, strict=True):
            column[here] = getattr(table, name)[row[here]]
    numbers[COLUMNS.index("document")] = np.repeat(np.arange(len(counts)), counts)
    return PassageTable.of(numbers, digests)


def _origins(parts: Sequence[Part], order: Sequence[Place]) -> tuple[Rows, Rows, Rows]:
    """Of each row of the whole its part and its row there; of each document its number of rows."""
    bounds = [part.table.bounds(part.documents) for part in parts]
    first = np.array([bounds[part][at] for part, at in order], np.int64)
    counts = np.array([bounds[part][at + 1] for part, at in order], np.int64) - first
    begin = np.cumsum(counts) - counts
    row = np.arange(counts.sum()) + np.repeat(first - begin, counts)
    return np.repeat(np.array([place.part for place in order], np.int64), counts), row, counts


def _places(size: int, row: Rows, here: NDArray[np.bool_]) -> Rows:
    """Where each of the ``size`` rows of a part goes, given the ``row`` that each row ``here`` of the whole was."""
    places = np.full(size, -1, np.int64)
    places[row[here]] = np.flatnonzero(here)
    return places
