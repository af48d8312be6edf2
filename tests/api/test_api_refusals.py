"""Requests that cannot be answered: a real status, one shape, a Chinese message that says what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yiyang_qa.api import create_app
from yiyang_qa.config import Settings
from yiyang_qa.errors import IndexMissing, RequestInvalid
from yiyang_qa.types import Answer, Document, Evidence, Question

Serving = Callable[[FastAPI], AbstractContextManager[httpx.Client]]
HAN = re.compile("[一-龥]")


def error(response: httpx.Response, status: int) -> dict[str, str]:
    """The error of a refused request; fails when its shape is not the contract's."""
    assert response.status_code == status, response.text
    body = response.json()
    assert set(body) == {"error"}
    found: dict[str, str] = body["error"]
    assert {"code", "message"} <= set(found) <= {"code", "message", "field"}
    assert HAN.search(found["message"])
    assert "Traceback" not in response.text
    return found


def post(client: httpx.Client, body: str | bytes | Iterator[bytes]) -> httpx.Response:
    """Asks with a body that need not be what the header says."""
    return client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"})


WRONG: list[tuple[Any, str | None, str]] = [
    ({}, "question", "缺少"),
    ({"question": ""}, "question", "空"),
    ({"question": " \n　\u200b"}, "question", "空"),
    ({"question": "问" * 501}, "question", "500"),
    ({"question": 7}, "question", "字符串"),
    ({"question": None}, "question", "字符串"),
    ({"question": "午餐\0"}, "question", "U+0000"),
    ({"question": "午\u0085餐"}, "question", "U+0085"),
    ({"question": "午餐\x1b[0m"}, "question", "U+001B"),
    (b'{"question": "\xed\xa0\x80"}', "question", "代理"),
    ({"question": "\ud800"}, "question", "代理"),
    ({"question": "问", "case": []}, "case", "JSON 对象"),
    ({"question": "问", "case": {"床铺": 60}}, "case.床铺", "拼写"),
    ({"question": "问", "case": {"床位": "60"}}, "case.床位", "数字"),
    ({"question": "问", "case": {"床位": float("inf")}}, "case.床位", "数字"),
    ({"question": "问", "case": {"失能等级": "最重"}}, "case.失能等级", "'轻度', '中度', '重度'"),
    ({"question": "问", "case": {"户籍": "月球"}}, "case.户籍", "全称"),
    ({"question": "问", "case": {"数量": {"服务站": -1}}}, "case.数量.服务站", "小于 0"),
    ({"question": "问", "top_k": 0}, "top_k", "1"),
    ({"question": "问", "top_k": 21}, "top_k", "20"),
    ({"question": "问", "top_k": "5"}, "top_k", "整数"),
    ({"question": "问", "top_k": True}, "top_k", "整数"),
    ({"question": "问", "top_k": float("nan")}, "top_k", "整数"),
    ({"question": "问", "stream": "yes"}, "stream", "true"),
    ({"question": "问", "as_of": "2026-02-30"}, "as_of", "日期"),
    ({"question": "问", "as_of": 1700000000}, "as_of", "日期"),
    ({"question": "问", "as_of": "２０２６-02-03"}, "as_of", "日期"),
    ({"question": "问", "history": {}}, "history", "数组"),
    ({"question": "问", "history": [{"role": "system", "content": ""}]}, "history.0.role", "user"),
    ({"question": "问", "history": [{"role": "user"}]}, "history.0.content", "缺少"),
    ({"question": "问", "history": ["早"]}, "history.0", "对象"),
    ({"question": "问", "history": [{"role": "user", "content": "\0"}]}, "history.0.content", "U+0000"),
    ({"question": "问", "filters": {"region": "某市"}}, "filters.region", "filters.region"),
    ({"question": "问", "filters": {"regions": "某市"}}, "filters.regions", "数组"),
    ({"question": "问", "filters": {"regions": [1]}}, "filters.regions.0", "字符串"),
    ({"question": "问", "filters": {"issued_from": "2021-13"}}, "filters.issued_from", "2021"),
    ({"question": "问", "filters": {"issued_to": 2021}}, "filters.issued_to", "2021"),
    ({"question": "问", "filters": {"include_expired": 1}}, "filters.include_expired", "true"),
    ({"question": "问", "filters": {"\ud800": 1}}, "filters", "代理"),
    ({"question": "问", "\ud800": 1}, None, "代理"),
    ({"question": "问", "filter": {}}, "filter", "没有"),
    (
        {"question": "问", "history": [{"role": "user", "content": json.loads("[" * 900 + "]" * 900)}]},
        "history.0.content",
        "字符串",
    ),
    ([], None, "对象"),
    ("问", None, "对象"),
    (None, None, "请求体"),
]


@pytest.mark.parametrize(("body", "field", "says"), WRONG)
def test_wrong_content_is_named(client: httpx.Client, body: Any, field: str | None, says: str) -> None:
    response = post(client, body if isinstance(body, bytes) else json.dumps(body))
    refused = error(response, 422)
    assert refused.get("field") == field
    assert says in refused["message"]


@pytest.mark.parametrize("question", ["问", "问" * 500, "😀" * 500, "第一行\n\t第二行\r\n"])
def test_the_longest_question_is_taken(client: httpx.Client, question: str) -> None:
    assert client.post("/v1/ask", json={"question": question}).status_code == 200


def test_every_filter_is_taken(client: httpx.Client) -> None:
    filters = {
        "regions": ["青河县"],
        "documents": ["clear-lake"],
        "units": ["县民政局"],
        "issued_from": "2020",
        "issued_to": "2021-09-30",
        "include_expired": False,
    }
    assert (
        client.post("/v1/ask", json={"question": "问", "filters": filters, "as_of": None}).status_code == 200
    )


BROKEN = {
    "half": b'{"question": ',
    "binary": bytes(range(256)),
    "not utf-8": '{"question": "问"}'.encode("gb18030"),
    "deep array": b"[" * 100_000,
    "deep object": b'{"q":' * 100_000,
    "deep history": b'{"question":"q","history":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "endless number": b'{"question": "q", "top_k": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_json_is_refused(client: httpx.Client, body: bytes) -> None:
    response = post(client, body)
    assert error(response, 400)["code"] == "malformed_json"


def test_nothing_at_all_is_refused(client: httpx.Client) -> None:
    error(client.post("/v1/ask", headers={"Content-Type": "application/json"}), 422)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text() | st.binary().map(str),
        lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("question"), inner),
    )
)
def test_no_json_value_breaks_the_service(client: httpx.Client, value: Any) -> None:
    for body in (
        value,
        {"question": "问", "history": value},
        {"question": value},
        {"question": "问", "filters": value},
    ):
        response = client.post(
            "/v1/ask", content=json.dumps(body), headers={"Content-Type": "application/json"}
        )
        assert response.status_code == 200 or error(response, 422)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "", "nonsense", "application/json5"]
)
def test_another_content_type_is_refused(client: httpx.Client, kind: str) -> None:
    response = client.post("/v1/ask", content=b'{"question": "q"}', headers={"Content-Type": kind})
    assert error(response, 415)["code"] == "unsupported_media_type"


def _chunks(size: int) -> Iterator[bytes]:
    return (b" " * 65536 for _ in range(size // 65536 + 1))


def test_a_body_over_the_limit_is_refused(client: httpx.Client) -> None:
    declared = post(client, b" " * 3_000_000)
    assert error(declared, 413)["code"] == "body_too_large"
    undeclared = post(client, _chunks(3_000_000))
    assert error(undeclared, 413)["code"] == "body_too_large"
    just = b'{"question": "q"' + b" " * 999_000 + b"}"
    assert post(client, just).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/v1", 404),
        ("GET", "/v1/", 404),
        ("POST", "/v1/ask/", 404),
        ("GET", "/v1/ask", 405),
        ("DELETE", "/v1/search", 405),
        ("POST", "/healthz", 405),
        ("PUT", "/v1/documents/clear-lake", 405),
        ("PATCH", "/v1/documents/clear-lake", 403),
        ("GET", "/v1/documents/no-such", 404),
        ("GET", "/v1/documents/no-such/clauses", 404),
        ("GET", "/v1/documents/%ff%00", 404),
        ("GET", "/v1/documents/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/documents/no-such", 404),
        ("GET", "/v1/search", 422),
        ("GET", "/v1/search?q=", 422),
        ("GET", "/v1/search?q=%00", 422),
        ("GET", "/v1/search?q=a&k=0", 422),
        ("GET", "/v1/search?q=a&k=many", 422),
        ("GET", "/v1/search?q=a&region=%07", 422),
        ("GET", "/v1/search?q=a&reigon=%E5%A8%81%E6%B5%B7", 422),
    ],
)
def test_addresses_and_methods(client: httpx.Client, method: str, path: str, status: int) -> None:
    error(client.request(method, path), status)


def test_a_browser_reads_the_error_as_a_page(client: httpx.Client) -> None:
    response = client.get("/documents/<b>no", headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert "没有这份文件" in response.text
    error(client.get("/v1/documents/no", headers={"Accept": "text/html"}), 404)


class Failing:
    """An assistant that fails in the way its question names."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.catalogue: tuple[Document, ...] = ()

    def telling(self, question: Question) -> tuple[Answer, None]:
        return self.ask(question), None

    def ask(self, question: Question) -> Answer:
        if question.text == "invalid":
            raise RequestInvalid("没有这个区域，请核对名称。", "filters.regions")
        raise ZeroDivisionError("secret detail")

    def search(self, *_: object) -> tuple[Evidence, ...]:
        raise ZeroDivisionError("secret detail")


def test_the_unexpected_is_logged_and_not_shown(serving: Serving, caplog: pytest.LogCaptureFixture) -> None:
    with serving(create_app(Failing(), Settings())) as client:
        for response in (
            client.post("/v1/ask", json={"question": "问"}),
            client.post("/v1/ask", json={"question": "问", "stream": True}),
            client.get("/v1/search?q=a"),
        ):
            assert error(response, 500)["code"] == "internal_error"
            assert "secret" not in response.text
        assert "secret detail" in caplog.text
        refused = error(client.post("/v1/ask", json={"question": "invalid"}), 422)
        assert refused["field"] == "filters.regions"


def test_without_an_index_the_service_says_what_to_run(serving: Serving, assistant: Any) -> None:
    app = create_app(IndexMissing("还没有索引，请先运行 yiyang-qa build。"), Settings())
    with serving(app) as client:
        assert client.get("/healthz").status_code == 200
        for response in (
            client.get("/readyz"),
            client.post("/v1/ask", json={"question": "问"}),
            client.get("/v1/search?q=a"),
            client.get("/v1/documents"),
            client.get("/documents/clear-lake"),
        ):
            refused = error(response, 503)
            assert refused["code"] == "index_missing"
            assert "yiyang-qa build" in refused["message"]
        app.state.service.assistant = assistant
        assert client.get("/readyz").json() == {"status": "ready", "documents": 2}
