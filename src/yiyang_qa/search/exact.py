"""精确定位: clauses named by their own numbers, and those that say what is asked of a document itself.

They are looked up, however far down a ranking would leave them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from yiyang_qa.dialogue import Resolved
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.addresses import addressed, addresses
from yiyang_qa.search.aspects import aspects
from yiyang_qa.search.ranking import Mask
from yiyang_qa.types import Clause, Document


def exact_rows(index: OpenIndex, documents: Mask, resolved: Resolved) -> Mask | None:
    """Rows of the passage table in the clauses of ``documents`` that the question points at; None when at none."""
    asked = resolved.query.variants[0]
    kinds = {kind for aspect in aspects(resolved.asked) if aspect.decisive for kind in aspect.kinds}
    if not (addresses(asked) or kinds):
        return None
    return _rows(
        index,
        documents,
        lambda document, clause: clause.kind in kinds or addressed(document, clause, asked) > 0,
    )


def _rows(index: OpenIndex, documents: Mask, holds: Callable[[Document, Clause], bool]) -> Mask:
    rows: Mask = np.zeros(len(index.table), dtype=np.bool_)
    for at in np.flatnonzero(documents):
        document = index.documents[int(at)]
        held = [i for i, clause in enumerate(document.clauses) if holds(document, clause)]
        rows |= (index.table.document == at) & np.isin(index.table.clause, held)
    return rows
