"""对话: what was asked and answered so far. The browser keeps it; it travels with each question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from yiyang_qa.types import Question, Speaker, Turn
from yiyang_qa.wire import exchanges

MAX_QUESTION = 500  # characters, as in the contract
MAX_TURNS = 20  # of history that the service reads
MAX_EXCHANGES = 20  # that the page keeps

#: The answer object of the contract, as it travels on the wire.
WireAnswer = Mapping[str, Any]

_REFERENCE_OR_CHARACTER = re.compile(r"\[\d+\]|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer."""

    question: str
    answer: WireAnswer


Conversation = tuple[Exchange, ...]


def objection(text: str) -> str | None:
    """Why ``text`` cannot be asked, in words for the reader; None when it can."""
    if not text.strip():
        return "请先输入问题，再发送。"
    if len(text.strip()) > MAX_QUESTION:
        return f"问题有 {len(text.strip())} 字，最多 {MAX_QUESTION} 字，请缩短后再发送。"
    return None


def question_in(conversation: Conversation, text: str) -> Question:
    """``text`` as a question that brings the conversation before it along."""
    turns = [
        turn
        for past in conversation
        for turn in (
            Turn(Speaker.USER, past.question),
            Turn(Speaker.ASSISTANT, past.answer["answer"]),
        )
    ]
    return Question(text.strip(), tuple(turns[-MAX_TURNS:]))


def growing(before: str, text: str, steps: int) -> Iterator[str]:
    """``text`` as it is written out after ``before``, in at most ``steps`` prefixes; a reference [n] comes whole."""
    if not text.startswith(before):
        before = ""
    atoms = _REFERENCE_OR_CHARACTER.findall(text[len(before) :])
    stride = max(1, -(-len(atoms) // steps))
    for end in range(stride, len(atoms) + stride, stride):
        yield before + "".join(atoms[:end])


def kept(stored: object) -> Conversation:
    """The conversation in what a browser has kept; none where that is old, damaged or of another kind."""
    try:
        return tuple(
            Exchange(each.question, each.answer.model_dump(mode="json")) for each in exchanges(stored)
        )
    except ValueError:
        return ()


def to_keep(conversation: Conversation) -> list[dict[str, Any]]:
    """What a browser keeps of ``conversation``; :func:`kept` reads it."""
    return [asdict(exchange) for exchange in conversation]
