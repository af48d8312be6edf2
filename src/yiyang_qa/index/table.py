"""检索单元: the passages that are ranked, as columns of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.int32]
Rows = NDArray[np.int64]
#: 16 bytes of BLAKE2b for each text: equal texts, and no others, have equal ones.
Digests = NDArray[np.bytes_]

NO_PART = -1
#: Six numbers a row, and what they are.
COLUMNS = ("document", "clause", "part", "grain", "start", "end")
_NUMBERS, _DIGESTS = "passages.npy", "passages-digests.npy"
_DIGEST = np.dtype("S16")


class Grain(IntEnum):
    """How much of a clause a passage holds."""

    CLAUSE = 0
    SENTENCE = 1


@dataclass(frozen=True, slots=True, eq=False)
class PassageTable:
    """One row per passage, six numbers and a digest each and no Python object; documents ascend.

    ``dense_texts`` and ``lexical_texts`` are there while an index is built, one per row;
    a table read back has none.
    """

    document: Column  # position of the document in the index
    clause: Column  # position in ``Document.clauses``
    part: Column  # position in ``Clause.parts``, or NO_PART
    grain: Column  # a Grain
    start: Column  # span in the document's text, code points
    end: Column
    digests: Digests  # of what the encoder reads
    dense_texts: Sequence[str] = field(default=(), repr=False)  # what the encoder reads
    lexical_texts: Sequence[str] = field(default=(), repr=False)  # what BM25 reads

    def __len__(self) -> int:
        return len(self.document)

    def bounds(self, documents: int) -> Rows:
        """Where the rows of each of ``documents`` begin, and where the last one's end."""
        return np.searchsorted(self.document, np.arange(documents + 1, dtype=np.int32))

    def save(self, directory: Path) -> None:
        """Write the columns, not the texts: one array of shape (6, rows), and the digests."""
        columns = [np.asarray(getattr(self, name), np.int32) for name in COLUMNS]
        np.save(directory / _NUMBERS, np.stack(columns))
        np.save(directory / _DIGESTS, self.digests)

    @classmethod
    def load(cls, directory: Path) -> PassageTable:
        """The table that ``save`` wrote, mapped, not read."""
        numbers, digests = (
            np.load(directory / name, mmap_mode="r", allow_pickle=False) for name in (_NUMBERS, _DIGESTS)
        )
        return cls.of(numbers, digests)

    @classmethod
    def of(cls, numbers: Column, digests: Digests) -> PassageTable:
        """From an array of shape (6, rows)."""
        return cls(**dict(zip(COLUMNS, numbers, strict=True)), digests=digests)


def digests_of(texts: Iterable[str]) -> Digests:
    """The digest of each text."""
    size = _DIGEST.itemsize
    encoded = (text.encode("utf-8", "surrogatepass") for text in texts)
    return np.frombuffer(b"".join([blake2b(data, digest_size=size).digest() for data in encoded]), _DIGEST)
