"""Every field that the contract names is on the wire with its type, whatever the answer."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from yiyang_qa.types import (
    Answer,
    Comparison,
    ComparisonRow,
    Document,
    Evidence,
    Intent,
    Query,
    Status,
)
from yiyang_qa.wire import answer_body

Text, Maybe = (str,), (str, type(None))

ANSWER: dict[str, tuple[type, ...]] = {
    "id": Text,
    "status": Text,
    "status_reason": Maybe,
    "answer": Text,
    "query": (dict,),
    "citations": (list,),
    "comparison": (dict, type(None)),
    "eligibility": (dict, type(None)),
    "notices": (list,),
    "follow_up_questions": (list,),
    "timings_ms": (dict,),
}
QUERY: dict[str, tuple[type, ...]] = {"text": Text, "intent": Text, "regions": (list,), "as_of": Text}
DOCUMENT: dict[str, tuple[type, ...]] = {
    "document_id": Text,
    "title": Text,
    "doc_number": Maybe,
    "issuers": (list,),
    "region": (dict, type(None)),
    "issued_on": Maybe,
    "published_on": Maybe,
    "effective_on": Maybe,
    "valid_until": Maybe,
    "source_sha256": Text,
    "url": Text,
}
CITATION: dict[str, tuple[type, ...]] = DOCUMENT | {
    "index": (int,),
    "clause_id": Text,
    "clause_path": (list,),
    "responsible_units": (list,),
    "quote": Text,
    "location": (dict,),
    "highlights": (list,),
    "score": (float,),
}
REGION: dict[str, tuple[type, ...]] = {"name": Text, "code": Text, "level": Text, "path": (list,)}
UNIT: dict[str, tuple[type, ...]] = {"name": Text, "full_name": Maybe, "role": Text, "inherited_from": Maybe}
CLAUSE: dict[str, tuple[type, ...]] = {
    "clause_id": Text,
    "clause_path": (list,),
    "label": Text,
    "heading": Text,
    "start": (int,),
    "end": (int,),
    "responsible_units": (list,),
    "parent": Maybe,
}


def address(document_id: str) -> str:
    return f"/v1/documents/{quote(document_id, safe='')}"


def conforms(value: dict[str, Any], shape: dict[str, tuple[type, ...]]) -> bool:
    """Whether all fields of ``shape`` are present with one of their types."""
    wrong = {
        name: value.get(name, "absent")
        for name, types in shape.items()
        if type(value.get(name, ...)) not in types
    }
    assert not wrong
    return True


@pytest.mark.parametrize("question", ["午餐补助多少？", "zzzz"])
def test_an_answer_has_every_field(client: httpx.Client, question: str) -> None:
    answer = client.post("/v1/ask", json={"question": question, "as_of": "2026-11-21"}).json()
    assert conforms(answer, ANSWER)
    assert conforms(answer["query"], QUERY)
    assert answer["query"]["as_of"] == "2026-11-21"
    assert answer["timings_ms"]["total"] >= 0


def test_a_citation_has_every_field(client: httpx.Client) -> None:
    (first, *_) = client.post("/v1/ask", json={"question": "午餐补助多少？"}).json()["citations"]
    assert conforms(first, CITATION)
    assert conforms(first["region"], REGION)
    assert conforms(first["responsible_units"][0], UNIT)
    assert first["location"]["type"] == "char_location"
    assert first["index"] == 1
    assert first["issued_on"] == "2021-09"


def test_notices_are_on_the_wire(client: httpx.Client) -> None:
    answer = client.post("/v1/ask", json={"question": "午餐补助多少？"}).json()
    assert answer["notices"] == [{"code": "date_incomplete", "message": "成文日期缺“日”。", "citation": 1}]
    assert answer["follow_up_questions"] == ["还有什么补助？"]


def test_a_region_that_is_not_known_is_null(client: httpx.Client) -> None:
    (first, *_) = client.post("/v1/ask", json={"question": "护理站上门每周几次"}).json()["citations"]
    assert first["region"] is None
    assert first["doc_number"] is None


def test_the_quote_is_the_text_at_its_location(client: httpx.Client) -> None:
    found = client.get("/v1/search", params={"q": "老年食堂护理站补助", "k": 20}).json()["citations"]
    assert len(found) >= 3
    for citation in found:
        text = client.get(address(citation["document_id"])).json()["text"]
        location = citation["location"]
        assert text[location["start"] : location["end"]] == citation["quote"]
        assert all(
            location["start"] <= h["start"] < h["end"] <= location["end"] for h in citation["highlights"]
        )


def test_documents_and_clauses_have_every_field(client: httpx.Client) -> None:
    for entry in client.get("/v1/documents").json()["documents"]:
        assert conforms(entry, DOCUMENT | {"kind": Maybe})
        assert "text" not in entry
        path = address(entry["document_id"])
        whole = client.get(path).json()
        assert conforms(whole, DOCUMENT | {"kind": Maybe, "text": Text, "pages": (list, type(None))})
        clauses = client.get(f"{path}/clauses").json()["clauses"]
        assert all(conforms(clause, CLAUSE) for clause in clauses)
        edges = [clauses[0]["start"], *(clause["end"] for clause in clauses)]
        assert edges == [*(clause["start"] for clause in clauses), len(whole["text"])]
        ids = {clause["clause_id"] for clause in clauses}
        assert {clause["parent"] for clause in clauses} <= ids | {None}


def test_pages_are_told_where_the_format_has_them(
    client: httpx.Client, documents: tuple[Document, ...]
) -> None:
    assert client.get(address(documents[0].id)).json()["pages"] is None
    body = client.get(address("clear-lake")).json()
    first, second = body["pages"]
    assert (first["number"], first["start"], first["end"], first["width"]) == (1, 0, 14, 595.3)
    assert [body["text"][line["start"] : line["end"]] for line in first["lines"]] == [
        "澄湖护理站通知",
        "1.护理站上",
    ]
    assert second["lines"] == [
        {"start": 14, "end": 30, "left": 79.0, "top": 105.0, "right": 300.0, "bottom": 121.0}
    ]


def test_a_comparison_is_on_the_wire(documents: tuple[Document, ...]) -> None:
    document = documents[1]
    evidence = Evidence(document, document.clauses[1], document.clauses[1].body, (), 0.5)
    rows = (ComparisonRow("澄湖", True, "每周两次", (1,)), ComparisonRow("青河县", False, "文件未见相关规定"))
    query = Query("比较", Intent.COMPARE, (), date(2026, 1, 2), ("比较",))
    answer = Answer(query, Status.PARTIAL, "…", (evidence,), comparison=Comparison("上门护理", rows))
    body = answer_body(answer, {"total": 1.25}).model_dump(mode="json")
    assert body["comparison"] == {
        "topic": "上门护理",
        "rows": [
            {"region": "澄湖", "found": True, "summary": "每周两次", "citations": [1]},
            {"region": "青河县", "found": False, "summary": "文件未见相关规定", "citations": []},
        ],
    }
    assert body["citations"][0]["url"] == f"/documents/clear-lake#c{document.clauses[1].span.start}"


def test_the_schema_shows_the_real_models(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()
    models = schema["components"]["schemas"]
    assert set(ANSWER) <= set(models["AnswerBody"]["properties"])
    assert set(CITATION) <= set(models["CitationBody"]["properties"])
    assert models["AskRequest"]["properties"]["question"]["maxLength"] == 500
    given = schema["paths"]["/v1/ask"]["post"]["responses"]["200"]["content"]
    assert given["application/json"]["schema"] == {"$ref": "#/components/schemas/AnswerBody"}
    assert "text/event-stream" in given
    refused = schema["paths"]["/v1/ask"]["post"]["responses"]["422"]["content"]["application/json"]["schema"]
    assert refused == {"$ref": "#/components/schemas/ErrorBody"}
    assert "HTTPValidationError" not in models
