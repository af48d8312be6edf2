"""One gold question with the answer it got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from yiyang_qa.evaluate.gold import UNANSWERABLE, GoldEvidence, GoldQuestion
from yiyang_qa.types import Document, Status
from yiyang_qa.wire import AnswerBody

#: The rank of what was not cited at all.
NOWHERE = 99
#: Citations that count as found.
FOUND_WITHIN = 5

_REFUSED = frozenset({Status.NO_EVIDENCE, Status.OUT_OF_SCOPE})


@dataclass(frozen=True)
class Trial:
    """What was asked, what the contract's answer object said, and the documents it quotes."""

    question: GoldQuestion
    answer: AnswerBody
    documents: Mapping[str, Document]

    @property
    def answerable(self) -> bool:
        """Whether the documents hold an answer."""
        return self.question.type != UNANSWERABLE

    @property
    def refused(self) -> bool:
        """Whether the assistant said that it has no answer."""
        return self.answer.status in _REFUSED

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """Per piece of gold evidence, the place of the first citation that holds it, from 0."""
        return tuple(self._rank(gold) for gold in self.question.gold)

    @property
    def found(self) -> bool:
        """Whether all the gold evidence is among the first citations."""
        return max(self.ranks, default=0) < FOUND_WITHIN

    @property
    def succeeded(self) -> bool:
        """Found what is there, or refused what is not."""
        return self.found if self.answerable else self.refused

    def _rank(self, gold: GoldEvidence) -> int:
        for place, citation in enumerate(self.answer.citations):
            if citation.document_id == gold.doc and any(w in citation.quote for w in gold.wordings):
                return place
        return NOWHERE
