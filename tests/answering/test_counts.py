"""A count is of the very thing asked for: all there are of it, not a part; that of the year named, not of another."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.search.counts import count_asked
from yiyang_qa.types import Question

REPLY = """关于绵阳市医养结合工作情况的通报
绵卫发〔2024〕9号
一、工作开展情况
近年来，全市加快建设养老服务体系，多部门密切配合，服务模式逐步完善，截至2023年底，全市建有医养结合机构96家、床位1.2万张，签约合作310对。
二、保障政策
（一）医保支付。截至2023年底，全市有71家医养结合机构纳入医保定点范围，占全市医养结合机构数的73.96%。
（二）规划引领。市规划提出，到2026年，依托乡镇卫生院等建设30个医养结合示范机构，重点为失能老年人提供服务。
三、下一步打算
（一）示范带动。发挥医养结合示范机构作用，2024年启动建设第一批示范项目，打造6个医养结合示范机构。
"""


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("绵阳医养结合机构总数", "96家"),
        ("绵阳医养结合机构一共有多少家", "96家"),
        ("绵阳有多少家医养结合机构", "96家"),
        ("绵阳有多少家医养结合机构纳入医保定点", "71家"),
        ("绵阳2026年要建多少医养结合示范机构", "30个"),
        ("绵阳2024年要建多少医养结合示范机构", "6个"),
    ],
)
def test_the_count_that_is_asked_for_leads(reading: Reading, question: str, count: str) -> None:
    answer = reading({"reply": REPLY}).ask(Question(question))
    assert count in answer.text.split("[1]")[0]


@pytest.mark.parametrize(
    "question",
    [
        "2026年的补贴多少钱",
        "医养结合机构怎么申请",
        "2024年和2026年各要建多少示范机构",
        "医养结合机构有多少家纳入定点",
    ],
)
def test_what_counts_nothing_of_a_year_or_in_all_is_left_alone(question: str) -> None:
    assert count_asked(question) is None


def test_all_of_a_part_is_not_all_there_are() -> None:
    count = count_asked("纳入定点的医养结合机构一共有多少家")
    assert count
    assert not count.given_in("全市建有医养结合机构96家、床位1.2万张")


def test_a_year_in_a_title_is_not_the_year_of_a_count() -> None:
    count = count_asked("2025年建设多少个示范机构")
    assert count
    assert not count.given_in("《2025年工作要点》印发后，2024年建设6个示范机构。")
