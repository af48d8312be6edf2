"""One browser, one server and two open pages for the session; every test begins a new conversation."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright
from site_visit import Visit
from small_site import attach, small_site

from yiyang_qa.api import create_app
from yiyang_qa.assistant import Assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import HashedEncoder

CORPUS = Path(__file__).parents[2] / "corpus"

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"desktop": (1280, 860), "phone": (360, 740)}


@contextmanager
def _serving(app: FastAPI) -> Iterator[str]:
    """The address of ``app`` behind a real socket."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        httpx.get(address, timeout=60, trust_env=False)  # the first visitor waits for Gradio
        yield address
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the small site is served."""
    with _serving(small_site()) as address:
        yield address


@pytest.fixture(scope="session")
def founding_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the product itself is served, over the documents of this repository."""
    index, encoder = tmp_path_factory.mktemp("index"), HashedEncoder()
    build(CORPUS, index, encoder)
    assistant = Assistant(open_index(index, encoder), encoder)
    with _serving(create_app(assistant, Settings(), page=attach)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def visits(browser: Browser, address: str) -> Iterator[dict[str, Visit]]:
    """One open page for each size."""
    made = {size: Visit(_window(browser, size), address) for size in SIZES}
    yield made
    for visit in made.values():
        visit.page.context.close()


def _window(browser: Browser, size: str) -> Page:
    """An empty page, ``SIZES[size]`` CSS pixels wide and high."""
    width, height = SIZES[size]
    phone = size == "phone"
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="zh-CN",
        is_mobile=phone,
        has_touch=phone,
        reduced_motion="reduce",
    )
    context.set_default_timeout(8000)
    return context.new_page()


@pytest.fixture(params=SIZES)
def founding(browser: Browser, founding_address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor of the product itself, at 1280 px, then at 360 px."""
    visit = Visit(_window(browser, request.param), founding_address)
    yield from visit.begun_anew()
    visit.page.context.close()


@pytest.fixture
def desktop(visits: dict[str, Visit]) -> Iterator[Visit]:
    """A visitor at 1280 px."""
    yield from visits["desktop"].begun_anew()


@pytest.fixture(params=SIZES)
def visit(visits: dict[str, Visit], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor at 1280 px, then one at 360 px."""
    yield from visits[request.param].begun_anew()
