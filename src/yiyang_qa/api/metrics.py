"""Counters in Prometheus text format, and the one place that sees every request come and go."""

from __future__ import annotations

import logging
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yiyang_qa.api.errors import INTERNAL
from yiyang_qa.types import Status

_log = logging.getLogger(__name__)


class Metrics:
    """Counters of one application; nothing is shared between two in one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._requests = Counter("yiyang_requests", "请求数", ["route", "status"], registry=self._registry)
        self._seconds = Histogram("yiyang_request_seconds", "请求耗时", ["route"], registry=self._registry)
        self._answers = Counter("yiyang_answers", "回答数", ["status"], registry=self._registry)
        for status in Status:
            self._answers.labels(status)

    def requested(self, route: str, status: int, seconds: float) -> None:
        """One request has been answered."""
        self._requests.labels(route, status).inc()
        self._seconds.labels(route).observe(seconds)

    def answered(self, status: Status) -> None:
        """One question has been answered."""
        self._answers.labels(status).inc()

    def text(self) -> bytes:
        """Everything counted so far, in Prometheus text format 0.0.4."""
        return generate_latest(self._registry)


class Watch:
    """ASGI middleware: times requests, and turns an unexpected exception into a logged, plain 500."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = perf_counter(), 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception:
            _log.exception("%s %s", scope["method"], scope["path"])
            if status:  # too late for another answer: let the server cut the connection
                raise
            await INTERNAL(scope, receive, noting)
        finally:
            self._metrics.requested(_route(scope), status, perf_counter() - began)


def _route(scope: Scope) -> str:
    """The path as declared, so that ids do not each make a series; ``other`` for the page and the unknown."""
    return str(getattr(scope.get("route"), "path", "other"))
