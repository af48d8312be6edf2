"""The page before it is there: importing Gradio takes longer than all the rest of the start.

The endpoint answers meanwhile, and what is asked of the page waits.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from typing import Any

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from yiyang_qa.ui.chat import Ask, Catalogue

#: Questions to begin with; asked for once, when the page is loaded.
Examples = Callable[[], Sequence[str]]
Lifespan = Callable[[Any], AbstractAsyncContextManager[Any]]


@contextmanager
def _yielding() -> Iterator[None]:
    """Meanwhile threads take turns ten times as often, so that what is asked does not wait for an import."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 10)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


class LatePage:
    """An ASGI application that is the page, and begins to load it when the outer application starts.

    Its ``lifespan`` takes the place of the outer application's and includes it.
    """

    def __init__(self, ask: Ask, catalogue: Catalogue, examples: Examples, outer: Lifespan) -> None:
        self._ask, self._catalogue, self._examples = ask, catalogue, examples
        self._outer = outer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the page, as soon as it is there."""
        page = await asyncio.shield(self._page)
        await page(scope, receive, send)

    @asynccontextmanager
    async def lifespan(self, app: Any) -> AsyncIterator[Any]:
        """From the start of loading to the end of the application."""
        async with self._outer(app) as state:
            self._page = asyncio.get_running_loop().create_future()
            ending = asyncio.Event()
            living = asyncio.create_task(self._live(ending))
            try:
                yield state
            finally:
                ending.set()
                await living

    async def _live(self, ending: asyncio.Event) -> None:
        """Load the page, and keep it until ``ending``; its locks belong to the loop, so only the import and the examples leave it."""
        try:
            with _yielding():
                loaded = await asyncio.to_thread(importlib.import_module, "yiyang_qa.ui.page")
            page = FastAPI(openapi_url=None)
            examples = tuple(await asyncio.to_thread(self._examples))
            loaded.attach_page(page, self._ask, catalogue=self._catalogue, examples=examples)
            async with page.router.lifespan_context(page):
                self._page.set_result(page)
                await ending.wait()
        except Exception as error:
            if self._page.done():
                raise
            self._page.set_exception(error)  # for whoever visits
