"""What every route shares: the assistant, its workers and its counters."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from inspect import GEN_RUNNING, getgeneratorstate
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Protocol, TypeVar

import anyio
from fastapi import Depends, FastAPI, Request

from yiyang_qa import wire
from yiyang_qa.adding import Librarian
from yiyang_qa.api.metrics import Metrics
from yiyang_qa.errors import ManagementOff, NotFound, PolicyError
from yiyang_qa.types import Answer, Document, Evidence, Filters, Question
from yiyang_qa.versions import Lineage

if TYPE_CHECKING:
    from yiyang_qa.api.management import Management

T = TypeVar("T")

#: How many may wait for a model at a time.
MOST_LISTENERS = 40

#: Text as it comes; returns the answer that stands in the end.
Pieces = Generator[str, None, Answer]


class Assistant(Protocol):
    """What answers. Calls block the thread, use one core, and may run side by side."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """By id, in the order of the catalogue."""

    @property
    def catalogue(self) -> Sequence[Document]:
        """All of them, without text and clauses."""

    @property
    def lineage(self) -> Lineage:
        """Which of the documents ends which."""

    def ask(self, question: Question, /) -> Answer:
        """The answer, refusals included."""

    def telling(self, question: Question, /) -> tuple[Answer, Pieces | None]:
        """The answer as composed, and its text as it is said; None where all of it is there already."""

    def compare(self, topic: str, regions: Sequence[str], as_of: date | None, filters: Filters, /) -> Answer:
        """What ``regions`` say on ``topic``; every region that has a document when none is named."""

    def search(self, text: str, region: str | None, k: int, /) -> tuple[Evidence, ...]:
        """At most ``k`` clauses, best first; only those of ``region`` when one is named."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An answer under way: ``body`` as composed, and the pieces of its text where they are still to come."""

    body: wire.AnswerBody
    pieces: Pieces | None
    began: float  # perf_counter

    def next_piece(self) -> str | wire.AnswerBody:
        """The next piece; after the last one the whole answer, under the same id. Blocks."""
        assert self.pieces is not None
        try:
            return next(self.pieces)
        except StopIteration as end:
            body = wire.answer_body(end.value, {"total": (perf_counter() - self.began) * 1000})
            return body.model_copy(update={"id": self.body.id})

    def hang_up(self) -> None:
        """Wait for no more of the model; a piece that a worker waits for is the last one."""
        if self.pieces is not None and getgeneratorstate(self.pieces) is not GEN_RUNNING:
            self.pieces.close()


class Service:
    """An assistant, or the error that keeps it away; setting ``assistant`` switches all routes at once."""

    def __init__(self, assistant: Assistant | PolicyError, management: Management | None = None) -> None:
        self.assistant = assistant
        self.management = management
        self.metrics = Metrics()
        # More threads than cores would only make every answer late.
        self.workers = _cores()
        self._limiter = anyio.CapacityLimiter(self.workers)
        self._listeners = anyio.CapacityLimiter(MOST_LISTENERS)
        self._writer = anyio.CapacityLimiter(1)

    def ready(self) -> Assistant:
        """The assistant; raises the error that keeps it away."""
        if isinstance(self.assistant, PolicyError):
            raise self.assistant.with_traceback(None)
        return self.assistant

    def answer(self, question: Question) -> wire.AnswerBody:
        """The answer as the wire has it, timed and counted. Blocks; for callers in this process."""
        began = perf_counter()
        answer = self.ready().ask(question)
        self.metrics.answered(answer.status)
        return wire.answer_body(answer, {"total": (perf_counter() - began) * 1000})

    def begin(self, question: Question) -> Begun:
        """The answer as composed, counted, with its text still to come where a model says it. Blocks."""
        began = perf_counter()
        answer, pieces = self.ready().telling(question)
        self.metrics.answered(answer.status)
        body = wire.answer_body(answer, {"total": (perf_counter() - began) * 1000})
        return Begun(body, pieces, began)

    def document(self, document_id: str) -> Document:
        """One document; ``NotFound`` says where to look for others."""
        found = self.ready().documents.get(document_id)
        if found is None:
            raise NotFound("没有这份文件；全部文件见 /v1/documents。")
        return found

    def catalogue(self) -> wire.CatalogueBody:
        """All documents without their texts, as they stand today."""
        assistant = self.ready()
        return wire.catalogue_body(assistant.catalogue, assistant.lineage, date.today())

    async def work(self, task: Callable[[], T]) -> T:
        """``task()`` in a worker thread, as many at a time as there are cores."""
        return await anyio.to_thread.run_sync(task, limiter=self._limiter)

    async def listen(self, begun: Begun) -> str | wire.AnswerBody:
        """What ``begun`` says next; to wait for a model keeps no core busy and nobody else waiting."""
        return await anyio.to_thread.run_sync(begun.next_piece, limiter=self._listeners)

    def managing(self) -> Management:
        """What changes the documents; raises ``ManagementOff`` where no key admits to it."""
        if self.management is None:
            raise ManagementOff(
                "此服务没有开启文件管理。请在启动前设置环境变量 YIYANG_ADMIN_KEY（管理密钥），再重新启动。"
            )
        return self.management

    async def change(self, task: Callable[[Librarian], T]) -> T:
        """``task`` with the librarian, one at a time; then all routes use the new index, whole."""
        management = self.managing()

        def changed() -> T:
            done = task(management.librarian())
            self.assistant = management.reopen()
            return done

        return await anyio.to_thread.run_sync(changed, limiter=self._writer)


def service_of(app: FastAPI) -> Service:
    """The service that ``create_app`` put into ``app``."""
    service = app.state.service
    assert isinstance(service, Service)
    return service


def _cores() -> int:
    """Cores this process may use; where the system does not say, those of the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


async def _of_request(request: Request) -> Service:
    return service_of(request.app)


Serving = Annotated[Service, Depends(_of_request)]
