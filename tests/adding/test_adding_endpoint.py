"""Documents changed over the endpoint: who may, what is answered, and that others are served meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from small_library import BEDS, ENCODER, MEALS, Library
from starlette.testclient import TestClient

from yiyang_qa.api import create_app
from yiyang_qa.api.management import Management, managed
from yiyang_qa.assistant import Assistant
from yiyang_qa.building import open_index
from yiyang_qa.config import Settings
from yiyang_qa.formats import LARGEST_FILE
from yiyang_qa.wire.adding import EXAMPLE, AddBody

KEYS = Settings.from_environment({"YIYANG_ADMIN_KEY": "张三:k-1, 密钥二"}).admin_keys
KEY = {"Authorization": "Bearer k-1"}
NEAR = MEALS.replace("补贴5万元", "补贴8万元")


def opened(library: Library) -> Assistant:
    return Assistant(open_index(library.index, ENCODER), ENCODER)


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    management = Management(KEYS, lambda: library.librarian, lambda: opened(library))
    with TestClient(create_app(opened(library), Settings(), management=management)) as client:
        yield client


def send(client: TestClient, *files: tuple[str, str | bytes], **query: Any) -> Any:
    handed = [("file", (name, content)) for name, content in files]
    return client.post("/v1/documents", files=handed, params=query, headers=KEY)


def catalogue(client: TestClient) -> list[str]:
    return [each["document_id"] for each in client.get("/v1/documents").json()["documents"]]


def test_an_added_document_answers_at_once_and_is_gone_once_removed(client: TestClient) -> None:
    response = send(client, ("beds.txt", BEDS), ("beds.toml", 'kind = "试行办法"'))
    assert response.status_code == 201
    (report,) = response.json()["files"]
    assert (report["status"], report["file"], report["clauses"]) == ("added", "beds.txt", 8)
    assert report["document"]["title"] == "镇江市家庭养老床位管理办法"
    assert report["document"]["kind"] == "试行办法"
    question = {"question": "镇江市家庭养老床位每张每月补贴多少？"}
    answer = client.post("/v1/ask", json=question).json()
    assert answer["citations"][0]["document_id"] == "beds"
    removed = client.delete("/v1/documents/beds", headers=KEY).json()
    assert removed["document_id"] == "beds"
    assert removed["kept"].startswith(".removed/")
    assert client.get("/v1/documents/beds").status_code == 404
    assert client.post("/v1/ask", json=question).json()["citations"] == []
    lines = client.get("/v1/changes", headers=KEY).json()["changes"]
    assert [(line["who"], line["action"]) for line in lines] == [("张三", "remove"), ("张三", "add")]


@pytest.mark.parametrize(
    ("name", "content", "status", "code"),
    [
        ("again.txt", MEALS, 409, "identical"),
        ("near.txt", NEAR, 409, "near_identical"),
        ("meals.md", BEDS, 409, "name_taken"),
        ("beds.exe", BEDS, 415, "unsupported"),
        ("empty.txt", "", 422, "unreadable"),
        ("bytes.txt", b"\x00\x01" * 99, 422, "unreadable"),
    ],
)
def test_what_is_not_added_is_an_error_with_the_whole_report(
    client: TestClient, name: str, content: str | bytes, status: int, code: str
) -> None:
    response = send(client, (name, content))
    body = response.json()
    assert (response.status_code, body["error"]["code"]) == (status, code)
    assert body["error"]["message"] == body["files"][0]["message"]
    assert (body["added"], body["files"][0]["status"]) == (0, code)
    assert catalogue(client) == ["meals", "nursing"]


def test_near_identical_ones_lie_side_by_side_until_forced(client: TestClient) -> None:
    twin = send(client, ("near.txt", NEAR)).json()["files"][0]["twin"]
    assert twin["document_id"] == "meals"
    (difference,) = twin["differences"]
    assert "5万元" in difference["old"]["text"]
    assert "8万元" in difference["new"]["text"]
    assert send(client, ("near.txt", NEAR), force=True).status_code == 201
    assert catalogue(client) == ["meals", "near", "nursing"]


def test_some_of_several_may_be_added(client: TestClient) -> None:
    response = send(client, ("empty.txt", ""), ("beds.txt", BEDS), ("x.exe", "MZ"))
    assert response.status_code == 201
    statuses = [file["status"] for file in response.json()["files"]]
    assert statuses == ["unreadable", "added", "unsupported"]


REQUESTS: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/v1/documents", {"files": [("file", ("beds.txt", BEDS))]}),
    ("DELETE", "/v1/documents/meals", {}),
    ("PATCH", "/v1/documents/meals", {"json": {"kind": "通知"}}),
    ("GET", "/v1/changes", {}),
]


@pytest.mark.parametrize(("method", "path", "given"), REQUESTS)
@pytest.mark.parametrize("key", [None, "Bearer", "Bearer k-2", "Basic k-1", "Bearer k-1x", "Bearer 张三:k-1"])
def test_without_the_key_nothing_is_changed(
    client: TestClient, method: str, path: str, given: dict[str, Any], key: str | None
) -> None:
    headers = {"Authorization": key.encode()} if key else {}
    response = client.request(method, path, headers=headers, **given)
    assert (response.status_code, response.json()["error"]["code"]) == (401, "admin_key_wrong")
    assert response.headers["www-authenticate"] == "Bearer"
    assert catalogue(client) == ["meals", "nursing"]


@pytest.mark.parametrize(("method", "path", "given"), REQUESTS)
def test_with_no_key_configured_the_answer_says_how_to_set_one(
    library: Library, method: str, path: str, given: dict[str, Any]
) -> None:
    assert managed(Settings()) is None
    with TestClient(create_app(opened(library), Settings())) as client:
        response = client.request(method, path, headers=KEY, **given)
    assert response.status_code == 403
    assert "YIYANG_ADMIN_KEY" in response.json()["error"]["message"]


def test_a_key_in_chinese_and_without_a_name(client: TestClient) -> None:
    headers = {"Authorization": "Bearer 密钥二".encode()}
    assert client.delete("/v1/documents/meals", headers=headers).status_code == 200
    assert client.get("/v1/changes", headers=headers).json()["changes"][0]["who"] == "管理员"


def test_fields_in_doubt_are_told_and_settled(client: TestClient) -> None:
    (doubt,) = client.get("/v1/documents/nursing").json()["to_confirm"]
    assert (doubt["field"], doubt["value"], doubt["reason"]) == (
        "valid_until",
        "2028-05-01",
        "由施行日期和有效期推算",
    )
    response = client.patch(
        "/v1/documents/nursing", json={"kind": None, "as_read": ["valid_until"]}, headers=KEY
    )
    assert response.status_code == 200
    assert (response.json()["kind"], response.json()["to_confirm"]) == (None, [])
    assert client.get("/v1/documents/nursing").json() == response.json()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"issued_on": "2023-13"}, "issued_on"),
        ({"region": "火星"}, "region"),
        ({"titel": "x"}, "titel"),
        ({"as_read": ["titel"]}, "titel"),
        ({"title": None}, "title"),
        ({"title": ""}, "title"),
        ({"issuers": "市民政局"}, "issuers"),
        ({"issuers": []}, "issuers"),
    ],
)
def test_a_wrong_value_names_its_field(client: TestClient, body: dict[str, Any], field: str) -> None:
    response = client.patch("/v1/documents/meals", json=body, headers=KEY)
    assert (response.status_code, response.json()["error"]["field"]) == (422, field)


def test_the_last_document_and_one_that_is_not_there(client: TestClient) -> None:
    assert client.delete("/v1/documents/none", headers=KEY).status_code == 404
    assert client.delete("/v1/documents/meals", headers=KEY).status_code == 200
    response = client.delete("/v1/documents/nursing", headers=KEY)
    assert (response.status_code, response.json()["error"]["code"]) == (409, "last_document")


def test_a_body_that_is_too_large_or_no_upload(client: TestClient) -> None:
    large = send(client, ("large.txt", b"\n" * (LARGEST_FILE + 2_000_000)))
    assert (large.status_code, large.json()["error"]["code"]) == (413, "body_too_large")
    for wrong in (
        {"json": {"file": "x"}},
        {"content": b"x"},
        {"data": {"file": "text"}},
        {"content": b"--x", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
    ):
        headers = KEY | wrong.pop("headers", {})  # type: ignore[operator]
        response = client.post("/v1/documents", headers=headers, **wrong)  # type: ignore[arg-type]
        assert (response.status_code, response.json()["error"]["field"]) == (422, "file")


def test_more_files_than_one_request_takes(client: TestClient) -> None:
    response = send(client, *((f"{i}.txt", b"x") for i in range(1001)))
    assert response.status_code == 422
    assert "一次最多 1000 份文件" in response.json()["error"]["message"]


def test_questions_are_answered_while_documents_change(client: TestClient) -> None:
    over, statuses = threading.Event(), set()

    def asking() -> None:
        while not over.is_set():
            statuses.add(client.post("/v1/ask", json={"question": "老年食堂补贴多少？"}).status_code)

    askers = [threading.Thread(target=asking) for _ in range(2)]
    for asker in askers:
        asker.start()
    for _ in range(3):
        assert send(client, ("beds.txt", BEDS)).status_code == 201
        assert client.delete("/v1/documents/beds", headers=KEY).status_code == 200
    over.set()
    for asker in askers:
        asker.join()
    assert statuses == {200}


def test_two_writers_at_once_both_get_their_way(client: TestClient, library: Library) -> None:
    ways = (BEDS, BEDS.replace("镇江", "无锡").replace("床位", "床铺").replace("月", "季"))
    answers: list[int] = []

    def add(number: int, text: str) -> None:
        answers.append(send(client, (f"beds-{number}.txt", text), force=True).status_code)

    writers = [threading.Thread(target=add, args=each) for each in enumerate(ways)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert answers == [201, 201]
    assert set(library.documents()) == {"beds-0", "beds-1", "meals", "nursing"}


def test_the_schema_tells_of_key_files_and_reports(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    add = schema["paths"]["/v1/documents"]["post"]
    assert "multipart/form-data" in add["requestBody"]["content"]
    assert add["security"] == [{"管理密钥": []}]
    assert schema["components"]["securitySchemes"]["管理密钥"]["scheme"] == "bearer"
    assert {"201", "401", "403", "409", "413", "415", "422"} <= set(add["responses"])
    assert "to_confirm" in schema["components"]["schemas"]["FullDocumentBody"]["properties"]
    assert AddBody.model_validate(EXAMPLE).files[0].twin
    assert "security" not in schema["paths"]["/v1/documents"]["get"]
