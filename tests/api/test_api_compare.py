"""Comparing over a real socket: the table as JSON and as files, and what is refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from fastapi import FastAPI
from openpyxl import load_workbook
from small_assistant import BigramAssistant

from yiyang_qa import comparison
from yiyang_qa.api import compare, create_app
from yiyang_qa.config import Settings
from yiyang_qa.errors import IndexMissing
from yiyang_qa.types import Answer, Document, Filters, Intent, Query, Reason, Status

Serving = Callable[[FastAPI], AbstractContextManager[httpx.Client]]


class ComparingAssistant(BigramAssistant):
    """Compares what its search finds; remembers what it was asked."""

    asked: Any = None

    def compare(self, topic: str, regions: tuple[str, ...], as_of: date | None, filters: Filters) -> Answer:
        self.asked = (regions, as_of, filters)
        query = Query(topic, Intent.COMPARE, (), as_of or date.today(), (topic,))
        if "天气" in topic:
            return Answer(query, Status.OUT_OF_SCOPE, "不属于政策文件的内容。", reason=Reason.OFF_TOPIC)
        found = comparison.compare(topic, self.search(topic, None, 5), [])
        return Answer(query, Status.ANSWERED, "见表。", found.evidence, comparison=found.comparison)


@pytest.fixture(scope="module")
def comparing(documents: tuple[Document, ...]) -> ComparingAssistant:
    return ComparingAssistant(documents)


@pytest.fixture(scope="module")
def client(comparing: ComparingAssistant, serving: Serving) -> Iterator[httpx.Client]:
    with serving(_app(comparing)) as client:
        yield client


def _app(assistant: Any) -> FastAPI:
    app = create_app(assistant, Settings())
    if not any(getattr(route, "path", "") == "/v1/compare" for route in app.routes):
        app.include_router(compare.router)
    return app


def ask(client: httpx.Client, kind: str = "", **body: Any) -> httpx.Response:
    return client.post(f"/v1/compare?format={kind}" if kind else "/v1/compare", json=body)


def test_one_row_for_each_region_with_its_citations(client: httpx.Client) -> None:
    body = ask(client, topic="午餐补助多少元").json()
    assert body["status"] == "answered"
    row = body["comparison"]["rows"][0]
    assert row == {
        "region": "青河县",
        "found": True,
        "summary": "每份午餐补助3元，由县民政局发放",
        "citations": [1],
    }
    assert "3元" in body["citations"][0]["quote"]
    assert body["citations"][0]["index"] == 1


def test_every_condition_reaches_the_assistant(client: httpx.Client, comparing: ComparingAssistant) -> None:
    filters = {"documents": ["clear-lake"], "issued_from": "2021"}
    ask(client, topic="护理站", regions=["甲市", "乙市", "甲市"], as_of="2026-11-21", filters=filters)
    expected = Filters(documents=("clear-lake",), issued_from="2021")
    assert comparing.asked == (("甲市", "乙市"), date(2026, 11, 21), expected)
    ask(client, topic="护理站")
    assert comparing.asked == ((), None, Filters())


def test_a_refusal_is_an_empty_table_with_its_reason(client: httpx.Client) -> None:
    body = ask(client, topic="天气").json()
    assert (body["status"], body["status_reason"]) == ("out_of_scope", "off_topic")
    assert body["comparison"] == {"topic": "天气", "rows": []}
    assert body["citations"] == []


KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_a_download_with_a_chinese_name(client: httpx.Client, kind: str) -> None:
    response = ask(client, kind, topic='午餐/补助: "多少"?')
    assert response.status_code == 200
    assert response.headers["content-type"] == KINDS[kind]
    plain, _, name = response.headers["content-disposition"].partition("; filename*=UTF-8''")
    assert plain == f'attachment; filename="comparison.{kind}"'
    assert unquote(name) == f"横向比较-午餐补助 多少.{kind}"


def test_links_lead_back_to_the_marked_clause(client: httpx.Client) -> None:
    content = ask(client, "csv", topic="午餐补助多少元").content.decode("utf-8-sig")
    address = next(csv.DictReader(io.StringIO(content, newline="")))["原文链接"].splitlines()[0]
    assert address.startswith(str(client.base_url))
    page = client.get(address)
    assert page.status_code == 200
    assert "<mark" in page.text
    sheet = load_workbook(io.BytesIO(ask(client, "xlsx", topic="午餐补助多少元").content)).worksheets[0]
    assert sheet["I2"].hyperlink.target == address


def test_a_refusal_can_be_downloaded_too(client: httpx.Client) -> None:
    content = ask(client, "csv", topic="天气").content.decode("utf-8-sig")
    assert content.splitlines() == ["地区,有无规定,内容,文件,文号,条款,责任单位,成文日期,原文链接"]


WRONG: list[tuple[Any, str | None, str]] = [
    ({}, "topic", "缺少"),
    ({"topic": ""}, "topic", "空"),
    ({"topic": " \n"}, "topic", "空"),
    ({"topic": "题" * 501}, "topic", "500"),
    ({"topic": "午餐\0"}, "topic", "U+0000"),
    ({"topic": 7}, "topic", "字符串"),
    ({"topic": "题", "regions": "某市"}, "regions", "数组"),
    ({"topic": "题", "regions": [""]}, "regions.0", "空"),
    ({"topic": "题", "regions": ["市"] * 201}, "regions", "200"),
    ({"topic": "题", "as_of": "2026-02-30"}, "as_of", "日期"),
    ({"topic": "题", "filters": {"region": "某市"}}, "filters.region", "没有"),
    ({"topic": "题", "region": ["某市"]}, "region", "没有"),
    ([], None, "对象"),
]


@pytest.mark.parametrize(("body", "field", "says"), WRONG)
def test_wrong_content_is_named(client: httpx.Client, body: Any, field: str | None, says: str) -> None:
    response = client.post("/v1/compare", json=body)
    assert response.status_code == 422
    refused = response.json()["error"]
    assert refused.get("field") == field
    assert says in refused["message"]


def test_an_unknown_format_is_named(client: httpx.Client) -> None:
    response = ask(client, "pdf", topic="题")
    assert response.status_code == 422
    assert response.json()["error"]["field"] == "format"
    assert "xlsx" in response.json()["error"]["message"]


@pytest.mark.parametrize("topic", ["题", "题" * 500, "😀\t第二行\r\n"])
def test_the_longest_topic_is_taken(client: httpx.Client, topic: str) -> None:
    for kind in ("json", *KINDS):
        assert ask(client, kind, topic=topic).status_code == 200


def test_without_an_index_the_mend_is_named(serving: Serving) -> None:
    with serving(_app(IndexMissing("还没有索引，请先运行 yiyang-qa build。"))) as client:
        response = ask(client, topic="题")
    assert response.status_code == 503
    assert "yiyang-qa build" in response.json()["error"]["message"]
