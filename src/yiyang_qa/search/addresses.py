"""Exact look-ups: a document number, a title in 《》, or a clause by its own number."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.parse.numerals import number
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document, Kind

_DOC_NUMBER = re.compile(r"[一-龥]{1,12}\((?:19|20)\d\d\)\s*第?\d+\s*号")
_TITLE = re.compile(r"《([^《》]{4,80})》")
_FIGURE = r"([〇零一二三四五六七八九十百千]+|\d+)"
_LABELS = (
    (Kind.ARTICLE, re.compile(rf"第\s*{_FIGURE}\s*条")),
    (Kind.CHAPTER, re.compile(rf"第\s*{_FIGURE}\s*章")),
    (Kind.SIDEBAR, re.compile(rf"专栏\s*{_FIGURE}")),
    (Kind.TABLE, re.compile(rf"表\s*{_FIGURE}(?!\d)")),
)

Address = frozenset[tuple[Kind, int]]


def documents_named(question: str, catalogue: Sequence[Document]) -> NDArray[np.bool_] | None:
    """Mask of the documents that ``question`` names by number or by 《title》; None when it names none of them."""
    folded = fold(question)
    numbers = {re.sub(r"\s", "", found) for found in _DOC_NUMBER.findall(folded)}
    titles: list[str] = _TITLE.findall(folded)
    mask = np.fromiter(
        (_is_named(document, numbers, titles) for document in catalogue), np.bool_, len(catalogue)
    )
    return mask if mask.any() else None


def address(question: str) -> Address:
    """The clauses that ``question`` names by their own number: 第十三条, 专栏2, 表1."""
    folded = fold(question)
    found = ((kind, number(m[1])) for kind, pattern in _LABELS for m in pattern.finditer(folded))
    return frozenset((kind, int(ordinal)) for kind, ordinal in found if ordinal is not None)


def is_addressed(clause: Clause, asked: Address) -> bool:
    """Whether ``clause`` bears one of the numbers in ``asked``."""
    return bool(asked) and not asked.isdisjoint(address(clause.label))


def _is_named(document: Document, numbers: set[str], titles: Sequence[str]) -> bool:
    own = re.sub(r"\s", "", fold(document.doc_number or ""))
    return (own in numbers) or any(title in fold(document.title) for title in titles)
