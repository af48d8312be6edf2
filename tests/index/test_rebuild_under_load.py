"""A service that is asked without pause while another process replaces its index."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from yiyang_qa.api import application
from yiyang_qa.assistant import Assistant, Renewal
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import HashedEncoder

EDITIONS = 4
TEXT = "医养结合补贴办法\n第一条 养老机构新增床位的，每张给予{}元建设补贴。\n第二条 由市民政局负责解释。\n"


def put(corpus: Path, edition: int) -> None:
    for name in ("a", "b"):
        (corpus / f"{name}.txt").write_text(TEXT.format(1000 + edition), encoding="utf-8")


def rebuild(corpus: Path, index: Path) -> None:
    for edition in range(2, EDITIONS + 1):
        put(corpus, edition)
        build(corpus, index, HashedEncoder())


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    encoder = HashedEncoder()
    assistant = Assistant(open_index(settings.index, encoder), encoder)
    app = application(settings, lambda _: assistant, page=None, renewing=Renewal(settings))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def edition_in(client: httpx.Client) -> int:
    """The edition that every citation of an answer agrees on."""
    response = client.get("/v1/search", params={"q": "养老机构新增床位给予多少建设补贴", "k": 5})
    assert response.status_code == 200, response.text
    cited = {
        (c["document_id"], edition)
        for c in response.json()["citations"]
        for edition in range(1, EDITIONS + 1)
        if f"{1000 + edition}元" in c["quote"]
    }
    assert {document for document, _ in cited} == {"a", "b"}
    (edition,) = {edition for _, edition in cited}
    return edition


def test_it_takes_up_each_build_whole_and_never_fails(tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    put(corpus, 1)
    build(corpus, index, HashedEncoder())
    writer = multiprocessing.get_context("spawn").Process(target=rebuild, args=(corpus, index))
    with (
        serving(Settings(corpus=corpus, index=index)) as address,
        httpx.Client(base_url=address, trust_env=False, timeout=30) as client,
    ):
        seen, ending = [edition_in(client)], time.monotonic() + 60
        writer.start()
        while seen[-1] < EDITIONS and time.monotonic() < ending:
            seen.append(edition_in(client))
        writer.join()
    assert writer.exitcode == 0
    assert seen[-1] == EDITIONS
    assert seen == sorted(seen)
    assert len(seen) > 10
