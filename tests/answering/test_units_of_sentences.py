"""Units that are told in sentences answer for their own sentence; those stated outright for the whole clause."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking

DOCUMENTS = {
    "jiangyan": """姜堰区养老服务条例
第五条 区民政部门主管养老服务工作。
区卫生健康部门负责推进医养结合工作。
区财政部门负责安排养老服务资金。
第六条 开展老年助餐。每个街道建一家老年食堂。（责任单位：区民政局）
姜堰区人民政府
2024年4月1日
""",
    "hailing": """海陵区养老服务条例
第三条 区民政部门主管养老服务工作。
区卫生健康部门负责推进医养结合工作。
海陵区人民政府
2024年5月1日
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


def test_who_does_something_else_is_not_told_as_responsible(talk: Talk) -> None:
    told = talk("姜堰区的养老服务工作由哪个部门主管").text
    assert "区民政部门主管养老服务工作" in told
    assert "责任单位：" not in told.partition("相关条款")[0]


@pytest.mark.parametrize(
    ("question", "unit"),
    [("姜堰区谁负责医养结合", "区卫生健康部门"), ("姜堰区老年食堂谁负责", "区民政局")],
)
def test_who_does_what_is_asked_is(talk: Talk, question: str, unit: str) -> None:
    assert f"责任单位：{unit}[1]" in talk(question).text


def test_rows_say_who_acts_in_the_words_of_the_clause(talk: Talk) -> None:
    answer = talk("姜堰区和海陵区的养老服务工作由哪个部门主管")
    assert answer.comparison is not None
    assert {row.summary for row in answer.comparison.rows} == {"区民政部门主管养老服务工作。"}
