"""检索单元: the passages that are ranked, as columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.int32]

NO_PART = -1


class Grain(IntEnum):
    """How much of a clause a passage holds."""

    CLAUSE = 0
    SENTENCE = 1


@dataclass(frozen=True, slots=True, eq=False)
class PassageTable:
    """One row per passage, six numbers each and no Python object.

    ``dense_texts`` and ``lexical_texts`` are there while an index is built, one per row;
    a table read back has none.
    """

    document: Column  # position of the document in the index
    clause: Column  # position in ``Document.clauses``
    part: Column  # position in ``Clause.parts``, or NO_PART
    grain: Column  # a Grain
    start: Column  # span in the document's text, code points
    end: Column
    dense_texts: Sequence[str] = field(default=(), repr=False)  # what the encoder reads
    lexical_texts: Sequence[str] = field(default=(), repr=False)  # what BM25 reads

    def __len__(self) -> int:
        return len(self.document)

    def save(self, path: Path) -> None:
        """Write the columns, not the texts, as one array of shape (6, rows)."""
        np.save(path, np.stack([getattr(self, name) for name in COLUMNS]).astype(np.int32))

    @classmethod
    def load(cls, path: Path) -> PassageTable:
        """The table at ``path``, mapped, not read."""
        return cls(*np.load(path, mmap_mode="r", allow_pickle=False))


COLUMNS = tuple(f.name for f in fields(PassageTable) if not f.name.endswith("_texts"))
