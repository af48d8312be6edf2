"""One turn of the chat, step by step, as the screens it shows. Knows nothing of Gradio."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yiyang_qa.errors import PolicyError
from yiyang_qa.types import Question
from yiyang_qa.ui import render
from yiyang_qa.ui.conversation import Conversation, Exchange, WireAnswer, growing, objection, question_in
from yiyang_qa.ui.wording import UNEXPECTED

Ask = Callable[[Question], WireAnswer]
#: Gives the documents covered, with the fields of ``GET /v1/documents``.
Catalogue = Callable[[], Sequence[Mapping[str, Any]]]

STEPS = 10  # screens on which an answer is written out
PAUSE = 0.03  # seconds between them

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Screen:
    """What changes on the page; None leaves a part as it is."""

    box: str | None = None  # the question being typed
    hint: str | None = None  # HTML, as are the next two
    past: str | None = None
    live: str | None = None
    conversation: Conversation | None = None


def opening(examples: tuple[str, ...]) -> Screen:
    """The page before anything was asked; what is being typed stays."""
    return Screen(None, render.hint(None), render.welcome(examples), render.live(), ())


async def converse(ask: Ask, text: str, conversation: Conversation) -> AsyncIterator[Screen]:
    """The screens from ``text`` being sent to its answer being complete."""
    refusal = objection(text)
    if refusal:
        yield Screen(hint=render.hint(refusal))
        return
    question = question_in(conversation, text)
    number = len(conversation) + 1
    live = render.live(question.text, number)
    yield Screen(box="", hint=render.hint(None), past=render.past(conversation), live=live)
    try:
        answer = await asyncio.to_thread(ask, question)
    except Exception as error:
        yield Screen(box=text, live=render.live(question.text, number, failure=_excuse(error)))
        return
    for written in growing(render.said(answer), STEPS):
        yield Screen(live=render.live(question.text, number, text=written))
        await asyncio.sleep(PAUSE)
    yield Screen(
        live=render.live(question.text, number, answer=answer),
        conversation=(*conversation, Exchange(question.text, answer)),
    )


def _excuse(error: Exception) -> str:
    """What the reader is told: an error's own words if it was raised on purpose."""
    if isinstance(error, PolicyError):
        return error.message
    _log.error("the answer failed", exc_info=error)
    return UNEXPECTED
