"""One browser, one server and two open pages for the session; every test begins a new conversation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from site_visit import Visit
from small_endpoint import SmallEndpoint, serving
from small_site import attach, serving_site, small_site

from yiyang_qa.adding import Librarian
from yiyang_qa.api import create_app
from yiyang_qa.api.management import Management
from yiyang_qa.assistant import Assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.phrasing import OpenAIPhraser

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
PATIENCE = 20_000  # milliseconds; a busy machine is slow, not wrong
expect.set_options(timeout=PATIENCE)

SIZES = {"desktop": (1280, 860), "phone": (360, 740)}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the small site is served."""
    with serving_site(small_site()) as address:
        yield address


@pytest.fixture(scope="module")
def model() -> Iterator[SmallEndpoint]:
    """A language model that says what a test puts into its script."""
    with serving() as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def spoken_address(model: SmallEndpoint) -> Iterator[str]:
    """Where the small site is served with that model to say its answers."""
    phraser = OpenAIPhraser(model.url, "small-model", None, timeout=3.0)
    with serving_site(small_site(phraser)) as address:
        yield address
    phraser.close()


@pytest.fixture(scope="module", params=SIZES)
def listening(browser: Browser, spoken_address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """One open page of that site, at 1280 px, then at 360 px."""
    visit = Visit(_window(browser, request.param), spoken_address)
    yield visit
    visit.page.context.close()


@pytest.fixture
def listener(listening: Visit) -> Iterator[Visit]:
    """A visitor of that site."""
    yield from listening.begun_anew()


@pytest.fixture(scope="session")
def founding_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the product itself is served, over the documents of this repository."""
    index, encoder = tmp_path_factory.mktemp("index"), HashedEncoder()
    build(CORPUS, index, encoder)
    assistant = Assistant(open_index(index, encoder), encoder)
    with serving_site(create_app(assistant, Settings(), page=attach)) as address:
        yield address


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a library of one document is served that those who have the key ``钥匙`` may change."""
    folder, encoder = tmp_path_factory.mktemp("desk"), HashedEncoder()
    corpus, index = folder / "corpus", folder / "index"
    corpus.mkdir()
    (corpus / "chongqing-2023.txt").write_bytes((CORPUS / "chongqing-2023.txt").read_bytes())
    build(corpus, index, encoder)

    def opened() -> Assistant:
        return Assistant(open_index(index, encoder), encoder)

    management = Management((("张三", "钥匙"),), lambda: Librarian(corpus, index, encoder), opened)
    with serving_site(create_app(opened(), Settings(), page=attach, management=management)) as address:
        yield address


@pytest.fixture(params=SIZES)
def keeper(browser: Browser, desk: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """One who looks after that library, at 1280 px, then at 360 px."""
    visit = Visit(_window(browser, request.param), desk, "/manage", "文件管理")
    yield visit
    assert visit.overflow() <= 0
    assert visit.complaints == []
    visit.page.context.close()


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
    context.set_default_timeout(PATIENCE)
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
