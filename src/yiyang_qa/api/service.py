"""What every route shares: the assistant, its workers and its counters."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from time import perf_counter
from typing import Annotated, Protocol, TypeVar

import anyio
from fastapi import Depends, FastAPI, Request

from yiyang_qa import wire
from yiyang_qa.api.metrics import Metrics
from yiyang_qa.errors import NotFound, PolicyError
from yiyang_qa.types import Answer, Document, Evidence, Filters, Question
from yiyang_qa.versions import Lineage

T = TypeVar("T")


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

    def compare(self, topic: str, regions: Sequence[str], as_of: date | None, filters: Filters, /) -> Answer:
        """What ``regions`` say on ``topic``; every region that has a document when none is named."""

    def search(self, text: str, region: str | None, k: int, /) -> tuple[Evidence, ...]:
        """At most ``k`` clauses, best first; only those of ``region`` when one is named."""


class Service:
    """An assistant, or the error that keeps it away; setting ``assistant`` switches all routes at once."""

    def __init__(self, assistant: Assistant | PolicyError) -> None:
        self.assistant = assistant
        self.metrics = Metrics()
        # More threads than cores would only make every answer late.
        self.workers = _cores()
        self._limiter = anyio.CapacityLimiter(self.workers)

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
