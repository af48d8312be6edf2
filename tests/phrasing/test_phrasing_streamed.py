"""A stream of events while the model is still speaking: citations first, then each sentence past the guard."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

import anyio
import pytest
from small_endpoint import STOP, Step, serving

from yiyang_qa.api.service import Service
from yiyang_qa.api.streaming import events
from yiyang_qa.phrasing import OpenAIPhraser, streamed
from yiyang_qa.types import Answer, Document, Evidence, Question

T = TypeVar("T")

RIGHT = "青岛市对自有产权的新增床位每张补助1万元，要求新增50张以上。[1]"
SECOND = "租赁产权的，租期5年以上，每张补助5000元。[1]"
QUESTION = Question("新增60张床能补多少？")

Event = tuple[float, str, Any]


@dataclass(frozen=True)
class Speaking:
    """Gives one composed answer, and has it said by a model behind a real endpoint."""

    answer: Answer
    phraser: OpenAIPhraser

    @property
    def documents(self) -> Mapping[str, Document]:
        return {item.document.id: item.document for item in self.answer.evidence}

    def ask(self, _: Question) -> Answer:
        return self.answer

    def telling(self, _: Question) -> tuple[Answer, Generator[str, None, Answer]]:
        return self.answer, streamed(self.answer, self.phraser)

    def compare(self, *_: object) -> Answer:
        return self.answer

    def search(self, *_: object) -> tuple[Evidence, ...]:
        return self.answer.evidence


def told(answer: Answer, *script: Step, timeout: float = 5.0) -> list[Event]:
    """The events with the seconds after which they came."""

    async def listening() -> list[Event]:
        service, began = Service(Speaking(answer, phraser)), time.monotonic()
        begun = await service.work(lambda: service.begin(QUESTION))
        return [(time.monotonic() - began, *_read(block)) async for block in events(service, begun)]

    with serving(*script) as server:
        phraser = OpenAIPhraser(server.url, "small-model", None, timeout)
        try:
            return _in_own_thread(listening)
        finally:
            phraser.close()


def _in_own_thread(task: Callable[[], Awaitable[T]]) -> T:
    """The result of ``task`` in a loop of its own: a browser driven before may have left one in this thread."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(anyio.run, task).result()


def _read(block: bytes) -> tuple[str, Any]:
    name, data = block.decode().strip().split("\n")
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def _said(came: Sequence[Event]) -> str:
    return "".join(data["text"] for _, name, data in came if name == "delta")


def test_citations_come_before_the_model_has_spoken_and_sentences_while_it_speaks(answer: Answer) -> None:
    came = told(answer, 0.3, RIGHT, SECOND[:5], 0.6, SECOND[5:], STOP)
    assert [name for _, name, _ in came[:3]] == ["query", "citations", "delta"]
    assert came[1][0] < 0.25
    assert came[2][0] < 0.8  # the first sentence, before the second is finished
    assert came[-1][1] == "done"
    assert _said(came).startswith(f"{RIGHT}{SECOND}")


@pytest.mark.parametrize(
    "script",
    [
        (RIGHT, SECOND, STOP),
        (RIGHT, "青岛市每张补助3万元。[1]", SECOND, STOP),  # an invented figure
        (RIGHT, 2.0, SECOND, STOP),  # too slow
        (RIGHT, SECOND[:9]),  # cut off
        (2.0, RIGHT, STOP),  # says nothing in time
        ("青岛市每张补助3万元。[1]", STOP),  # nothing that may stand
        (b"<html>busy</html>",),
    ],
)
def test_the_deltas_are_the_answer_whatever_the_model_does(answer: Answer, script: Sequence[Step]) -> None:
    came = told(answer, *script, timeout=0.6)
    done = came[-1][2]
    assert _said(came) == done["answer"]
    assert "3万元" not in done["answer"]
    assert "1万元" in done["answer"]
    assert (came[0][2], came[1][2]) == (done["query"], done["citations"])
    assert done["notices"]
    assert answer.notices[0].message in done["answer"]


def test_a_listener_who_leaves_ends_the_request(answer: Answer) -> None:
    async def leaving() -> float:
        service, began = Service(Speaking(answer, phraser)), time.monotonic()
        begun = await service.work(lambda: service.begin(QUESTION))
        async with aclosing(_generator(events(service, begun))) as coming:
            async for block in coming:
                if block.startswith(b"event: delta"):
                    break
        assert next(begun.pieces or iter(()), None) is None
        return time.monotonic() - began

    with serving(RIGHT, SECOND, 3.0, STOP) as server:
        phraser = OpenAIPhraser(server.url, "small-model", None, 5.0)
        assert _in_own_thread(leaving) < 2
        phraser.close()


async def _generator(blocks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    assert hasattr(blocks, "aclose")
    try:
        async for block in blocks:
            yield block
    finally:
        await blocks.aclose()
