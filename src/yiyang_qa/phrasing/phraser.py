"""What can phrase an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from yiyang_qa.errors import PolicyError
from yiyang_qa.types import Evidence, Query


class PhrasingFailed(PolicyError):
    """The model gave no whole answer; it never reaches a user, for the composed answer stands."""

    code = "phrasing_failed"


class Phraser(Protocol):
    """Says ``evidence`` in answer to ``query``; ``composed`` is the answer that stands without it."""

    def phrase(self, query: Query, evidence: Sequence[Evidence], composed: str, /) -> Iterator[str]:
        """Pieces of text as they come, [n] citing ``evidence`` from 1. Nothing in them is to be trusted.

        Raises:
            PhrasingFailed: at any point; what came before it is not a whole answer.
        """
