"""Compared, a region says what it rules for the case told and what was asked, first the measure that all have."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.search.alternatives import of_another
from yiyang_qa.types import Intent, Question

LIBRARY = {
    "first": """泉州市老年人优待办法
泉政规〔2024〕3号
泉州市人民政府
2024年3月1日
第一条 年满60周岁不满65周岁的老年人凭优待证乘坐市内公共汽车，享受半价优惠。65周岁以上老年人凭优待证免费享受前款优待。
第二条 到2026年，基层医疗机构老年、康复、护理床位占比达到40%以上，养老机构护理型床位占养老机构床位总数的70%以上。
第三条 老年人住院的，其子女每年享受累计不少于十五日的护理假。
""",
    "second": """漳州市老年人优待办法
漳政规〔2024〕5号
漳州市人民政府
2024年4月1日
第一条 年满70周岁的老年人免费乘坐市内公共汽车；年满60周岁不满70周岁的老年人乘坐市内公共汽车，享受半价优惠。
第二条 到2025年，养老机构护理型床位占比达到60%。
第三条 老年人住院的，其子女每年享受累计不少于二十日的护理假。
""",
}


@pytest.fixture(scope="module")
def two_cities(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def _rows(assistant: Assistant, question: str) -> dict[str, str]:
    answer = assistant.ask(Question(question))
    assert answer.query.intent is Intent.COMPARE
    assert answer.comparison is not None
    return {row.region: row.summary for row in answer.comparison.rows}


def test_the_outcome_asked_about_is_told_with_what_it_refers_to(two_cities: Assistant) -> None:
    said = _rows(two_cities, "泉州和漳州的老人多大年纪坐公共汽车免费")
    assert said["泉州市"].endswith("65周岁以上老年人凭优待证免费享受前款优待。")
    assert "公共汽车" in said["泉州市"]
    assert "年满70周岁的老年人免费乘坐市内公共汽车" in said["漳州市"]


def test_the_case_told_is_ruled_for(two_cities: Assistant) -> None:
    said = _rows(two_cities, "泉州和漳州66岁的老人坐公共汽车有什么优惠")
    assert "65周岁以上老年人凭优待证免费" in said["泉州市"]


def test_the_measure_that_all_have_comes_first(two_cities: Assistant) -> None:
    said = _rows(two_cities, "泉州和漳州护理型床位占比目标哪个高")
    first, below, *_ = said["泉州市"].splitlines()
    assert "70%" in first
    assert below == "按所列数值，写明这一数值的各地中这里最高"
    assert "最高" not in said["漳州市"]


def test_the_lowest_is_told(two_cities: Assistant) -> None:
    said = _rows(two_cities, "泉州和漳州护理假多少天，哪个最短")
    assert said["泉州市"].endswith("写明这一数值的各地中这里最短")


def test_figures_for_several_cases_are_not_ranked(two_cities: Assistant) -> None:
    said = _rows(two_cities, "泉州和漳州老人多大年纪坐公共汽车有优惠，哪个最高")
    assert "按所列数值" not in "".join(said.values())


@pytest.mark.parametrize("question", ["哪个市的护理假最长", "哪个市护理假最短"])
def test_which_is_longest_is_told_by_comparing(two_cities: Assistant, question: str) -> None:
    said = _rows(two_cities, question)
    assert "十五日" in said["泉州市"]
    assert "二十日" in said["漳州市"]


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("我65岁坐公交有优惠吗", "年满60周岁不满65周岁的老年人享受半价优惠", True),
        ("我64岁坐公交有优惠吗", "年满60周岁不满65周岁的老年人享受半价优惠", False),
        ("我爸八十五岁有津贴吗", "80—89周岁的每月50元，90—99周岁的每月100元", False),
        ("我爸七十五岁有津贴吗", "80—89周岁的每月50元，90—99周岁的每月100元", True),
        ("80岁以上老人有津贴吗", "90周岁以上的每月100元", False),
        ("老人有津贴吗", "90周岁以上的每月100元", False),
    ],
)
def test_what_bounds_an_age_is_no_rule_for_another(question: str, text: str, another: bool) -> None:
    assert of_another(question)(text) is another


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("县里自己评的示范机构奖多少", "市级医养结合示范机构，奖励20万元；省级示范的，再奖励10万元", True),
        ("省里评的示范机构奖多少", "市级医养结合示范机构，奖励20万元；省级示范的，再奖励10万元", False),
        ("评上高级技师每月给多少", "高级工每月300元、技师每月500元", True),
        ("评上技师每月给多少", "高级工每月300元、技师每月500元", False),
    ],
)
def test_an_honour_or_a_grade_is_none_of_another_level(question: str, text: str, another: bool) -> None:
    assert of_another(question)(text) is another
