"""What an operator sees: metrics, admitted origins, nothing from outside."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import httpx
from fastapi import FastAPI

from yiyang_qa.api import Assistant, application, create_app
from yiyang_qa.config import Settings
from yiyang_qa.errors import IndexDamaged

Serving = Callable[[FastAPI], AbstractContextManager[httpx.Client]]


def test_metrics_count_requests_and_answers(assistant: Assistant, serving: Serving) -> None:
    with serving(create_app(assistant, Settings())) as client:
        for question in ("午餐补助", "午餐补助", "zzzz"):
            client.post("/v1/ask", json={"question": question})
        client.post("/v1/ask", json={"question": ""})
        for n in range(3):
            client.get(f"/v1/documents/no-{n}")
        response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = response.text.splitlines()
    assert 'yiyang_answers_total{status="answered"} 2.0' in lines
    assert 'yiyang_answers_total{status="no_evidence"} 1.0' in lines
    assert 'yiyang_answers_total{status="clarify"} 0.0' in lines
    assert 'yiyang_requests_total{route="/v1/ask",status="422"} 1.0' in lines
    assert 'yiyang_request_seconds_count{route="/v1/ask"} 4.0' in lines
    assert 'yiyang_requests_total{route="/v1/documents/{document_id}",status="404"} 3.0' in lines


def test_no_other_site_is_admitted_unless_named(assistant: Assistant, serving: Serving) -> None:
    origin = {"Origin": "https://wjw.example.org"}
    with serving(create_app(assistant, Settings())) as client:
        assert "access-control-allow-origin" not in client.get("/healthz", headers=origin).headers
    named = Settings(allowed_origins=("https://wjw.example.org",))
    with serving(create_app(assistant, named)) as client:
        admitted = client.get("/healthz", headers=origin).headers
        assert admitted["access-control-allow-origin"] == "https://wjw.example.org"
        other = client.get("/healthz", headers={"Origin": "https://evil.example.org"})
        assert "access-control-allow-origin" not in other.headers
        asking = origin | {
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        }
        assert client.options("/v1/ask", headers=asking).status_code == 200


def test_no_interactive_docs_from_another_host(client: httpx.Client) -> None:
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_one_process_serves_page_and_endpoint_and_ends_when_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = [sys.executable, str(Path(__file__).with_name("small_assistant.py")), str(port)]
    with (
        subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as process,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as client,
    ):
        _wait_for(client)
        page = client.get("/", headers={"Accept": "text/html"})
        assert page.headers["content-type"].startswith("text/html")
        assert "青河县对医养结合机构有哪些补助？" in page.text
        assert client.post("/v1/ask", json={"question": "午餐补助"}).json()["status"] == "answered"
        for method, path, status in REFUSALS:
            refused = client.request(method, path)
            assert (refused.status_code, set(refused.json())) == (status, {"error"})
        process.terminate()
        _, complaints = process.communicate(timeout=10)
    assert complaints == ""


REFUSALS = (("GET", "/v1/ask", 405), ("GET", "/v1/no", 404), ("POST", "/healthz", 405), ("GET", "/no", 404))


def _wait_for(client: httpx.Client) -> None:
    for _ in range(600):
        with suppress(httpx.TransportError):
            client.get("/readyz").raise_for_status()
            return
        time.sleep(0.05)
    raise TimeoutError("the service did not start within 30 seconds")


def test_an_index_that_cannot_be_opened_does_not_stop_the_service(serving: Serving) -> None:
    def opening(settings: Settings) -> Assistant:
        raise IndexDamaged(f"索引 {settings.index} 不完整，请运行 yiyang-qa build。")

    with serving(application(Settings(), opening, page=None)) as client:
        assert client.get("/healthz").status_code == 200
        assert "index 不完整" in client.get("/readyz").json()["error"]["message"]
