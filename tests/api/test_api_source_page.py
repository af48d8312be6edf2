"""The source page: the text itself, its clauses as anchors, the answering sentences marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.api.layout import blocks
from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document, Span

Serving = Callable[[FastAPI], AbstractContextManager[httpx.Client]]
Documents = tuple[Document, ...]
MANY = "0-1" + ",0-1" * 100


class Reader(HTMLParser):
    """Reads a page as a browser would: the article's text, what is marked, ids, headings, addresses."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.article = self.marked = ""
        self.ids: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self._open: list[str] = []
        # A browser turns bare line ends into LF before it reads character references.
        self.feed(page.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.addresses += [v for k, v in attrs if k in ("href", "src", "action") and v]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((tag, ""))
        if tag not in ("meta", "link"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.article += data if "article" in self._open else ""
        self.marked += data if "mark" in self._open else ""
        if self._open and re.fullmatch("h[1-6]", self._open[-1]):
            tag, text = self.headings[-1]
            self.headings[-1] = (tag, text + data)


def address(document: Document) -> str:
    return f"/documents/{quote(document.id, safe='')}"


def test_the_page_is_the_text(client: httpx.Client, documents: Documents) -> None:
    for document in documents:
        for mark in ("", "?mark=0-1", f"?mark=3-40,20-60,{len(document.text) - 2}-{len(document.text)}"):
            response = client.get(address(document) + mark)
            assert response.headers["content-type"] == "text/html; charset=utf-8"
            assert Reader(response.text).article == document.text


def test_every_citation_leads_to_its_clause(client: httpx.Client, documents: Documents) -> None:
    found = client.get("/v1/search", params={"q": "老年食堂护理站补助", "k": 20}).json()["citations"]
    texts = {document.id: document.text for document in documents}
    assert len(found) >= 3
    for citation in found:
        url = urlsplit(citation["url"])
        page = Reader(client.get(citation["url"]).text)
        assert unquote(url.path) == f"/documents/{citation['document_id']}"
        assert url.fragment in page.ids
        assert "mark" in page.ids
        text = texts[citation["document_id"]]
        assert page.marked == "".join(text[h["start"] : h["end"]] for h in citation["highlights"])


def test_a_page_number_stands_beside_the_line_on_which_the_page_begins(
    client: httpx.Client, documents: Documents
) -> None:
    page = client.get(address(documents[1])).text
    assert re.findall(r'data-page="(\d+)">.*?(澄湖护理站通知|1\.护理站)', page, re.DOTALL) == [
        ("1", "澄湖护理站通知"),
        ("2", "1.护理站"),
    ]
    assert "data-page" not in client.get(address(documents[0])).text.partition("<body>")[2]


def test_headings_and_ids(client: httpx.Client, documents: Documents) -> None:
    page = Reader(client.get(address(documents[0])).text)
    assert page.headings == [
        ("h1", "青河县老年食堂办法"),
        ("h2", "青河县老年食堂办法"),
        ("h3", "　　一、总的要求"),
        ("h4", "（一）开办老年食堂。"),
    ]
    assert len(set(page.ids)) == len(page.ids)
    assert {f"c{clause.span.start}" for clause in documents[0].clauses} <= set(page.ids)


def test_what_the_page_says_of_the_document(client: httpx.Client, documents: Documents) -> None:
    page = client.get(address(documents[0])).text
    for said in (
        "青民发〔2021〕3号",
        "青河县民政局",
        "2021年9月",
        "某省 · 某市 · 青河县",
        "成文日期缺“日”。",
        "返回问答",
    ):
        assert said in page
    assert 'href="https://example.org/policy?id=1&amp;x=2"' in page
    assert '<html lang="zh-CN">' in page
    assert "原文未载明" in client.get(address(documents[1])).text


def test_nothing_runs_and_nothing_comes_from_outside(client: httpx.Client, documents: Documents) -> None:
    for document in documents:
        response = client.get(address(document))
        page = Reader(response.text)
        assert not {"script", "img", "iframe", "form", "b"} & set(page.tags)
        assert not [
            a for a in page.addresses if not a.startswith(("#", "/", "data:,", "https://example.org/"))
        ]
        assert "url(" not in response.text
        assert "default-src 'none'" in response.headers["content-security-policy"]


@pytest.mark.parametrize(
    "mark", ["", "x", "1", "5-3", "3-3", "1-2,", "-1-2", "1-2;3-4", "１-２", "0-1" + ",0-1" * 100]
)
def test_a_mark_that_is_none_is_refused(client: httpx.Client, documents: Documents, mark: str) -> None:
    response = client.get(address(documents[0]), params={"mark": mark})
    assert response.status_code == 422
    assert response.json()["error"]["field"] == "mark"


def test_a_mark_beyond_the_text_marks_nothing(client: httpx.Client, documents: Documents) -> None:
    page = Reader(client.get(address(documents[0]), params={"mark": "99999-100000"}).text)
    assert (page.marked, "mark" in page.ids) == ("", False)


@given(st.data())
def test_runs_are_the_text_and_the_marks(documents: Documents, data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(documents))
    edges = st.integers(0, len(document.text))
    drawn = data.draw(st.lists(st.tuples(edges, edges).filter(lambda pair: pair[0] < pair[1]), max_size=5))
    marks = [Span(*pair) for pair in drawn]
    laid = blocks(document, marks)
    runs = [run for block in laid for line in block.lines for run in line.heading + line.rest]
    assert "".join(run.text for run in runs) == document.text
    headings = [line.heading for block in laid for line in block.lines if line.heading]
    assert len(headings) == sum(bool(block.title) for block in laid)
    shown = "".join(("#" if run.marked else ".") * len(run.text) for run in runs)
    by_hand = "".join("#" if any(a <= at < b for a, b in marks) else "." for at in range(len(document.text)))
    assert shown == by_hand


def test_a_heading_without_a_number_heads_its_block() -> None:
    text = "# 云岭县助餐办法\n\n## 对象\n\n老年人。\n\n## 标准\n\n每餐2元。\n"
    document = read_document(SourceFile("d", Path("d.md"), text, "0" * 64, "0" * 64, Sidecar()))
    assert [block.title for block in blocks(document, [])] == ["云岭县助餐办法", "对象", "标准"]
