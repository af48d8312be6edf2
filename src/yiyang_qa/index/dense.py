"""向量检索: exact search by inner product. The only door to FAISS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index.ranking import Ranking

Vector = NDArray[np.float32]
Vectors = NDArray[np.float32]  # shape (rows, dimension)

# From this many queries on a batch goes through BLAS, 20 times faster.
faiss.cvar.distance_compute_blas_threshold = 20


@dataclass(frozen=True, slots=True, eq=False)
class DenseIndex:
    """Vectors of passages in blocks, one after the other, searched exhaustively.

    Flat on purpose: 100,000 rows of 384 numbers take 13 ms, and filters on graph indexes
    lose results.
    """

    dimension: int
    blocks: tuple[faiss.IndexFlat, ...]
    firsts: NDArray[np.int64]  # row with which each block begins, and the number of rows

    @classmethod
    def build(cls, vectors: Vectors) -> DenseIndex:
        """One block of vectors; rows of length one make scores cosines."""
        return cls.of(vectors.shape[1], [_flat(vectors)])

    @classmethod
    def of(cls, dimension: int, blocks: Sequence[faiss.IndexFlat]) -> DenseIndex:
        """``blocks``, one after the other."""
        sizes = [block.ntotal for block in blocks]
        return cls(dimension, tuple(blocks), np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]))

    @classmethod
    def chained(cls, dimension: int, indexes: Iterable[DenseIndex]) -> DenseIndex:
        """The rows of ``indexes``, one after the other."""
        return cls.of(dimension, [block for index in indexes for block in index.blocks])

    def __len__(self) -> int:
        return int(self.firsts[-1])

    def top(self, vector: Vector, k: int, allowed: NDArray[np.bool_] | None = None) -> Ranking:
        """The ``k`` rows nearest to ``vector`` among those ``allowed`` (a mask over all rows).

        Filtering comes first: fewer than ``k`` rows only when fewer are allowed.
        """
        # OpenMP counts threads per calling thread. One each: two that spin beside a busy process are slower.
        faiss.omp_set_num_threads(1)
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        best = [Ranking(np.empty(0, np.int64), np.empty(0, np.float32))]
        for block, first in zip(self.blocks, self.firsts[:-1].tolist(), strict=True):
            mask = None if allowed is None else allowed[first : first + block.ntotal]
            if mask is None or mask.any():
                rows, scores = _nearest(block, query, k, mask)
                best.append(Ranking(rows + first, scores))
        ranking = Ranking.of(*map(np.concatenate, zip(*best, strict=True)))
        return Ranking(ranking.rows[:k], ranking.scores[:k])

    def scores(self, vector: Vector, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The inner product of ``vector`` with each of ``rows``, in their order."""
        return self.vectors(rows) @ vector

    def vectors(self, rows: NDArray[np.int64]) -> Vectors:
        """The vectors of ``rows``, in their order."""
        found = np.empty((len(rows), self.dimension), np.float32)
        for number, here in self.blocks_of(rows):
            found[here] = self.blocks[number].reconstruct_batch(rows[here] - self.firsts[number])
        return found

    def blocks_of(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, NDArray[np.int64]]]:
        """Each block that holds some of ``rows``, with the positions of these in ``rows``."""
        block = np.searchsorted(self.firsts, rows, "right") - 1
        for number in np.unique(block).tolist():
            yield number, np.flatnonzero(block == number)

    @classmethod
    def load(cls, dimension: int, paths: Sequence[Path]) -> DenseIndex:
        """The blocks at ``paths``, mapped, not read. OSError when one is missing or no block."""
        return cls.of(dimension, [_loaded(path) for path in paths])


def write_block(path: Path, dimension: int, vectors: Iterable[Vectors]) -> None:
    """Write runs of vectors in FAISS's own format, whose own writer says nothing of a disk that fills up."""
    engine = faiss.IndexFlatIP(dimension)
    for run in vectors:
        engine.add(run)
    with path.open("wb") as file:
        writer = faiss.PyCallbackIOWriter(file.write)  # type: ignore[attr-defined]  # its stubs lack it
        faiss.write_index(engine, writer)


def _flat(vectors: Vectors) -> faiss.IndexFlat:
    engine = faiss.IndexFlatIP(vectors.shape[1])
    engine.add(np.ascontiguousarray(vectors, dtype=np.float32))
    return engine


def _loaded(path: Path) -> faiss.IndexFlat:
    try:
        engine = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
    except RuntimeError as error:
        raise OSError(str(error)) from None
    if not isinstance(engine, faiss.IndexFlat):
        raise OSError(f"{path} holds a {type(engine).__name__}")
    return engine


def _nearest(
    block: faiss.IndexFlat, query: Vectors, k: int, allowed: NDArray[np.bool_] | None
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    params = faiss.SearchParameters()
    if allowed is not None:
        bits = np.packbits(allowed, bitorder="little")
        selector = faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
        params.sel = selector
    (scores,), (rows,) = block.search(query, max(1, min(k, block.ntotal)), params=params)
    return rows[rows >= 0], scores[rows >= 0]
