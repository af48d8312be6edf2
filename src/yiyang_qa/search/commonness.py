"""What the passages of a document have in common: it tells none of them from the others.

A document on one subject names it in most of its clauses, the title in front of all of them. A question
names it too, and is then near whatever speaks of the subject at large: its purpose, its funds, its annex.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index import OpenIndex

Scores = NDArray[np.float32]

#: Share of a passage's likeness to its whole document that is taken off its likeness to a question. From 0.2 to
#: 0.5 the right clause comes first more often than without, on three sets of questions (docs/decisions.md).
_SHARE = 0.3


class Commonness:
    """How like its whole document each passage of one index is. Safe to share between threads."""

    def __init__(self, index: OpenIndex) -> None:
        self._index = index
        self._of_document = cache(self._likeness)

    def of(self, rows: NDArray[np.int64]) -> Callable[[Scores], Scores]:
        """Takes from cosines of ``rows`` with a question what they owe to the subject of their document.

        The nearest passage of each document keeps its cosine: which document is nearest is decided with the subject.
        """
        documents = self._index.table.document[rows]
        here = [documents == document for document in np.unique(documents)]
        common = np.zeros(len(rows), np.float32)
        for mask in here:
            common[mask] = self._taken(int(documents[mask][0]), rows[mask])

        def apart(near: Scores) -> Scores:
            told = near - common
            for mask in here:
                told[mask] += near[mask].max() - told[mask].max()
            return told

        return apart

    def _taken(self, document: int, rows: NDArray[np.int64]) -> Scores:
        first, likeness = self._of_document(document)
        return _SHARE * likeness[rows - first]

    def _likeness(self, document: int) -> tuple[int, Scores]:
        """The first row of ``document``, and the cosine of each of its rows with the whole of it."""
        first, end = np.searchsorted(self._index.table.document, [document, document + 1]).tolist()
        vectors = self._index.dense.vectors(np.arange(first, end))
        whole = vectors.sum(axis=0)
        return first, np.asarray(vectors @ (whole / (np.linalg.norm(whole) or 1.0)), np.float32)
