"""One turn of the chat, step by step, as the screens it shows. Knows nothing of Gradio."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from yiyang_qa.errors import PolicyError
from yiyang_qa.types import Question
from yiyang_qa.ui import prose, render
from yiyang_qa.ui.conversation import (
    MAX_EXCHANGES,
    Conversation,
    Exchange,
    WireAnswer,
    growing,
    objection,
    question_in,
)
from yiyang_qa.ui.wording import UNEXPECTED

#: Gives the answer that would stand if no more were said, and what has been said of its text: at first
#: nothing, in the end all of it. Everything but the text is there from the first and stays.
Ask = Callable[[Question], AsyncGenerator[tuple[WireAnswer, str]]]
#: Gives the documents covered, with the fields of ``GET /v1/documents``.
Catalogue = Callable[[], Sequence[Mapping[str, Any]]]

STEPS = 10  # screens on which a piece of text is written out
PAUSE = 0.03  # seconds between them

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Screen:
    """What changes on the page; None leaves a part as it is."""

    box: str | None = None  # the question being typed
    hint: str | None = None  # HTML, as are the next three
    past: str | None = None
    live: str | None = None
    borne: str | None = None  # what bears the live answer out
    conversation: Conversation | None = None
    at_hand: Exchange | None = None  # as it stands if it is stopped here


def opening(examples: tuple[str, ...], conversation: Conversation = ()) -> Screen:
    """The page as it is found, with the conversation that the browser has kept; what is being typed stays."""
    if not conversation:
        return Screen(None, render.hint(None), render.welcome(examples), render.live(), render.borne(), ())
    *before, last = conversation
    number = len(conversation)
    return Screen(
        hint=render.hint(None),
        past=render.past(before),
        live=render.live(last.question, number, last.answer),
        borne=render.borne(last.answer, number),
        conversation=conversation,
    )


async def converse(ask: Ask, text: str, conversation: Conversation) -> AsyncIterator[Screen]:
    """The screens from ``text`` being sent to its answer being complete."""
    refusal = objection(text)
    if refusal:
        yield Screen(hint=render.hint(refusal))
        return
    question = question_in(conversation, text)
    number = len(conversation) + 1
    live = render.live(question.text, number)
    yield Screen("", render.hint(None), render.past(conversation), live, render.borne())
    try:
        async with aclosing(ask(question)) as telling:
            async for screen in _told(telling, question.text, conversation):
                yield screen
    except Exception as error:
        failed = render.live(question.text, number, failure=_excuse(error))
        yield Screen(box=text, live=failed, borne=render.borne())


async def _told(
    telling: AsyncIterator[tuple[WireAnswer, str]], question: str, conversation: Conversation
) -> AsyncIterator[Screen]:
    """What bears the answer out as soon as it is known; then the text as it comes."""
    number, shown, exchange = len(conversation) + 1, "", None
    async for answer, said in telling:
        borne: str | None = None if exchange else render.borne(answer, number)
        exchange, whole = Exchange(question, answer), said == answer["answer"]
        before, shown = shown, prose.said(answer, said)
        for text in [*growing(before, shown, STEPS if whole else 1)] or [shown]:
            live = render.live(question, number, answer, text=text, speaking=not whole)
            yield Screen(live=live, borne=borne, at_hand=exchange)
            await asyncio.sleep(PAUSE if whole else 0)
            borne = None
    if exchange is not None:
        yield _finished(exchange, conversation)


def stopped(at_hand: Exchange | None, conversation: Conversation) -> Screen:
    """The answer at hand as it stands without any more of it."""
    if at_hand is None or any(each.answer["id"] == at_hand.answer["id"] for each in conversation):
        return Screen()
    return _finished(at_hand, conversation)


def _finished(exchange: Exchange, conversation: Conversation) -> Screen:
    live = render.live(exchange.question, len(conversation) + 1, exchange.answer)
    return Screen(live=live, conversation=(*conversation, exchange)[-MAX_EXCHANGES:])


def _excuse(error: Exception) -> str:
    """What the reader is told: an error's own words if it was raised on purpose."""
    if isinstance(error, PolicyError):
        return error.message
    _log.error("the answer failed", exc_info=error)
    return UNEXPECTED
