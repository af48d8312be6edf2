"""Vectors found by the text they are of, and the files that hold them.

A vector depends on its text and the encoder alone. So do the places where one file of
vectors ends and the next begins: where a text's digest says so. Adding a document makes the
one or two files around it anew, and all the others can be taken over as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np

from yiyang_qa.index.dense import DenseIndex, Vectors
from yiyang_qa.index.table import Digests, Rows

#: Rows of a block on average.
BLOCK_ROWS = 4096


@dataclass(frozen=True, slots=True, eq=False)
class TextVectors:
    """Vectors by the digests of their texts."""

    digests: Digests  # ascending
    rows: Rows  # of ``dense``, one for each of ``digests``
    dense: DenseIndex

    @classmethod
    def of(cls, digests: Digests, dense: DenseIndex) -> TextVectors:
        """From the digest of each row of ``dense``."""
        order = np.argsort(digests, kind="stable")
        return cls(digests[order], order, dense)

    def find(self, wanted: Digests) -> Rows:
        """The row of ``dense`` for each digest; -1 where there is none."""
        if not len(self.digests):
            return np.full(len(wanted), -1, np.int64)
        at = np.minimum(np.searchsorted(self.digests, wanted), len(self.digests) - 1)
        return np.where(self.digests[at] == wanted, self.rows[at], -1)

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors of rows that ``find`` gave, in their order."""
        return self.dense.vectors(rows)

    def save(self, path: Path) -> None:
        """Write digests and vectors, few enough to be read whole, as ``<path>``."""
        kind = np.dtype([("digest", self.digests.dtype), ("vector", np.float32, self.dense.dimension)])
        both = np.empty(len(self.digests), kind)
        both["digest"], both["vector"] = self.digests, self.dense.vectors(self.rows)
        np.save(path, both)

    @classmethod
    def load(cls, path: Path) -> TextVectors:
        """What ``save`` wrote."""
        both = np.load(path, allow_pickle=False)
        return cls.of(both["digest"], DenseIndex.build(both["vector"]))


class Block(NamedTuple):
    """A run of rows whose vectors share a file."""

    name: str  # of the file; the same for the same texts and encoder
    start: int
    end: int


def cut(digests: Digests, encoder_digest: str) -> tuple[Block, ...]:
    """The blocks of rows with these digests: one ends after each row whose digest says so."""
    signs = np.ascontiguousarray(digests).view(np.uint64)[::2]
    ends = np.union1d(np.flatnonzero(signs % BLOCK_ROWS == 0) + 1, [len(digests)] if len(digests) else [])
    starts = [0, *ends[:-1]]
    return tuple(
        Block(_name(digests[start:end], encoder_digest), int(start), int(end))
        for start, end in zip(starts, ends, strict=False)
    )


def _name(digests: Digests, encoder_digest: str) -> str:
    key = blake2b(digests.tobytes(), key=encoder_digest.encode()[:64], digest_size=16)
    return f"vectors-{key.hexdigest()}.faiss"
