"""对话: what was asked and answered so far. The page keeps it; it travels with each question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yiyang_qa.types import Question, Speaker, Turn

MAX_QUESTION = 500  # characters, as in the contract
MAX_TURNS = 20  # of history that the service reads

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


def growing(text: str, steps: int) -> Iterator[str]:
    """``text`` as it is written out, in at most ``steps`` prefixes; a reference [n] comes whole."""
    atoms = _REFERENCE_OR_CHARACTER.findall(text)
    stride = max(1, -(-len(atoms) // steps))
    for end in range(stride, len(atoms) + stride, stride):
        yield "".join(atoms[:end])
