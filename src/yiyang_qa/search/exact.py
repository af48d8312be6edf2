"""精确定位: clauses named by their own numbers are looked up, however far down a ranking would leave them."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from yiyang_qa.index import OpenIndex
from yiyang_qa.search.addresses import Address, addressed
from yiyang_qa.search.ranking import Mask


def addressed_rows(index: OpenIndex, documents: Mask, asked: Collection[Address]) -> Mask:
    """Rows of the passage table that lie in the clauses of ``documents`` that ``asked`` names."""
    rows: Mask = np.zeros(len(index.table), dtype=np.bool_)
    for at in np.flatnonzero(documents):
        clauses = index.documents[int(at)].clauses
        named = [i for i, clause in enumerate(clauses) if addressed(clause, asked)]
        rows |= (index.table.document == at) & np.isin(index.table.clause, named)
    return rows
