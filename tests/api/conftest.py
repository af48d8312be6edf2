"""The small assistant behind a real server."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from small_assistant import BigramAssistant, small_documents

from yiyang_qa.api import create_app
from yiyang_qa.config import Settings
from yiyang_qa.types import Document


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    return small_documents()


@pytest.fixture(scope="session")
def assistant(documents: tuple[Document, ...]) -> BigramAssistant:
    return BigramAssistant(documents)


@contextmanager
def _serving(app: FastAPI) -> Iterator[httpx.Client]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, timeout_graceful_shutdown=2))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=20) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def serving() -> Callable[[FastAPI], AbstractContextManager[httpx.Client]]:
    """Puts an application behind a real socket and gives a client to it."""
    return _serving


@pytest.fixture(scope="session")
def client(assistant: BigramAssistant) -> Iterator[httpx.Client]:
    """A client of the small assistant's server."""
    with _serving(create_app(assistant, Settings())) as client:
        yield client
