"""Versions over HTTP: how documents stand, two of them clause by clause, and the pages that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from fastapi import FastAPI
from small_assistant import BigramAssistant

from yiyang_qa.api import create_app
from yiyang_qa.config import Settings
from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document
from yiyang_qa.wire import DiffBody

FIRST = """云岩区老年食堂办法（试行）
第一章 总则
第一条 为了办好老年食堂，制定本办法。
第二条 每份午餐补助3元。
第三条 <b>不收</b>餐具费。
第四条 本办法自2015年1月1日起施行。
云岩区人民政府
2014年12月1日
"""
SECOND = """云岩区老年食堂办法
第一章 总则
第一条 为了办好老年食堂，制定本办法。
第二条 每份午餐补助5元。
第三条 每个社区开办一个老年食堂。
第四条 <b>不收</b>餐具费。
第五条 本办法自2020年1月1日起施行。《云岩区老年食堂办法（试行）》同时废止。
云岩区人民政府
2019年12月1日
"""
COMING = (
    SECOND.replace("5元", "8元")
    .replace("2020年", "2099年")
    .replace("办法\n第一章", "办法（修订）\n第一章")
    .replace("《云岩区老年食堂办法（试行）》同时废止。", "")
)


def read(id_: str, text: str) -> Document:
    sidecar = Sidecar(region="520103")
    return read_document(SourceFile(id_, Path(f"{id_}.txt"), text, "0" * 64, "0" * 64, sidecar))


VERSIONS = (read("旧 办法#1", FIRST), read("new", SECOND), read("coming", COMING))
TEXTS = {document.id: document.text for document in VERSIONS}
OLD = quote("旧 办法#1")


@pytest.fixture(scope="module")
def versions(serving: Callable[[FastAPI], AbstractContextManager[httpx.Client]]) -> Iterator[httpx.Client]:
    with serving(create_app(BigramAssistant(VERSIONS), Settings())) as client:
        yield client


class Page(HTMLParser):
    """What a browser would show: all text, and what is taken out and put in."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shown, self.links = "", list[str]()
        self.within: dict[str, list[str]] = {"del": [], "ins": [], "summary": []}
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "img", "iframe", "form", "b"}
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag not in ("meta", "link"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data
        if self._open and self._open[-1] in self.within:
            self.within[self._open[-1]].append(data)


def test_the_catalogue_says_how_each_document_stands(versions: httpx.Client) -> None:
    documents = versions.get("/v1/documents").json()["documents"]
    assert {d["document_id"]: (d["status"], d["superseded_by"], d["supersedes"]) for d in documents} == {
        "旧 办法#1": ("repealed", "new", []),
        "new": ("in_force", "coming", ["旧 办法#1"]),
        "coming": ("not_yet", None, ["new"]),
    }
    one = versions.get(f"/v1/documents/{OLD}").json()
    assert (one["status"], one["superseded_by"], one["text"]) == ("repealed", "new", FIRST)


def test_two_versions_clause_by_clause(versions: httpx.Client) -> None:
    response = versions.get(f"/v1/documents/{OLD}/diff", params={"with": "new"})
    found = DiffBody.model_validate(response.json())
    assert (found.old, found.new) == ("旧 办法#1", "new")
    became = {c.old.clause_id.rpartition("/")[2]: c for c in found.changes if c.old}
    assert [(edit.removed, edit.added) for edit in became["第二条"].edits] == [("3", "5")]
    assert (became["第三条"].change, became["第三条"].moved) == ("moved", True)
    for change in found.changes:
        for id_, side in ((found.old, change.old), (found.new, change.new)):
            assert side is None or TEXTS[id_][side.start : side.end] == side.quote
        for edit in change.edits:
            assert TEXTS[found.old][edit.old.start : edit.old.end] == edit.removed
            assert TEXTS[found.new][edit.new.start : edit.new.end] == edit.added


def test_the_page_of_two_versions(versions: httpx.Client) -> None:
    response = versions.get(f"/documents/{OLD}/diff/new")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    page = Page(response.text)
    assert "3" in page.within["del"]
    assert "5" in page.within["ins"]
    assert any(said.startswith("未变") for said in page.within["summary"])
    for said in ("修改", "新增", "移动", "没有这一条", "<b>不收</b>餐具费"):
        assert said in page.shown
    assert f"/documents/{OLD}" in page.links
    for link in page.links:
        if link.startswith("/documents/"):
            assert versions.get(link).status_code == 200


def test_a_document_beside_itself_is_all_unchanged(versions: httpx.Client) -> None:
    changes = versions.get("/v1/documents/new/diff", params={"with": "new"}).json()["changes"]
    assert {change["change"] for change in changes} == {"unchanged"}


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/v1/documents/new/diff?with=none", 404, "没有这份文件"),
        ("/v1/documents/none/diff?with=new", 404, "没有这份文件"),
        ("/v1/documents/new/diff", 422, "with"),
        ("/documents/new/diff/none", 404, "没有这份文件"),
    ],
)
def test_a_version_that_is_not_there(versions: httpx.Client, address: str, status: int, words: str) -> None:
    response = versions.get(address)
    assert response.status_code == status
    assert words in response.text


@pytest.mark.parametrize(
    ("id_", "said", "links"),
    [
        (
            OLD,
            "《云岩区老年食堂办法（试行）》（2014年12月1日）自2020年1月1日起已被《云岩区老年食堂办法》（2019年12月1日）废止。",
            {"/documents/new", f"/documents/{OLD}/diff/new"},
        ),
        (
            "new",
            "自2099年1月1日起，这份文件将由新版本《云岩区老年食堂办法（修订）》（2019年12月1日）代替。",
            {
                "/documents/coming",
                "/documents/new/diff/coming",
                f"/documents/{OLD}",
                f"/documents/{OLD}/diff/new",
            },
        ),
        ("coming", "自2099年1月1日起施行，尚未生效。", {"/documents/new", "/documents/new/diff/coming"}),
    ],
)
def test_the_source_page_says_where_a_version_stands(
    versions: httpx.Client, id_: str, said: str, links: set[str]
) -> None:
    page = Page(versions.get(f"/documents/{id_}").text)
    assert said in page.shown
    assert links <= set(page.links)
