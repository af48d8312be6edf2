"""Asked who is responsible of a clause that names nobody: said in words, with what does bear on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readers import Talk
from yiyang_qa.answer.bodies import body
from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.search.assigning import with_assigning
from yiyang_qa.types import Document, Evidence, Intent, Query

PLAN = """湖州市民政局关于印发养老服务方案的通知
各区县民政局：
一、增加供给（责任单位：市民政局、市财政局）
1.新建护理床位。年底前新建护理床位200张。
2.开设助餐点。街道办事处负责开设助餐点。
二、提升质量
1.开展评定。每年评定一次星级养老机构。
湖州市民政局
2022年3月8日
"""


def _document() -> Document:
    return read_document(SourceFile("huzhou", Path("huzhou.txt"), PLAN, "0" * 64, "0" * 64, Sidecar()))


def _told(ending: str) -> tuple[list[str], list[Evidence]]:
    """What is said of the clause whose identifier ends so, and what is cited."""
    document = _document()
    clause = next(c for c in document.clauses if c.id.endswith(ending))
    cited = with_assigning([Evidence(document, clause, clause.body, (clause.body,), 0.9)])
    query = Query("谁负责", Intent.UNITS, (), date(2022, 6, 1), ("谁负责",))
    return body(query, cited, range(1, len(cited) + 1)), cited


def test_the_heading_above_may_name_them() -> None:
    said, cited = _told("一/1")
    assert [item.clause.id for item in cited] == ["huzhou/一/1", "huzhou/一"]
    assert said[0].startswith("湖州市：这一条没有写明责任单位。[1]\n它的上级条款“一、增加供给")
    assert said[0].endswith("写明：责任单位：市民政局、市财政局[2]")


def test_else_the_issuer_is_said_to_be_no_more_than_that() -> None:
    said, _ = _told("二/1")
    assert said[0] == (
        "湖州市：这一条没有写明责任单位。[1]\n这份文件的发文机关是湖州市民政局，不等于这一条的责任单位。[1]"
    )


def test_nothing_is_said_where_nobody_issued() -> None:
    document = replace(_document(), issuers=())
    clause = next(c for c in document.clauses if c.id.endswith("二/1"))
    query = Query("谁负责", Intent.UNITS, (), date(2022, 6, 1), ("谁负责",))
    said = body(query, [Evidence(document, clause, clause.body, (), 0.9)], [1])
    assert said[0] == "湖州市：这一条没有写明责任单位。[1]"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("镇江安宁疗护中心由哪个部门负责", "这份文件的发文机关是镇江市卫生健康委员会"),
        ("青岛床位建设补贴由哪个部门负责", "责任单位：市民政局、市财政局[1]"),
    ],
)
def test_an_answer_says_who_or_that_nobody_is_named(ask: Talk, question: str, said: str) -> None:
    answer = ask(question)
    assert said in answer.text
    assert ("没有写明责任单位" in answer.text) is ("发文机关" in said)
