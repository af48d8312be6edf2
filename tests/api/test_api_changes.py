"""Extended terms and amended clauses over HTTP: in the catalogue, in citations, on the source page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from small_assistant import BigramAssistant

from yiyang_qa.api import create_app
from yiyang_qa.config import Settings
from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document

MEASURE = """云岩区老年食堂办法
第一条 为了办好老年食堂，制定本办法。
第二条 每份午餐补助3元。
第三条 不收餐具费。
第四条 本办法自2015年1月1日起施行，有效期至2019年12月31日。
云岩区人民政府
2014年12月1日
"""
NOTICE = """云岩区人民政府关于延长《云岩区老年食堂办法》有效期的通知
《云岩区老年食堂办法》有效期延长至2098年12月31日。
云岩区人民政府
2019年12月1日
"""
DECISION = """云岩区人民政府关于修改《云岩区老年食堂办法》的决定
一、将第二条修改为：“每份午餐补助5元。”
二、删去第三条。
本决定自2020年6月1日起施行。
云岩区人民政府
2020年5月1日
"""
MEALS = """云岩区助餐办法
第一条 每份午餐补助3元。
云岩区人民政府
2014年12月1日
"""
REPRINT = """云岩区人民政府关于修改《云岩区助餐办法》的决定
一、将第一条修改为：“每份午餐补助5元。”
本决定自2020年6月1日起施行。《云岩区助餐办法》根据本决定作相应修改，重新公布。
云岩区人民政府
2020年5月1日
云岩区助餐办法
第一条 每份午餐补助5元。
"""
LATER = DECISION.replace("2020年", "2097年").replace("5元", "8元")


def read(id_: str, text: str) -> Document:
    sidecar = Sidecar(region="520103")
    return read_document(SourceFile(id_, Path(f"{id_}.txt"), text, "0" * 64, "0" * 64, sidecar))


LIBRARY = (
    read("办法", MEASURE),
    read("notice", NOTICE),
    read("decision", DECISION),
    read("later", LATER),
    read("meals", MEALS),
    read("anew", REPRINT),
)


@pytest.fixture(scope="module")
def changed(serving: Callable[[FastAPI], AbstractContextManager[httpx.Client]]) -> Iterator[httpx.Client]:
    with serving(create_app(BigramAssistant(LIBRARY), Settings())) as client:
        yield client


def quoted(change: dict[str, object]) -> str:
    location = change["location"]
    assert isinstance(location, dict)
    text = next(document.text for document in LIBRARY if document.id == change["document_id"])
    return text[location["start"] : location["end"]]


def test_the_catalogue_says_what_extends_and_amends(changed: httpx.Client) -> None:
    one = changed.get("/v1/documents/办法").json()
    assert (one["status"], one["valid_until"], one["extended_until"]) == (
        "in_force",
        "2019-12-31",
        "2098-12-31",
    )
    (extension,) = one["extended_by"]
    assert (extension["document_id"], extension["effective_on"]) == ("notice", "2019-12-01")
    assert quoted(extension) == "《云岩区老年食堂办法》有效期延长至2098年12月31日"
    told = [(a["document_id"], a["clause"], a["change"], a["effective_on"]) for a in one["amended_by"]]
    assert told == [
        ("decision", "第二条", "replaced", "2020-06-01"),
        ("decision", "第三条", "deleted", "2020-06-01"),
        ("later", "第二条", "replaced", "2097-06-01"),
        ("later", "第三条", "deleted", "2097-06-01"),
    ]
    assert quoted(one["amended_by"][0]) == "一、将第二条修改为：“每份午餐补助5元。”"


def test_the_clause_tree_says_which_clauses(changed: httpx.Client) -> None:
    clauses = changed.get("/v1/documents/办法/clauses").json()["clauses"]
    amended = {
        c["clause_id"]: [a["document_id"] for a in c["amended_by"]] for c in clauses if c["amended_by"]
    }
    assert amended == {"办法/第二条": ["decision", "later"], "办法/第三条": ["decision", "later"]}


def test_the_source_pages_say_so_and_lead_to_the_words(changed: httpx.Client) -> None:
    page = changed.get("/documents/办法").text
    assert (
        "原定有效期至2019年12月31日，已由《云岩区人民政府关于延长《云岩区老年食堂办法》有效期的通知》" in page
    )
    assert (
        "的决定》（2020年5月1日）修改第二条，删去第三条，自2020年6月1日起施行，以下是修改前的正文。" in page
    )
    assert "的决定》（2097年5月1日）修改第二条，删去第三条，自2097年6月1日起施行。" in page
    start = DECISION.index("一、")
    end = DECISION.index("二、")
    marked = f"/documents/decision?mark={start}-{end - 1},{end}-{DECISION.index('本决定') - 1}"
    assert f'href="{marked}#mark"' in page
    target = changed.get(marked).text
    assert 'id="mark"' in target
    assert "由本文件修改的文件：" in target
    assert "由本文件延长有效期的文件：" in changed.get("/documents/notice").text


def test_a_text_printed_anew_is_told_and_led_to(changed: httpx.Client) -> None:
    one = changed.get("/v1/documents/anew").json()
    assert (one["supersedes"], one["kind"], one["reprint"]["title"]) == (["meals"], "办法", "云岩区助餐办法")
    location = one["reprint"]["location"]
    start, end = location["start"], location["end"]
    assert one["text"][start:end].startswith("云岩区助餐办法\n第一条 ")
    assert changed.get("/v1/documents/decision").json()["reprint"] is None
    page = changed.get("/documents/anew").text
    assert "修改之后的全文在本文件之内重新公布：" in page
    assert f'href="/documents/anew?mark={start}-{start + len("云岩区助餐办法")}#mark"' in page
    assert "已有新版本" in changed.get("/documents/meals").text
