"""Which passages hold a piece of evidence."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index import PassageTable


def holding(
    table: PassageTable, rows: Iterable[int], document: int, text: str, *wordings: str
) -> NDArray[np.bool_]:
    """Which of ``rows`` are passages of the document at ``document``, whose text is ``text``, with one of ``wordings``."""
    held = (
        table.document[row] == document
        and any(wording in text[table.start[row] : table.end[row]] for wording in wordings)
        for row in rows
    )
    return np.fromiter(held, np.bool_)
