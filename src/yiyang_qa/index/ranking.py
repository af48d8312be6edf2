"""What a search returns: rows of the passage table in order."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Ranking(NamedTuple):
    """Rows of the passage table, best first, and their scores; equal scores in row order."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]

    @classmethod
    def of(cls, rows: NDArray[np.int64], scores: NDArray[np.float32]) -> Ranking:
        """``rows`` put in order of their ``scores``."""
        order = np.lexsort((rows, -scores))
        return cls(rows[order], scores[order])

    @classmethod
    def best(cls, scores: NDArray[np.float32], k: int) -> Ranking:
        """The ``k`` best of all rows whose score is above 0; fewer when fewer are."""
        rows = np.flatnonzero(scores > 0)
        if k < len(rows):
            least = np.partition(scores[rows], len(rows) - k)[len(rows) - k]
            rows = rows[scores[rows] >= least]  # with all that tie for the last place
        ranking = cls.of(rows, scores[rows])
        return cls(ranking.rows[:k], ranking.scores[:k])
