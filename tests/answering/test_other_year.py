"""A figure of one year is none of another: which year the clause names is told."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Question, Speaker, Turn

LIBRARY = {
    "plan": """泉州市养老服务发展规划
泉政发〔2023〕3号
泉州市人民政府
2023年3月1日
一、发展目标
到2025年，全市养老机构护理型床位占比达到60%以上。
二、重点任务
（一）加强培训。2023年至2024年，每年培训养老护理员2000人。
（二）扩大供给。2023年全市新增家庭养老床位500张。
三、保障措施
到2027年，建立养老服务监测平台。
""",
}


@pytest.fixture(scope="module")
def plan(reading: Reading) -> Assistant:
    return reading(LIBRARY)


@pytest.mark.parametrize(
    ("turns", "years"),
    [
        (("泉州2027年护理型床位占比要达到多少",), ["2025"]),
        (("泉州2025年护理型床位占比要达到多少", "2023年呢"), ["2025"]),
        (("泉州2025年护理型床位占比要达到多少",), []),
        (("泉州护理型床位占比要达到多少",), []),
        (("泉州2024年培训养老护理员多少人",), []),
        (("泉州2023年的那份规划里护理型床位占比多少",), []),
    ],
)
def test_the_year_that_a_figure_is_of_is_told(
    plan: Assistant, turns: tuple[str, ...], years: list[str]
) -> None:
    *before, last = turns
    answer = plan.ask(Question(last, tuple(Turn(Speaker.USER, turn) for turn in before)))
    told = [notice.message for notice in answer.notices if notice.code == "year_unsaid"]
    assert [f"引用的条款写的是{year}年" in message for year, message in zip(years, told, strict=True)] == [
        True for _ in years
    ]
