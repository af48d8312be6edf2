"""One process with page and endpoint."""

from __future__ import annotations

import logging
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from yiyang_qa.api.application import Page, create_app
from yiyang_qa.api.examples import examples
from yiyang_qa.api.management import managed
from yiyang_qa.api.renewal import Renewing, keep_current
from yiyang_qa.api.saying import telling
from yiyang_qa.api.service import Assistant, service_of
from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder
from yiyang_qa.errors import PolicyError
from yiyang_qa.types import Question, Status

_log = logging.getLogger(__name__)

#: Opens the assistant that the settings describe, building what is missing; may raise ``PolicyError``.
Opening = Callable[[Settings], Assistant]


def chat_page(app: FastAPI) -> None:
    """Mount the chat page; it asks in this process what others ask over ``/v1/ask``."""
    from yiyang_qa.ui import mount_page

    service = service_of(app)
    mount_page(
        app,
        lambda question: telling(service, question),
        catalogue=lambda: service.catalogue().model_dump()["documents"],
        examples=lambda: _examples(service.assistant),
    )


def _examples(assistant: Assistant | PolicyError) -> tuple[str, ...]:
    if isinstance(assistant, PolicyError):
        return ()
    answering = assistant
    return examples(answering.catalogue, lambda text: answering.ask(Question(text)).status is Status.ANSWERED)


def application(
    settings: Settings,
    opening: Opening,
    *,
    page: Page | None = chat_page,
    encoder: Encoder | None = None,
    renewing: Renewing | None = None,
) -> FastAPI:
    """Page and endpoint; where no assistant can be opened they still start, and say why (``/readyz``).

    ``encoder`` is that of the settings, when it has been loaded already. With ``renewing`` they look
    for newer builds as long as they run.
    """
    management = managed(settings, encoder)
    app = create_app(_opened(settings, opening), settings, page=page, management=management)
    if renewing is not None:
        keep_current(app, renewing)
    return app


def serve(app: FastAPI, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve until interrupted; a page left open in a browser delays the end by two seconds at most."""
    uvicorn.run(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=2)


def _opened(settings: Settings, opening: Opening) -> Assistant | PolicyError:
    try:
        return opening(settings)
    except PolicyError as error:
        _log.error("%s", error.message)
        return error
