"""对话, as a browser keeps it between visits. What comes back from there is checked like anything that arrives."""

from __future__ import annotations

from pydantic import BaseModel, TypeAdapter

from yiyang_qa.wire.answer import AnswerBody
from yiyang_qa.wire.request import QuestionText


class ExchangeBody(BaseModel):
    """One question and its answer."""

    question: QuestionText
    answer: AnswerBody


_EXCHANGES = TypeAdapter(list[ExchangeBody])


def exchanges(stored: object) -> list[ExchangeBody]:
    """The exchanges in what a browser has kept.

    Raises:
        ValueError: it is none of ours, or of an older version.
    """
    return _EXCHANGES.validate_python(stored)
