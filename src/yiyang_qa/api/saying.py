"""An answer as it is said: what a stream of events and the chat page have in common."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from yiyang_qa import wire
from yiyang_qa.api.service import Begun, Service
from yiyang_qa.phrasing import followed
from yiyang_qa.types import Question

#: An answer object of the contract, and how much of its text has been said.
Told = tuple[dict[str, Any], str]


async def saying(service: Service, begun: Begun) -> AsyncGenerator[str | wire.AnswerBody]:
    """The text in pieces as they come, then the whole answer; whoever leaves waits for no model."""
    if begun.pieces is None:
        yield begun.body.answer
        yield begun.body
        return
    try:
        while isinstance(said := await service.listen(begun), str):
            yield said
    finally:
        begun.hang_up()
    yield said


async def telling(service: Service, question: Question) -> AsyncGenerator[Told]:
    """The answer that would stand if no more were said, with what has been said of its text: in the end all of it.

    All but the text is there from the first and stays.
    """
    begun = await service.work(lambda: service.begin(question))
    composed, said = begun.body.model_dump(mode="json"), ""
    if begun.pieces is not None:
        yield composed, said
    async with aclosing(saying(service, begun)) as coming:
        async for piece in coming:
            if isinstance(piece, str):
                said += piece
                yield {**composed, "answer": followed(said, begun.body.answer)}, said
            else:
                yield piece.model_dump(mode="json"), piece.answer
