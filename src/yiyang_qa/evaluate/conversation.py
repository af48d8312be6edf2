"""A conversation held for real: no turn is made up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from yiyang_qa.types import Answer, Question, Speaker, Turn


def converse(ask: Callable[[Question], Answer], question: Question, earlier: Iterable[str]) -> Answer:
    """The answer to ``question`` after each of ``earlier`` was asked, all under the same filters.

    Every turn knows the ones before it and the answers they got.
    """
    history = question.history
    for text in earlier:
        answer = ask(replace(question, text=text, history=history))
        history = (*history, Turn(Speaker.USER, text), Turn(Speaker.ASSISTANT, answer.text))
    return ask(replace(question, history=history))
