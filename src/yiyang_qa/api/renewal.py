"""Builds that other processes put in use are taken up while the service runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

from yiyang_qa.api.service import Assistant, Service, service_of
from yiyang_qa.errors import PolicyError

#: Given what serves now: an assistant over a newer build, or None while there is none. May raise PolicyError.
Renewing = Callable[[Assistant | PolicyError], Assistant | None]

_EVERY = 1.0  # seconds; looking costs the reading of one line

_log = logging.getLogger(__name__)


def keep_current(app: FastAPI, renewing: Renewing) -> None:
    """Have ``app`` look for newer builds as long as it runs.

    All routes change over at once; a request that has begun ends with the assistant it began with.
    """
    outer = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(application: Any) -> AsyncIterator[Any]:
        async with outer(application) as state:
            watching = asyncio.create_task(_watch(service_of(app), renewing))
            try:
                yield state
            finally:
                watching.cancel()

    app.router.lifespan_context = lifespan


async def _watch(service: Service, renewing: Renewing) -> None:
    told = ""
    while True:
        await asyncio.sleep(_EVERY)
        try:
            service.assistant = await asyncio.to_thread(renewing, service.assistant) or service.assistant
        except PolicyError as error:
            if error.message != told:
                _log.error("%s", error.message)
            told = error.message
        except Exception:
            _log.exception("looking for a newer index failed")
