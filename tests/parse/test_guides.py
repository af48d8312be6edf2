"""办事指南: headings numbered by a figure and a space; what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document, Kind

GUIDE = """就业困难人员社会保险补贴申领指南
1 办理条件
经认定为就业困难人员,依法缴纳社会保险费。
2 办理时限
60个工作日。
3 收费标准
不收费。
4 办理地点和办理机构
呈祥街515号政务服务中心
"""


def read(text: str) -> Document:
    document = read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))
    assert "".join(clause.span.of(text) for clause in document.clauses) == text
    return document


def test_each_numbered_heading_opens_a_clause() -> None:
    items = [c for c in read(GUIDE).clauses if c.kind is Kind.ITEM]
    assert [(c.label, c.heading) for c in items] == [
        ("1", "办理条件"),
        ("2", "办理时限"),
        ("3", "收费标准"),
        ("4", "办理地点和办理机构"),
    ]
    assert items[1].body.of(GUIDE).endswith("60个工作日。")


@pytest.mark.parametrize(
    "text",
    [
        "名单公示\n1 和平医院\n2 人民医院\n3 中心医院\n4 妇幼医院\n",  # rows, nothing below them
        "关于建设的通知\n1 办理条件\n有房。\n2 办理时限\n五天。\n",  # two are too few
        "关于建设的通知\n1 办理条件\n有房。\n3 办理时限\n五天。\n5 收费标准\n不收。\n",  # no count
    ],
)
def test_what_does_not_count_or_heads_nothing_is_no_heading(text: str) -> None:
    assert not [c for c in read(text).clauses if c.kind is Kind.ITEM]


def test_a_title_that_counts_its_questions() -> None:
    document = read(
        "招生政策15问\n来源：教育局\n问：怎样报名？\n答：网上报名。\n".replace("招生", "广州市义务教育招生")
    )
    assert document.title == "广州市义务教育招生政策15问"


def test_a_page_may_name_the_day_of_publication_otherwise() -> None:
    document = read("佛山市免费义务教育实施办法\n发表时间：2014-08-27\n一、免费对象\n在校学生。\n")
    assert document.published_on == "2014-08-27"
