"""提到的文号: a document number that no document here bears, and that some speak of: 同时废止, 根据…精神.

Asked whether such a document still holds, only what speaks of it can tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.search.addresses import document_numbers
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document


def numbers_of_others(question: str, catalogue: Sequence[Document]) -> tuple[str, ...]:
    """The document numbers in ``question`` that none of ``catalogue`` bears."""
    numbers = document_numbers(question)
    own = {_close(document.doc_number or "") for document in catalogue} if numbers else set[str]()
    return tuple(number for number in numbers if number not in own)


def mentions(clause: Clause, document: Document, numbers: Sequence[str]) -> bool:
    """Whether ``clause`` of ``document`` speaks of one of ``numbers``."""
    told = _close(clause.body.of(document.text)) if numbers else ""
    return any(number in told for number in numbers)


def _close(text: str) -> str:
    return re.sub(r"\s", "", fold(text))
