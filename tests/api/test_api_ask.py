"""Asking and searching over a real socket."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import httpx
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse

from yiyang_qa.api import Assistant, create_app, service_of
from yiyang_qa.api.streaming import pieces
from yiyang_qa.config import Settings
from yiyang_qa.types import Answer, Document, Evidence, Question, Speaker, Turn
from yiyang_qa.wire import AskRequest

Serving = Callable[[FastAPI], AbstractContextManager[httpx.Client]]


def test_an_answer_comes_with_its_evidence(client: httpx.Client) -> None:
    answer = client.post("/v1/ask", json={"question": "每份午餐补助多少元"}).json()
    assert answer["status"] == "answered"
    assert "3元" in answer["citations"][0]["quote"]
    assert [c["index"] for c in answer["citations"]] == list(range(1, len(answer["citations"]) + 1))


def test_two_answers_have_two_ids(client: httpx.Client) -> None:
    ids = {client.post("/v1/ask", json={"question": "午餐"}).json()["id"] for _ in range(2)}
    assert len(ids) == 2


def test_an_unknown_document_in_the_filters_means_no_evidence(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json={"question": "午餐补助", "filters": {"documents": ["no-such"]}})
    assert response.status_code == 200
    assert response.json()["status"] == "no_evidence"
    assert response.json()["citations"] == []


def test_a_stream_tells_the_same_answer(client: httpx.Client) -> None:
    request = {"question": "每份午餐补助多少元", "as_of": "2026-11-21"}
    plain = client.post("/v1/ask", json=request).json()
    with client.stream("POST", "/v1/ask", json=request | {"stream": True}) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        events = [_event(block) for block in response.read().decode().strip().split("\n\n")]
    names = [name for name, _ in events]
    assert names == ["query", "citations", *["delta"] * (len(events) - 3), "done"]
    assert len(events) > 4
    done = events[-1][1]
    assert "".join(data["text"] for name, data in events if name == "delta") == done["answer"]
    assert (events[0][1], events[1][1]) == (done["query"], done["citations"])
    assert {**done, "id": 0, "timings_ms": 0} == {**plain, "id": 0, "timings_ms": 0}


def _event(block: str) -> tuple[str, Any]:
    name, data = block.split("\n")
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


@given(st.text(alphabet=st.sampled_from("甲乙，。；！？\n[]12 ") | st.characters()))
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text))


def test_a_reference_is_not_cut() -> None:
    assert all(
        piece.count("[") == piece.count("]") for piece in pieces("字" * 39 + "[12]" + "字" * 38 + "[3]。")
    )


def test_search_is_ranked_and_scoped(client: httpx.Client) -> None:
    found = client.get("/v1/search", params={"q": "护理站 老年食堂", "k": 2}).json()["citations"]
    assert len(found) == 2
    assert found[0]["score"] >= found[1]["score"]
    scoped = client.get("/v1/search", params={"q": "护理站 老年食堂", "region": "青河县"}).json()["citations"]
    assert {c["region"]["name"] for c in scoped} == {"青河县"}


def test_only_the_last_twenty_turns_are_read() -> None:
    history = [{"role": "user", "content": str(n), "name": "let pass"} for n in range(30)]
    question = AskRequest.model_validate({"question": "问", "history": history}).to_question()
    assert question.history == tuple(Turn(Speaker.USER, str(n)) for n in range(10, 30))


class Waiting:
    """An assistant that answers nothing until released, and counts how many it is asked at once."""

    def __init__(self, answer: Answer) -> None:
        self.documents: dict[str, Document] = {}
        self.catalogue: tuple[Document, ...] = ()
        self.released = threading.Event()
        self.running = self.most = 0
        self._answer = answer
        self._lock = threading.Lock()

    def ask(self, _: Question) -> Answer:
        with self._lock:
            self.running += 1
            self.most = max(self.most, self.running)
        self.released.wait(timeout=20)
        with self._lock:
            self.running -= 1
        return self._answer

    def search(self, *_: object) -> tuple[Evidence, ...]:
        return ()


def test_the_loop_answers_while_the_workers_are_busy(assistant: Assistant, serving: Serving) -> None:
    waiting = Waiting(assistant.ask(Question("午餐补助")))
    app = create_app(waiting, Settings())
    workers = service_of(app).workers
    with serving(app) as client:
        asking = [threading.Thread(target=_ask, args=(client,)) for _ in range(workers + 2)]
        for thread in asking:
            thread.start()
        while waiting.running < workers:
            time.sleep(0.005)
        assert client.get("/healthz").status_code == 200
        waiting.released.set()
        for thread in asking:
            thread.join()
    assert waiting.most == workers


def _ask(client: httpx.Client) -> None:
    assert client.post("/v1/ask", json={"question": "问"}).status_code == 200


def test_a_page_leaves_our_paths_alone(assistant: Assistant, serving: Serving) -> None:
    page = PlainTextResponse("page")
    with serving(create_app(assistant, Settings(), page=lambda app: app.mount("/", page))) as client:
        assert client.get("/").text == "page"
        for path in ("/healthz", "/v1/documents", "/documents/clear-lake", "/metrics", "/openapi.json"):
            assert client.get(path).text != "page"
