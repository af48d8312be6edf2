"""向量检索: exact search by inner product. The only door to FAISS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index.ranking import Ranking

Vector = NDArray[np.float32]

# From this many queries on a batch goes through BLAS, 20 times faster.
faiss.cvar.distance_compute_blas_threshold = 20


@dataclass(frozen=True, slots=True, eq=False)
class DenseIndex:
    """Vectors of passages, searched exhaustively.

    Flat on purpose: 100,000 rows of 384 numbers take 13 ms, and filters on graph indexes
    lose results.
    """

    engine: faiss.IndexFlat

    @classmethod
    def build(cls, vectors: NDArray[np.float32]) -> DenseIndex:
        """From an array of shape (rows, dimension); rows of length one make scores cosines."""
        engine = faiss.IndexFlatIP(vectors.shape[1])
        engine.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(engine)

    def __len__(self) -> int:
        return self.engine.ntotal

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self.engine.d

    def top(self, vector: Vector, k: int, allowed: NDArray[np.bool_] | None = None) -> Ranking:
        """The ``k`` rows nearest to ``vector`` among those ``allowed`` (a mask over all rows).

        Filtering comes first: fewer than ``k`` rows only when fewer are allowed.
        """
        params = faiss.SearchParameters()
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
            params.sel = selector
        # OpenMP counts threads per calling thread. One each: two that spin beside a busy process are slower.
        faiss.omp_set_num_threads(1)
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        (scores,), (rows,) = self.engine.search(query, max(1, min(k, len(self))), params=params)
        return Ranking.of(rows[rows >= 0], scores[rows >= 0])

    def scores(self, vector: Vector, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The inner product of ``vector`` with each of ``rows``, in their order."""
        vectors: NDArray[np.float32] = self.engine.reconstruct_batch(rows)
        return vectors @ vector

    def save(self, path: Path) -> None:
        """Write the vectors in FAISS's own format. OSError when that fails."""
        try:
            faiss.write_index(self.engine, str(path))
        except RuntimeError as error:
            raise OSError(str(error)) from None

    @classmethod
    def load(cls, path: Path) -> DenseIndex:
        """The index at ``path``, mapped, not read. OSError when there is none."""
        try:
            engine = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise OSError(str(error)) from None
        if not isinstance(engine, faiss.IndexFlat):
            raise OSError(f"{path} holds a {type(engine).__name__}")
        return cls(engine)
