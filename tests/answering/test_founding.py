"""谁办谁: a hospital that runs a nursing home is not a nursing home that sets up a clinic."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.founding import same_founding

PLAN = {
    "xiuning": """休宁县医养结合工作方案
一、工作任务
1.支持养老机构设立医疗机构。符合条件的养老机构设置医疗机构，可按规定享受相关扶持政策。
2.支持医疗机构设立养老机构。医疗机构设立的养老机构符合条件的，与其他养老机构享受同等的建设补贴及扶持政策。
3.推进签约。养老机构与医疗机构签订协议，建立双向转诊。
休宁县人民政府
2025年3月1日
"""
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(PLAN))


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("休宁医院自己办的养老院能享受扶持政策吗", "2."),
        ("休宁医疗机构开养老院有什么扶持", "2."),
        ("休宁养老院里开医务室有扶持政策吗", "1."),
        ("休宁养老机构内设医疗机构能享受扶持吗", "1."),
    ],
)
def test_who_runs_whom_decides_between_clauses_with_the_same_words(
    talk: Talk, question: str, label: str
) -> None:
    assert talk(question).evidence[0].clause.label == label


@pytest.mark.parametrize(
    ("question", "said", "way"),
    [
        ("医院办养老院", "支持医疗机构设立养老机构", 1),
        ("医院办养老院", "养老机构内设医务室的", -1),
        ("医院办养老院", "养老机构与医疗机构签订协议", 0),
        ("养老院和医院怎么合作", "养老机构内设医务室的", 0),
        ("養老院裏開個診所", "养老机构申请内部设置诊所", 1),
    ],
)
def test_both_ways_are_told_apart(question: str, said: str, way: int) -> None:
    assert same_founding(question, said) == way
