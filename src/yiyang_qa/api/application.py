"""The application: our routes first, then the page."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from yiyang_qa import __version__
from yiyang_qa.api import ask, compare, diffs, documents, health, source
from yiyang_qa.api.errors import answer_errors
from yiyang_qa.api.limits import BodyLimit
from yiyang_qa.api.metrics import Watch
from yiyang_qa.api.service import Assistant, Service
from yiyang_qa.config import Settings
from yiyang_qa.errors import PolicyError

ROUTERS = (ask.router, compare.router, documents.router, diffs.router, source.router, health.router)

Page = Callable[[FastAPI], None]


def create_app(
    assistant: Assistant | PolicyError, settings: Settings, *, page: Page | None = None
) -> FastAPI:
    """The endpoint over ``assistant``, with ``page`` mounted after our own routes.

    An error in the place of the assistant is served as 503 (see ``/readyz``) until
    ``service_of(app).assistant`` is set.
    """
    app = FastAPI(
        title="医养问答",
        version=__version__,
        description="面向地方医养结合政策文件的问答接口：答案逐字引自条款。",
        docs_url=None,  # its scripts come from another host
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.service = service = Service(assistant)
    for router in ROUTERS:
        app.include_router(router)
    answer_errors(app)
    if page is not None:
        page(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(Watch, metrics=service.metrics)
    if settings.allowed_origins:
        _admit(app, settings.allowed_origins)
    return app


def _admit(app: FastAPI, origins: tuple[str, ...]) -> None:
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(origins),
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type"],
    )
