"""Clauses taken out of sight: the question they answer is then a near miss, its neighbours stand as they did."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index import OpenIndex
from yiyang_qa.text import bigrams

#: A passage that holds this share of the evidence's pairs of characters states the same fact.
_SAME = 0.6


class Facts:
    """What the passages of an index state, to find every clause that states one fact."""

    def __init__(self, index: OpenIndex) -> None:
        table = index.table
        spans = zip(table.document, table.start, table.end, strict=True)
        self._pairs = [frozenset(bigrams(index.documents[int(d)].text[a:b])) for d, a, b in spans]
        self._clauses = np.stack([table.document, table.clause], axis=1)

    def stating(self, evidence: str) -> NDArray[np.bool_]:
        """Mask of the rows of every clause that states ``evidence``, in any document."""
        wanted = frozenset(bigrams(evidence))
        states = [len(wanted & pairs) >= _SAME * len(wanted) for pairs in self._pairs]
        stated = {tuple(clause) for clause in self._clauses[states]}
        return np.fromiter((tuple(c) in stated for c in self._clauses), np.bool_, len(self._clauses))
